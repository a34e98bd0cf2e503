"""Computes columns of each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import computed
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with the `columns`, each of which may use those before it."""
    for index, derived in enumerate(step["columns"]):
        field = f"{at.field}.columns[{index}].expression"
        rows = rows.withColumn(derived["as"], computed(rows, derived["expression"], field))
    return rows
