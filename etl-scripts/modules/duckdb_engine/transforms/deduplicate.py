"""Keeps one of the rows that are equal in some columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.ordering import fully_ordered
from duckdb_engine.rows import Rows, Step, names
from duckdb_engine.spark_needed import quoted


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The first row by `orderBy`, then by all columns, of those that agree in all `columns`."""
    order = ", ".join(fully_ordered(rows.columns, step.get("orderBy", [])))
    window = f"PARTITION BY {names(rows.columns, step['columns'])} ORDER BY {order}"
    kept = f"QUALIFY row_number() OVER ({window}) = 1"
    return Step(f"SELECT * FROM {quoted(rows.name)} {kept}", rows.columns)
