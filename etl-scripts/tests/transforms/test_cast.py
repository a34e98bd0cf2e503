"""The step cast on real Spark."""

from __future__ import annotations

from typing import Any

import pytest
from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession
from steps import steps

from pipeline import PipelineError
from results import value_problem


def cast(kind: str, on_invalid: str = "fail", **more: Any) -> dict[str, Any]:
    if kind.startswith("decimal("):
        precision, scale = kind[len("decimal(") : -1].split(",")
        kind, more = "decimal", {"precision": int(precision), "scale": int(scale), **more}
    column = {"column": "v", "type": kind, **more}
    return {"kind": "cast", "columns": [column], "onInvalid": on_invalid}


@pytest.mark.parametrize(
    ("value", "kind", "more", "expected"),
    [
        ("' 12 '", "int", {}, "12"),
        ("'12.0'", "int", {}, None),
        ("'2147483648'", "int", {}, None),
        ("''", "int", {}, None),
        ("'31.12.2024'", "date", {"format": "dd.MM.yyyy"}, "2024-12-31"),
        ("'2024-02-30'", "date", {}, None),
        (
            "'2024-07-01 12:00'",
            "timestamp",
            {"zone": "Europe/Berlin"},
            "2024-07-01 10:00:00",
        ),
        ("'ja'", "boolean", {"format": "ja|nein"}, "true"),
        ("2147483648", "int", {}, None),
        # One more than a double can tell from its neighbour.
        ("9007199254740993", "double", {}, None),
        ("9007199254740992", "double", {}, "9.007199254740992E15"),
        ("9223372036854775807", "double", {}, None),
        ("9223372036854775808D", "bigint", {}, None),
        ("CAST(2147483648 AS FLOAT)", "int", {}, None),
        ("1.5D", "bigint", {}, None),
        ("2D", "bigint", {}, "2"),
        ("DOUBLE('NaN')", "decimal(4,2)", {}, None),
        ("0.1D", "decimal(4,2)", {}, "0.10"),
        ("0.125D", "decimal(4,2)", {}, None),
        ("CAST('1.50' AS DECIMAL(6,2))", "double", {}, "1.5"),
        ("CAST('1.50' AS DECIMAL(6,2))", "decimal(4,1)", {}, "1.5"),
        ("CAST('1.55' AS DECIMAL(6,2))", "decimal(4,1)", {}, None),
        ("CAST('1000.00' AS DECIMAL(6,2))", "decimal(4,2)", {}, None),
        ("1", "boolean", {}, "true"),
        ("2", "boolean", {}, None),
        ("TRUE", "int", {}, "1"),
        ("DATE '2024-01-31'", "timestamp", {}, "2024-01-31 00:00:00"),
        ("TIMESTAMP '2024-01-31 00:00:00'", "date", {}, "2024-01-31"),
        ("TIMESTAMP '2024-01-31 00:00:01'", "date", {}, None),
        ("CAST('1.50' AS DECIMAL(6,2))", "string", {}, "1.50"),
        ("DATE '2024-01-31'", "string", {}, "2024-01-31"),
    ],
)
def test_a_value_is_that_value_or_none(
    spark: SparkSession, value: str, kind: str, more: dict[str, Any], expected: str | None
) -> None:
    # Of a range, so that Spark computes it as it computes rows.
    rows = spark.sql(f"SELECT IF(id = 0, {value}, NULL) AS v FROM RANGE(2)")
    after = steps(rows, cast(kind, "setNull", **more))
    assert after.dtypes == [("v", kind)]
    assert [row.v for row in after.selectExpr("CAST(v AS STRING) AS v").collect()] == [
        expected,
        None,
    ]
    strict = steps(rows, cast(kind, **more))
    assert strict.dtypes == [("v", kind)]
    if expected is not None:
        assert strict.filter("v IS NULL").count() == 1
        return
    with pytest.raises(Py4JJavaError) as failure:
        strict.collect()
    problem = str(value_problem(failure.value))
    assert problem.startswith(f"transform[0].columns[0]: v has a value that is no {kind}")


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (cast("date"), r"columns\[0\]\.type: v is int, of which no date can be made"),
        (
            {"kind": "cast", "columns": [{"column": "w", "type": "int"}]},
            r"columns\[0\]\.column: no column w; the columns here are v",
        ),
    ],
)
def test_a_cast_that_does_not_fit(spark: SparkSession, step: dict[str, Any], message: str) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(spark.sql("SELECT 1 AS v"), step)


def test_nested_values_have_no_type_of_the_language(spark: SparkSession) -> None:
    with pytest.raises(PipelineError, match=r"v is array<int>, of which no string can be made"):
        steps(spark.sql("SELECT array(1) AS v"), cast("string"))


def test_columns_keep_their_places(cases: DataFrame) -> None:
    step = {
        "kind": "cast",
        "columns": [{"column": "date", "type": "date"}, {"column": "new_cases", "type": "bigint"}],
    }
    assert steps(cases, step).dtypes == [
        ("iso_code", "string"),
        ("date", "date"),
        ("new_cases", "bigint"),
    ]
