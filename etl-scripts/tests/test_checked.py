"""What becomes of invalid rows, on real Spark."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F
from reading import ID, NOTE, csv_of

from checked import CheckedSource
from source_files import SourceError

LINES = csv_of("id,note", "1,x", "two,y", "3", "4,z,z")
HEADERS = {"a.csv": ["id", "note"]}


def test_rows_are_set_aside(checked: Callable[..., CheckedSource], tmp_path: Path) -> None:
    source = checked({"a.csv": LINES}, [ID, NOTE], HEADERS, onInvalid="setAside")
    assert source.rows.collect() == [Row(id=1, note="x")]
    told = source.settle(f"file://{tmp_path}/rejected")
    assert str(told).startswith("orders: 3 row(s) are not what sources says: the record does not")
    assert "s3://theirs/a.csv" in str(told)
    lines = [
        json.loads(line)
        for file in (tmp_path / "rejected").glob("*.json")
        for line in file.read_text().splitlines()
    ]
    ragged = "the record does not have 2 value(s), as many as there are columns"
    assert sorted((line["_row"], line["_reason"]) for line in lines) == [
        ("3", ragged),
        ("4,z,z", ragged),
        ("two,y", "id is no bigint"),
    ]
    assert {line["_file"] for line in lines} == {"s3://theirs/a.csv"}


def test_rows_of_the_run_before_are_replaced(
    checked: Callable[..., CheckedSource], tmp_path: Path
) -> None:
    rejected = tmp_path / "rejected"
    rejected.mkdir()
    (rejected / "old.json").write_text("{}")
    good = {"a.csv": csv_of("id,note", "1,x")}
    source = checked(good, [ID, NOTE], HEADERS, onInvalid="setAside")
    source.rows.collect()
    assert source.settle(f"file://{rejected}") is None
    assert not rejected.exists()


def test_a_failure_tells_every_fault_and_no_value(
    checked: Callable[..., CheckedSource], tmp_path: Path
) -> None:
    source = checked({"a.csv": csv_of("id,note", "secret,x", "hidden,y", "3")}, [ID, NOTE], HEADERS)
    source.rows.collect()
    with pytest.raises(SourceError, match=r"orders: 3 row\(s\)") as failed:
        source.settle(f"file://{tmp_path}/rejected")
    told = str(failed.value)
    assert "id is no bigint (2 row(s), for example in s3://theirs/a.csv)" in told
    assert "does not have 2 value(s), as many as there are columns (1 row(s)" in told
    assert "secret" not in told
    assert "hidden" not in told


def test_an_open_quote_cannot_be_set_aside(
    checked: Callable[..., CheckedSource], tmp_path: Path
) -> None:
    files = {"a.csv": 'note\n"a\nb\nc"\n'}
    source = checked(files, [NOTE], {"a.csv": ["note"]}, onInvalid="setAside")
    source.rows.collect()
    with pytest.raises(SourceError, match=r"a\.csv.*csv\.multiLine|csv\.multiLine.*a\.csv"):
        source.settle(f"file://{tmp_path}/rejected")


@pytest.mark.parametrize(
    "used",
    [
        lambda rows, _: rows.filter("1 = 0").select("note"),
        lambda rows, _: rows.filter("id < 0"),
        lambda rows, none: rows.join(none, "id"),
        lambda rows, none: none.join(rows, "id"),
        lambda rows, none: rows.join(F.broadcast(none), "id"),
        lambda rows, none: none.join(rows, "id", "left").dropDuplicates(["id"]),
        lambda rows, _: rows.groupBy("note").agg(F.max("id")),
        lambda rows, _: rows.dropDuplicates(["note"]).select("note"),
        lambda rows, _: rows.agg(F.count(F.lit(1))),
        lambda rows, _: rows.select("id").join(rows.selectExpr("id AS b"), F.expr("id = b")),
    ],
)
def test_counts_do_not_depend_on_what_is_used(
    spark: SparkSession,
    checked: Callable[..., CheckedSource],
    tmp_path: Path,
    used: Callable[[DataFrame, DataFrame], DataFrame],
) -> None:
    source = checked({"a.csv": csv_of("id,note", "1,x", "one,x")}, [ID, NOTE], HEADERS)
    none = spark.createDataFrame([(1,)], "id bigint").filter("rand() > 2")
    used(source.rows, none).collect()
    with pytest.raises(SourceError, match=r"orders: 1 row\(s\)"):
        source.settle(f"file://{tmp_path}/rejected")


def test_valid_rows_pass_however_they_are_used(
    spark: SparkSession, checked: Callable[..., CheckedSource], tmp_path: Path
) -> None:
    source = checked({"a.csv": csv_of("id,note", "1,x")}, [ID, NOTE], HEADERS)
    none = spark.createDataFrame([(1,)], "id bigint").filter("rand() > 2")
    assert none.join(source.rows, "id").collect() == []
    assert source.settle(f"file://{tmp_path}/rejected") is None
