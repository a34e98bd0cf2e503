"""Reads CSV in which each line is a record, as `csv_files.py` does on Spark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from csv_headers import catalog_names
from duckdb_engine.reading import Value, listed, typed_rows
from duckdb_engine.spark_needed import SparkNeeded, text_of
from duckdb_engine.values import from_text, not_null_text
from source_files import SourceFile
from values import TextStyle

# A character that separates nothing: a line that has it is refused, and so left to Spark.
_NEVER = "\x01"

# No value that a file has: nothing is null before `csv.nullWords` says so.
_NO_NULL = "\x02\x03"

# Sixteen times as much is read at a time.
_LONGEST_LINE = 2 * 1024 * 1024


def lines_of(names: Sequence[str]) -> str:
    """The lines of files, without blank ones. Files whose line breaks differ are refused."""
    options = (
        "columns = {'value': 'VARCHAR'}, header = false, auto_detect = false, "
        f"delim = {text_of(_NEVER)}, quote = '', escape = '', nullstr = {text_of(_NO_NULL)}, "
        f"strict_mode = true, max_line_size = {_LONGEST_LINE}"
    )
    return f"SELECT value FROM read_csv({listed(names)}, {options}) WHERE trim(value, ' ') <> ''"


def _fields(csv: Mapping[str, Any]) -> tuple[str, str]:
    """The values of a line as SQL, and whether its quotes stand where CSV has them."""
    delimiter, quote = csv.get("delimiter", ","), csv.get("quote", '"')
    plain = f"string_split(value, {text_of(delimiter)})"
    if quote == "none":
        return plain, "true"
    mark = f"\\x{{{ord(delimiter):x}}}"
    one = f"(?:{quote}[^{quote}]*(?:{quote}{quote}[^{quote}]*)*{quote}|[^{quote}{mark}][^{mark}]*|)"
    well_formed = f"regexp_full_match(value, {text_of(f'(?s){one}(?:{mark}{one})*')})"
    found = f"regexp_extract_all({text_of(delimiter)} || value, {text_of(f'(?s){mark}({one})')}, 1)"
    inside = f"replace(field[2:-2], {text_of(quote * 2)}, {text_of(quote)})"
    bare = (
        f"list_transform({found}, lambda field: CASE WHEN starts_with(field, {text_of(quote)})"
        f" THEN {inside} ELSE field END)"
    )
    has_quote = f"contains(value, {text_of(quote)})"
    return (
        f"CASE WHEN {has_quote} THEN {bare} ELSE {plain} END",
        f"NOT {has_quote} OR {well_formed}",
    )


def csv_rows(
    source: Mapping[str, Any],
    group: Sequence[SourceFile],
    names: Sequence[str],
    partitions: Mapping[str, str | None],
) -> str:
    """A query of the rows of files of one header that lie in one folder."""
    csv = source.get("csv") or {}
    if csv.get("multiLine") or csv.get("escape") == "backslash":
        raise SparkNeeded("CSV with line breaks in its values, or with backslashes before quotes")
    style = TextStyle(csv.get("decimalMark", "."), csv.get("nullWords", [""]))
    has_header = csv.get("header", True)
    header = list(group[0].header or ())
    columns = [one["name"] for one in source["columns"] if one["name"] not in partitions]
    there = catalog_names(header) if has_header else [f"col{at}" for at in range(len(columns))]
    values = {}
    for column in source["columns"]:
        name = column["name"]
        if name in partitions:
            text = partitions[name]
            place = "CAST(NULL AS VARCHAR)" if text is None else text_of(text)
        elif name in there:
            place = f"fields[{there.index(name) + 1}]"
        else:
            raise SparkNeeded(f"{group[0].origin} has no column {name}")
        raw = not_null_text(place, column, style)
        values[name] = Value(f"({raw}) IS NOT NULL", from_text(raw, column, style))
    fields, well_formed = _fields(csv)
    rows = f"SELECT {fields} AS fields, {well_formed} AS well_formed FROM ({lines_of(names)})"
    faults = ["NOT well_formed", f"len(fields) <> {len(there)}"]
    is_header = "false"
    if has_header:
        is_header = f"well_formed AND fields = [{', '.join(map(text_of, header))}]"
    return typed_rows(source, values, rows, faults, is_header)
