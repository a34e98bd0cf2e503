"""What a table of Redshift can hold, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from results import ResultError, for_redshift, redshift_names, write_rows


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["New Cases", "post-date"], ["new_cases", "post_date"]),
        (["größe (cm)"], ["gr__e__cm_"]),
        (["2nd-hand?"], ["_2nd_hand_"]),
        (["a b", "a-b", "a_b", "a_b_2"], ["a_b", "a_b_3", "a_b_4", "a_b_2"]),
        (["order"], ["order"]),
        (["\U0001f600"], ["_"]),
        (["x" * 200, "x" * 199 + "y"], ["x" * 127, "x" * 125 + "_2"]),
    ],
)
def test_names(names: list[str], expected: list[str]) -> None:
    assert redshift_names(names) == expected


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
