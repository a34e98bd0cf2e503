"""What a table of Redshift can hold, and what is refused."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from results import (
    ResultError,
    for_redshift,
    redshift_names,
    rows_per_file,
    write_partitioned,
    write_rows,
)

# The developer portal's language of pipelines is tested with the same cases.
COLUMN_NAMES = json.loads((Path(__file__).parent / "column_names.json").read_text("utf-8"))


@pytest.mark.parametrize("case", COLUMN_NAMES, ids=[case["what"] for case in COLUMN_NAMES])
def test_names(case: dict[str, list[str]]) -> None:
    assert redshift_names(case["catalog"]) == case["redshift"]


def test_types_that_redshift_lacks_become_wider(spark: SparkSession) -> None:
    rows = for_redshift(spark.sql("SELECT 1Y AS a, 2S AS b, CAST(1 AS FLOAT) AS c, 1.50 AS d"))
    assert [kind for _, kind in rows.dtypes] == ["int", "int", "double", "decimal(3,2)"]


@pytest.mark.parametrize("value", ["array(1)", "NULL", "named_struct('a', 1)", "INTERVAL 1 DAY"])
def test_types_that_no_table_holds(spark: SparkSession, value: str) -> None:
    with pytest.raises(ResultError, match="transform: column v is "):
        for_redshift(spark.sql(f"SELECT {value} AS v"))


def test_a_text_that_is_too_long(spark: SparkSession, tmp_path: Path) -> None:
    rows = spark.sql("SELECT 1 AS id, repeat('ü', 32768) AS note")
    with pytest.raises(ResultError, match="column note has a text of 65536 bytes"):
        write_rows(rows, tmp_path.as_uri(), [])
    fits = spark.sql("SELECT 1 AS id, repeat('x', 65535) AS note")
    assert write_rows(fits, tmp_path.as_uri(), []).rows == 1


def test_an_empty_text_that_would_name_a_folder(spark: SparkSession, tmp_path: Path) -> None:
    rows = spark.sql("SELECT 1 AS id, '' AS part")
    with pytest.raises(ResultError, match=r"output\.partitionBy: part has empty texts"):
        write_rows(rows, tmp_path.as_uri(), ["part"])
    assert write_rows(rows, tmp_path.as_uri(), []).rows == 1


@pytest.mark.parametrize(
    ("most", "files"),
    [(None, {"part=a": 1, "part=b": 1}), (400, {"part=a": 3, "part=b": 1})],
)
def test_files_of_a_folder(
    spark: SparkSession, tmp_path: Path, most: int | None, files: dict[str, int]
) -> None:
    rows = spark.sql("SELECT id, IF(id < 1000, 'a', 'b') AS part FROM range(0, 1100, 1, 4)")
    uri = (tmp_path / "result").as_uri()
    write_partitioned(rows, uri, ["part"], most)
    found = Counter(path.parent.name for path in (tmp_path / "result").rglob("part-*.parquet"))
    assert found == files
    assert spark.read.parquet(uri).count() == 1100


def test_how_many_rows_fill_a_file(spark: SparkSession, tmp_path: Path) -> None:
    uri = (tmp_path / "rows").as_uri()
    spark.range(1000).write.parquet(uri)
    size = sum(path.stat().st_size for path in (tmp_path / "rows").glob("part-*"))
    assert rows_per_file(spark, uri, 1000, size * 2) in range(1900, 2001)
    assert rows_per_file(spark, uri, 1000, 1) == 1
