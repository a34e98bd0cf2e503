"""What the readers of sources share: declared columns of a table, and rows that are not valid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from duckdb_engine.kinds import Kind, kind_of
from duckdb_engine.spark_needed import MARK, quoted, text_of
from source_files import SourceFile

HEADER = "__header"

_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"


class Value(NamedTuple):
    """SQL of a column: whether something is written, and its value, null where it is none."""

    is_there: str
    value: str


def kinds_of(source: Mapping[str, Any]) -> dict[str, Kind]:
    return {column["name"]: kind_of(column) for column in source["columns"]}


def partition_texts(file: SourceFile, base: str) -> dict[str, str | None]:
    """What a file's `name=value/` folders say, by their names in lower case."""
    folders = [one for one in file.uri[len(base) :].split("/")[:-1] if "=" in one]
    pairs = [folder.split("=", 1) for folder in folders]
    return {
        unquote(name).lower(): None if value == _NO_VALUE else unquote(value)
        for name, value in pairs
    }


def listed(names: Sequence[str]) -> str:
    """Files as a function of DuckDB takes them."""
    return f"[{', '.join(map(text_of, names))}]"


def typed_rows(
    source: Mapping[str, Any],
    values: Mapping[str, Value],
    rows: str,
    faults: Sequence[str] = (),
    is_header: str = "false",
) -> str:
    """A query of the declared columns of `rows`, which ends at the first row that is not valid.

    What is wrong with that, Spark tells, which sets it aside where the pipeline says so.
    """
    wrong = [*faults]
    for column in source["columns"]:
        one = values[column["name"]]
        wrong.append(f"({one.is_there}) AND ({one.value}) IS NULL")
        if not column.get("nullable", True):
            wrong.append(f"NOT ({one.is_there})")
    told = text_of(f"{MARK}{source['name']} has rows that DuckDB does not take for valid")
    valid = (
        f"CASE WHEN {is_header} THEN true WHEN {' OR '.join(f'({one})' for one in wrong)}"
        f" THEN CAST(error({told}) AS BOOLEAN) ELSE true END"
    )
    selected = ", ".join(
        f"CAST({values[name].value} AS {kind.sql}) AS {quoted(name)}"
        for name, kind in kinds_of(source).items()
    )
    return f"SELECT {selected}, {is_header} AS {HEADER} FROM ({rows}) WHERE {valid}"
