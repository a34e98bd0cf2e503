"""Reads JSON of one object a line, as `json_lines.py` does on Spark: values of plain types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duckdb_engine.csv_files import lines_of
from duckdb_engine.kinds import kind_of
from duckdb_engine.reading import Value, typed_rows
from duckdb_engine.spark_needed import SparkNeeded, text_of
from duckdb_engine.values import from_text, not_null_text
from source_files import SourceFile
from values import TextStyle

# What DuckDB takes for JSON and Spark does not: numbers without digits, a comma before the end.
_LENIENT = r"(?i)[:,\[]\s*[-+]?(nan|inf)|,\s*[\]}]"

# DuckDB reads fractions as doubles, which keep 15 digits whatever they are.
_LONG_NUMBER = r"[0-9][0-9.]{15,}|[0-9.][eE]"

_WHOLE = "('BIGINT', 'UBIGINT')"
_NUMBER = "('BIGINT', 'UBIGINT', 'DOUBLE')"


def _value(key: str, column: Mapping[str, Any]) -> tuple[Value, str]:
    """A column, and whether its value is of a JSON type that both engines read alike."""
    kind, style = kind_of(column), TextStyle(null_words=())
    escaped = key.replace("~", "~0").replace("/", "~1")
    path = text_of(f"/{escaped}")
    of_json = f"coalesce(json_type(value, {path}), 'NULL')"
    text = f"json_extract_string(value, {path})"
    if kind.name in ("string", "date", "timestamp"):
        types, value = "('VARCHAR')", from_text(text, column, style)
    elif kind.name == "boolean":
        types, value = "('BOOLEAN')", f"CAST({text} AS BOOLEAN)"
    elif kind.is_whole:
        types, value = _WHOLE, f"TRY_CAST({text} AS {kind.sql})"
    else:
        types, value = _NUMBER, from_text(text, column, style)
    alike = f"{of_json} = 'NULL' OR {of_json} IN {types}"
    return Value(f"{of_json} <> 'NULL'", value), alike


def json_rows(
    source: Mapping[str, Any],
    _: Sequence[SourceFile],
    names: Sequence[str],
    partitions: Mapping[str, str | None],
) -> str:
    """A query of the rows of files that lie in one folder."""
    if source.get("json"):
        raise SparkNeeded("JSON that is not one object a line")
    values, faults = {}, ["NOT json_valid(value) OR json_type(value) <> 'OBJECT'"]
    faults.append(f"regexp_matches(value, {text_of(_LENIENT)})")
    faults.append("len(json_keys(value)) <> len(list_distinct(json_keys(value)))")
    for column in source["columns"]:
        name = column["name"]
        if name in partitions:
            text, style = partitions[name], TextStyle(null_words=())
            raw = "CAST(NULL AS VARCHAR)" if text is None else text_of(text)
            raw = not_null_text(raw, column, style)
            values[name] = Value(f"({raw}) IS NOT NULL", from_text(raw, column, style))
            continue
        values[name], alike = _value(column.get("key") or name, column)
        faults.append(f"NOT ({alike})")
        if column["type"] == "decimal":
            faults.append(f"regexp_matches(value, {text_of(_LONG_NUMBER)})")
    return typed_rows(source, values, lines_of(names), faults)
