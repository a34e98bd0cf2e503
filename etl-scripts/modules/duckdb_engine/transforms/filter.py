"""Keeps the rows for which a condition is true."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.expressions import computed
from duckdb_engine.operators import truth
from duckdb_engine.rows import Rows, Step
from duckdb_engine.spark_needed import quoted


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows for which the Spark SQL expression `condition` is true."""
    condition = truth(computed(rows.columns, step["condition"]))
    return Step(f"SELECT * FROM {quoted(rows.name)} WHERE {condition}", rows.columns)
