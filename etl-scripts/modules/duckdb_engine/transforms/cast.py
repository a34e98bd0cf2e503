"""Gives columns other types, exactly or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.kinds import (
    BOOLEAN,
    DATE,
    DOUBLE,
    EXACT_IN_DOUBLE,
    STRING,
    TIMESTAMP,
    Kind,
    kind_of,
)
from duckdb_engine.rows import Rows, Step, by_column, column, with_columns
from duckdb_engine.spark_needed import SparkNeeded, unless
from duckdb_engine.typed import Typed, as_text
from duckdb_engine.values import exact_change, from_text
from values import TextStyle


def _changed(value: Typed, cast: Mapping[str, Any], kind: Kind) -> str:
    own = value.kind
    if kind == STRING:
        return as_text(value)
    if own == STRING:
        return from_text(value.sql, cast, TextStyle(null_words=()))
    if (own, kind) == (DATE, TIMESTAMP):
        return f"CAST({value.sql} AS TIMESTAMP)"
    if (own, kind) == (TIMESTAMP, DATE):
        midnight = f"date_trunc('day', {value.sql}) = {value.sql}"
        return f"CASE WHEN {midnight} THEN CAST({value.sql} AS DATE) END"
    if BOOLEAN in (own, kind) or not (own.is_number and kind.is_number):
        raise SparkNeeded(f"a cast of {own} to {kind}")
    wide = max(own.precision, kind.precision) > EXACT_IN_DOUBLE
    if DOUBLE in (own, kind) and (wide or "bigint" in (own.name, kind.name)):
        raise SparkNeeded(f"a cast of {own} to {kind}")
    return exact_change(value.sql, own, kind)


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with the `columns` as their new types, all in their places.

    What does not fit is left to Spark, whether it fails the run or becomes NULL: of texts
    this does not tell the one that is no value from the one that is written unusually.
    """
    made = {}
    for name, cast in by_column(step):
        value, kind = column(rows.columns, name), kind_of(cast)
        if value.kind == kind:
            continue
        changed = _changed(value, cast, kind)
        fits = f"{value.sql} IS NULL OR ({changed}) IS NOT NULL"
        if step.get("onInvalid", "fail") == "setNull" and value.kind != STRING:
            made[name] = Typed(changed, kind)
            continue
        made[name] = Typed(unless(fits, changed, kind.sql, f"a value that is no {kind}"), kind)
    return with_columns(rows, made)
