"""Keeps one of the rows that are equal in some columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from columns import column, planned, require_columns
from ordering import fully_ordered
from transforms import Place

_NUMBER = "__number"


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The first row by `orderBy`, then by all columns, of those that agree in all `columns`."""
    require_columns(rows, step["columns"], f"{at.field}.columns")
    order = fully_ordered(rows, step.get("orderBy", []), f"{at.field}.orderBy")
    window = Window.partitionBy([column(name) for name in step["columns"]]).orderBy(order)
    # Spark leaves out what cannot be first before it moves rows between workers.
    number = F.row_number().over(window)
    numbered = planned(rows, at.field, lambda: rows.withColumn(_NUMBER, number))
    return numbered.filter(F.col(_NUMBER) == 1).drop(_NUMBER)
