"""Drops the rows that lack a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import missing, require_columns
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with a value in each of the `columns`."""
    require_columns(rows, step["columns"], f"{at.field}.columns")
    for name in step["columns"]:
        rows = rows.filter(~missing(rows, name))
    return rows
