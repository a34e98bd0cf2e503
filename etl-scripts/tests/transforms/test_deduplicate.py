"""The step deduplicate on real Spark."""

from __future__ import annotations

from pyspark.sql import DataFrame
from steps import steps


def test_one_row_of_each_stays(cases: DataFrame) -> None:
    kept = steps(cases, {"kind": "deduplicate", "columns": ["iso_code"]})
    assert sorted(row["iso_code"] for row in kept.collect()) == ["FRA", "USA"]
