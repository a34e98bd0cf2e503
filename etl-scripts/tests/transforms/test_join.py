"""The step join on real Spark."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import same, steps

from pipeline import PipelineError


def join(source: str, *keys: tuple[str, str], **more: str) -> dict[str, Any]:
    pairs = [{"left": left, "right": right} for left, right in keys]
    return {"kind": "join", "source": source, "keys": pairs, **more}


BY_DATE = join("hiring", ("date", "post_date"))


def test_an_inner_join_keeps_both_keys_when_their_names_differ(
    cases: DataFrame, hiring: DataFrame
) -> None:
    joined = steps(cases, BY_DATE, hiring=hiring)
    assert joined.columns == ["iso_code", "date", "new_cases", "post_date", "count_id_indexed"]
    assert joined.count() == 3


def test_a_left_join_keeps_rows_without_a_partner(cases: DataFrame, hiring: DataFrame) -> None:
    joined = steps(cases, {**BY_DATE, "type": "left"}, hiring=hiring)
    same(
        joined.select("iso_code", "date", "count_id_indexed"),
        [
            ("USA", "2020-03-01", 100.0),
            ("USA", "2020-03-02", 90.0),
            ("USA", "2020-03-03", None),
            ("FRA", "2020-03-01", 100.0),
        ],
        "iso_code string, date string, count_id_indexed double",
    )


def test_equal_key_names_leave_one_column_and_other_doubles_get_a_prefix(
    spark: SparkSession,
) -> None:
    flights = spark.createDataFrame([("ATL", "late", 1)], "iata string, name string, n int")
    airports = spark.createDataFrame([("ATL", "Atlanta", 5)], "iata string, NAME string, m int")
    same(
        steps(flights, join("airports", ("iata", "iata")), airports=airports),
        [("ATL", "late", 1, "Atlanta", 5)],
        "iata string, name string, n int, airports_NAME string, m int",
    )


def test_joins_build_on_the_rows_so_far(spark: SparkSession) -> None:
    same(
        steps(
            spark.createDataFrame([(1,)], "id int"),
            join("b", ("id", "id")),
            join("c", ("ref", "id")),
            b=spark.createDataFrame([(1, 2)], "id int, ref int"),
            c=spark.createDataFrame([(2, "x")], "id int, label string"),
        ),
        [(1, 2, 2, "x")],
        "id int, ref int, c_id int, label string",
    )


def test_a_join_on_two_keys(spark: SparkSession) -> None:
    left = spark.createDataFrame([(1, "x", 10), (1, "y", 20)], "id int, kind string, v int")
    right = spark.createDataFrame([(1, "y", 30)], "id int, type string, w int")
    same(
        steps(left, join("r", ("id", "id"), ("kind", "type")), r=right),
        [(1, "y", 20, "y", 30)],
        "id int, kind string, v int, type string, w int",
    )


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            ("day", "post_date"),
            r"transform\[0\]\.keys\[0\]\.left: no column day; .* iso_code, date, new_cases",
        ),
        (
            ("date", "day"),
            r"transform\[0\]\.keys\[0\]\.right: no column day; .* post_date, count_id_indexed",
        ),
    ],
)
def test_a_key_that_no_source_has(
    cases: DataFrame, hiring: DataFrame, key: tuple[str, str], message: str
) -> None:
    with pytest.raises(PipelineError, match=message):
        steps(cases, join("hiring", key), hiring=hiring)


def test_an_unknown_source(cases: DataFrame) -> None:
    with pytest.raises(
        PipelineError, match=r"transform\[0\]\.source: no source hiring; .* are rows"
    ):
        steps(cases, BY_DATE)


def test_keys_that_cannot_be_compared(spark: SparkSession) -> None:
    left = spark.createDataFrame([(True,)], "flag boolean")
    right = spark.createDataFrame([(datetime.date(2020, 1, 1),)], "day date")
    with pytest.raises(PipelineError, match=r"transform\[0\]: .*DATATYPE_MISMATCH"):
        steps(left, join("r", ("flag", "day")), r=right)


def test_a_prefixed_name_that_is_taken_too(spark: SparkSession) -> None:
    left = spark.createDataFrame([(1, 2, 3)], "id int, v int, r_v int")
    right = spark.createDataFrame([(1, 4)], "id int, v int")
    with pytest.raises(PipelineError, match=r"transform\[0\]: r brings a second column r_v"):
        steps(left, join("r", ("id", "id")), r=right)
