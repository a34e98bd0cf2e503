"""Puts values where there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.rows import Rows, Step, by_column, column, missing, with_columns
from duckdb_engine.typed import Typed
from duckdb_engine.values import constant


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with the `columns`' values where they have none."""
    made = {}
    for name, one in by_column(step):
        own = column(rows.columns, name)
        value = f"CAST({constant(one['value'], own.kind)} AS {own.kind.sql})"
        filled = f"CASE WHEN {missing(own)} THEN {value} ELSE {own.sql} END"
        made[name] = Typed(filled, own.kind)
    return with_columns(rows, made)
