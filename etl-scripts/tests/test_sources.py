"""Reading the files of sources by their declared columns, on real Spark."""

from __future__ import annotations

import datetime
import gzip
import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import Row, SparkSession

from checked import CheckedSource
from sources import SourceError, SourceFile, read_source

Content = str | bytes
Read = Callable[..., list[tuple[Any, ...]]]


def column(name: str, kind: str = "string", **options: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, **options}


ID = column("id", "bigint")
NOTE = column("note")


def placed(
    folder: Path, files: dict[str, Content], headers: dict[str, Sequence[str]] | None
) -> list[SourceFile]:
    for key, content in files.items():
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [
        SourceFile(f"file://{folder}/{key}", f"s3://theirs/{key}", (headers or {}).get(key))
        for key in files
    ]


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
def read(checked: Callable[..., CheckedSource]) -> Read:
    def rows_of(*args: Any, **source: Any) -> list[tuple[Any, ...]]:
        source_rows = checked(*args, **source)
        rows = sorted(map(tuple, source_rows.rows.collect()), key=repr)
        source_rows.verify()
        return rows

    return rows_of


def csv_of(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


# --- CSV: the shape of records ---


@pytest.mark.parametrize(
    ("content", "csv", "expected"),
    [
        (csv_of("id,note", "1,x", "2,"), {}, [(1, "x"), (2, None)]),
        ('id,note\n1,"say ""hi"""\n2,"a ""b"", c"\n', {}, [(1, 'say "hi"'), (2, 'a "b", c')]),
        ('id,note\n1,"x ""y\n', {"quote": "none"}, [(1, '"x ""y')]),
        ("id,note\n1,'a, b'\n2,'it''s'\n", {"quote": "'"}, [(1, "a, b"), (2, "it's")]),
        (
            'id,note\n1,"say \\"hi\\", twice"\n',
            {"escape": "backslash"},
            [(1, 'say "hi", twice')],
        ),
        ('id,note\n1,"a\nb"\n2,x\n', {"multiLine": True}, [(1, "a\nb"), (2, "x")]),
        ("id;note\n1;a, b\n", {"delimiter": ";"}, [(1, "a, b")]),
        ("id\tnote\n1\tx\n", {"delimiter": "\t"}, [(1, "x")]),
        ("id,note\r\n1,x\r\n\r\n2,y", {}, [(1, "x"), (2, "y")]),
        ('id,note\n1,""\n2,\n', {}, [(1, None), (2, None)]),
        ('id,note\n1,""\n2,\n', {"nullWords": []}, [(1, ""), (2, "")]),
        ("id,note\n1,NA\nNA,x\n", {"nullWords": ["", "NA"]}, [(1, None), (None, "x")]),
        ("\ufeffid,note\n1,x\n", {}, [(1, "x")]),
        (b"id,note\n1,K\xf6ln\n", {"encoding": "ISO-8859-1"}, [(1, "Köln")]),
        (b"id,note\n1,\x80 5\n", {"encoding": "windows-1252"}, [(1, "€ 5")]),
        ("\ufeffid,note\n1,Łódź\n".encode("utf-16-le"), {"encoding": "UTF-16"}, [(1, "Łódź")]),
        (" 1 ,  x \n".join(["id,note\n", ""]), {}, [(1, "  x ")]),
    ],
)
def test_csv(read: Read, content: Content, csv: dict[str, Any], expected: list[Any]) -> None:
    rows = read({"a.csv": content}, [ID, NOTE], {"a.csv": ["id", "note"]}, csv=csv)
    assert rows == sorted(expected, key=repr)


def test_gzip(read: Read) -> None:
    content = gzip.compress(b"id,note\n1,x\n")
    assert read({"a.csv.gz": content}, [ID, NOTE], {"a.csv.gz": ["id", "note"]}) == [(1, "x")]


def test_records_by_position(read: Read) -> None:
    columns = [column("col0", "bigint"), column("col1")]
    assert read({"a.csv": csv_of("1,x", "2,y")}, columns, csv={"header": False}) == [
        (1, "x"),
        (2, "y"),
    ]


def test_columns_are_found_by_name(read: Read) -> None:
    files = {
        "a.csv": csv_of("id,note,n", "1,x,10"),
        "b.csv": csv_of("N,extra, Note ,ID", "20,?,y,2"),
    }
    headers = {"a.csv": ["id", "note", "n"], "b.csv": ["N", "extra", " Note ", "ID"]}
    rows = read(files, [ID, NOTE, column("n", "int")], headers)
    assert rows == [(1, "x", 10), (2, "y", 20)]


def test_a_file_without_a_column_is_named(read: Read) -> None:
    headers = {"a.csv": ["id", "note"], "b.csv": ["id"]}
    files = {"a.csv": csv_of("id,note", "1,x"), "b.csv": csv_of("id", "2")}
    with pytest.raises(SourceError, match=r"s3://theirs/b\.csv has no column note"):
        read(files, [ID, NOTE], headers)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (csv_of("id,note", "1,x", "2"), r"1 row.*b\.csv.*does not have 2 value"),
        (csv_of("id,note", "1,x,y"), r"does not have 2 value"),
        ('id,note\n1,"a\nb"\n', r"3 row|2 row.*csv\.multiLine"),
        (csv_of("id,note", "x,y"), r"id is no bigint"),
        (b"id,note\n1,K\xf6ln\n", r"note is no string"),
        (csv_of("id,note", "1,x", "id,note"), r"3 lines are like the header"),
    ],
)
def test_invalid_records_fail(read: Read, content: Content, message: str) -> None:
    files = {"a.csv": csv_of("id,note", "1,x"), "b.csv": content}
    with pytest.raises(SourceError, match=message):
        read(files, [ID, NOTE], {key: ["id", "note"] for key in files})


