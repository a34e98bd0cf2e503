"""Texts as values of their declared types, on real Spark."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from reading import ID, NOTE, Read, column, csv_of

from source_files import SourceError

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
        ("2024-01-31T12:00:00.1234567", "timestamp", {}, None),
        ("2024-01-31T12:00:00.0000000", "timestamp", {}, _NOON),
        # Clocks in Berlin were set forward from 02:00 to 03:00.
        ("2024-03-31 02:30:00", "timestamp", {"zone": "Europe/Berlin"}, None),
        (
            "31.01.2024 12:00:00.1234567",
            "timestamp",
            {"format": "dd.MM.yyyy HH:mm:ss.SSSSSSS"},
            None,
        ),
        (
            "31.01.2024 12:00:00.0000000",
            "timestamp",
            {"format": "dd.MM.yyyy HH:mm:ss.SSSSSSS"},
            _NOON,
        ),
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
