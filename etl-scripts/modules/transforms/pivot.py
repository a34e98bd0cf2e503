"""Makes columns of the values of a column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import column, constants, planned, require_columns
from measures import measured
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """A row for each group of `columns`, with the `measure` of the rows with each of the values.

    All of them are computed in one pass. A group without such a row has no
    value, and the count 0.
    """
    require_columns(rows, step["columns"], f"{at.field}.columns")
    require_columns(rows, [step["column"]], f"{at.field}.column")
    texts = [
        (step["column"], one["value"], f"{at.field}.values[{index}].value")
        for index, one in enumerate(step["values"])
    ]
    made = [
        measured(
            rows, step["measure"], f"{at.field}.measure", column(step["column"]) == value
        ).alias(one["as"])
        for one, value in zip(step["values"], constants(rows, texts))
    ]
    groups = [column(name) for name in step["columns"]]
    return planned(rows, f"{at.field}.measure", lambda: rows.groupBy(*groups).agg(*made))
