"""Keeps the rows for which a condition is true."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import computed, planned
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows for which the Spark SQL expression `condition` is true."""
    field = f"{at.field}.condition"
    condition = computed(rows, step["condition"], field)
    return planned(rows, field, lambda: rows.filter(condition))
