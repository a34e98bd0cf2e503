"""Computes columns of each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.expressions import computed
from duckdb_engine.kinds import NULL
from duckdb_engine.rows import Rows, Step, with_columns
from duckdb_engine.spark_needed import SparkNeeded, quoted


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with the `columns`, each of which may use those before it."""
    sql, columns = f"SELECT * FROM {quoted(rows.name)}", rows.columns
    for derived in step["columns"]:
        value = computed(columns, derived["expression"])
        if value.kind == NULL:
            raise SparkNeeded("a column of nothing but NULL")
        made = with_columns(Rows("__before", columns), {derived["as"].lower(): value})
        sql = f'WITH "__before" AS ({sql}) {made.sql}'
        columns = made.columns
    return Step(sql, columns)
