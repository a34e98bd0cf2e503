"""Runs of a source with `incremental: files`: which files they read, and when there are none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lake import Lake
from pyspark.sql import SparkSession
from reading import column

import prepare
import transform
from loaded import read_loaded, write_loaded
from source_files import SourceError

COLUMNS = [column("id", "bigint")]


class Runs:
    """Runs of a pipeline, each followed by what a load that commits writes down."""

    def __init__(self, spark: SparkSession, lake: Lake, **options: Any) -> None:
        self.spark, self.lake = spark, lake
        uri = f"s3://{lake.theirs}/in/"
        source = {"name": "rows", "uri": uri, "format": "csv", "columns": COLUMNS, **options}
        self.pipeline = {
            "name": "rows",
            "warehouse": {"table": "rows", "load": {"mode": "append"}},
            "catalog": {"tables": "crawled"},
            "sources": [{"incremental": "files", **source}],
        }
        self.noted: dict[str, str] = {}

    def __call__(self, mode: str = "append") -> list[int] | None:
        """The ids that are to be loaded, None where a run does nothing."""
        self.noted.clear()
        self.pipeline["warehouse"]["load"] = {"mode": mode}
        s3, data = self.lake.s3, self.lake.data
        prepare.run(s3, self.pipeline, data)
        note = self.noted.__setitem__
        written = transform.run(self.spark, s3, self.pipeline, data, None, note)
        if written is None:
            return None
        rows = self.spark.read.parquet(f"s3://{data}/processed/rows/").collect()
        return sorted(row.id for row in rows)

    def told(self) -> dict[str, Any]:
        return json.loads(self.lake.s3.objects[self.lake.data, "loading/rows.json"])

    def commit(self) -> None:
        listed = self.lake.s3.objects[self.lake.data, "loading/rows.sources.json"]
        files = [json.loads(line) for line in listed.decode().splitlines()]
        warehouse = self.pipeline["warehouse"]
        before = read_loaded(self.lake.s3, self.lake.data, warehouse)
        loaded = {**before, **{file["file"]: file["etag"] for file in files}}
        write_loaded(self.lake.s3, self.lake.data, warehouse, loaded)


@pytest.mark.parametrize("copy", [False, True])
def test_a_run_reads_the_files_that_have_come(spark: SparkSession, lake: Lake, copy: bool) -> None:
    run = Runs(spark, lake, copy=copy)
    lake.put("in/a.csv", "id\n1\n")
    assert run() == [1]
    assert run.told()["loadedBefore"] == 0
    # Nothing was committed, so nothing is left out.
    assert run() == [1]
    run.commit()
    lake.put("in/b.csv", "id\n2\n")
    lake.put("in/c.csv", "id\n3\n")
    assert run() == [2, 3]
    assert run.told()["loadedBefore"] == 1
    assert run.noted == {}
    run.commit()
    assert run() is None
    assert run.told() == {
        "pipeline": "rows",
        "skipped": "nothing-new",
        "incremental": "files",
        "loadedBefore": 3,
    }
    assert run.noted == {"glue-pipelines.io/skipped": "nothing-new"}


def test_a_run_waits_for_as_many_files_as_it_wants(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake)
    run.pipeline["start"] = {"condition": {"newFiles": 2}}
    lake.put("in/a.csv", "id\n1\n")
    assert run() is None
    assert run.noted == {"glue-pipelines.io/skipped": "nothing-new"}
    lake.put("in/b.csv", "id\n2\n")
    assert run() == [1, 2]
    run.commit()
    lake.put("in/c.csv", "id\n3\n")
    assert run() is None


def test_a_file_that_is_loaded_may_go(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake)
    with pytest.raises(SourceError, match="holds no data"):
        run()
    lake.put("in/a.csv", "id\n1\n")
    run()
    run.commit()
    lake.s3.delete_object(lake.theirs, "in/a.csv")
    assert run() is None
    lake.put("in/b.csv", "id\n2\n")
    assert run() == [2]


def test_a_file_that_is_rewritten(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake)
    lake.put("in/a.csv", "id\n1\n")
    lake.put("in/b.csv", "id\n2\n")
    run()
    run.commit()
    lake.put("in/a.csv", "id\n1\n7\n")
    with pytest.raises(SourceError, match=r"in/a\.csv: was rewritten after its rows were appended"):
        run()
    assert run("merge") == [1, 7]


def test_another_table_has_nothing_yet(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake)
    lake.put("in/a.csv", "id\n1\n")
    run()
    run.commit()
    run.pipeline["warehouse"]["schema"] = "marts"
    assert run() == [1]
