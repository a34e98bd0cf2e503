"""Folders, and Avro, ORC and Parquet files of sources, on real Spark."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import SparkSession
from reading import ID, NOTE, Read, column, csv_of, needs_avro

from checked import CheckedSource
from rows import SourceFile
from source_files import SourceError
from sources import read_source

_DAY = datetime.date(2024, 1, 31)
_NOON = datetime.datetime(2024, 1, 31, 12, 0)


def test_folders_are_columns(read: Read) -> None:
    files = {
        "year=2023/zone=01/a.csv": csv_of("id", "1"),
        "year=2024/zone=a b/a.csv": csv_of("id", "2"),
    }
    columns = [ID, column("year", "int"), column("zone")]
    rows = read(files, columns, {key: ["id"] for key in files})
    assert rows == [(1, 2023, "01"), (2, 2024, "a b")]


@pytest.fixture(params=["parquet", "orc", pytest.param("avro", marks=needs_avro)])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def read_typed(spark: SparkSession, tmp_path: Path, kind: str) -> Read:
    def rows_of(queries: Sequence[str], columns: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
        files = []
        for index, query in enumerate(queries):
            folder = tmp_path / f"written-{index}"
            spark.sql(query).coalesce(1).write.format(kind).save(f"file://{folder}")
            target = tmp_path / "raw" / f"{index}.{kind}"
            target.parent.mkdir(exist_ok=True)
            next(folder.glob(f"*.{kind}")).rename(target)
            files.append(SourceFile(f"file://{target}", f"s3://theirs/{index}.{kind}", None))
        source = {"name": "orders", "format": kind, "columns": columns}
        rows = read_source(spark, source, files, f"file://{tmp_path}/raw/")
        checked = CheckedSource(source, files, rows)
        found = sorted(map(tuple, checked.rows.collect()), key=repr)
        checked.settle(f"file://{tmp_path}/rejected")
        return found

    return rows_of


def test_typed_files_may_differ(read_typed: Read) -> None:
    queries = [
        "SELECT 1 AS id, 'x' AS note",
        "SELECT true AS extra, 'y' AS note, 9007199254740993L AS ID",
    ]
    assert read_typed(queries, [ID, NOTE]) == [(1, "x"), (9007199254740993, "y")]


@pytest.mark.parametrize(
    ("query", "declared", "expected"),
    [
        ("SELECT CAST(0.5 AS FLOAT) AS v", column("v", "double"), 0.5),
        (
            "SELECT CAST(1.5 AS DECIMAL(9,3)) AS v",
            column("v", "decimal", precision=4, scale=1),
            Decimal("1.5"),
        ),
        ("SELECT 5L AS v", column("v", "decimal", precision=4, scale=1), Decimal("5.0")),
        ("SELECT 5L AS v", column("v", "int"), 5),
        ("SELECT named_struct('a', 1) AS v", column("v"), '{"a":1}'),
        ("SELECT array(1, 2) AS v", column("v"), "[1,2]"),
        ("SELECT TIMESTAMP_NTZ'2024-01-31 12:00:00' AS v", column("v", "timestamp"), _NOON),
        ("SELECT TIMESTAMP'2024-01-31 12:00:00' AS v", column("v", "timestamp"), _NOON),
        ("SELECT DATE'2024-01-31' AS v", column("v", "date"), _DAY),
        ("SELECT CAST(NULL AS BIGINT) AS v", column("v", "bigint"), None),
    ],
)
def test_a_typed_value(
    read_typed: Read, query: str, declared: dict[str, Any], expected: object
) -> None:
    assert read_typed([query], [declared]) == [(expected,)]


@pytest.mark.parametrize(
    ("query", "declared", "message"),
    [
        ("SELECT 1 AS w", column("v", "int"), r"0\.\w+ has no column v; its columns are w"),
        ("SELECT 'x' AS v", column("v", "bigint"), r"0\.\w+ has a column v of the type string"),
        ("SELECT 1.5D AS v", column("v", "bigint"), "of the type double"),
        ("SELECT DATE'2024-01-31' AS v", column("v", "timestamp"), "of the type date"),
        ("SELECT CAST('x' AS BINARY) AS v", column("v"), "of the type binary"),
        ("SELECT 2147483648L AS v", column("v", "int"), "v is no int"),
        (
            "SELECT CAST(1.55 AS DECIMAL(9,2)) AS v",
            column("v", "decimal", precision=4, scale=1),
            r"v is no decimal\(4,1\)",
        ),
        ("SELECT CAST(NULL AS INT) AS v", column("v", "int", nullable=False), "v is missing"),
    ],
)
def test_a_typed_value_of_another_type(
    read_typed: Read, query: str, declared: dict[str, Any], message: str
) -> None:
    with pytest.raises(SourceError, match=message):
        read_typed([query], [declared])


def test_a_file_that_is_of_another_format(read: Read, kind: str) -> None:
    with pytest.raises(SourceError, match=rf"s3://theirs/a\.{kind} cannot be read as \w+: ."):
        read({f"a.{kind}": csv_of("id", "1")}, [ID], format=kind)


def _avro(remark: str = "", sync: bytes = b"0123456789abcdef") -> bytes:
    """A file of one row, with a header of two entries."""
    fields = [{"name": "id", "type": "long"}]
    schema = json.dumps({"type": "record", "name": "r", "doc": remark, "fields": fields}).encode()

    def text(value: bytes) -> bytes:
        size, written = len(value) * 2, b""
        while size > 127:
            written, size = written + bytes([size & 127 | 128]), size >> 7
        return written + bytes([size]) + value

    header = b"\x04" + text(b"avro.schema") + text(schema) + text(b"avro.codec") + text(b"null")
    rows = b"\x02" + text(b"\x02") + sync
    return b"Obj\x01" + header + b"\x00" + sync + rows


@needs_avro
@pytest.mark.parametrize("remark", ["", "x" * 70_000], ids=["short", "long"])
def test_avro_that_is_cut_off(read: Read, remark: str) -> None:
    whole = _avro(remark)
    assert read({"a.avro": whole}, [ID], format="avro") == [(1,)]
    for cut in (1, 16, 17):
        with pytest.raises(SourceError, match=r"s3://theirs/a\.avro ends within its rows"):
            read({"a.avro": whole[:-cut]}, [ID], format="avro")


@needs_avro
def test_avro_without_rows(read: Read) -> None:
    block = 1 + 2 + 16
    assert read({"a.avro": _avro()[:-block]}, [ID], format="avro") == []


def test_a_folder_that_hive_has_for_null(read: Read) -> None:
    files = {"year=__HIVE_DEFAULT_PARTITION__/a.csv": csv_of("id", "1")}
    rows = read(files, [ID, column("year", "int")], {key: ["id"] for key in files})
    assert rows == [(1, None)]


def test_a_folder_that_is_no_value_of_its_column(read: Read) -> None:
    files = {"year=soon/a.csv": csv_of("id", "1")}
    with pytest.raises(SourceError, match="year is no int"):
        read(files, [ID, column("year", "int")], {key: ["id"] for key in files})


def test_a_folder_of_a_name_that_lines_have(read: Read) -> None:
    files = {"value=1/a.csv": csv_of("id", "1")}
    with pytest.raises(SourceError, match=r"value=1/a\.csv lies in a folder value="):
        read(files, [ID], {key: ["id"] for key in files})


def test_nested_nulls_are_kept(read_typed: Read) -> None:
    query = "SELECT named_struct('a', CAST(NULL AS INT), 'b', 2) AS v"
    assert read_typed([query], [column("v")]) == [('{"a":null,"b":2}',)]
