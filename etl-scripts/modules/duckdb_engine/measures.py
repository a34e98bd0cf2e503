"""What is computed of the values of several rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.kinds import BIGINT, DOUBLE, Columns, Kind
from duckdb_engine.rows import column
from duckdb_engine.spark_needed import SparkNeeded, unless
from duckdb_engine.typed import Typed

# Whole numbers up to here are doubles, and so is each sum of them.
_EXACT = 2**53


def _average_of_decimals(value: Typed, tail: str) -> Typed:
    """Four places more than the values have, rounded half up."""
    kind = value.kind
    if kind.precision > 18:
        raise SparkNeeded("an average of decimals of more than 18 digits")
    result = Kind("decimal", kind.precision + 4, kind.scale + 4)
    wide = f"CAST({value.sql} AS DECIMAL(38,{kind.scale}))"
    unscaled = f"CAST({wide} * {10**kind.scale} AS HUGEINT)" if kind.scale else wide
    total, number = f"CAST(sum({unscaled}){tail} AS HUGEINT)", f"count({value.sql}){tail}"
    quotient = f"(2 * abs({total}) * 10000 + {number}) // (2 * {number})"
    signed = f"CAST(sign({total}) * {quotient} AS DECIMAL(38,0))"
    text = f"CAST({signed} AS VARCHAR) || 'e-{result.scale}'"
    return Typed(f"CASE WHEN {number} > 0 THEN CAST({text} AS {result.sql}) END", result)


def _average(value: Typed, tail: str) -> Typed:
    """Spark adds whole numbers as doubles: the same while none is rounded."""
    if value.kind.name == "decimal":
        return _average_of_decimals(value, tail)
    if not value.kind.is_whole:
        raise SparkNeeded(f"avg of {value.kind}, which hangs on the order of the rows")
    total = f"sum({value.sql}){tail}"
    size = f"sum(abs(CAST({value.sql} AS HUGEINT))){tail}"
    number = f"count({value.sql}){tail}"
    average = f"CAST({total} AS DOUBLE) / {number}"
    exact = f"{number} = 0 OR {size} <= {_EXACT}"
    why = "an average of numbers that add up to more than 2^53"
    return Typed(f"CASE WHEN {number} > 0 THEN {unless(exact, average, 'DOUBLE', why)} END", DOUBLE)


def _sum(value: Typed, tail: str) -> Typed:
    kind = value.kind
    if kind.name == "decimal":
        kind = Kind("decimal", min(38, kind.precision + 10), kind.scale)
    elif kind.is_whole:
        kind = BIGINT
    else:
        raise SparkNeeded(f"sum of {kind}, which hangs on the order of the rows")
    return Typed(f"CAST(sum({value.sql}){tail} AS {kind.sql})", kind)


def measured(columns: Columns, measure: Mapping[str, Any], only: str = "", over: str = "") -> Typed:
    """A measure of several rows; `only` those of a condition, `over` a window."""
    name = measure["function"]
    tail = (f" FILTER (WHERE {only})" if only else "") + over
    if "column" not in measure:
        if name != "count":
            raise SparkNeeded(f"{name} without a column")
        return Typed(f"count(*){tail}", BIGINT)
    value = column(columns, measure["column"])
    if name == "count":
        return Typed(f"count({value.sql}){tail}", BIGINT)
    if name in ("min", "max"):
        return Typed(f"{name}({value.sql}){tail}", value.kind)
    if name == "sum":
        return _sum(value, tail)
    if name == "avg":
        return _average(value, tail)
    raise SparkNeeded(f"the measure {name}")
