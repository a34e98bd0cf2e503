"""Records of CSV files, on real Spark."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession
from reading import ID, NOTE, Content, Read, column, csv_of

from checked import CheckedSource, unreadable
from rows import SourceFile
from source_files import SourceError
from sources import read_source


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
        (csv_of("id,note", "1,x", "2"), r"1 row.*does not have 2 value.*b\.csv"),
        (csv_of("id,note", "1,x,y"), r"does not have 2 value"),
        ('id,note\n1,"a\nb"\n', r"csv\.multiLine"),
        (csv_of("id,note", "x,y"), r"id is no bigint"),
        (b"id,note\n1,K\xf6ln\n", r"note is no text in UTF-8"),
        (csv_of("id,note", "1,x", "id,note"), r"3 line\(s\) are the header, in 2 file"),
        (csv_of("id,note", '1,"a" b'), r"goes on behind its closing quote"),
        (csv_of("id,note", '1,"a"" b,c'), r"csv\.multiLine"),
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


@pytest.mark.parametrize(
    ("content", "csv", "expected"),
    [
        # A quote inside of a value that does not begin with one is a character.
        ('id,note\n1,5" pipe\n', {}, [(1, '5" pipe')]),
        ("id,note\n1,it's\n", {"quote": "'"}, [(1, "it's")]),
        # Blanks are part of a text; only nothing at all is missing.
        ("id,note\n1,  \n", {}, [(1, "  ")]),
        ("id,note\n1, NA \n2,NA\n", {"nullWords": ["NA"]}, [(1, " NA "), (2, None)]),
        # A line of tabs is a record, as one of commas is.
        ("id\tnote\n1\tx\n\t\n", {"delimiter": "\t"}, [(1, "x"), (None, None)]),
        ("id,note\n1,x\n,\n", {}, [(1, "x"), (None, None)]),
        # Spark writes every line break inside of a value as one character.
        ('id,note\r\n1,"a\r\nb"\r\n', {"multiLine": True}, [(1, "a\nb")]),
        ('id,note\n1,"""a""\nb"\n', {"multiLine": True}, [(1, '"a"\nb')]),
        ('id,note\n1,5" pipe\n2,6" pipe\n', {"multiLine": True}, [(1, '5" pipe'), (2, '6" pipe')]),
        ("id,note\n1,\u2028\x85\n", {}, [(1, "\u2028\x85")]),
    ],
)
def test_records_to_the_letter(
    read: Read, content: Content, csv: dict[str, Any], expected: list[Any]
) -> None:
    rows = read({"a.csv": content}, [ID, NOTE], {"a.csv": ["id", "note"]}, csv=csv)
    assert rows == sorted(expected, key=repr)


@pytest.mark.parametrize("multi_line", [False, True])
def test_a_mark_of_byte_order_is_no_value(read: Read, multi_line: bool) -> None:
    columns = [column("col0", "bigint"), column("col1")]
    csv = {"header": False, "multiLine": multi_line}
    assert read({"a.csv": "\ufeff1,x\n"}, columns, csv=csv) == [(1, "x")]


@pytest.mark.parametrize("content", ['id,note\n1,"x\n2,y\n3,"z"\n4,"w\n', 'id,note\n1,"a" b\n'])
def test_quotes_that_lie_about_a_value(checked: Callable[..., CheckedSource], content: str) -> None:
    headers = {"a.csv": ["id", "note"]}
    source = checked({"a.csv": content}, [ID, NOTE], headers, csv={"multiLine": True})
    with pytest.raises(Py4JJavaError) as failed:
        source.rows.collect()
    told = str(unreadable(failed.value, [SourceFile("x", "s3://theirs/a.csv", None)]))
    assert "s3://theirs/a.csv has a quote inside of quotes" in told


def test_a_header_that_is_not_found_again_fails(read: Read) -> None:
    files = {"a.csv": csv_of("id,note", "1,x")}
    with pytest.raises(SourceError, match=r"0 line\(s\) are the header, in 1 file"):
        read(files, [column("note")], {"a.csv": ["ID", "note"]})


def test_names_that_are_patterns_to_spark(read: Read) -> None:
    files = {"zone={a}[b]*/a.csv": csv_of("id", "1"), "zone=a b/a.csv": csv_of("id", "2")}
    rows = read(files, [ID, column("zone")], {key: ["id"] for key in files})
    assert rows == [(1, "{a}[b]*"), (2, "a b")]


def test_a_file_that_is_gone_is_named(spark: SparkSession) -> None:
    file = SourceFile("file:///nowhere/raw/orders/a[1].csv", "s3://theirs/a.csv", ["id"])
    source = {"name": "orders", "format": "csv", "columns": [ID]}
    with pytest.raises(SourceError, match=r"s3://theirs/a\.csv is not there any more"):
        read_source(spark, source, [file], "file:///nowhere/raw/orders/")
