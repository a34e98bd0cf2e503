"""Whole runs of transform.py: what is left for the load, and when."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from memory_s3 import MemoryS3
from pyspark.sql import SparkSession
from reading import column

import transform
from pipeline import PipelineError
from rows import SourceError

COLUMNS = [column("id", "bigint"), column("price", "decimal", precision=6, scale=2)]
TOLD = ("data", "loading/sums.json")
MANIFEST = ("data", "loading/sums.manifest")


class Bucket:
    """A data bucket: the data in a folder, of which S3 is told before each run."""

    def __init__(self, folder: Path, csv: str) -> None:
        self.folder = folder
        raw = folder / "raw" / "orders"
        raw.mkdir(parents=True)
        (raw / "part-00000.csv").write_text(csv)
        file = {
            "key": "raw/orders/part-00000.csv",
            "source": "s3://theirs/orders.csv",
            "header": csv.splitlines()[0].split(","),
            "etag": '"1"',
        }
        listed = json.dumps({"files": [file]}).encode()
        self.s3 = MemoryS3({("data", "raw/orders/_files.json"): listed, TOLD: b"{}"})

    def paginate(self, Bucket: str, Prefix: str) -> list[dict[str, Any]]:  # noqa: N803 - boto3's names
        assert Bucket == "data"
        found = sorted((self.folder / Prefix).rglob("*"))
        keys = [path for path in found if path.is_file() and not path.name.startswith(".")]
        return [
            {
                "Contents": [
                    {"Key": str(path.relative_to(self.folder)), "Size": path.stat().st_size}
                    for path in keys
                ]
            }
        ]

    def run(self, spark: SparkSession, **pipeline: Any) -> dict[str, Any]:
        # Spark wrote to the folder, so that is what is listed.
        self.s3.paginate = self.paginate  # type: ignore[method-assign]
        source = {"name": "orders", "format": "csv", "columns": COLUMNS}
        whole = {
            "name": "orders",
            "warehouse": {"table": "sums"},
            **pipeline,
            "sources": [{**source, **pipeline.get("source", {})}],
        }
        self.told: dict[str, str] = {}
        root = self.folder.as_uri()
        transform.run(spark, self.s3, whole, "data", root, self.told.__setitem__)
        return json.loads(self.s3.objects[TOLD])


def keep(condition: str) -> list[dict[str, str]]:
    return [{"kind": "filter", "condition": condition}]


GOOD = "id,price\n1,1.50\n1,2.25\n2,3\n"


@pytest.mark.parametrize("partition_by", [[], ["id"]])
def test_what_the_load_is_told(
    spark: SparkSession, tmp_path: Path, partition_by: list[str]
) -> None:
    bucket = Bucket(tmp_path, GOOD)
    told = bucket.run(spark, output={"partitionBy": partition_by})
    assert told["pipeline"] == "orders"
    assert told["rows"] == 3
    assert told["columns"] == [
        {"name": "id", "type": "bigint"},
        {"name": "price", "type": "decimal", "precision": 6, "scale": 2},
    ]
    assert told["names"] == {"id": "id", "price": "price"}
    [entry] = json.loads(bucket.s3.objects["data", "loading/sums.sources.manifest"])["entries"]
    assert entry == {"url": "s3://data/loading/sums.sources.json", "mandatory": True}
    listed = bucket.s3.objects["data", "loading/sums.sources.json"].decode().splitlines()
    assert [json.loads(line) for line in listed] == [
        {"file": "s3://theirs/orders.csv", "etag": '"1"'}
    ]
    folder = "loading" if partition_by else "processed"
    entries = json.loads(bucket.s3.objects[MANIFEST])["entries"]
    assert [(file["url"], file["content_length"]) for file in told["files"]] == [
        (entry["url"], entry["meta"]["content_length"]) for entry in entries
    ]
    for file in told["files"]:
        assert file["url"].startswith(f"s3://data/{folder}/sums/")
        path = tmp_path / file["url"].removeprefix("s3://data/")
        assert path.stat().st_size == file["content_length"]


@pytest.mark.parametrize(
    ("csv", "pipeline", "error", "message"),
    [
        ("id,price\n1,1.505\n", {}, SourceError, r"price is no decimal\(6,2\) \(1 row"),
        # The invalid row has no part in the result, and fails the run all the same.
        (
            "id,price\nx,1.50\n2,1\n",
            {
                "transform": [
                    {"kind": "filter", "condition": "id > 1"},
                    {"kind": "select", "columns": ["price"]},
                ]
            },
            SourceError,
            r"id is no bigint \(1 row",
        ),
        (
            GOOD,
            {"transform": keep("id > 9")},
            PipelineError,
            "no row is left",
        ),
        (
            GOOD,
            {"transform": keep("id / 0 > 1")},
            PipelineError,
            "divided by zero",
        ),
        (
            GOOD,
            {"quality": [{"kind": "unique", "columns": ["id"], "name": "one row for each"}]},
            PipelineError,
            r"quality\[0\] \(one row for each\): 1 of 3 rows repeat others",
        ),
        (
            GOOD,
            {"quality": [{"kind": "sql", "condition": "1 / (id - 2) < 9"}]},
            PipelineError,
            r"quality: a number is divided by zero",
        ),
    ],
)
def test_a_run_that_fails_leaves_nothing_to_load(
    spark: SparkSession,
    tmp_path: Path,
    csv: str,
    pipeline: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    bucket = Bucket(tmp_path, csv)
    with pytest.raises(error, match=message):
        bucket.run(spark, **pipeline)
    assert TOLD not in bucket.s3.objects


def test_an_empty_result_may_be_right(spark: SparkSession, tmp_path: Path) -> None:
    bucket = Bucket(tmp_path, GOOD)
    told = bucket.run(spark, transform=keep("id > 9"), output={"whenEmpty": "load"})
    assert told["rows"] == 0
    assert spark.read.parquet(f"{tmp_path.as_uri()}/processed/sums/").columns == ["id", "price"]


def test_rows_set_aside_are_told(
    spark: SparkSession, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bucket = Bucket(tmp_path, GOOD + "secret,4\n")
    told = bucket.run(spark, source={"onInvalid": "setAside"})
    assert told["rows"] == 3
    out = capsys.readouterr().out
    assert "set aside: orders: 1 row(s)" in out
    assert "secret" not in out
    assert len(list((tmp_path / "rejected" / "orders").glob("*.json"))) == 1


@pytest.mark.parametrize("partition_by", [[], ["id"]])
def test_rows_of_the_quarantine_are_not_loaded(
    spark: SparkSession, tmp_path: Path, partition_by: list[str]
) -> None:
    bucket = Bucket(tmp_path, GOOD)
    rule = {"kind": "range", "column": "price", "max": "2", "onFailure": "quarantine"}
    told = bucket.run(spark, quality=[rule], output={"partitionBy": partition_by})
    assert told["rows"] == 1
    [file] = told["files"]
    path = str(tmp_path / file["url"].removeprefix("s3://data/"))
    assert [row.price for row in spark.read.parquet(path).collect()] == [Decimal("1.50")]
    report = json.loads(bucket.told["glue-pipelines.io/quality"])
    assert report["quarantined"] == 2
    folder = tmp_path / report["quarantine"].removeprefix("s3://data/")
    lines = [line for file in folder.glob("*.json") for line in file.read_text().splitlines()]
    assert sorted(json.loads(line)["_row"]["price"] for line in lines) == [2.25, 3.0]


def test_a_result_of_which_nothing_is_left_tells_why(spark: SparkSession, tmp_path: Path) -> None:
    bucket = Bucket(tmp_path, GOOD)
    rule = {"kind": "range", "column": "price", "max": "1", "onFailure": "quarantine"}
    with pytest.raises(PipelineError, match="no row is left"):
        bucket.run(spark, quality=[rule])
    report = json.loads(bucket.told["glue-pipelines.io/quality"])
    assert (report["rows"], report["quarantined"], report["stopped"]) == (0, 3, True)


def test_without_the_list_of_prepare(spark: SparkSession, tmp_path: Path) -> None:
    bucket = Bucket(tmp_path, GOOD)
    del bucket.s3.objects["data", "raw/orders/_files.json"]
    with pytest.raises(
        PipelineError, match=r"_files\.json is missing, so prepare has not finished"
    ):
        bucket.run(spark)
