"""What transform.py writes of a result."""

from __future__ import annotations

from pathlib import Path

import pytest
from chispa import assert_df_equality
from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession

import transform as t
from pipeline import PipelineError
from results import value_problem


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("n + 9223372036854775807", "ARITHMETIC_OVERFLOW"),
        ("n / 0", "DIVIDE_BY_ZERO"),
        ("CAST(word AS INT)", "CAST_INVALID_INPUT"),
        ("CAST(word AS DATE)", "CAST_INVALID_INPUT"),
        ("CAST(n AS TINYINT)", "CAST_OVERFLOW"),
    ],
)
def test_a_value_that_cannot_be_computed_fails(
    spark: SparkSession, tmp_path: Path, expression: str, problem: str
) -> None:
    rows = spark.createDataFrame([(1000, "x")], "n long, word string")
    with pytest.raises(Py4JJavaError) as failed:
        t.write_result(rows.selectExpr(f"{expression} AS v"), tmp_path.as_uri(), "r", [])
    told = str(value_problem(failed.value))
    assert problem in told
    # Logs are not for data.
    assert "1000" not in told
    assert "'x'" not in told


def test_the_result_is_parquet_and_replaced_by_a_rerun(
    spark: SparkSession, cases: DataFrame, tmp_path: Path
) -> None:
    root = tmp_path.as_uri()
    written, uri = t.write_result(cases, root, "cases", [])
    assert (written.rows, uri) == (4, f"{root}/processed/cases/")
    assert written.columns == [
        {"name": "iso_code", "type": "string"},
        {"name": "date", "type": "string"},
        {"name": "new_cases", "type": "int"},
    ]
    assert t.write_result(cases.filter("iso_code = 'USA'"), root, "cases", [])[0].rows == 3
    assert spark.read.parquet(uri).count() == 3


def test_partitions_are_folders_of_one_file_beside_the_rows_to_load(
    spark: SparkSession, cases: DataFrame, tmp_path: Path
) -> None:
    written, uri = t.write_result(
        cases.repartition(4), tmp_path.as_uri(), "cases", ["iso_code", "new_cases"]
    )
    assert (written.rows, uri) == (4, f"{tmp_path.as_uri()}/loading/cases/")
    # The load finds all columns, in their order and of their types.
    assert_df_equality(spark.read.parquet(uri), cases, ignore_row_order=True, ignore_nullable=True)
    processed = tmp_path / "processed" / "cases"
    assert sorted(path.parent.parent.name for path in processed.rglob("*.parquet")) == [
        "iso_code=FRA",
        "iso_code=USA",
        "iso_code=USA",
        "iso_code=USA",
    ]


@pytest.mark.parametrize("partition_by", [[], ["iso_code"]])
def test_no_rows_are_counted_as_none(
    spark: SparkSession, cases: DataFrame, tmp_path: Path, partition_by: list[str]
) -> None:
    nothing = cases.filter("iso_code = 'none'").dropDuplicates(["date"])
    written, uri = t.write_result(nothing, tmp_path.as_uri(), "cases", partition_by)
    assert written.rows == 0
    assert spark.read.parquet(uri).count() == 0


@pytest.mark.parametrize(
    ("partition_by", "message"),
    [
        (["month"], "output.partitionBy: no column month"),
        (["iso_code", "date", "new_cases"], "output.partitionBy: leave at least one column"),
    ],
)
def test_partitions_that_do_not_fit(
    cases: DataFrame, tmp_path: Path, partition_by: list[str], message: str
) -> None:
    with pytest.raises(PipelineError, match=message):
        t.write_result(cases, tmp_path.as_uri(), "cases", partition_by)


def test_old_dates_are_written_as_they_are(spark: SparkSession, tmp_path: Path) -> None:
    rows = spark.sql("SELECT DATE'1400-01-01' AS d, TIMESTAMP'1850-01-01 00:00:00' AS t")
    _, uri = t.write_result(rows, tmp_path.as_uri(), "r", [])
    assert spark.read.parquet(uri).collect() == rows.collect()
