"""Objects of JSON files, on real Spark: of lines, and of arrays in documents."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from reading import ID, Read, column, csv_of

from source_files import SourceError

_DAY = datetime.date(2024, 1, 31)


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
    with pytest.raises(SourceError, match=r"1 row.*not one JSON object.*a\.json"):
        read({"a.json": '{"id": 1}\n{"id": 2'}, [ID], format="json")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 1}{"id": 2}', "not one JSON object"),
        ('{"id": 1} x', "not one JSON object"),
        ('{"id": 1},{"id": 2}', "not one JSON object"),
        ('[{"id": 1}, {"id": 2}]', "not one JSON object"),
        ("[]", "not one JSON object"),
        ("5", "not one JSON object"),
        ('{"id": 1, "id": 2}', "a key stands twice"),
        ('{"id": 1, "v": 1e999}', "v is no double"),
        ('{"id": 1, "v": NaN}', "row"),
        ('{"id": 1, "v": "NaN"}', "of another type"),
        ('{"id": 1, "d": 1.4999999999999999999999999999999999999999}', "d is no decimal"),
        ('{"id": 1, "d": 1.5E-40}', "d is no decimal"),
        ('{"id": 1, "s": 12345678901234.12345678901}', "more digits than Spark keeps"),
        ('{"id": 1, "s": {"x": 0.12345678901234567}}', "more digits than Spark keeps"),
        ('{"id": 1, "s": 1e400}', "more digits than Spark keeps"),
    ],
)
def test_a_line_that_spark_would_read_otherwise(read: Read, line: str, reason: str) -> None:
    decimal = column("d", "decimal", precision=4, scale=2)
    columns = [ID, column("v", "double"), decimal, column("s")]
    with pytest.raises(SourceError, match=rf"1 row.*{reason}"):
        read({"a.json": '{"id": 7}\n' + line + "\n"}, columns, format="json")


def test_keys_are_found_to_the_letter(read: Read) -> None:
    line = '{"ID": 1, "id": 2, "a.b": "x", "other": {"id": 3}, "s": "0.12345678901234567"}'
    columns = [ID, column("a.b"), column("s"), column("none")]
    assert read({"a.json": "\ufeff" + line + "\n\n"}, columns, format="json") == [
        (2, "x", "0.12345678901234567", None)
    ]


def test_an_empty_text_is_not_missing(read: Read) -> None:
    files = {"a.json": '{"s": ""}\n{"s": null}\n{}\n'}
    assert read(files, [column("s")], format="json") == [("",), (None,), (None,)]


@pytest.mark.parametrize("scale", [0, 2, 10])
def test_wide_decimals_keep_every_digit(read: Read, scale: int) -> None:
    text = "12345678901234567890123456" + (".12" if scale else "")
    columns = [column("d", "decimal", precision=38, scale=scale)]
    [(value,)] = read({"a.json": f'{{"d": {text}}}\n'}, columns, format="json")
    assert value == Decimal(text)
    with pytest.raises(SourceError, match="d is no decimal"):
        read({"a.json": f'{{"d": 1.{"0" * scale}1}}\n'}, columns, format="json")


def test_columns_of_folders_only(read: Read) -> None:
    files = {"year=2024/a.json": '{"id": 1}\n{"id": 2}\n'}
    assert read(files, [column("year", "int")], format="json") == [(2024,), (2024,)]


_DOCUMENT = {"format": "json", "json": {"path": "$.data.records[*]"}}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('[{"id": 1, "d": 0.0001},\n {"id": 2, "note": "a,]\\"}"}]', "$[*]"),
        (
            '\ufeff { "n": [], "data": {"records": [ {"id": 1, "d": 0.0001}\r\n, '
            '{"id": 2, "note": "a,]\\"}"} ], "x": {"records": 1}} }\n',
            "$.data.records[*]",
        ),
    ],
)
def test_objects_of_a_document(read: Read, text: str, path: str) -> None:
    columns = [ID, column("d", "decimal", precision=9, scale=8), column("note")]
    rows = read({"a.json": text}, columns, format="json", json={"path": path})
    assert rows == [(1, Decimal("0.00010000"), None), (2, None, 'a,]"}')]


def test_documents_in_folders(read: Read) -> None:
    files = {
        "year=2023/a.json": '{"data": {"records": []}}',
        "year=2024/a.json": '{"data": {"records": [{"id": 1}, {"id": 2}]}}',
    }
    rows = read(files, [ID, column("year", "int")], **_DOCUMENT)
    assert rows == [(1, 2024), (2, 2024)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"data": {"records": {"id": 1}}}', "one array at"),
        ('{"data": {"records": "[]"}}', "one array at"),
        ('{"data": []}', "one array at"),
        ('{"data": {}}', "one array at"),
        ('{"data": {"records": [{"id": 1}]}} x', "one array at"),
        ('{"data": {"records": [{"id": 1}]', "one array at"),
        ('{"data": {"records": [{"id": 1},]}}', "one array at"),
        ('{"data": {"records": [{"id": NaN}]}}', "one array at"),
        ('{"data": {"records": []}, "data": {"records": []}}', "one array at"),
        ('{"id": 1}\n{"id": 2}', "one array at"),
        ('{"data": {"records": [{"id": 1}, null]}}', "the element is not one JSON object"),
        ('{"data": {"records": [[{"id": 1}]]}}', "the element is not one JSON object"),
        ('{"data": {"records": [{"id": 1, "id": 1}]}}', "a key stands twice"),
        ('{"data": {"records": [{"id": "x"}]}}', "of another type"),
    ],
)
def test_a_document_that_is_another(read: Read, text: str, reason: str) -> None:
    with pytest.raises(SourceError, match=rf"1 row.*{reason}.*a\.json"):
        read({"a.json": text}, [ID], **_DOCUMENT)