def test_a_line_break_in_a_single_column(read: Read) -> None:
    with pytest.raises(SourceError, match=r"csv\.multiLine"):
        read({"a.csv": 'note\n"a\nb"\n'}, [NOTE], {"a.csv": ["note"]})


def test_a_quote_that_swallows_the_rest(read: Read) -> None:
    content = 'id,note\n1,"x\n2,y\n'
    with pytest.raises(SourceError, match=r"a\.csv has a quote that is not closed"):
        read({"a.csv": content}, [ID, NOTE], {"a.csv": ["id", "note"]}, csv={"multiLine": True})


def test_rows_are_set_aside(checked: Callable[..., CheckedSource], tmp_path: Path) -> None:
    source = checked(
        {"a.csv": csv_of("id,note", "1,x", "two,y", "3")},
        [ID, NOTE],
        {"a.csv": ["id", "note"]},
        onInvalid="setAside",
    )
    source.set_aside(f"file://{tmp_path}/rejected")
    assert source.rows.collect() == [Row(id=1, note="x")]
    assert str(source.verify()).startswith("orders: 2 row(s) are not what sources says")
    lines = [
        json.loads(line)
        for file in (tmp_path / "rejected").glob("*.json")
        for line in file.read_text().splitlines()
    ]
    assert {line["_reason"] for line in lines} == {
        "id is no bigint",
        "the record does not have 2 value(s), as many as there are columns",
    }


def test_counts_do_not_depend_on_what_is_used(checked: Callable[..., CheckedSource]) -> None:
    source = checked({"a.csv": csv_of("id,note", "one,x")}, [ID, NOTE], {"a.csv": ["id", "note"]})
    assert source.rows.filter("1 = 0").select("note").collect() == []
    with pytest.raises(SourceError, match="1 row"):
        source.verify()


# --- Values ---

_DAY = datetime.date(2024, 1, 31)
_NOON = datetime.datetime(2024, 1, 31, 12, 0)


