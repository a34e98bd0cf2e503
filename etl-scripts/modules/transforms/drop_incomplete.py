"""Drops the rows that lack a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from columns import column, require_columns
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with a value in each of the `columns`."""
    require_columns(rows, step["columns"], f"{at.field}.columns")
    for name in step["columns"]:
        value = column(name)
        # What is no number is no value either.
        fraction = rows.select(value).schema[0].dataType.typeName() in ("float", "double")
        rows = rows.filter(value.isNotNull() & ~F.isnan(value) if fraction else value.isNotNull())
    return rows
