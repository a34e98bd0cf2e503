"""Whole runs on DuckDB: what is left for the load is what a run on Spark leaves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lake import Lake
from memory_glue import MemoryGlue
from pyspark.sql import SparkSession
from random_pipelines.engines import multiset
from reading import column

import transform
from catalog_tables import Catalog
from duckdb_engine import running
from duckdb_engine.limits import MIB, MOST_BYTES, check_size, read_size
from duckdb_engine.spark_needed import SparkNeeded
from pipeline import PipelineError
from result_files import ResultError
from source_files import SourceError, SourceFile

COLUMNS = [
    column("id", "bigint"),
    column("price", "decimal", precision=6, scale=2),
    column("day", "date"),
    column("shop"),
]
GOOD = (
    "id,price,day,shop\n1,1.50,2024-01-01,a/b=c\n1,2.25,2024-01-01,a/b=c\n2,3,2024-01-02,é\n3,,,\n"
)
TOLD = "loading/sums.json"


class Engines:
    """The same pipeline on each of the engines, each with buckets of its own."""

    def __init__(self, spark: SparkSession, lake: Lake, csv: str = GOOD) -> None:
        self.spark, self.lake = spark, lake
        self.glue = MemoryGlue()
        self.noted: dict[str, str] = {}
        lake.put("orders/a.csv", csv)

    def pipeline(self, **pipeline: Any) -> dict[str, Any]:
        uri = f"s3://{self.lake.theirs}/orders/"
        source = {"name": "orders", "uri": uri, "format": "csv", "columns": COLUMNS}
        return {
            "name": "orders",
            "warehouse": {"table": "sums"},
            "catalog": {"tables": "declared"},
            **pipeline,
            "sources": [{**source, **pipeline.get("source", {})}],
        }

    def run(self, engine: str, **pipeline: Any) -> dict[str, Any]:
        whole = self.pipeline(**pipeline)
        s3, data, note = self.lake.s3, self.lake.data, self.noted.__setitem__
        catalog = Catalog(self.glue, "shop", s3, data)
        if engine == "duckdb":
            running.run(s3, whole, data, catalog, note)
        else:
            transform.run(self.spark, s3, whole, data, catalog, note)
        return json.loads(s3.objects[data, TOLD])

    def rows(self, told: dict[str, Any]) -> list[list[str]]:
        """The rows that the load finds."""
        files = [file["url"] for file in told["files"]]
        return multiset(self.spark.read.parquet(*files).collect())

    def processed(self) -> list[str]:
        """The folders and the formats of the processed files, without their own names."""
        prefix = "processed/sums/"
        keys = [key for bucket, key in self.lake.s3.objects if bucket == self.lake.data]
        return sorted(
            {
                key[: key.rindex("/") + 1]
                for key in keys
                if key.startswith(prefix) and key.endswith(".snappy.parquet")
            }
        )


@pytest.mark.parametrize("partition_by", [[], ["day", "shop"]])
def test_what_the_load_is_told(spark: SparkSession, lake: Lake, partition_by: list[str]) -> None:
    engines = Engines(spark, lake)
    steps = [
        {"kind": "filter", "condition": "id < 3"},
        {"kind": "derive", "columns": [{"as": "n", "expression": "int(id) * 2"}]},
    ]
    options = {"transform": steps, "output": {"partitionBy": partition_by}}
    theirs = engines.run("spark", **options)
    schema = spark.read.parquet(*(file["url"] for file in theirs["files"])).schema
    rows, processed = engines.rows(theirs), engines.processed()
    table, partitions = engines.glue.tables["processed_sums"], engines.glue.partitions
    partitions = dict(partitions.get("processed_sums", {}))

    ours = engines.run("duckdb", **options)
    changing = ("computedAt", "files")
    assert {key: value for key, value in ours.items() if key not in changing} == {
        key: value for key, value in theirs.items() if key not in changing
    }
    assert spark.read.parquet(*(file["url"] for file in ours["files"])).schema == schema
    assert engines.rows(ours) == rows
    assert engines.processed() == processed
    assert engines.glue.tables["processed_sums"] == table
    assert dict(engines.glue.partitions.get("processed_sums", {})) == partitions
    for file in ours["files"]:
        key = file["url"].removeprefix(f"s3://{lake.data}/")
        assert len(lake.s3.objects[lake.data, key]) == file["content_length"]
    manifest = json.loads(lake.s3.objects[lake.data, "loading/sums.manifest"])
    assert [entry["url"] for entry in manifest["entries"]] == [one["url"] for one in ours["files"]]


def test_nothing_new_is_skipped_by_both(spark: SparkSession, lake: Lake) -> None:
    engines = Engines(spark, lake)
    options = {"start": {"condition": {"newFiles": 2}}}
    assert engines.run("duckdb", **options) == engines.run("spark", **options)
    assert engines.noted == {"glue-pipelines.io/skipped": "nothing-new"}


@pytest.mark.parametrize(
    ("csv", "pipeline", "why"),
    [
        ("id,price,day,shop\nx,1,,\n", {}, "orders has rows that DuckDB does not take for valid"),
        (GOOD, {"quality": [{"kind": "rowCount"}]}, "rules of quality"),
        (GOOD, {"transform": [{"kind": "sample", "fraction": 0.5}]}, r"transform\[0\]: a step"),
        (
            GOOD,
            {"transform": [{"kind": "filter", "condition": "1 / (id - 1) > 0"}]},
            "a number is divided by zero",
        ),
        (
            GOOD,
            {
                "transform": [
                    {"kind": "derive", "columns": [{"as": "at", "expression": "timestamp(day)"}]}
                ]
            },
            "at is a timestamp",
        ),
        (
            GOOD,
            {
                "transform": [
                    {
                        "kind": "derive",
                        "columns": [{"as": "n", "expression": "id * 9223372036854775807"}],
                    }
                ]
            },
            r"DuckDB did not compute with the rows \(OutOfRangeException\)",
        ),
    ],
)
def test_what_is_left_to_spark(
    spark: SparkSession, lake: Lake, csv: str, pipeline: dict[str, Any], why: str
) -> None:
    engines = Engines(spark, lake, csv)
    lake.s3.objects[lake.data, TOLD] = b"{}"
    with pytest.raises(SparkNeeded, match=why):
        engines.run("duckdb", **pipeline)
    assert (lake.data, TOLD) not in lake.s3.objects


@pytest.mark.parametrize(
    ("pipeline", "error", "message"),
    [
        (
            {"transform": [{"kind": "filter", "condition": "id > 9"}]},
            PipelineError,
            "no row is left",
        ),
        (
            {
                "transform": [
                    {
                        "kind": "derive",
                        "columns": [{"as": "long", "expression": "repeat('x', 70000)"}],
                    }
                ]
            },
            ResultError,
            "column long has a text of 70000 bytes",
        ),
        (
            {
                "transform": [{"kind": "fill", "columns": [{"column": "shop", "value": ""}]}],
                "output": {"partitionBy": ["shop"]},
            },
            ResultError,
            "shop has empty texts",
        ),
    ],
)
def test_what_fails_on_both(
    spark: SparkSession,
    lake: Lake,
    pipeline: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    engines = Engines(spark, lake)
    for engine in ("duckdb", "spark"):
        with pytest.raises(error, match=message):
            engines.run(engine, **pipeline)


def test_a_source_that_changes_while_it_is_read(
    spark: SparkSession, lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines = Engines(spark, lake)
    steps = running.transform

    def change_then_compute(*given: Any) -> Any:
        lake.put("orders/a.csv", GOOD + "9,9,,\n")
        return steps(*given)

    monkeypatch.setattr(running, "transform", change_then_compute)
    with pytest.raises(SourceError, match=r"orders/a\.csv: changed while"):
        engines.run("duckdb")
    assert (lake.data, TOLD) not in lake.s3.objects


def test_more_rows_than_memory_has_are_spilled(
    spark: SparkSession, lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "MEMORY", "60MB")
    lines = "".join(f"{number},1.25,2024-01-01,{number:0>40}\n" for number in range(300_000))
    engines = Engines(spark, lake, "id,price,day,shop\n" + lines)
    steps = [{"kind": "deduplicate", "columns": ["shop"]}]
    assert engines.run("duckdb", transform=steps)["rows"] == 300_000


@pytest.mark.parametrize(
    ("name", "file_format", "size"),
    [("a.csv", "csv", 5), ("a.csv.gz", "csv", 40), ("a.json", "json", 5), ("a", "parquet", 20)],
)
def test_sizes_are_those_of_rows(name: str, file_format: str, size: int) -> None:
    assert read_size(SourceFile(f"s3://b/{name}", "", None, "", 5), file_format) == size


def test_the_size_of_all_sources_is_bounded() -> None:
    half = SourceFile("s3://b/a.csv", "", None, "", MOST_BYTES // 2)
    assert check_size([(half, "csv"), (half, "csv")]) == MOST_BYTES
    more = SourceFile("s3://b/b.csv", "", None, "", MIB)
    with pytest.raises(SparkNeeded, match=r"are 129 MB large as they are read, .* takes 128 MB"):
        check_size([(half, "csv"), (half, "csv"), (more, "csv")])
