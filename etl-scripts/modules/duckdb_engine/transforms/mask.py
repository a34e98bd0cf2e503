"""Replaces the values of columns by texts that hide them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.kinds import STRING
from duckdb_engine.rows import Rows, Step, by_column, column, with_columns
from duckdb_engine.spark_needed import text_of
from duckdb_engine.typed import Typed, as_text


def _masked(text: str, mask: Mapping[str, Any]) -> str:
    if mask["method"] == "hash":
        return f"sha256({text_of(mask.get('salt', ''))} || {text})"
    if mask["method"] == "redact":
        return f"CASE WHEN {text} IS NOT NULL THEN '***' END"
    keep, length = mask.get("keep", 4), f"length({text})"
    seen = f"repeat('*', {length} - {keep}) || right({text}, {keep})"
    return f"CASE WHEN {length} > {keep} THEN {seen} ELSE repeat('*', {length}) END"


def apply(rows: Rows, step: Mapping[str, Any], _: Mapping[str, Rows]) -> Step:
    """The rows with the `columns` masked, all in their places."""
    made = {
        name: Typed(_masked(as_text(column(rows.columns, name)), mask), STRING)
        for name, mask in by_column(step)
    }
    return with_columns(rows, made)
