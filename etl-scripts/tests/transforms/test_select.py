"""The step select on real Spark."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession
from steps import steps


def test_columns_stay_in_the_order_of_the_step(cases: DataFrame) -> None:
    kept = steps(cases, {"kind": "select", "columns": ["new_cases", "iso_code"]})
    assert kept.columns == ["new_cases", "iso_code"]
    assert kept.count() == 4


def test_names_are_literal(spark: SparkSession) -> None:
    rows = spark.sql("SELECT 1 AS `a.b`, 2 AS `größe (cm)`, 3 AS c")
    kept = steps(rows, {"kind": "select", "columns": ["größe (cm)", "a.b"]})
    assert kept.columns == ["größe (cm)", "a.b"]
    assert kept.collect() == [(2, 1)]
