"""Reads Parquet, as `typed_files.py` does on Spark."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from duckdb_engine.kinds import (
    BIGINT,
    BOOLEAN,
    DATE,
    DOUBLE,
    INT,
    STRING,
    TIMESTAMP,
    Kind,
    kind_of,
)
from duckdb_engine.reading import Value, listed, typed_rows
from duckdb_engine.spark_needed import SparkNeeded, quoted, text_of
from duckdb_engine.values import from_text, not_null_text
from source_files import SourceFile
from values import TextStyle

_FLOAT = Kind("float")

_TYPES: Mapping[str, Kind] = {
    "BOOLEAN": BOOLEAN,
    "TINYINT": INT,
    "SMALLINT": INT,
    "INTEGER": INT,
    "BIGINT": BIGINT,
    "FLOAT": _FLOAT,
    "DOUBLE": DOUBLE,
    "VARCHAR": STRING,
    "DATE": DATE,
    "TIMESTAMP": TIMESTAMP,
    "TIMESTAMP WITH TIME ZONE": TIMESTAMP,
}

# What each declared type takes of what a file may hold.
_TAKES: Mapping[str, tuple[str, ...]] = {
    "boolean": ("boolean",),
    "int": ("int", "bigint"),
    "bigint": ("int", "bigint"),
    "double": ("float", "double", "int"),
    "decimal": ("decimal", "int", "bigint"),
    "string": ("string",),
    "date": ("date",),
    "timestamp": ("timestamp",),
}

# Older days and moments stand in some files by another calendar, which Spark knows from notes
# of who wrote them.
_FIRST = {"date": "DATE '1582-10-15'", "timestamp": "TIMESTAMP '1900-01-01'"}


class _Field:
    """A column of a file: how it is read, and its type."""

    def __init__(self, name: str, sql_type: str) -> None:
        digits = re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", sql_type)
        self.kind = Kind("decimal", *map(int, digits.groups())) if digits else _TYPES.get(sql_type)
        place = quoted(name)
        self.place = f"({place} AT TIME ZONE 'UTC')" if "ZONE" in sql_type else place


def schema_of(database: Any, name: str) -> list[tuple[str, str]]:
    """The columns of a file with DuckDB's words for their types."""
    query = f"DESCRIBE SELECT * FROM read_parquet({listed([name])}, hive_partitioning = false)"
    return [(row[0], row[1]) for row in database.execute(query).fetchall()]


def _value(field: _Field, column: Mapping[str, Any], origin: str) -> Value:
    kind, own = kind_of(column), field.kind
    if own is None or own.name not in _TAKES[kind.name]:
        raise SparkNeeded(f"{origin} has a column {column['name']} of a type that Spark judges")
    there = f"{field.place} IS NOT NULL"
    cast = f"CAST({field.place} AS {kind.sql})"
    if kind.name in ("int", "decimal"):
        cast = f"TRY_{cast}"
        cast = f"CASE WHEN {cast} = {field.place} THEN {cast} END"
    if kind.name in _FIRST:
        cast = f"CASE WHEN {cast} >= {_FIRST[kind.name]} THEN {cast} END"
    return Value(there, cast)


def parquet_rows(
    source: Mapping[str, Any],
    group: Sequence[SourceFile],
    names: Sequence[str],
    partitions: Mapping[str, str | None],
    schema: Sequence[tuple[str, str]],
) -> str:
    """A query of the rows of files of one schema that lie in one folder."""
    fields = {name.lower(): _Field(name, sql_type) for name, sql_type in schema}
    if len(fields) < len(schema):
        raise SparkNeeded(f"{group[0].origin} has columns of one name in upper and lower case")
    values = {}
    for column in source["columns"]:
        name = column["name"]
        if name in partitions:
            text, style = partitions[name], TextStyle()
            raw = "CAST(NULL AS VARCHAR)" if text is None else text_of(text)
            raw = not_null_text(raw, column, style)
            values[name] = Value(f"({raw}) IS NOT NULL", from_text(raw, column, style))
        elif name in fields:
            values[name] = _value(fields[name], column, group[0].origin)
        else:
            raise SparkNeeded(f"{group[0].origin} has no column {name}")
    rows = f"SELECT * FROM read_parquet({listed(names)}, hive_partitioning = false)"
    return typed_rows(source, values, rows)
