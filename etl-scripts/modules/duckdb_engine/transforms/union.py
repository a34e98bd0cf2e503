"""Puts the rows of another source below the rows so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.rows import Rows, Step, names
from duckdb_engine.spark_needed import SparkNeeded, quoted


def apply(rows: Rows, step: Mapping[str, Any], sources: Mapping[str, Rows]) -> Step:
    """The rows of both, also those that are equal, column by column of the same name."""
    other = sources[step["source"]]
    ours = {name.lower(): kind for name, kind in rows.columns.items()}
    if ours != {name.lower(): kind for name, kind in other.columns.items()}:
        raise SparkNeeded(f"{step['source']} has other columns than the rows so far")
    own, their = list(rows.columns), names(other.columns, list(rows.columns))
    first = f"SELECT {names(rows.columns, own)} FROM {quoted(rows.name)}"
    return Step(f"{first} UNION ALL SELECT {their} FROM {quoted(other.name)}", rows.columns)