@pytest.mark.parametrize(
    ("text", "kind", "options", "expected"),
    [
        ("42", "bigint", {}, 42),
        (" -7 ", "int", {}, -7),
        ("2147483648", "int", {}, None),
        ("9223372036854775808", "bigint", {}, None),
        ("1.0", "bigint", {}, None),
        ("1.75", "int", {}, None),
        ("1_000", "int", {}, None),
        ("1.75", "decimal", {"precision": 4, "scale": 2}, Decimal("1.75")),
        ("1.7500", "decimal", {"precision": 4, "scale": 2}, Decimal("1.75")),
        ("1.755", "decimal", {"precision": 4, "scale": 2}, None),
        ("123.4", "decimal", {"precision": 4, "scale": 2}, None),
        (".5", "decimal", {"precision": 4, "scale": 2}, Decimal("0.50")),
        ("-3", "decimal", {"precision": 4, "scale": 2}, Decimal("-3.00")),
        ("1e2", "decimal", {"precision": 4, "scale": 0}, None),
        ("9" * 38, "decimal", {"precision": 38, "scale": 0}, Decimal("9" * 38)),
        ("12.0", "decimal", {"precision": 4, "scale": 0}, Decimal(12)),
        ("1.5e3", "double", {}, 1500.0),
        ("1d", "double", {}, None),
        ("1e999", "double", {}, None),
        ("NaN", "double", {}, None),
        ("TRUE", "boolean", {}, True),
        ("yes", "boolean", {}, None),
        ("No", "boolean", {"format": "yes|no"}, False),
        ("2024-01-31", "date", {}, _DAY),
        ("2024-02-30", "date", {}, None),
        ("2024-1-31", "date", {}, None),
        ("2024-01-31 12:00", "date", {}, None),
        ("31.01.2024", "date", {"format": "dd.MM.yyyy"}, _DAY),
        ("31-Jan-2024", "date", {"format": "dd-MMM-yyyy"}, _DAY),
        ("01/31/2024", "date", {"format": "dd/MM/yyyy"}, None),
        ("2024-01-31T12:00:00Z", "timestamp", {}, _NOON),
        ("2024-01-31 14:00:00+02:00", "timestamp", {}, _NOON),
        ("2024-01-31 12:00", "timestamp", {}, _NOON),
        ("2024", "timestamp", {}, None),
        ("2024-01-31", "timestamp", {}, None),
        ("2024-01-31 13:00:00", "timestamp", {"zone": "Europe/Berlin"}, _NOON),
        ("2024-01-31T12:00:00Z", "timestamp", {"zone": "Europe/Berlin"}, _NOON),
        (
            "31.01.2024 13:00",
            "timestamp",
            {"format": "dd.MM.yyyy HH:mm", "zone": "Europe/Berlin"},
            _NOON,
        ),
        (
            "31.01.2024 14:00 +0200",
            "timestamp",
            {"format": "dd.MM.yyyy HH:mm Z", "zone": "Europe/Berlin"},
            _NOON,
        ),
        ("it's \\ x", "string", {}, "it's \\ x"),
    ],
)
def test_a_text_is_its_value_or_invalid(
    read: Read, text: str, kind: str, options: dict[str, Any], expected: object
) -> None:
    files, headers = {"a.csv": csv_of("id|v", f"1|{text}")}, {"a.csv": ["id", "v"]}
    columns = [ID, column("v", kind, **options)]
    if expected is None:
        with pytest.raises(SourceError, match=r"v is no "):
            read(files, columns, headers, csv={"delimiter": "|"})
    else:
        assert read(files, columns, headers, csv={"delimiter": "|"}) == [(1, expected)]


def test_decimal_commas(read: Read) -> None:
    columns = [ID, column("p", "decimal", precision=6, scale=2), column("d", "double")]
    files = {"a.csv": csv_of("id;p;d", "1;12,5;0,25")}
    csv = {"delimiter": ";", "decimalMark": ","}
    headers = {"a.csv": ["id", "p", "d"]}
    assert read(files, columns, headers, csv=csv) == [(1, Decimal("12.50"), 0.25)]
    with pytest.raises(SourceError, match="p is no decimal"):
        read({"a.csv": csv_of("id;p;d", "1;1.250;0")}, columns, headers, csv=csv)


def test_a_value_may_not_be_missing(read: Read) -> None:
    columns = [column("id", "bigint", nullable=False), NOTE]
    with pytest.raises(SourceError, match="id is missing, and is not nullable"):
        read({"a.csv": csv_of("id,note", ",x")}, columns, {"a.csv": ["id", "note"]})


def test_folders_are_columns(read: Read) -> None:
    files = {
        "year=2023/zone=01/a.csv": csv_of("id", "1"),
        "year=2024/zone=a b/a.csv": csv_of("id", "2"),
    }
    columns = [ID, column("year", "int"), column("zone")]
    rows = read(files, columns, {key: ["id"] for key in files})
    assert rows == [(1, 2023, "01"), (2, 2024, "a b")]


