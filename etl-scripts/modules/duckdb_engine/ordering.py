"""How rows are ordered: missing values last, equal rows by all columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duckdb_engine.kinds import Columns
from duckdb_engine.rows import place
from duckdb_engine.spark_needed import quoted

_WORDS = {"ascending": "ASC", "descending": "DESC"}


def ordered(columns: Columns, order_by: Sequence[Mapping[str, Any]]) -> list[str]:
    """The order that `orderBy` gives. Equal rows have no order."""
    return [
        f"{place(columns, one['column'])} {_WORDS[one.get('direction', 'ascending')]} NULLS LAST"
        for one in order_by
    ]


def fully_ordered(columns: Columns, order_by: Sequence[Mapping[str, Any]]) -> list[str]:
    """The same, and then by all columns: only rows that are equal in all have no order."""
    return [*ordered(columns, order_by), *(f"{quoted(name)} ASC NULLS LAST" for name in columns)]
