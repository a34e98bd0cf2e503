"""Makes one row of each group of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from columns import column, computed, planned, require_columns
from pipeline import PipelineError
from transforms import Place

FUNCTIONS: Mapping[str, Callable[[Column], Column]] = {
    "count": F.count,
    "sum": F.sum,
    "avg": F.avg,
    "min": F.min,
    "max": F.max,
}


def _group(rows: DataFrame, group: Mapping[str, Any], field: str) -> Column:
    if "column" in group:
        require_columns(rows, [group["column"]], f"{field}.column")
        return column(group["column"]).alias(group.get("as", group["column"]))
    return computed(rows, group["expression"], f"{field}.expression").alias(group["as"])


def _measure(rows: DataFrame, measure: Mapping[str, Any], field: str) -> Column:
    function = FUNCTIONS[measure["function"]]
    if "column" not in measure:
        if measure["function"] != "count":
            raise PipelineError(f"{field}: {measure['function']} needs a column")
        return F.count(F.lit(1)).alias(measure["as"])
    require_columns(rows, [measure["column"]], f"{field}.column")
    return function(column(measure["column"])).alias(measure["as"])


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """A row for each group of `groupBy`, with its `measures`."""
    groups = [
        _group(rows, group, f"{at.field}.groupBy[{index}]")
        for index, group in enumerate(step["groupBy"])
    ]
    measures = [
        _measure(rows, measure, f"{at.field}.measures[{index}]")
        for index, measure in enumerate(step["measures"])
    ]
    return planned(rows, f"{at.field}.measures", lambda: rows.groupBy(*groups).agg(*measures))
