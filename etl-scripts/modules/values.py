"""Texts of files as values of their declared types, exactly or not at all.

Every function gives Spark SQL. A text that is no value of its type becomes
NULL, so that who asks can tell it from a missing one: nothing is rounded, cut
or guessed on the way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

# ISO 8601: a day, and a moment with or without an offset.
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOMENT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6}0*)?)?"
    r"( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))?$"
)
_OFFSET = r"(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"

# More of a second than a timestamp holds, which Spark would cut off.
_NANOSECONDS = r"[.,][0-9]{6}0*[1-9]"

# Letters of a datetime pattern that read an offset or a zone.
_OFFSET_LETTERS = re.compile(r"[VzOXxZ]")

_TYPES = {
    "boolean": "BOOLEAN",
    "int": "INT",
    "bigint": "BIGINT",
    "double": "DOUBLE",
    "string": "STRING",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


class TextStyle(NamedTuple):
    """How texts are written, beyond their columns' own formats."""

    decimal_mark: str = "."
    null_words: Sequence[str] = ("",)


def literal(text: str) -> str:
    """A string of Spark SQL, whatever characters it has."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def identifier(name: str) -> str:
    """A column by its literal name, whatever characters it has."""
    return "`" + name.replace("`", "``") + "`"


def sql_type(column: Mapping[str, Any]) -> str:
    """The type of a declared column in Spark's words."""
    if column["type"] == "decimal":
        return f"DECIMAL({column['precision']},{column['scale']})"
    return _TYPES[column["type"]]


def type_words(column: Mapping[str, Any]) -> str:
    """The type of a declared column, for people."""
    if column["type"] == "string":
        return "text in UTF-8, or else csv.encoding says which"
    words = sql_type(column).lower()
    return f"{words} written as {column['format']}" if column.get("format") else words


def _matches(text: str, pattern: str) -> str:
    return f"{text} RLIKE {literal(pattern)}"


def _number(text: str, style: TextStyle) -> str:
    if style.decimal_mark == ".":
        return text
    # A point has no meaning there, so it must not become one.
    return f"IF({text} LIKE '%.%', NULL, REPLACE({text}, ',', '.'))"


def _boolean(text: str, column: Mapping[str, Any]) -> str:
    yes, no = (column.get("format") or "true|false").split("|")
    return (
        f"CASE LOWER({text}) WHEN {literal(yes.lower())} THEN TRUE"
        f" WHEN {literal(no.lower())} THEN FALSE END"
    )


def _decimal(number: str, column: Mapping[str, Any]) -> str:
    scale = column["scale"]
    # Zeros behind the last place lose nothing.
    pattern = rf"^[+-]?([0-9]+[.]?|[0-9]*[.][0-9]{{1,{scale}}}0*|[0-9]*[.]0+)$"
    if scale == 0:
        pattern = r"^[+-]?[0-9]+([.]0*)?$"
    return f"IF({_matches(number, pattern)}, TRY_CAST({number} AS {sql_type(column)}), NULL)"


def _double(number: str) -> str:
    pattern = r"^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$"
    return f"IF({_matches(number, pattern)}, {finite(f'TRY_CAST({number} AS DOUBLE)')}, NULL)"


def _date(text: str, column: Mapping[str, Any]) -> str:
    if column.get("format"):
        return f"CAST(TRY_TO_TIMESTAMP({text}, {literal(column['format'])}) AS DATE)"
    return f"IF({_matches(text, _DAY)}, TRY_CAST({text} AS DATE), NULL)"


def _in_zone(local: str, zone: str) -> str:
    """The moment at which clocks of a zone show a time.

    NULL where they never do, because they are set forward over it. Of a time
    that they show twice it is the first.
    """
    if zone == "UTC":
        return local
    moment = f"TO_UTC_TIMESTAMP({local}, {literal(zone)})"
    return f"IF(FROM_UTC_TIMESTAMP({moment}, {literal(zone)}) = {local}, {moment}, NULL)"


def _timestamp(text: str, column: Mapping[str, Any]) -> str:
    zone = column.get("zone") or "UTC"
    pattern = column.get("format")
    if pattern:
        value = f"TRY_TO_TIMESTAMP({text}, {literal(pattern)})"
        quoted = re.sub(r"'[^']*'", "", pattern)
        if "SSSSSSS" in quoted:
            value = f"IF({_matches(text, _NANOSECONDS)}, NULL, {value})"
        return value if _OFFSET_LETTERS.search(quoted) else _in_zone(value, zone)
    value = f"IF({_matches(text, _MOMENT)}, TRY_CAST({text} AS TIMESTAMP), NULL)"
    if zone == "UTC":
        return value
    return f"IF({_matches(text, _OFFSET)}, {value}, {_in_zone(value, zone)})"


def from_text(text: str, column: Mapping[str, Any], style: TextStyle) -> str:
    """The value of a text that is not null, as SQL; NULL where it is none of the type."""
    kind = column["type"]
    if kind == "string":
        # U+FFFD is what bytes become that are not of the file's encoding.
        return f"IF(INSTR({text}, '\ufffd') > 0, NULL, {text})"
    trimmed = f"TRIM({text})"
    if kind == "boolean":
        return _boolean(trimmed, column)
    if kind == "date":
        return _date(trimmed, column)
    if kind == "timestamp":
        return _timestamp(trimmed, column)
    number = _number(trimmed, style)
    if kind == "decimal":
        return _decimal(number, column)
    if kind == "double":
        return _double(number)
    whole = _matches(number, r"^[+-]?[0-9]{1,19}$")
    return f"IF({whole}, TRY_CAST({number} AS {sql_type(column)}), NULL)"


def not_null_text(text: str, column: Mapping[str, Any], style: TextStyle) -> str:
    """A text without the words that stand for a missing value, as SQL."""
    if not style.null_words:
        return text
    words = ", ".join(literal(word) for word in style.null_words)
    if column["type"] == "string":
        # Blanks are part of a text: it is the word only if it is nothing else.
        return f"IF({text} IN ({words}), NULL, {text})"
    return f"IF({text} IN ({words}) OR TRIM({text}) IN ({words}), NULL, {text})"


def finite(value: str) -> str:
    """A double as SQL; NULL where the number was too large for one."""
    return f"IF(ABS({value}) < CAST('Infinity' AS DOUBLE), {value}, NULL)"


def exact_cast(value: str, column: Mapping[str, Any]) -> str:
    """A typed value as another type, as SQL; NULL where that would change it."""
    cast = f"TRY_CAST({value} AS {sql_type(column)})"
    return f"IF({cast} = {value}, {cast}, NULL)"


def exact_change(value: str, kind: str, column: Mapping[str, Any]) -> str:
    """The same, of a value whose type is known: what cannot be changed back was changed.

    A large whole number, for one, equals the double that it is cast to.
    """
    if kind == "float":
        value, kind = f"CAST({value} AS DOUBLE)", "double"
    cast = f"TRY_CAST({value} AS {sql_type(column)})"
    same = f"TRY_CAST({cast} AS {kind}) = {value}"
    if {kind, column["type"]} == {"bigint", "double"}:
        # Spark takes 2^63, which is a double, for the largest of its whole numbers.
        same += f" AND ABS(CAST({value} AS DOUBLE)) < 9223372036854775808D"
    return f"IF({same}, {cast}, NULL)"
