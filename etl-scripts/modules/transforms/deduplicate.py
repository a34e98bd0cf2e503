"""Keeps one of the rows that are equal in some columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import require_columns
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """One row, no matter which, of those that agree in all of the `columns`."""
    require_columns(rows, step["columns"], f"{at.field}.columns")
    return rows.dropDuplicates(list(step["columns"]))
