"""The step rename on real Spark."""

from __future__ import annotations

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import same, steps

from pipeline import PipelineError


def rename(**columns: str) -> dict[str, object]:
    listed = [{"column": column, "as": name} for column, name in columns.items()]
    return {"kind": "rename", "columns": listed}


def test_columns_get_other_names_in_their_places(spark: SparkSession) -> None:
    rows = spark.sql("SELECT 1 AS `net price`, 2 AS `größe (cm)`, 3 AS price")
    step = rename(**{"net price": "price", "größe (cm)": "size", "price": "gross"})
    same(steps(rows, step), [(1, 2, 3)], "price int, size int, gross int")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"state": "s"}, r"columns\[0\]\.column: no column state; .* iso_code, date, new_cases"),
        ({"date": "iso_code"}, "columns: makes a second column named iso_code"),
    ],
)
def test_names_that_do_not_fit(cases: DataFrame, columns: dict[str, str], message: str) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(cases, rename(**columns))
