"""Makes one row of each group of rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.expressions import computed
from duckdb_engine.kinds import DOUBLE, NULL
from duckdb_engine.measures import measured
from duckdb_engine.rows import Rows, Step, column, selected
from duckdb_engine.spark_needed import SparkNeeded
from duckdb_engine.typed import Typed


def group(value: Typed) -> Typed:
    """A value by which rows are grouped: 0 and -0 are one."""
    if value.kind == NULL:
        raise SparkNeeded("groups by nothing but NULL")
    return Typed(f"({value.sql} + 0.0::DOUBLE)", DOUBLE) if value.kind == DOUBLE else value


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """A row for each group of `groupBy`, with its `measures`."""
    groups = {}
    for one in step["groupBy"]:
        if "column" in one:
            groups[one.get("as", one["column"])] = group(column(rows.columns, one["column"]))
        else:
            groups[one["as"]] = group(computed(rows.columns, one["expression"]))
    measures = {one["as"]: measured(rows.columns, one) for one in step["measures"]}
    by = ", ".join(value.sql for value in groups.values())
    return selected({**groups, **measures}, rows.name, f" GROUP BY {by}" if by else "")
