"""The step aggregate on real Spark."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import same, steps

from pipeline import PipelineError


def aggregate(group_by: list[dict[str, Any]], measures: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": "aggregate", "groupBy": group_by, "measures": measures}


def test_groups_and_measures(cases: DataFrame) -> None:
    step = aggregate(
        [
            {"column": "iso_code"},
            {"expression": "date_format(to_date(date), 'yyyy-MM')", "as": "month"},
        ],
        [
            {"function": "count", "as": "days"},
            {"function": "count", "column": "new_cases", "as": "known"},
            {"function": "sum", "column": "new_cases", "as": "total"},
            {"function": "avg", "column": "new_cases", "as": "average"},
            {"function": "min", "column": "new_cases", "as": "least"},
            {"function": "max", "column": "new_cases", "as": "most"},
        ],
    )
    same(
        steps(cases, step),
        [("USA", "2020-03", 3, 2, 16, 8.0, 7, 9), ("FRA", "2020-03", 1, 1, 3, 3.0, 3, 3)],
        "iso_code string, month string, days long, known long, total long, "
        "average double, least int, most int",
    )


def test_ten_times_a_tenth_is_one(spark: SparkSession) -> None:
    rows = spark.sql("SELECT 'a' AS part, CAST(0.1 AS DECIMAL(18,2)) AS n FROM RANGE(10)")
    step = aggregate([{"column": "part"}], [{"function": "sum", "column": "n", "as": "total"}])
    assert steps(rows, step).collect() == [("a", Decimal("1.00"))]


COUNT = {"function": "count", "as": "n"}


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (aggregate([{"column": "country"}], [COUNT]), r"groupBy\[0\]\.column: no column country"),
        (
            aggregate([{"expression": "upper(country)", "as": "c"}], [COUNT]),
            r"groupBy\[0\]\.expression: no column country",
        ),
        (
            aggregate([{"expression": "upper(", "as": "c"}], [COUNT]),
            r"groupBy\[0\]\.expression: .*PARSE_SYNTAX_ERROR",
        ),
        (
            aggregate(
                [{"column": "date"}],
                [COUNT, {"function": "sum", "column": "deaths", "as": "d"}],
            ),
            r"measures\[1\]\.column: no column deaths",
        ),
        (
            aggregate([{"column": "date"}], [{"function": "sum", "as": "d"}]),
            r"measures\[0\]: sum needs a column",
        ),
    ],
)
def test_an_aggregate_that_does_not_fit(
    cases: DataFrame, step: dict[str, Any], message: str
) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(cases, step)
