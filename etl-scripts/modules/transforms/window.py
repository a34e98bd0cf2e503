"""Computes columns of each row by the rows around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from columns import column, planned, require_columns
from measures import measured
from ordering import fully_ordered, ordered
from pipeline import PipelineError
from transforms import Place

_RANKS = {"rank": F.rank, "dense_rank": F.dense_rank}
_NEIGHBOURS = {"lag": F.lag, "lead": F.lead}


def _measure(
    rows: DataFrame, step: Mapping[str, Any], measure: Mapping[str, Any], at: Place, field: str
) -> Column:
    name, order_by = measure["function"], step.get("orderBy", [])
    group = Window.partitionBy([column(key) for key in step.get("partitionBy", [])])
    order = ordered(rows, order_by, f"{at.field}.orderBy")
    one_by_one = group.orderBy(fully_ordered(rows, order_by, f"{at.field}.orderBy"))
    if name == "row_number":
        return F.row_number().over(one_by_one)
    if name in _RANKS:
        return _RANKS[name]().over(group.orderBy(order))
    if name in _NEIGHBOURS:
        require_columns(rows, [measure["column"]], f"{field}.column")
        value = _NEIGHBOURS[name](column(measure["column"]), measure.get("offset", 1))
        return value.over(one_by_one)
    # Rows that the order leaves equal count together, so that nothing hangs on where they lie.
    return measured(rows, measure, field).over(group.orderBy(order) if order else group)


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with the `measures`, computed over the rows of their group."""
    require_columns(rows, step.get("partitionBy", []), f"{at.field}.partitionBy")
    taken = {name.lower() for name in rows.columns}
    made = []
    for index, measure in enumerate(step["measures"]):
        field = f"{at.field}.measures[{index}]"
        if measure["as"] in taken:
            raise PipelineError(f"{field}.as: there is a column {measure['as']} already")
        made.append(_measure(rows, step, measure, at, field).alias(measure["as"]))
    kept = [column(name) for name in rows.columns]
    return planned(rows, f"{at.field}.measures", lambda: rows.select(*kept, *made))
