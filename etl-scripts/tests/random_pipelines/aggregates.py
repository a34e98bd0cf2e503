"""Measures of several rows in DuckDB's SQL, with the types that Spark documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from random_pipelines.kinds import BIGINT, EXACT, ROUGH, Kind
from random_pipelines.trees import NotMade, quoted

FUNCTIONS = ("count", "sum", "avg", "min", "max")


def _average_of_decimals(value: str, kind: Kind, tail: str) -> tuple[str, Kind]:
    """Four places more than the values have, rounded half up."""
    result = Kind("decimal", kind.precision + 4, kind.scale + 4)
    whole = f"CAST(CAST({value} AS DECIMAL(18,{kind.scale})) * 1{'0' * kind.scale} AS BIGINT)"
    total, number = f"sum({whole}){tail}", f"count({value}){tail}"
    quotient = f"(2 * abs({total}) * 10000 + {number}) // (2 * {number})"
    signed = f"sign({total}) * {quotient}"
    last_place = "0." + "0" * (result.scale - 1) + "1"
    text = f"CAST({signed} AS DECIMAL(18,0)) * CAST({last_place} AS DECIMAL(18,{result.scale}))"
    return f"CASE WHEN {number} > 0 THEN CAST({text} AS {result.duckdb}) END", result


def measured(
    measure: Mapping[str, Any], columns: Mapping[str, Kind], only: str = "", over: str = ""
) -> tuple[str, Kind]:
    """A measure and its type; `only` the rows of a condition, `over` a window.

    Raises NotMade where there is none, or where it would hang on the order of the rows.
    """
    name, column = measure["function"], measure.get("column")
    tail = (f" FILTER (WHERE {only})" if only else "") + over
    if column is None:
        return f"count(*){tail}", BIGINT
    if column not in columns:
        raise NotMade
    kind, value = columns[column], quoted(column)
    if name == "count":
        return f"count({value}){tail}", BIGINT
    if name in ("min", "max"):
        return f"{name}({value}){tail}", kind
    if not kind.number or kind.grade == "rough":
        raise NotMade
    if name == "sum":
        if kind.name == "decimal":
            result = Kind("decimal", min(38, kind.precision + 10), kind.scale)
        else:
            result = EXACT if kind.name == "double" else BIGINT
        return f"CAST(sum({value}){tail} AS {result.duckdb})", result
    if kind.name != "decimal":
        return f"avg({value}){tail}", ROUGH
    if kind.precision > 12:
        raise NotMade
    return _average_of_decimals(value, kind, tail)
