"""Files that DuckDB reads have the rows that Spark reads; the others it leaves to Spark."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from memory_s3 import MemoryS3
from pyspark.sql import SparkSession
from random_pipelines.engines import multiset
from reading import Content, Read, column, csv_of

from duckdb_engine.running import connect
from duckdb_engine.s3_files import SourceFileSystem
from duckdb_engine.sources import read_source
from duckdb_engine.spark_needed import SparkNeeded
from source_files import SourceError, SourceFile

ID, NOTE = column("id", "bigint"), column("note")
PRICE = column("price", "decimal", precision=7, scale=2)
ALL = [
    ID,
    column("n", "int"),
    PRICE,
    column("d", "double"),
    column("b", "boolean"),
    column("day", "date"),
    column("at", "timestamp"),
    NOTE,
]


def on_duckdb(
    files: dict[str, Content],
    columns: list[dict[str, Any]],
    headers: dict[str, Any] | None,
    folder: Path,
    **source: Any,
) -> list[Any]:
    whole = {"name": "orders", "format": "csv", "columns": columns, **source}
    contents = {
        key: content.encode() if isinstance(content, str) else content
        for key, content in files.items()
    }
    s3 = MemoryS3({("theirs", key): content for key, content in contents.items()})
    listed = []
    for key, content in contents.items():
        uri = f"s3://theirs/{key}"
        header = (headers or {}).get(key)
        listed.append(SourceFile(uri, uri, header, s3.etag(content), len(content)))
    database = connect(str(folder))
    system = SourceFileSystem(s3)
    database.register_filesystem(system)
    try:
        rows = read_source(database, system, whole, listed, "s3://theirs/")
        return database.execute(f'SELECT * FROM "{rows.name}"').fetchall()
    except Exception as error:
        if isinstance(error, SparkNeeded):
            raise
        raise SparkNeeded(str(error)) from error
    finally:
        database.close()


HEADER = ["id", "note"]
SAME: dict[str, tuple[dict[str, Content], list[dict[str, Any]], dict[str, Any]]] = {
    "plain": ({"a.csv": csv_of("id,note", "1,x", "2,")}, [ID, NOTE], {}),
    "a mark at the beginning, CRLF and no break at the end": (
        {"a.csv": b"\xef\xbb\xbfid,note\r\n1,x\r\n\r\n2,y"},
        [ID, NOTE],
        {},
    ),
    "quotes": (
        {"a.csv": csv_of("id,note", '1,"a ""b"", c"', '"2",""', '3,"x,,"', '"4", y ')},
        [ID, NOTE],
        {},
    ),
    "quotes that are none": (
        {"a.csv": csv_of("id;note", '1;a "b" c', '2;"')},
        [ID, NOTE],
        {"csv": {"delimiter": ";", "quote": "none"}},
    ),
    "single quotes and tabs": (
        {"a.csv": csv_of("id\tnote", "1\t'it''s'", "2\t' x\t'")},
        [ID, NOTE],
        {"csv": {"delimiter": "\t", "quote": "'"}},
    ),
    "other columns between, another order": (
        {"a.csv": csv_of("note,more,id", "x,9,1"), "b.csv": csv_of("id,note", "2,y")},
        [ID, NOTE],
        {},
    ),
    "gzip of two streams": (
        {"a.csv.gz": gzip.compress(b"id,note\n1,x\n") + gzip.compress(b"2,y\n")},
        [ID, NOTE],
        {},
    ),
    "no header": ({"a.csv": "1,x\n2,y\n"}, [column("col0", "int"), column("col1")], {}),
    "words for missing values": (
        {"a.csv": csv_of("id,note", " NA ,NA", "1, NA", "2,")},
        [ID, NOTE],
        {"csv": {"nullWords": ["NA"]}},
    ),
    "decimal commas": (
        {"a.csv": csv_of("price", "1,50", " -0,05 ", "+7", ",5", "3,", "1,100")},
        [PRICE],
        {"csv": {"decimalMark": ",", "delimiter": ";"}},
    ),
    "types": (
        {
            "a.csv": csv_of(
                "id,n,price,d,b,day,at,note",
                "9223372036854775807,-2147483648,99999.99,1e-7,true,2024-02-29,"
                "2024-02-29 23:59:59.999999,é",
                "-1,+5,.5,-0.0,FALSE,0001-01-01,2024-01-01T10:00:00Z,",
                "0,0,5.,1.7976931348623157e308,True,9999-12-31,1969-12-31 23:59:59.5+05:30, ",
                " 7 ,007,-0.10,.5, false ,1582-10-10,2024-01-01 00:00:00 -1130,a",
                "8,8,8,8,true,2000-01-01,2024-01-01 00:00:00-11,",
                "8,8,8,8,true,2000-01-01,2024-01-01 10:00,",
                ",,,,,,,",
            )
        },
        ALL,
        {},
    ),
    "dates by patterns": (
        {"a.csv": csv_of("day,at", "29.02.2024,20240229 235959", "01.01.1900,19000101 000000")},
        [
            column("day", "date", format="dd.MM.yyyy"),
            column("at", "timestamp", format="yyyyMMdd HHmmss"),
        ],
        {},
    ),
    "booleans by words": (
        {"a.csv": csv_of("b", "Y", " n ")},
        [column("b", "boolean", format="y|N")],
        {},
    ),
    "partitions": (
        {
            "day=2024-01-31/k=a%2Fb/a.csv": csv_of("id,note", "1,x"),
            "day=2024-02-01/k=__HIVE_DEFAULT_PARTITION__/b.csv": csv_of("id,note", "2,y"),
        },
        [ID, NOTE, column("day", "date"), column("k")],
        {},
    ),
    "JSON": (
        {
            "a.json": '{"id": 1, "note": "a\\u00e9\\n\\"", "price": 1.50, "b": true}\n'
            '\n{"note": null, "id": "2" , "d": 3}\n'.replace('"2" ', "2 ")
            + '{"d": 1e-7, "price": "-0.05", "day": "2024-02-29", "x": {"y": [1]}}\n'
        },
        [ID, NOTE, column("d", "double"), column("b", "boolean"), column("day", "date")],
        {"format": "json"},
    ),
    "decimals of JSON": (
        {"a.json": '{"price": 1.5}\n{"price": 2}\n{"price": -0.10}\n{"Price": 1}\n'},
        [PRICE],
        {"format": "json"},
    ),
}


def _headers(files: dict[str, Content], source: dict[str, Any]) -> dict[str, Any]:
    if source.get("format", "csv") != "csv":
        return {}
    delimiter = source.get("csv", {}).get("delimiter", ",")
    found = {}
    for key, content in files.items():
        plain = content.encode() if isinstance(content, str) else content
        plain = gzip.decompress(plain) if key.endswith(".gz") else plain
        found[key] = plain.decode("utf-8-sig").splitlines()[0].split(delimiter)
    return found


@pytest.mark.parametrize("name", SAME)
def test_the_rows_of_spark(name: str, read: Read, tmp_path: Path) -> None:
    files, columns, source = SAME[name]
    if name == "no header":
        source = {"csv": {"header": False}}
    headers = {} if name == "no header" else _headers(files, source)
    ours = on_duckdb(files, columns, headers, tmp_path, **source)
    theirs = read(files, columns, headers, **source)
    assert multiset(ours) == multiset(theirs)
    assert ours


LEFT: dict[str, tuple[dict[str, Content], list[dict[str, Any]], dict[str, Any]]] = {
    "a value that is none": ({"a.csv": csv_of("id,note", "x,y")}, [ID, NOTE], {}),
    "a value that is missing": (
        {"a.csv": csv_of("id,note", ",y")},
        [column("id", "bigint", nullable=False), NOTE],
        {},
    ),
    "a value too many": ({"a.csv": csv_of("id,note", "1,y,z")}, [ID, NOTE], {}),
    "an open quote": ({"a.csv": csv_of("id,note", '1,"y')}, [ID, NOTE], {}),
    "text behind a quote": ({"a.csv": csv_of("id,note", '1,"y"z')}, [ID, NOTE], {}),
    "a header twice": ({"a.csv": csv_of("id,note", "1,y", "id,note")}, [NOTE], {}),
    "bytes of another encoding": ({"a.csv": b"id,note\n1,\xff\n"}, [ID, NOTE], {}),
    "U+FFFD": ({"a.csv": csv_of("id,note", "1,\ufffd")}, [ID, NOTE], {}),
    "a control character": ({"a.csv": csv_of("id,note", "1,a\x01b")}, [ID, NOTE], {}),
    "mixed line breaks": ({"a.csv": "id,note\r\n1,x\n2,y\n"}, [ID, NOTE], {}),
    "rounded": ({"a.csv": csv_of("price", "1.505")}, [PRICE], {}),
    "no day": ({"a.csv": csv_of("day", "2023-02-29")}, [column("day", "date")], {}),
    "an offset without seconds": (
        {"a.csv": csv_of("at", "2023-02-28 12:00Z")},
        [column("at", "timestamp")],
        {},
    ),
    "no time": ({"a.csv": csv_of("at", "2023-02-28 24:00")}, [column("at", "timestamp")], {}),
    "a zone": (
        {"a.csv": csv_of("at", "2023-02-28 12:00")},
        [column("at", "timestamp", zone="Europe/Berlin")],
        {},
    ),
    "bzip2": ({"a.csv.bz2": b"BZh"}, [ID], {}),
    "no column": ({"a.csv": csv_of("id", "1")}, [ID, NOTE], {}),
    "JSON that ends with a comma": ({"a.json": '{"id": 1,}\n'}, [ID], {"format": "json"}),
    "JSON with a key twice": ({"a.json": '{"id": 1, "id": 2}\n'}, [ID], {"format": "json"}),
    "JSON with two objects": ({"a.json": '{"id": 1} {"id": 2}\n'}, [ID], {"format": "json"}),
    "an array of JSON": ({"a.json": '[{"id": 1}]\n'}, [ID], {"format": "json"}),
    "JSON of another type": ({"a.json": '{"id": "1"}\n'}, [ID], {"format": "json"}),
    "a text of JSON that is a number": ({"a.json": '{"note": 1.50}\n'}, [NOTE], {"format": "json"}),
    "a long number of JSON": (
        {"a.json": '{"price": 1.50000000000000001}\n'},
        [PRICE],
        {"format": "json"},
    ),
    "no number of JSON": ({"a.json": '{"d": NaN}\n'}, [column("d", "double")], {"format": "json"}),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_to_spark(name: str, tmp_path: Path) -> None:
    files, columns, source = LEFT[name]
    headers = (
        {}
        if name == "bzip2"
        else {
            key: str(content, "latin-1").splitlines()[0].split(",")
            if isinstance(content, bytes)
            else content.splitlines()[0].split(",")
            for key, content in files.items()
        }
    )
    with pytest.raises(SparkNeeded):
        on_duckdb(files, columns, headers, tmp_path, **source)


PARQUET_TYPES = (
    "bigint(id) AS id",
    "int(id) AS n",
    "CAST(id AS decimal(7, 2)) AS price",
    "double(id) / 3 AS d",
    "id % 2 = 0 AS b",
    "date_add(DATE '1999-12-31', int(id)) AS day",
    "timestamp_millis(1577836800001 + id * 86400000) AS at",
    "IF(id = 2, null, concat('é', id)) AS note",
)


@pytest.mark.parametrize("moments", ["INT96", "TIMESTAMP_MICROS", "TIMESTAMP_MILLIS"])
def test_parquet_of_spark(spark: SparkSession, read: Read, tmp_path: Path, moments: str) -> None:
    spark.conf.set("spark.sql.parquet.outputTimestampType", moments)
    spark.range(5).selectExpr(*PARQUET_TYPES).coalesce(1).write.parquet(f"file://{tmp_path}/made")
    spark.conf.unset("spark.sql.parquet.outputTimestampType")
    [made] = (tmp_path / "made").glob("part-*.parquet")
    files: dict[str, Content] = {"k=1/a.parquet": made.read_bytes()}
    columns = [*ALL, column("k", "int")]
    ours = on_duckdb(files, columns, {}, tmp_path, format="parquet")
    assert multiset(ours) == multiset(read(files, columns, {}, format="parquet"))
    assert len(ours) == 5


@pytest.mark.parametrize(
    ("columns", "query"),
    [
        ([ID], "string(id) AS id"),
        ([column("n", "int")], "id + 3000000000 AS n"),
        ([PRICE], "CAST(id + 0.005 AS decimal(9, 3)) AS price"),
        ([column("day", "date")], "DATE '1500-01-01' AS day"),
        ([NOTE], "struct(id) AS note"),
        ([NOTE], "encode(id, 'UTF-8') AS note"),
        ([ID, NOTE], "id"),
    ],
)
def test_parquet_that_is_left_to_spark(
    spark: SparkSession, tmp_path: Path, columns: list[dict[str, Any]], query: str
) -> None:
    spark.range(1).selectExpr(query).write.parquet(f"file://{tmp_path}/made")
    [made] = (tmp_path / "made").glob("part-*.parquet")
    with pytest.raises(SparkNeeded):
        on_duckdb({"a.parquet": made.read_bytes()}, columns, {}, tmp_path, format="parquet")


def test_a_file_that_changes_is_not_read() -> None:
    s3 = MemoryS3({("theirs", "a.csv"): b"new"})
    system = SourceFileSystem(s3)
    [name] = system.add([SourceFile("s3://theirs/a.csv", "s3://theirs/a.csv", None, '"old"', 3)])
    with pytest.raises(SourceError, match=r"a\.csv: changed while it was read"):
        system.open(name).read()


def test_files_are_read_by_ranges() -> None:
    content = bytes(range(256)) * 1000
    s3 = MemoryS3({("theirs", "a.csv"): content})
    uri = "s3://theirs/a.csv"
    system = SourceFileSystem(s3)
    [name] = system.add([SourceFile(uri, uri, None, s3.etag(content), len(content))])
    with system.open(name) as file:
        assert file.seek(-4, 2) == len(content) - 4
        assert file.read() == content[-4:]
        assert file.seek(1000) == 1000
        assert file.read(10) == content[1000:1010]
        assert file.read(0) == b""
