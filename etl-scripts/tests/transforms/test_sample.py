"""The step sample on real Spark."""

from __future__ import annotations

from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import steps

from pipeline import PipelineError


def sample(fraction: float, **more: Any) -> dict[str, Any]:
    return {"kind": "sample", "fraction": fraction, **more}


@pytest.fixture(scope="module")
def numbers(spark: SparkSession) -> DataFrame:
    return spark.sql("SELECT id, IF(id % 3 = 0, NULL, 'x') AS t FROM RANGE(10000)").cache()


def ids(rows: DataFrame) -> set[int]:
    return {row.id for row in rows.collect()}


@pytest.mark.parametrize("fraction", [0.01, 0.5, 0.9])
def test_about_the_fraction_stays(numbers: DataFrame, fraction: float) -> None:
    found = steps(numbers, sample(fraction)).count()
    # Five times the standard deviation of so many throws.
    assert abs(found - 10000 * fraction) < 5 * (10000 * fraction * (1 - fraction)) ** 0.5


def test_the_same_rows_stay_wherever_they_lie(numbers: DataFrame) -> None:
    kept = ids(steps(numbers, sample(0.1)))
    assert ids(steps(numbers.repartition(5, "t").orderBy("id"), sample(0.1))) == kept
    # A larger sample has the rows of a smaller one, and another seed has others.
    assert kept < ids(steps(numbers, sample(0.2)))
    assert kept != ids(steps(numbers, sample(0.1, seed=1)))


def test_equal_rows_stay_or_go_together(spark: SparkSession) -> None:
    rows = spark.sql("SELECT id % 100 AS id FROM RANGE(1000)")
    counts = steps(rows, sample(0.5)).groupBy("id").count().collect()
    assert 0 < len(counts) < 100
    assert {row["count"] for row in counts} == {10}


def test_rows_do_not_move(numbers: DataFrame) -> None:
    plan = steps(numbers, sample(0.5))._jdf.queryExecution().executedPlan().toString()
    assert "Exchange" not in plan


def test_a_column_that_has_no_hash(spark: SparkSession) -> None:
    with pytest.raises(PipelineError, match=r"transform\[0\]: .*HASH_MAP_TYPE"):
        steps(spark.sql("SELECT map(1, 2) AS m"), sample(0.5))
