"""The step fill on real Spark."""

from __future__ import annotations

from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import steps

from pipeline import PipelineError


def fill(**values: str) -> dict[str, Any]:
    columns = [{"column": name, "value": value} for name, value in values.items()]
    return {"kind": "fill", "columns": columns}


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("boolean", "true", "true"),
        ("smallint", "7", "7"),
        ("int", "-7", "-7"),
        ("bigint", "9223372036854775807", "9223372036854775807"),
        ("double", "0.1", "0.1"),
        ("decimal(6,2)", "0.5", "0.50"),
        ("string", "it's \\ x", "it's \\ x"),
        ("string", "", ""),
        ("date", "2024-02-29", "2024-02-29"),
        ("timestamp", "2024-02-29T12:00:00+02:00", "2024-02-29 10:00:00"),
    ],
)
def test_a_missing_value_gets_one_of_its_type(
    spark: SparkSession, kind: str, text: str, expected: str
) -> None:
    rows = spark.sql(f"SELECT id, CAST(NULL AS {kind}) AS v FROM RANGE(1)")
    filled = steps(rows, fill(v=text))
    wanted = "int" if kind == "smallint" else kind
    assert filled.dtypes == [("id", "bigint"), ("v", wanted)]
    assert filled.selectExpr("CAST(v AS STRING)").collect() == [(expected,)]


def test_what_is_no_number_is_missing_too(spark: SparkSession) -> None:
    rows = spark.sql("SELECT * FROM VALUES (1, DOUBLE('NaN')), (2, 2D), (3, NULL) AS (id, v)")
    filled = steps(rows, fill(v="0"))
    assert sorted(filled.collect()) == [(1, 0.0), (2, 2.0), (3, 0.0)]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"deaths": "0"}, r"columns\[0\]\.column: no column deaths"),
        ({"date": "x", "new_cases": "1.5"}, r"columns\[1\]\.value: '1\.5' is no int"),
        ({"new_cases": "2147483648"}, r"columns\[0\]\.value: '2147483648' is no int"),
    ],
)
def test_values_that_do_not_fit(cases: DataFrame, values: dict[str, str], message: str) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(cases, fill(**values))


def test_decimals_that_the_column_does_not_have(spark: SparkSession) -> None:
    rows = spark.sql("SELECT CAST(1 AS DECIMAL(4,2)) AS v")
    with pytest.raises(PipelineError, match=r"value: '0\.125' is no decimal\(4,2\)"):
        steps(rows, fill(v="0.125"))
