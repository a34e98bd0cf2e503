"""Computes columns of each row by the rows around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.measures import measured
from duckdb_engine.ordering import fully_ordered, ordered
from duckdb_engine.rows import Rows, Step, column, names, with_columns
from duckdb_engine.spark_needed import SparkNeeded
from duckdb_engine.typed import Typed, integer

_RANKS = ("rank", "dense_rank")
_NEIGHBOURS = ("lag", "lead")


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with the `measures`, computed over the rows of their group."""
    columns, order_by = rows.columns, step.get("orderBy", [])
    groups = names(columns, step.get("partitionBy", []))
    group = f"PARTITION BY {groups} " if groups else ""
    order = ", ".join(ordered(columns, order_by))
    by_rank = f" OVER ({group}{f'ORDER BY {order}' if order else ''})"
    one_by_one = f" OVER ({group}ORDER BY {', '.join(fully_ordered(columns, order_by))})"
    made: dict[str, Typed] = {}
    for measure in step["measures"]:
        name = measure["function"]
        if measure["as"].lower() in {one.lower() for one in columns}:
            raise SparkNeeded(f"a second column {measure['as']}")
        if name == "row_number":
            value = integer(f"row_number(){one_by_one}")
        elif name in _RANKS:
            value = integer(f"{name}(){by_rank}")
        elif name in _NEIGHBOURS:
            own = column(columns, measure["column"])
            away = measure.get("offset", 1)
            value = Typed(f"{name}({own.sql}, {away}){one_by_one}", own.kind)
        else:
            value = measured(columns, measure, over=by_rank)
        made[measure["as"]] = value
    return with_columns(rows, made)
