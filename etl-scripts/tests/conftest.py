"""One small Spark session for all tests of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from lake import Lake
from pyspark.sql import DataFrame, SparkSession
from reading import BUILT_IN_JARS, Content, Read, placed

import checked as checked_module
from checked import CheckedSource
from sources import read_source
from transform import SPARK_CONF

VIEW_FS = "org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme"
RAW_FS = "org.apache.hadoop.fs.RawLocalFileSystem"


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    session = (
        SparkSession.builder.master("local[1]")
        .appName("etl-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        # For a few rows, starting and compiling costs more than computing.
        .config("spark.driver.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.shuffle.partitions", "1")
        # s3://bucket/ is a folder, as `mount` says.
        .config("spark.hadoop.fs.s3.impl", VIEW_FS)
        .config("spark.hadoop.fs.viewfs.overload.scheme.target.s3.impl", RAW_FS)
        .config("spark.hadoop.fs.file.impl", RAW_FS)
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.jars", ",".join(map(str, BUILT_IN_JARS)))
        .getOrCreate()
    )
    for name, value in SPARK_CONF.items():
        session.conf.set(name, value)
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(autouse=True)
def _no_long_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts that Spark never tells are not waited for: they are counted by themselves."""
    monkeypatch.setattr(checked_module, "_SECONDS_TO_TELL", 0.5)


@pytest.fixture
def lake(spark: SparkSession, tmp_path: Path) -> Lake:
    """Buckets of this test alone, for boto3's calls and for Spark."""
    buckets = Lake(tmp_path)
    conf = spark.sparkContext._jsc.hadoopConfiguration()
    for bucket in (buckets.data, buckets.theirs):
        path = tmp_path / bucket
        path.mkdir()
        conf.set(f"fs.viewfs.mounttable.{bucket}.linkFallback", path.as_uri())
    return buckets


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def hiring(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(
        [("2020-03-01", 100.0), ("2020-03-02", 90.0), ("2020-02-01", 80.0)],
        "post_date string, count_id_indexed double",
    )


@pytest.fixture
def checked(spark: SparkSession, tmp_path: Path) -> Callable[..., CheckedSource]:
    def make(
        files: dict[str, Content],
        columns: Sequence[dict[str, Any]],
        headers: dict[str, Sequence[str]] | None = None,
        **source: Any,
    ) -> CheckedSource:
        whole = {"name": "orders", "format": "csv", "columns": columns, **source}
        placed_files = placed(tmp_path, files, headers)
        rows = read_source(spark, whole, placed_files, f"file://{tmp_path}/")
        return CheckedSource(whole, placed_files, rows)

    return make


@pytest.fixture
def read(checked: Callable[..., CheckedSource], tmp_path: Path) -> Read:
    def rows_of(*args: Any, **source: Any) -> list[tuple[Any, ...]]:
        source_rows = checked(*args, **source)
        rows = sorted(map(tuple, source_rows.rows.collect()), key=repr)
        source_rows.settle(f"file://{tmp_path}/rejected")
        return rows

    return rows_of
