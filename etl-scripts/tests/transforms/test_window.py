"""The step window on real Spark."""

from __future__ import annotations

from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import steps

from pipeline import PipelineError


def window(*measures: dict[str, Any], **fields: Any) -> dict[str, Any]:
    whole = {"partitionBy": ["iso_code"], "orderBy": [{"column": "date"}], **fields}
    return {"kind": "window", "measures": list(measures), **whole}


TOTAL = {"function": "sum", "column": "new_cases", "as": "total"}


@pytest.mark.parametrize("reverse", [False, True])
def test_equal_rows_are_numbered_the_same_way(spark: SparkSession, reverse: bool) -> None:
    found = sorted([(1, "b"), (1, "a"), (1, "c")], reverse=reverse)
    rows = spark.createDataFrame(found, "n int, t string").repartition(3, "t")
    step = {
        "kind": "window",
        "orderBy": [{"column": "n"}],
        "measures": [
            {"function": "row_number", "as": "number"},
            {"function": "lead", "column": "t", "as": "next"},
        ],
    }
    assert sorted(steps(rows, step).collect()) == [
        (1, "a", 1, "b"),
        (1, "b", 2, "c"),
        (1, "c", 3, None),
    ]


def test_all_measures_move_the_rows_once(cases: DataFrame) -> None:
    step = window(TOTAL, {"function": "row_number", "as": "n"}, {"function": "rank", "as": "r"})
    plan = steps(cases, step)._jdf.queryExecution().executedPlan().toString()
    assert plan.count("Exchange hashpartitioning") == 1


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (window(TOTAL, partitionBy=["state"]), r"partitionBy: no column state"),
        (window(TOTAL, orderBy=[{"column": "day"}]), r"orderBy\[0\]\.column: no column day"),
        (window({**TOTAL, "column": "deaths"}), r"measures\[0\]\.column: no column deaths"),
        (
            window(TOTAL, {"function": "lag", "column": "deaths", "as": "d"}),
            r"measures\[1\]\.column: no column deaths",
        ),
        (window({**TOTAL, "as": "date"}), r"measures\[0\]\.as: there is a column date already"),
        (window({"function": "sum", "as": "x"}), r"measures\[0\]: sum needs a column"),
    ],
)
def test_a_window_that_does_not_fit(cases: DataFrame, step: dict[str, Any], message: str) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(cases, step)