# --- JSON ---


def test_json(read: Read) -> None:
    content = csv_of(
        '{"orderId": 12, "at": {"town": "Graz", "n": [1, 2]}, "n": 1.50, "ok": true}',
        '{"orderId": 13, "at": "plain", "n": 20, "day": "2024-01-31"}',
    )
    columns = [
        column("orderid", "bigint", key="orderId"),
        column("at"),
        column("n", "decimal", precision=4, scale=2),
        column("ok", "boolean"),
        column("day", "date"),
    ]
    assert read({"a.json": content}, columns, format="json") == [
        (12, '{"town":"Graz","n":[1,2]}', Decimal("1.50"), True, None),
        (13, "plain", Decimal("20.00"), None, _DAY),
    ]


@pytest.mark.parametrize(
    ("line", "kind", "options", "expected"),
    [
        ("12345678901234567890", "decimal", {"precision": 20, "scale": 0}, "12345678901234567890"),
        ("0.1234567890123456", "decimal", {"precision": 18, "scale": 16}, "0.1234567890123456"),
        ("1.755", "decimal", {"precision": 4, "scale": 2}, None),
        ("1.5", "bigint", {}, None),
        ("2147483648", "int", {}, None),
        ('"7"', "bigint", {}, None),
        ('{"a": 1}', "bigint", {}, None),
        ('"yes"', "boolean", {}, None),
        ('"2024-02-30"', "date", {}, None),
        ("7", "string", {}, "7"),
    ],
)
def test_a_value_of_json_is_exact_or_invalid(
    read: Read, line: str, kind: str, options: dict[str, Any], expected: str | None
) -> None:
    files = {"a.json": f'{{"id": 1, "v": {line}}}\n'}
    columns = [ID, column("v", kind, **options)]
    if expected is None:
        with pytest.raises(SourceError, match=r"1 row"):
            read(files, columns, format="json")
    else:
        [(_, value)] = read(files, columns, format="json")
        assert str(value) == expected


def test_a_line_of_json_that_is_cut(read: Read) -> None:
    with pytest.raises(SourceError, match=r"1 row.*a\.json.*no JSON object"):
        read({"a.json": '{"id": 1}\n{"id": 2'}, [ID], format="json")


# --- Parquet ---


@pytest.fixture
def read_parquet(spark: SparkSession, tmp_path: Path) -> Read:
    def rows_of(queries: Sequence[str], columns: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
        files = []
        for index, query in enumerate(queries):
            folder = tmp_path / f"written-{index}"
            spark.sql(query).coalesce(1).write.parquet(f"file://{folder}")
            target = tmp_path / "raw" / f"{index}.parquet"
            target.parent.mkdir(exist_ok=True)
            next(folder.glob("*.parquet")).rename(target)
            files.append(SourceFile(f"file://{target}", f"s3://theirs/{index}.parquet", None))
        source = {"name": "orders", "format": "parquet", "columns": columns}
        rows = read_source(spark, source, files, f"file://{tmp_path}/raw/")
        checked = CheckedSource(source, files, rows)
        found = sorted(map(tuple, checked.rows.collect()), key=repr)
        checked.verify()
        return found

    return rows_of


def test_files_of_parquet_may_differ(read_parquet: Read) -> None:
    queries = [
        "SELECT 1 AS id, 'x' AS note",
        "SELECT true AS extra, 'y' AS note, 9007199254740993L AS ID",
    ]
    assert read_parquet(queries, [ID, NOTE]) == [(1, "x"), (9007199254740993, "y")]


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
def test_a_value_of_parquet(
    read_parquet: Read, query: str, declared: dict[str, Any], expected: object
) -> None:
    assert read_parquet([query], [declared]) == [(expected,)]


@pytest.mark.parametrize(
    ("query", "declared", "message"),
    [
        ("SELECT 1 AS w", column("v", "int"), r"0\.parquet has no column v; its columns are w"),
        ("SELECT 'x' AS v", column("v", "bigint"), r"0\.parquet has a column v of the type string"),
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
def test_parquet_of_another_type(
    read_parquet: Read, query: str, declared: dict[str, Any], message: str
) -> None:
    with pytest.raises(SourceError, match=message):
        read_parquet([query], [declared])
