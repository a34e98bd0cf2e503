"""Makes columns of the values of a column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.measures import measured
from duckdb_engine.rows import Rows, Step, column, selected
from duckdb_engine.transforms.aggregate import group
from duckdb_engine.values import constant


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """A row for each group of `columns`, with the `measure` of the rows with each of the values."""
    groups = {name: group(column(rows.columns, name)) for name in step["columns"]}
    own = column(rows.columns, step["column"])
    made = {
        one["as"]: measured(
            rows.columns, step["measure"], f"{own.sql} = {constant(one['value'], own.kind)}"
        )
        for one in step["values"]
    }
    by = ", ".join(value.sql for value in groups.values())
    return selected({**groups, **made}, rows.name, f" GROUP BY {by}")
