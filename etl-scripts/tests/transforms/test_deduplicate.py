"""The step deduplicate on real Spark."""

from __future__ import annotations

from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import same, steps

from pipeline import PipelineError


def deduplicate(*order_by: tuple[str, str]) -> dict[str, Any]:
    order = [{"column": column, "direction": direction} for column, direction in order_by]
    return {"kind": "deduplicate", "columns": ["id"], "orderBy": order}


@pytest.mark.parametrize("reverse", [False, True])
def test_which_row_stays_does_not_depend_on_where_it_lies(
    spark: SparkSession, reverse: bool
) -> None:
    found = sorted(
        [(1, None, "c"), (1, 5, "b"), (1, 5, "a"), (2, None, "x"), (None, 1, "z"), (None, 1, "y")],
        key=str,
        reverse=reverse,
    )
    rows = spark.createDataFrame(found, "id int, n int, t string").repartition(3, "t")
    same(
        steps(rows, {"kind": "deduplicate", "columns": ["id"]}),
        [(1, 5, "a"), (2, None, "x"), (None, 1, "y")],
        "id int, n int, t string",
    )


def test_rows_that_cannot_be_first_are_left_out_before_they_move(cases: DataFrame) -> None:
    rows = cases.withColumnRenamed("iso_code", "id")
    plan = steps(rows, deduplicate(("date", "descending")))._jdf.queryExecution().toString()
    assert "WindowGroupLimit" in plan


@pytest.mark.parametrize(
    ("order_by", "message"),
    [
        ([("date", "ascending"), ("day", "ascending")], r"orderBy\[1\]\.column: no column day"),
    ],
)
def test_an_order_that_does_not_fit(
    cases: DataFrame, order_by: list[tuple[str, str]], message: str
) -> None:
    rows = cases.withColumnRenamed("iso_code", "id")
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(rows, deduplicate(*order_by))
