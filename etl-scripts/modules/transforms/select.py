"""Keeps some of the columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import column, require_columns
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The `columns`, in the given order."""
    require_columns(rows, step["columns"], f"{at.field}.columns")
    return rows.select([column(name) for name in step["columns"]])
