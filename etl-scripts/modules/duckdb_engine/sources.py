"""Reads the files of sources into tables of DuckDB, by their declared columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duckdb_engine.csv_files import csv_rows
from duckdb_engine.json_lines import json_rows
from duckdb_engine.parquet_files import parquet_rows, schema_of
from duckdb_engine.reading import HEADER, kinds_of, partition_texts
from duckdb_engine.rows import Rows
from duckdb_engine.s3_files import SourceFileSystem
from duckdb_engine.spark_needed import SparkNeeded, quoted
from source_files import SourceFile


def _queries(
    database: Any,
    system: SourceFileSystem,
    source: Mapping[str, Any],
    files: Sequence[SourceFile],
    base: str,
) -> list[str]:
    """A query for each group of files that are read alike."""
    named = list(zip(files, system.add(files)))
    if any(file.uri.endswith(".bz2") for file in files):
        raise SparkNeeded("files that are compressed as bz2")
    groups: dict[Any, list[tuple[SourceFile, str]]] = {}
    for file, name in named:
        partitions = partition_texts(file, base)
        schema = schema_of(database, name) if source["format"] == "parquet" else ()
        key = (tuple(file.header or ()), tuple(partitions.items()), tuple(schema))
        groups.setdefault(key, []).append((file, name))
    queries = []
    for (_, partitions, schema), members in groups.items():
        given = (
            source,
            [one for one, _ in members],
            [name for _, name in members],
            dict(partitions),
        )
        if source["format"] == "parquet":
            queries.append(parquet_rows(*given, schema))
        elif source["format"] == "csv":
            queries.append(csv_rows(*given))
        elif source["format"] == "json":
            queries.append(json_rows(*given))
        else:
            raise SparkNeeded(f"files of the format {source['format']}")
    return queries


def read_source(
    database: Any,
    system: SourceFileSystem,
    source: Mapping[str, Any],
    files: Sequence[SourceFile],
    base: str,
) -> Rows:
    """The rows of a source, read once. `base` is its folder, with a final `/`.

    Raises SparkNeeded for files that DuckDB does not read as Spark does.
    """
    name = source["name"]
    read = f"__read_{name}"
    queries = _queries(database, system, source, files, base)
    database.execute(f"CREATE TEMP TABLE {quoted(read)} AS {queries[0]}")
    for query in queries[1:]:
        database.execute(f"INSERT INTO {quoted(read)} {query}")
    csv = source.get("csv") or {}
    expected = len(files) if source["format"] == "csv" and csv.get("header", True) else 0
    headers = f"SELECT count(*) FROM {quoted(read)} WHERE {HEADER}"
    if database.execute(headers).fetchone()[0] != expected:
        raise SparkNeeded(f"{name} has another number of headers than of files")
    database.execute(
        f"CREATE TEMP VIEW {quoted(name)} AS"
        f" SELECT * EXCLUDE ({HEADER}) FROM {quoted(read)} WHERE NOT {HEADER}"
    )
    return Rows(name, kinds_of(source))
