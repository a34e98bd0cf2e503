"""The step union on real Spark."""

from __future__ import annotations

import pytest
from pyspark.sql import SparkSession
from steps import same, steps

from pipeline import PipelineError

UNION = {"kind": "union", "source": "older"}


def test_columns_are_found_by_their_names(spark: SparkSession) -> None:
    rows = spark.sql("SELECT 1 AS id, 'a' AS `net price`")
    older = spark.sql("SELECT 'b' AS `net price`, 1 AS ID UNION ALL SELECT 'a', 1")
    same(
        steps(rows, UNION, older=older),
        [(1, "a"), (1, "b"), (1, "a")],
        "id int, `net price` string",
    )


@pytest.mark.parametrize(
    ("older", "message"),
    [
        ("SELECT 1 AS id", "the rows of older have no column price"),
        ("SELECT 1 AS id, 1.50 AS price, 2 AS n", "the rows so far have no column n"),
        ("SELECT 1L AS id, 1.50 AS price", "id is bigint in older and int in the rows so far"),
        (
            "SELECT 1 AS id, 1.5 AS price",
            r"price is decimal\(2,1\) in older and decimal\(3,2\) in the rows so far; cast one",
        ),
    ],
)
def test_columns_that_do_not_fit(spark: SparkSession, older: str, message: str) -> None:
    rows = spark.sql("SELECT 1 AS id, 1.50 AS price")
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.source: {message}"):
        steps(rows, UNION, older=spark.sql(older))


def test_an_unknown_source(spark: SparkSession) -> None:
    with pytest.raises(PipelineError, match=r"transform\[0\]\.source: no source older"):
        steps(spark.sql("SELECT 1 AS id"), UNION)
