"""Keeps some of the columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.rows import Rows, Step, column, selected


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The `columns`, in the given order."""
    return selected({name: column(rows.columns, name) for name in step["columns"]}, rows.name)
