"""Texts of files as values of their declared types: those that `values.py` has on Spark.

A text that DuckDB does not read as Spark does has no value here either. Who asks then
leaves the run to Spark, which tells an invalid text from one that is written unusually.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.date_patterns import moment_of
from duckdb_engine.kinds import DATE, TIMESTAMP, Kind, kind_of
from duckdb_engine.spark_needed import SparkNeeded, text_of
from values import TextStyle

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?"
_CLOCK_OF_SECONDS = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?"
_OFFSET = " ?(Z|[+-](0[0-9]|1[0-7])(:?[0-5][0-9])?)"


def _matches(text: str, pattern: str) -> str:
    return f"regexp_full_match({text}, {text_of(pattern)})"


def _only(condition: str, value: str) -> str:
    return f"CASE WHEN {condition} THEN {value} END"


def _number(text: str, style: TextStyle) -> str:
    if style.decimal_mark == ".":
        return text
    return _only(f"NOT contains({text}, '.')", f"replace({text}, ',', '.')")


def _boolean(text: str, column: Mapping[str, Any]) -> str:
    yes, no = (column.get("format") or "true|false").lower().split("|")
    if not (yes + no).isascii():
        raise SparkNeeded("booleans that are written in other letters than a to z")
    return f"CASE lower({text}) WHEN {text_of(yes)} THEN true WHEN {text_of(no)} THEN false END"


def _decimal(number: str, kind: Kind) -> str:
    scale = kind.scale
    pattern = rf"[+-]?([0-9]+[.]?|[0-9]*[.][0-9]{{1,{scale}}}0*|[0-9]*[.]0+)"
    if scale == 0:
        pattern = "[+-]?[0-9]+([.]0*)?"
    return _only(_matches(number, pattern), f"TRY_CAST({number} AS {kind.sql})")


def _double(number: str) -> str:
    pattern = r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?"
    value = f"TRY_CAST({number} AS DOUBLE)"
    return _only(f"{_matches(number, pattern)} AND isfinite({value})", value)


def _whole(number: str, kind: Kind) -> str:
    return _only(_matches(number, "[+-]?[0-9]{1,19}"), f"TRY_CAST({number} AS {kind.sql})")


def _date(text: str, column: Mapping[str, Any]) -> str:
    if column.get("format"):
        return _only(*moment_of(text, column["format"], DATE))
    is_day = f"{_matches(text, _DAY)} AND {text} NOT LIKE '0000%'"
    return _only(is_day, f"TRY_CAST({text} AS DATE)")


def _timestamp(text: str, column: Mapping[str, Any]) -> str:
    if (column.get("zone") or "UTC") != "UTC":
        raise SparkNeeded("times of another zone than UTC")
    if column.get("format"):
        return _only(*moment_of(text, column["format"], TIMESTAMP))
    local, offset = f"{_DAY}[ T]{_CLOCK}", f"regexp_extract({text}, '{_OFFSET}$', 1)"
    clock = f"replace(regexp_extract({text}, '^{local}'), 'T', ' ')"
    moment = f"TRY_CAST({clock} AS TIMESTAMP)"
    digits = f"replace({offset}[2:], ':', '')"
    minutes = f"CAST({digits}[1:2] AS INTEGER) * 60 + CAST('0' || {digits}[3:4] AS INTEGER)"
    signed = f"CASE WHEN {offset}[1] = '-' THEN -1 ELSE 1 END * ({minutes})"
    there = (
        f"CASE WHEN {offset} IN ('', 'Z') THEN {moment} ELSE {moment} - to_minutes({signed}) END"
    )
    # Spark reads an offset only behind seconds.
    written = f"{local}|{_DAY}[ T]{_CLOCK_OF_SECONDS}{_OFFSET}"
    return _only(f"{_matches(text, written)} AND {text} NOT LIKE '0000%'", there)


def from_text(text: str, column: Mapping[str, Any], style: TextStyle) -> str:
    """The value of a text that is not null, as SQL; NULL where it is none of the type."""
    kind = kind_of(column)
    if kind.name == "string":
        # U+FFFD is what bytes become that are not of the file's encoding.
        return _only(f"NOT contains({text}, chr(65533))", text)
    trimmed = f"trim({text}, ' ')"
    if kind.name == "boolean":
        return _boolean(trimmed, column)
    if kind == DATE:
        return _date(trimmed, column)
    if kind == TIMESTAMP:
        return _timestamp(trimmed, column)
    number = _number(trimmed, style)
    if kind.name == "decimal":
        return _decimal(number, kind)
    return _double(number) if kind.name == "double" else _whole(number, kind)


def not_null_text(text: str, column: Mapping[str, Any], style: TextStyle) -> str:
    """A text without the words that stand for a missing value, as SQL."""
    if not style.null_words:
        return text
    words = ", ".join(map(text_of, style.null_words))
    if column["type"] == "string":
        return f"CASE WHEN {text} IN ({words}) THEN NULL ELSE {text} END"
    is_word = f"{text} IN ({words}) OR trim({text}, ' ') IN ({words})"
    return f"CASE WHEN {is_word} THEN NULL ELSE {text} END"


def constant(text: str, kind: Kind) -> str:
    """A text of `pipeline.yaml` as a value of a type. What is none of it, Spark refuses."""
    return from_text(text_of(text), kind.described, TextStyle(null_words=()))


def exact_change(value: str, own: Kind, kind: Kind) -> str:
    """A value of another type, as SQL; NULL where it would be another value."""
    cast = f"TRY_CAST({value} AS {kind.sql})"
    return f"CASE WHEN TRY_CAST({cast} AS {own.sql}) = {value} THEN {cast} END"
