"""The step dropIncomplete on real Spark."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession
from steps import steps


def test_rows_without_a_value_go(cases: DataFrame) -> None:
    step = {"kind": "dropIncomplete", "columns": ["iso_code", "new_cases"]}
    assert steps(cases, step).count() == 3


def test_columns_may_have_any_name_and_no_number_is_no_value(spark: SparkSession) -> None:
    rows = spark.sql("SELECT * FROM VALUES (1, 1D), (NULL, 1D), (3, DOUBLE('NaN')) AS (`a.b`, c)")
    kept = steps(rows, {"kind": "dropIncomplete", "columns": ["a.b", "c"]})
    assert [row[0] for row in kept.collect()] == [1]
