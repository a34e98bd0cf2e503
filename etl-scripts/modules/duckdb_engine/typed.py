"""Values as SQL of DuckDB with their types, and how one type becomes another."""

from __future__ import annotations

import re
from typing import NamedTuple

from duckdb_engine.kinds import (
    BIGINT,
    DATE,
    DOUBLE,
    EXACT_IN_DOUBLE,
    INT,
    NULL,
    STRING,
    TIMESTAMP,
    Kind,
    wider,
)
from duckdb_engine.spark_needed import SparkNeeded, text_of, unless

_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?"


class Typed(NamedTuple):
    """A value: SQL, its type and, of a literal, what was written."""

    sql: str
    kind: Kind
    written: str | None = None


def cast(value: Typed, kind: Kind) -> str:
    """A value as a type that holds it."""
    return value.sql if value.kind == kind else f"CAST({value.sql} AS {kind.sql})"


def _number_of_literal(value: Typed, other: Kind) -> Typed:
    """Beside a decimal a whole number has as many digits as it is written with."""
    if other.name != "decimal" or not value.kind.is_whole or value.written is None:
        return value
    digits = len(value.written.lstrip("-+").lstrip("0")) or 1
    kind = Kind("decimal", digits, 0)
    return Typed(f"CAST({value.sql} AS {kind.sql})", kind)


def _moment_of_literal(value: Typed, other: Kind) -> Typed:
    """A text beside a day or a moment is one, where it is written out as such."""
    if other not in (DATE, TIMESTAMP) or value.kind != STRING or value.written is None:
        return value
    return moment(value.written, other)


def moment(text: str, kind: Kind) -> Typed:
    """A literal of a day or a moment."""
    pattern = _DAY if kind == DATE else rf"{_DAY}( {_CLOCK})?"
    if not re.fullmatch(pattern, text) or text.startswith("0000"):
        raise SparkNeeded(f"a literal that is written {text}")
    return Typed(f"CAST({text_of(text)} AS {kind.sql})", kind)


def paired(one: Typed, other: Typed) -> tuple[Typed, Typed]:
    """Two values for an operator: literals in the type of what they meet."""
    own, their = one.kind, other.kind
    one, other = _number_of_literal(one, their), _number_of_literal(other, own)
    return _moment_of_literal(one, their), _moment_of_literal(other, own)


def as_one(*values: Typed) -> tuple[list[str], Kind]:
    """Values of one type, and it. Raises SparkNeeded where they have none."""
    kinds = [value.kind for value in values]
    known = next((kind for kind in kinds if kind != NULL), NULL)
    values = tuple(_moment_of_literal(value, known) for value in values)
    kind = NULL
    for value in values:
        kind = wider(kind, value.kind)
    return [cast(value, kind) for value in values], kind


def texts(*values: Typed) -> list[str]:
    """The SQL of values that are texts."""
    if any(value.kind not in (STRING, NULL) for value in values):
        raise SparkNeeded("a text function of a value that is no text")
    return [cast(value, STRING) for value in values]


def as_text(value: Typed) -> str:
    """The text that Spark makes of a value."""
    kind = value.kind
    if kind in (STRING, NULL):
        return cast(value, STRING)
    if kind == DOUBLE:
        raise SparkNeeded("the text of a double")
    if kind.name == "decimal" and kind.precision == kind.scale:
        raise SparkNeeded("the text of a decimal without whole digits")
    text = f"CAST({value.sql} AS VARCHAR)"
    if kind in (DATE, TIMESTAMP):
        return unless(
            f"year({value.sql}) BETWEEN 1 AND 9999 OR {value.sql} IS NULL",
            text,
            "VARCHAR",
            "a year of other than four digits",
        )
    return text


def _from_text(value: Typed, kind: Kind, is_try: bool) -> str:
    text = f"trim({value.sql}, ' ')"
    patterns = {
        "int": "[+-]?[0-9]{1,10}",
        "bigint": "[+-]?[0-9]{1,18}",
        "date": _DAY,
        "timestamp": f"{_DAY}( {_CLOCK})?",
        "boolean": "(?i:true|false)",
    }
    if kind.name not in patterns:
        raise SparkNeeded(f"a text as {kind}")
    written = f"regexp_full_match({text}, '{patterns[kind.name]}')"
    if kind in (DATE, TIMESTAMP):
        written += f" AND {text} NOT LIKE '0000%'"
    made = f"{'TRY_CAST' if is_try else 'CAST'}({text} AS {kind.sql})"
    why = f"a text that is written otherwise than DuckDB reads {kind}"
    found = unless(written, made, kind.sql, why)
    return f"CASE WHEN {value.sql} IS NOT NULL THEN {found} END"


def changed(value: Typed, kind: Kind, is_try: bool = False) -> Typed:
    """What CAST and TRY_CAST make of a value."""
    own = value.kind
    word = "TRY_CAST" if is_try else "CAST"
    if own == kind:
        return value
    if own == NULL:
        return Typed(f"CAST(NULL AS {kind.sql})", kind)
    if kind == STRING:
        return Typed(as_text(value), STRING)
    if own == STRING:
        return Typed(_from_text(value, kind, is_try), kind)
    if (own, kind) in ((DATE, TIMESTAMP), (TIMESTAMP, DATE)):
        return Typed(f"CAST({value.sql} AS {kind.sql})", kind)
    if not own.is_number or not kind.is_number:
        raise SparkNeeded(f"{own} as {kind}")
    if own.name == "decimal" and kind == DOUBLE and own.precision > EXACT_IN_DOUBLE:
        raise SparkNeeded(f"a decimal of more than {EXACT_IN_DOUBLE} digits as double")
    if own == DOUBLE:
        if is_try or not kind.is_whole:
            raise SparkNeeded(f"{own} as {kind}")
        return Typed(f"CAST(trunc({value.sql}) AS {kind.sql})", kind)
    if own.name == "decimal" and kind.is_whole:
        # Spark cuts off what DuckDB would round.
        return Typed(f"{word}(trunc({value.sql}) AS {kind.sql})", kind)
    return Typed(f"{word}({value.sql} AS {kind.sql})", kind)


def whole(value: Typed) -> str:
    """The SQL of a value that is an `int`."""
    if value.kind != INT:
        raise SparkNeeded(f"{value.kind} where an int is meant")
    return value.sql


def number(value: Typed, least: int = 0) -> int:
    """A whole number that is written out."""
    if value.written is None or value.kind != INT or int(value.written) < least:
        raise SparkNeeded("a number of characters or places that is computed")
    return int(value.written)


def written(value: Typed) -> str:
    """A text that is written out, and not empty."""
    if value.kind != STRING or not value.written:
        raise SparkNeeded("a text that is computed or empty, where one is to be written out")
    return value.written


def bigint(sql: str) -> Typed:
    return Typed(f"CAST({sql} AS BIGINT)", BIGINT)


def integer(sql: str) -> Typed:
    return Typed(f"CAST({sql} AS INTEGER)", INT)
