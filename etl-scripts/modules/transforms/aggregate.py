"""Makes one row of each group of rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import Column, DataFrame

from columns import column, computed, planned, require_columns
from measures import measured
from transforms import Place


def _group(rows: DataFrame, group: Mapping[str, Any], field: str) -> Column:
    if "column" in group:
        require_columns(rows, [group["column"]], f"{field}.column")
        return column(group["column"]).alias(group.get("as", group["column"]))
    return computed(rows, group["expression"], f"{field}.expression").alias(group["as"])


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """A row for each group of `groupBy`, with its `measures`."""
    groups = [
        _group(rows, group, f"{at.field}.groupBy[{index}]")
        for index, group in enumerate(step["groupBy"])
    ]
    measures = [
        measured(rows, measure, f"{at.field}.measures[{index}]").alias(measure["as"])
        for index, measure in enumerate(step["measures"])
    ]
    return planned(rows, f"{at.field}.measures", lambda: rows.groupBy(*groups).agg(*measures))
