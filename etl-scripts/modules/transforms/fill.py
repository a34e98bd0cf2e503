"""Puts values where there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from columns import column, constants, missing, require_columns
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with the `columns`' values where they have none."""
    texts = []
    for index, one in enumerate(step["columns"]):
        field = f"{at.field}.columns[{index}]"
        require_columns(rows, [one["column"]], f"{field}.column")
        texts.append((one["column"], one["value"], f"{field}.value"))
    filled = {
        name.lower(): F.when(missing(rows, name), value).otherwise(column(name))
        for (name, _, _), value in zip(texts, constants(rows, texts))
    }
    return rows.select(
        [filled.get(name.lower(), column(name)).alias(name) for name in rows.columns]
    )
