"""Whole runs of transform.py: what is left for the load, and when."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from lake import Lake
from memory_glue import MemoryGlue
from memory_s3 import MemoryS3
from pyspark.sql import SparkSession
from reading import column

import transform
from catalog_tables import Catalog
from copying import replace_source
from pipeline import PipelineError
from source_files import SourceError

COLUMNS = [column("id", "bigint"), column("price", "decimal", precision=6, scale=2)]
TOLD = "loading/sums.json"
MANIFEST = "loading/sums.manifest"


class NoCatalog:
    """Nothing may be declared in it."""


class Run:
    """Runs of a pipeline of one source, `orders/` of the bucket of others."""

    def __init__(self, lake: Lake, csv: str) -> None:
        self.lake = lake
        self.catalog: Any = NoCatalog()
        lake.put("orders/a.csv", csv)
        lake.s3.objects[lake.data, TOLD] = b"{}"

    def __call__(self, spark: SparkSession, **pipeline: Any) -> dict[str, Any]:
        uri = f"s3://{self.lake.theirs}/orders/"
        source = {"name": "orders", "uri": uri, "format": "csv", "columns": COLUMNS}
        whole = {
            "name": "orders",
            "warehouse": {"table": "sums"},
            "catalog": {"tables": "crawled"},
            **pipeline,
            "sources": [{**source, **pipeline.get("source", {})}],
        }
        self.noted: dict[str, str] = {}
        note = self.noted.__setitem__
        transform.run(spark, self.lake.s3, whole, self.lake.data, self.catalog, note)
        return json.loads(self.lake.s3.objects[self.lake.data, TOLD])

    @property
    def told(self) -> bool:
        return (self.lake.data, TOLD) in self.lake.s3.objects


def keep(condition: str) -> list[dict[str, str]]:
    return [{"kind": "filter", "condition": condition}]


GOOD = "id,price\n1,1.50\n1,2.25\n2,3\n"


@pytest.mark.parametrize("partition_by", [[], ["id"]])
def test_what_the_load_is_told(spark: SparkSession, lake: Lake, partition_by: list[str]) -> None:
    run = Run(lake, GOOD)
    told = run(spark, output={"partitionBy": partition_by})
    assert told["pipeline"] == "orders"
    assert told["rows"] == 3
    assert told["columns"] == [
        {"name": "id", "type": "bigint"},
        {"name": "price", "type": "decimal", "precision": 6, "scale": 2},
    ]
    assert told["names"] == {"id": "id", "price": "price"}
    [entry] = json.loads(lake.s3.objects[lake.data, "loading/sums.sources.manifest"])["entries"]
    assert entry == {
        "url": f"s3://{lake.data}/loading/sums.sources.json",
        "mandatory": True,
    }
    listed = lake.s3.objects[lake.data, "loading/sums.sources.json"].decode().splitlines()
    assert [json.loads(line) for line in listed] == [
        {"file": f"s3://{lake.theirs}/orders/a.csv", "etag": MemoryS3.etag(GOOD.encode())}
    ]
    folder = "loading" if partition_by else "processed"
    entries = json.loads(lake.s3.objects[lake.data, MANIFEST])["entries"]
    assert [(file["url"], file["content_length"]) for file in told["files"]] == [
        (entry["url"], entry["meta"]["content_length"]) for entry in entries
    ]
    for file in told["files"]:
        key = file["url"].removeprefix(f"s3://{lake.data}/")
        assert key.startswith(f"{folder}/sums/")
        assert len(lake.s3.objects[lake.data, key]) == file["content_length"]


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
    lake: Lake,
    csv: str,
    pipeline: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    run = Run(lake, csv)
    with pytest.raises(error, match=message):
        run(spark, **pipeline)
    assert not run.told


def test_an_empty_result_may_be_right(spark: SparkSession, lake: Lake) -> None:
    run = Run(lake, GOOD)
    told = run(spark, transform=keep("id > 9"), output={"whenEmpty": "load"})
    assert told["rows"] == 0
    assert spark.read.parquet(f"s3://{lake.data}/processed/sums/").columns == ["id", "price"]


def test_rows_set_aside_are_told(
    spark: SparkSession, lake: Lake, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run(lake, GOOD + "secret,4\n")
    told = run(spark, source={"onInvalid": "setAside"})
    assert told["rows"] == 3
    out = capsys.readouterr().out
    assert "set aside: orders: 1 row(s)" in out
    assert "secret" not in out
    rejected = [key for _, key in lake.s3.objects if key.startswith("rejected/orders/part-")]
    assert len(rejected) == 1


@pytest.mark.parametrize("partition_by", [[], ["id"]])
def test_rows_of_the_quarantine_are_not_loaded(
    spark: SparkSession, lake: Lake, partition_by: list[str]
) -> None:
    run = Run(lake, GOOD)
    rule = {"kind": "range", "column": "price", "max": "2", "onFailure": "quarantine"}
    told = run(spark, quality=[rule], output={"partitionBy": partition_by})
    assert told["rows"] == 1
    [file] = told["files"]
    rows = spark.read.parquet(file["url"]).collect()
    assert [row.price for row in rows] == [Decimal("1.50")]
    report = json.loads(run.noted["glue-pipelines.io/quality"])
    assert report["quarantined"] == 2
    rows = spark.read.json(report["quarantine"]).collect()
    assert sorted(row["_row"]["price"] for row in rows) == [2.25, 3.0]


def test_a_result_of_which_nothing_is_left_tells_why(spark: SparkSession, lake: Lake) -> None:
    run = Run(lake, GOOD)
    rule = {"kind": "range", "column": "price", "max": "1", "onFailure": "quarantine"}
    with pytest.raises(PipelineError, match="no row is left"):
        run(spark, quality=[rule])
    report = json.loads(run.noted["glue-pipelines.io/quality"])
    assert (report["rows"], report["quarantined"], report["stopped"]) == (0, 3, True)


def test_the_catalog_gets_the_table_of_the_result(spark: SparkSession, lake: Lake) -> None:
    run, glue = Run(lake, GOOD), MemoryGlue()
    run.catalog = Catalog(glue, "shop", lake.s3, lake.data)
    output = {"partitionBy": ["id"]}
    run(spark, catalog={"tables": "declared"}, output=output)
    assert list(glue.partitions["processed_sums"]) == [("1",), ("2",)]
    run(spark, catalog={"tables": "declared"}, output=output, transform=keep("id > 1"))
    assert list(glue.partitions["processed_sums"]) == [("2",)]
    location = glue.partitions["processed_sums"]["2",]["Location"]
    assert location == f"s3://{lake.data}/processed/sums/id=2/"
    assert [row.price for row in spark.read.parquet(location).collect()] == [3]


def test_without_the_list_of_prepare(spark: SparkSession, lake: Lake) -> None:
    run = Run(lake, GOOD)
    with pytest.raises(
        PipelineError, match=r"_files\.json is missing, so prepare has not finished"
    ):
        run(spark, source={"copy": True})


def test_copies_are_read_instead_of_what_they_were_made_of(spark: SparkSession, lake: Lake) -> None:
    run = Run(lake, GOOD)
    source = {"name": "orders", "uri": f"s3://{lake.theirs}/orders/", "format": "csv"}
    replace_source(lake.s3, {**source, "columns": COLUMNS}, 0, lake.data)
    lake.put("orders/a.csv", "nothing that could be read")
    assert run(spark, source={"copy": True})["rows"] == 3


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda lake: lake.put("orders/a.csv", GOOD), None),
        (lambda lake: lake.put("orders/b.csv", "id,price\n9,9\n"), None),
        (lambda lake: lake.put("orders/a.csv", GOOD + "3,4\n"), r"orders/a\.csv: changed while"),
        # The reason comes before what it led to.
        (lambda lake: lake.put("orders/a.csv", "id,price\nx,y\n"), r"orders/a\.csv: changed"),
        (
            lambda lake: lake.s3.delete_object(lake.theirs, "orders/a.csv"),
            r"orders/a\.csv: changed while it was read: start the pipeline again",
        ),
    ],
)
def test_a_source_that_changes_while_it_is_read(
    spark: SparkSession, lake: Lake, monkeypatch: Any, change: Any, message: str | None
) -> None:
    run = Run(lake, GOOD)
    steps = transform.transform

    def change_then_compute(*args: Any) -> Any:
        change(lake)
        return steps(*args)

    # Spark reads when the result is written, which is after its steps were planned.
    monkeypatch.setattr(transform, "transform", change_then_compute)
    if message is None:
        assert run(spark)["rows"] == 3
        return
    with pytest.raises(SourceError, match=message):
        run(spark)
    assert not run.told
