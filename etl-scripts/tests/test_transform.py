"""The steps of transform.py on real Spark."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from chispa import assert_df_equality
from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession

import transform as t
from results import value_problem
from transform import PipelineError


@pytest.fixture(scope="module")
def cases(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(
        [
            ("USA", "2020-03-01", 7),
            ("USA", "2020-03-02", None),
            ("USA", "2020-03-03", 9),
            ("FRA", "2020-03-01", 3),
        ],
        "iso_code string, date string, new_cases int",
    )


@pytest.fixture(scope="module")
def hiring(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(
        [("2020-03-01", 100.0), ("2020-03-02", 90.0), ("2020-02-01", 80.0)],
        "post_date string, count_id_indexed double",
    )


BY_DATE = {
    "source": "hiring",
    "type": "inner",
    "keys": [{"left": "date", "right": "post_date"}],
}


def same(actual: DataFrame, expected: list[tuple[Any, ...]], schema: str) -> None:
    wanted = actual.sparkSession.createDataFrame(expected, schema)
    assert_df_equality(actual, wanted, ignore_row_order=True, ignore_nullable=True)


def test_a_whole_pipeline(cases: DataFrame, hiring: DataFrame) -> None:
    pipeline = {
        "sources": [{"name": "cases"}, {"name": "hiring"}],
        "transform": {
            "joins": [BY_DATE],
            "filter": "iso_code = 'USA'",
            "required": ["new_cases"],
            "deduplicateBy": ["date"],
            "select": ["date", "new_cases", "count_id_indexed"],
        },
    }
    same(
        t.transform({"cases": cases, "hiring": hiring}, pipeline),
        [("2020-03-01", 7, 100.0)],
        "date string, new_cases int, count_id_indexed double",
    )


def test_one_source_without_steps_is_the_source(cases: DataFrame) -> None:
    result = t.transform({"cases": cases}, {"sources": [{"name": "cases"}]})
    assert_df_equality(result, cases, ignore_row_order=True)


def test_an_inner_join_keeps_both_keys_when_their_names_differ(
    cases: DataFrame, hiring: DataFrame
) -> None:
    joined = t.join_sources({"cases": cases, "hiring": hiring}, "cases", [BY_DATE])
    assert joined.columns == ["iso_code", "date", "new_cases", "post_date", "count_id_indexed"]
    assert joined.count() == 3


def test_a_left_join_keeps_rows_without_a_partner(cases: DataFrame, hiring: DataFrame) -> None:
    join = {**BY_DATE, "type": "left"}
    joined = t.join_sources({"cases": cases, "hiring": hiring}, "cases", [join])
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
    join = {"source": "airports", "keys": [{"left": "iata", "right": "iata"}]}
    same(
        t.join_source(flights, airports, join, "transform.joins[0]"),
        [("ATL", "late", 1, "Atlanta", 5)],
        "iata string, name string, n int, airports_NAME string, m int",
    )


def test_joins_build_on_the_rows_so_far(spark: SparkSession) -> None:
    frames = {
        "a": spark.createDataFrame([(1,)], "id int"),
        "b": spark.createDataFrame([(1, 2)], "id int, ref int"),
        "c": spark.createDataFrame([(2, "x")], "id int, label string"),
    }
    joins = [
        {"source": "b", "keys": [{"left": "id", "right": "id"}]},
        {"source": "c", "keys": [{"left": "ref", "right": "id"}]},
    ]
    same(
        t.join_sources(frames, "a", joins),
        [(1, 2, 2, "x")],
        "id int, ref int, c_id int, label string",
    )


def test_a_join_on_two_keys(spark: SparkSession) -> None:
    left = spark.createDataFrame([(1, "x", 10), (1, "y", 20)], "id int, kind string, v int")
    right = spark.createDataFrame([(1, "y", 30)], "id int, type string, w int")
    keys = [{"left": "id", "right": "id"}, {"left": "kind", "right": "type"}]
    same(
        t.join_source(left, right, {"source": "r", "keys": keys}, "transform.joins[0]"),
        [(1, "y", 20, "y", 30)],
        "id int, kind string, v int, type string, w int",
    )


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            {"left": "day", "right": "post_date"},
            r"joins\[0\]\.keys\[0\]\.left: no column day; .* iso_code, date, new_cases",
        ),
        (
            {"left": "date", "right": "day"},
            r"joins\[0\]\.keys\[0\]\.right: no column day; .* post_date, count_id_indexed",
        ),
    ],
)
def test_a_key_that_no_source_has(
    cases: DataFrame, hiring: DataFrame, key: dict[str, str], message: str
) -> None:
    join = {"source": "hiring", "keys": [key]}
    with pytest.raises(PipelineError, match=message):
        t.join_sources({"cases": cases, "hiring": hiring}, "cases", [join])


def test_an_unknown_source(cases: DataFrame) -> None:
    with pytest.raises(PipelineError, match=r"joins\[0\]\.source: no source hiring; .* are cases"):
        t.join_sources({"cases": cases}, "cases", [BY_DATE])


def test_keys_that_cannot_be_compared(spark: SparkSession) -> None:
    left = spark.createDataFrame([(True,)], "flag boolean")
    right = spark.createDataFrame([(datetime.date(2020, 1, 1),)], "day date")
    join = {"source": "r", "keys": [{"left": "flag", "right": "day"}]}
    with pytest.raises(PipelineError, match=r"transform\.joins\[0\]: .*DATATYPE_MISMATCH"):
        t.join_source(left, right, join, "transform.joins[0]")


def test_a_prefixed_name_that_is_taken_too(spark: SparkSession) -> None:
    left = spark.createDataFrame([(1, 2, 3)], "id int, v int, r_v int")
    right = spark.createDataFrame([(1, 4)], "id int, v int")
    join = {"source": "r", "keys": [{"left": "id", "right": "id"}]}
    with pytest.raises(PipelineError, match=r"joins\[0\]: r brings a second column r_v"):
        t.join_source(left, right, join, "transform.joins[0]")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (
            "isocode = 'USA'",
            "transform.filter: no column isocode; the columns here are iso_code, date, new_cases",
        ),
        ("iso_code = ", "transform.filter: .*PARSE_SYNTAX_ERROR"),
        ("iso_code in (select 1)", "transform.filter: has a subquery"),
        ("new_cases + 1", "transform.filter: .*FILTER_NOT_BOOLEAN"),
        # Names that Spark would take for functions.
        ("current_date > date", "transform.filter: no column current_date"),
        ("user = 'x'", "transform.filter: no column user"),
        ("no_such_function(date)", "transform.filter: uses no_such_function"),
    ],
)
def test_a_filter_that_spark_rejects(cases: DataFrame, expression: str, message: str) -> None:
    with pytest.raises(PipelineError, match=message):
        t.filter_rows(cases, expression)


def test_rows_without_required_values_are_dropped(cases: DataFrame) -> None:
    assert t.drop_incomplete(cases, ["iso_code", "new_cases"]).count() == 3


def test_deduplication_keeps_one_row_of_each(cases: DataFrame) -> None:
    assert t.deduplicate(cases, ["iso_code"]).count() == 2


def test_aggregation(cases: DataFrame) -> None:
    aggregate = {
        "groupBy": [
            {"column": "iso_code"},
            {"expression": "date_format(to_date(date), 'yyyy-MM')", "as": "month"},
        ],
        "measures": [
            {"function": "count", "as": "days"},
            {"function": "count", "column": "new_cases", "as": "known"},
            {"function": "sum", "column": "new_cases", "as": "total"},
            {"function": "avg", "column": "new_cases", "as": "average"},
            {"function": "min", "column": "new_cases", "as": "least"},
            {"function": "max", "column": "new_cases", "as": "most"},
        ],
    }
    same(
        t.aggregate_rows(cases, aggregate),
        [("USA", "2020-03", 3, 2, 16, 8.0, 7, 9), ("FRA", "2020-03", 1, 1, 3, 3.0, 3, 3)],
        "iso_code string, month string, days long, known long, total long, "
        "average double, least int, most int",
    )


COUNT = [{"function": "count", "as": "n"}]


@pytest.mark.parametrize(
    ("aggregate", "message"),
    [
        (
            {"groupBy": [{"column": "country"}], "measures": COUNT},
            r"aggregate\.groupBy\[0\]\.column: no column country",
        ),
        (
            {"groupBy": [{"expression": "upper(country)", "as": "c"}], "measures": COUNT},
            r"aggregate\.groupBy\[0\]\.expression: no column country",
        ),
        (
            {"groupBy": [{"expression": "upper(", "as": "c"}], "measures": COUNT},
            r"aggregate\.groupBy\[0\]\.expression: .*PARSE_SYNTAX_ERROR",
        ),
        (
            {
                "groupBy": [{"column": "date"}],
                "measures": [*COUNT, {"function": "sum", "column": "deaths", "as": "d"}],
            },
            r"aggregate\.measures\[1\]\.column: no column deaths",
        ),
        (
            {"groupBy": [{"column": "date"}], "measures": [{"function": "sum", "as": "d"}]},
            r"aggregate\.measures\[0\]: sum needs a column",
        ),
    ],
)
def test_an_aggregate_that_does_not_fit(
    cases: DataFrame, aggregate: dict[str, Any], message: str
) -> None:
    with pytest.raises(PipelineError, match=message):
        t.aggregate_rows(cases, aggregate)


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (t.drop_incomplete, "transform.required"),
        (t.deduplicate, "transform.deduplicateBy"),
        (t.select_columns, "transform.select"),
    ],
)
def test_lists_of_columns_name_what_is_unknown(cases: DataFrame, step: Any, field: str) -> None:
    with pytest.raises(PipelineError, match=f"{field}: no column deaths, tests; .* iso_code"):
        step(cases, ["date", "deaths", "tests"])


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


def test_ten_times_a_tenth_is_one(spark: SparkSession) -> None:
    rows = spark.sql("SELECT 'a' AS part, CAST(0.1 AS DECIMAL(18,2)) AS n FROM RANGE(10)")
    measures = [{"function": "sum", "column": "n", "as": "total"}]
    aggregate = {"groupBy": [{"column": "part"}], "measures": measures}
    assert t.aggregate_rows(rows, aggregate).collect() == [("a", Decimal("1.00"))]


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


def test_a_filter_finds_no_column_of_an_earlier_step(cases: DataFrame) -> None:
    rows = cases.select("date")
    with pytest.raises(PipelineError, match=r"transform\.filter: no column new_cases"):
        t.filter_rows(rows, "new_cases = 7")


def test_required_columns_may_have_any_name(spark: SparkSession) -> None:
    rows = spark.sql("SELECT * FROM VALUES (1, 1D), (NULL, 1D), (3, DOUBLE('NaN')) AS (`a.b`, c)")
    assert [row[0] for row in t.drop_incomplete(rows, ["a.b", "c"]).collect()] == [1]


def test_old_dates_are_written_as_they_are(spark: SparkSession, tmp_path: Path) -> None:
    rows = spark.sql("SELECT DATE'1400-01-01' AS d, TIMESTAMP'1850-01-01 00:00:00' AS t")
    _, uri = t.write_result(rows, tmp_path.as_uri(), "r", [])
    assert spark.read.parquet(uri).collect() == rows.collect()
