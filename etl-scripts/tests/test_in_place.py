"""Sources that are read where they lie: by boto3's calls and by Spark, under their own names."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from lake import Lake
from pyspark.sql import SparkSession
from reading import ID, NOTE, column

from in_place import files_in_place, folder_of
from source_files import SourceError
from sources import read_source

ROWS = "id,note\n1,x\n"


def read(spark: SparkSession, lake: Lake, key: str, **more: Any) -> list[tuple[Any, ...]]:
    uri = f"s3://{lake.theirs}/{key}"
    source = {"name": "orders", "uri": uri, "format": "csv", "columns": [ID, NOTE], **more}
    files = files_in_place(lake.s3, source, 0)
    rows = read_source(spark, source, files, folder_of(uri))
    names = [one["name"] for one in source["columns"]]
    return sorted(map(tuple, rows.filter("NOT __header").select(*names).collect()))


@pytest.mark.parametrize(
    ("uri", "key"),
    [
        ("in/a.csv", "in/a.csv"),
        ("a.csv", "a.csv"),
        ("in/", "in/a.csv"),
        ("in/", "in/overall.csv.part_00000"),
        ("in/", "in/deep/er/a.csv"),
        ("in/", "in/a b+c%20d.csv"),
        ("in/", "in/ä[1]{x}*?.csv"),
        ("in/", "in/a:b#c&d.csv"),
        ("year=2020/", "year=2020/a.csv"),
        ("_in/", "_in/a.csv"),
        ("in/", "in/a.csv.gz"),
    ],
)
def test_files_keep_their_names(spark: SparkSession, lake: Lake, uri: str, key: str) -> None:
    lake.put(key, gzip.compress(ROWS.encode()) if key.endswith(".gz") else ROWS)
    lake.put(f"{key.rsplit('/', 1)[0]}/_SUCCESS" if "/" in key else "_SUCCESS", "x")
    assert read(spark, lake, uri) == [(1, "x")]


@pytest.mark.parametrize(
    "keys",
    [
        ["in/year=2020/a.csv", "in/year=2021/b.csv"],
        ["in/year=2020/x/a.csv", "in/year=2021/b.csv"],
        ["in/new/year=2020/a.csv", "in/new/year=2021/b.csv"],
    ],
)
def test_folders_are_columns(spark: SparkSession, lake: Lake, keys: list[str]) -> None:
    for key in keys:
        lake.put(key, ROWS)
    columns = [ID, column("year", "int")]
    assert read(spark, lake, "in/", columns=columns) == [(1, 2020), (1, 2021)]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (["in/a.csv.GZ"], r"in/a\.csv\.GZ: ends in GZ, by which Spark knows no compression"),
        (["in/a=1/x/b=2/c.csv"], r"lies in folders name=value with others between them"),
        (
            ["in/x/a=1/c.csv", "in/y/a=2/c.csv"],
            r"in/x/a=1/c\.csv and .*in/y/a=2/c\.csv: lie in partitions of different folders",
        ),
    ],
)
def test_what_only_copies_can_be_read_of(
    spark: SparkSession, lake: Lake, keys: list[str], message: str
) -> None:
    for key in keys:
        lake.put(key, ROWS)
    with pytest.raises(SourceError, match=f"{message}.*set copy: true"):
        read(spark, lake, "in/")


def test_what_is_wrong_with_a_header_is_told_by_the_name_of_the_file(
    spark: SparkSession, lake: Lake
) -> None:
    lake.put("in/a.csv", "id\n1\n")
    with pytest.raises(SourceError, match=rf"s3://{lake.theirs}/in/a\.csv: has no column note"):
        read(spark, lake, "in/")
