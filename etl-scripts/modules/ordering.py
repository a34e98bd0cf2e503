"""The order of rows, as a step gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyspark.sql import Column, DataFrame

from columns import column, require_columns


def ordered(rows: DataFrame, order_by: Sequence[Mapping[str, Any]], field: str) -> list[Column]:
    """The order that `orderBy` gives, missing values last. Equal rows have no order."""
    for index, one in enumerate(order_by):
        require_columns(rows, [one["column"]], f"{field}[{index}].column")
    return [
        column(one["column"]).desc_nulls_last()
        if one.get("direction") == "descending"
        else column(one["column"]).asc_nulls_last()
        for one in order_by
    ]


def fully_ordered(
    rows: DataFrame, order_by: Sequence[Mapping[str, Any]], field: str
) -> list[Column]:
    """The same, and then by all columns: only rows that are equal in all have no order.

    So a run over the same rows gives the same, however they lie in files.
    """
    every = [column(name).asc_nulls_last() for name in rows.columns]
    return [*ordered(rows, order_by, field), *every]
