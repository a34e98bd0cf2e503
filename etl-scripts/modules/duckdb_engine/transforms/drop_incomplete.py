"""Drops the rows that lack a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.rows import Rows, Step, column, missing
from duckdb_engine.spark_needed import quoted


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with a value in each of the `columns`."""
    lacking = " OR ".join(missing(column(rows.columns, name)) for name in step["columns"])
    return Step(f"SELECT * FROM {quoted(rows.name)} WHERE NOT ({lacking})", rows.columns)
