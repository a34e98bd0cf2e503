"""Runs of a source with `incremental: partitions` or `watermark`: which rows they read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lake import Lake
from pyspark.sql import SparkSession
from reading import column
from test_loaded import Runs

from loaded import read_loaded, write_loaded
from pipeline import PipelineError
from source_files import SourceError

DAY, AT, ID = column("day", "date"), column("at", "timestamp"), column("id", "bigint")


def partitions(spark: SparkSession, lake: Lake, **options: Any) -> Runs:
    return Runs(spark, lake, incremental="partitions", columns=[ID, DAY], **options)


@pytest.mark.parametrize("copy", [False, True])
def test_a_run_reads_the_partitions_that_have_come(
    spark: SparkSession, lake: Lake, copy: bool
) -> None:
    run = partitions(spark, lake, copy=copy)
    lake.put("in/day=2024-01-01/a.csv", "id\n1\n")
    lake.put("in/day=2024-01-01/b.csv", "id\n2\n")
    assert run() == [1, 2]
    run.commit()
    [name] = read_loaded(lake.s3, lake.data, run.pipeline["warehouse"])
    assert name == f"s3://{lake.theirs}/in/day=2024-01-01/"
    assert run() is None
    lake.put("in/day=2024-01-02/a.csv", "id\n3\n")
    run.pipeline["start"] = {"condition": {"newPartitions": 2}}
    assert run() is None
    lake.put("in/day=2024-01-03/a.csv", "id\n4\n")
    assert run() == [3, 4]
    assert run.told()["incremental"] == "partitions"


def test_a_partition_that_gets_more_files(spark: SparkSession, lake: Lake) -> None:
    run = partitions(spark, lake)
    lake.put("in/day=2024-01-01/a.csv", "id\n1\n")
    lake.put("in/day=2024-01-02/a.csv", "id\n2\n")
    run()
    run.commit()
    lake.put("in/day=2024-01-01/late.csv", "id\n7\n")
    with pytest.raises(SourceError, match=r"in/day=2024-01-01/: has other files than when"):
        run()
    # As a whole: what is computed over a partition sees all of its rows.
    assert run("merge") == [1, 7]


def test_a_file_in_no_partition(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake, incremental="partitions")
    lake.put("in/a.csv", "id\n1\n")
    with pytest.raises(SourceError, match=r"in/a\.csv: lies in no folder name=value below"):
        run()


@pytest.mark.parametrize(
    ("before", "incremental", "message"),
    [
        ("s3://a/b.csv", "partitions", "is partitions, and runs before went by files"),
        ("s3://a/day=1/", "files", "is files, and runs before went by partitions"),
        ("watermark:rows.id", "files", "is files, and runs before went by watermark"),
        (
            "watermark:rows.other",
            "watermark",
            "is watermark, and runs before went by watermark of rows.other",
        ),
    ],
)
def test_what_is_new_is_told_in_one_way(
    spark: SparkSession, lake: Lake, before: str, incremental: str, message: str
) -> None:
    run = Runs(spark, lake, incremental=incremental, watermark={"column": "id"})
    lake.put("in/day=1/a.csv", "id\n1\n")
    write_loaded(lake.s3, lake.data, run.pipeline["warehouse"], {before: "1"})
    with pytest.raises(PipelineError, match=message):
        run()


def listed(run: Runs) -> list[dict[str, str]]:
    content = run.lake.s3.objects[run.lake.data, "loading/rows.sources.json"]
    return [json.loads(line) for line in content.decode().splitlines()]


def test_a_run_reads_rows_above_the_greatest(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake, incremental="watermark", watermark={"column": "at"}, columns=[ID, AT])
    lake.put("in/a.csv", "id,at\n1,2024-01-01 00:00:00\n2,2024-01-01 00:00:00.5\n")
    assert run() == [1, 2]
    assert listed(run) == [{"file": "watermark:rows.at", "etag": "2024-01-01 00:00:00.5"}]
    assert run.told()["continues"] is None
    run.commit()
    assert run() is None
    # Whatever file it stands in: a row that is not above is taken for loaded.
    lake.put(
        "in/a.csv",
        "id,at\n2,2024-01-01 00:00:00.5\n3,2024-01-01 00:00:00.6\n4,2023-12-31 23:00:00\n",
    )
    assert run() == [3]
    assert run.told()["continues"] == "2024-01-01 00:00:00.5"
    assert run.told()["loadedBefore"] == 1


@pytest.mark.parametrize(
    ("kind", "values", "lookback", "ids"),
    [
        (column("at", "date"), ("2024-01-10", "2024-01-08", "2024-01-07"), 3, [1, 2]),
        (column("at", "int"), ("10", "8", "7"), 3, [1, 2]),
        (
            column("at", "decimal", precision=6, scale=1),
            ("10.5", "7.6", "7.5"),
            3,
            [1, 2],
        ),
        (
            column("at", "timestamp"),
            ("2024-01-01 00:01:00", "2024-01-01 00:00:31", "2024-01-01 00:00:30"),
            30,
            [1, 2],
        ),
    ],
)
def test_rows_that_come_late_are_read_again(
    spark: SparkSession,
    lake: Lake,
    kind: dict[str, Any],
    values: tuple[str, ...],
    lookback: int,
    ids: list[int],
) -> None:
    watermark = {"column": "at", "lookback": lookback}
    run = Runs(spark, lake, incremental="watermark", watermark=watermark, columns=[ID, kind])
    rows = "".join(f"{number + 1},{value}\n" for number, value in enumerate(values))
    lake.put("in/a.csv", f"id,at\n{rows}")
    assert run("merge") == [1, 2, 3]
    run.commit()
    assert run("merge") == ids
    # The greatest stays even where its row is gone.
    lake.put("in/a.csv", f"id,at\n{rows[rows.index('2,') :]}")
    before = listed(run)
    assert run("merge") == ids[1:]
    assert listed(run) == before


def test_rows_without_a_value_of_the_column(spark: SparkSession, lake: Lake) -> None:
    run = Runs(spark, lake, incremental="watermark", watermark={"column": "at"}, columns=[ID, AT])
    lake.put("in/a.csv", "id,at\n1,2024-01-01 00:00:00\n2,\n")
    with pytest.raises(SourceError, match=r"rows: 1 row\(s\) have no valid at, by which watermark"):
        run()
    run.pipeline["sources"][0]["onInvalid"] = "setAside"
    assert run() == [1]
    run.commit()
    assert run() is None
