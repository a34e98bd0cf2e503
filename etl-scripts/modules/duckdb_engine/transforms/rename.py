"""Gives columns other names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.rows import Rows, Step, by_column, column, own_name, selected
from duckdb_engine.spark_needed import SparkNeeded


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with the `columns` under their new names, all in their places."""
    names = {own_name(rows.columns, name): one["as"] for name, one in by_column(step)}
    after = {names.get(name, name): column(rows.columns, name) for name in rows.columns}
    if len({name.lower() for name in after}) < len(rows.columns):
        raise SparkNeeded("a second column of a name")
    return selected(after, rows.name)
