"""Reads the files of a source by its declared columns.

A row whose values are not what its columns say is invalid: it has a reason,
which names the column and never the value. Files of one source may differ in
the order of their columns and in what else they hold; columns are found by
their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from typing import Any

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as T

import values
from csv_files import read_csv
from json_lines import read_json
from rows import (
    SourceFile,
    from_texts,
    origin_of,
    partition_keys,
    paths_of,
    reader,
    with_reason,
)
from source_files import SourceError
from values import TextStyle, identifier

# Each takes one small request to S3 or one footer.
PARALLEL_FILES = 8

_NESTED = (T.StructType, T.ArrayType, T.MapType)


def _parquet_schemas(
    spark: SparkSession, files: Sequence[SourceFile]
) -> dict[str, tuple[T.StructType, list[SourceFile]]]:
    """The files by their own schemas: Spark would read all of them by the first one's."""

    def schema_of(file: SourceFile) -> T.StructType:
        try:
            return spark.read.parquet(*paths_of([file])).schema
        except AnalysisException as error:
            if error.getErrorClass() == "PATH_NOT_FOUND":
                raise
            reason = str(error).strip().splitlines()[0]
            raise SourceError(f"{file.origin} cannot be read as Parquet: {reason}") from error

    with ThreadPoolExecutor(PARALLEL_FILES) as footers:
        schemas = list(footers.map(schema_of, files))
    groups: dict[str, tuple[T.StructType, list[SourceFile]]] = {}
    for schema, file in zip(schemas, files):
        groups.setdefault(schema.json(), (schema, []))[1].append(file)
    return groups


_WHOLE = (T.ByteType, T.ShortType, T.IntegerType, T.LongType)

# What each declared type takes of what a Parquet file may hold.
_TAKES: Mapping[str, tuple[type[T.DataType], ...]] = {
    "boolean": (T.BooleanType,),
    "int": _WHOLE,
    "bigint": _WHOLE,
    "double": (T.FloatType, T.DoubleType, T.ByteType, T.ShortType, T.IntegerType),
    "decimal": (T.DecimalType, *_WHOLE),
    "string": (T.StringType, *_NESTED),
    "date": (T.DateType,),
    "timestamp": (T.TimestampType, T.TimestampNTZType),
}


def _parquet_value(field: T.StructField, column: Mapping[str, Any], file: SourceFile) -> str:
    if not isinstance(field.dataType, _TAKES[column["type"]]):
        raise SourceError(
            f"{file.origin} has a column {column['name']} of the type "
            f"{field.dataType.simpleString()}, and the pipeline reads it as "
            f"{values.sql_type(column).lower()}: correct the file, or the type in sources"
        )
    place = identifier(field.name)
    if isinstance(field.dataType, _NESTED):
        return f"TO_JSON({place}, MAP('ignoreNullFields', 'false'))"
    if column["type"] in ("int", "decimal"):
        return values.exact_cast(place, column)
    return f"CAST({place} AS {values.sql_type(column)})"


def _read_parquet(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    columns = source["columns"]
    partitions = set(partition_keys(files[0], base))
    parts = []
    for schema, group in _parquet_schemas(spark, files).values():
        fields = {field.name.lower(): field for field in schema.fields}
        raw, parsed = {}, {}
        for column in columns:
            name = column["name"]
            if name in partitions:
                texts = from_texts([column], {name: identifier(name)}, TextStyle())
                raw[name], parsed[name] = texts[0][name], texts[1][name]
                continue
            if name not in fields:
                raise SourceError(
                    f"{group[0].origin} has no column {name}; its columns are {', '.join(fields)}"
                )
            raw[name] = identifier(fields[name].name)
            parsed[name] = _parquet_value(fields[name], column, group[0])
        # A folder's name says what the column is, even where the file has one of that name.
        read = T.StructType([field for field in schema if field.name.lower() not in partitions])
        rows = reader(spark, base).schema(read).parquet(*paths_of(group)).select("*", "_metadata")
        row_text = f"TO_JSON(STRUCT({', '.join(raw.values())}))"
        parts.append(with_reason(rows, columns, raw, parsed, [], row_text))
    return reduce(DataFrame.union, parts)


_READERS = {"csv": read_csv, "json": read_json, "parquet": _read_parquet}


def read_source(
    spark: SparkSession, source: Mapping[str, Any], files: Iterable[SourceFile], base: str
) -> DataFrame:
    """The rows of a source: its declared columns, and `__file`, `__raw`, `__reason`, `__header`.

    `base` is the folder of the source, with a final `/`. The reason is null in
    rows that are valid. Rows that are the header of a file are marked.
    """
    listed = list(files)
    try:
        return _READERS[source["format"]](spark, source, listed, base)
    except AnalysisException as error:
        if error.getErrorClass() != "PATH_NOT_FOUND":
            raise
        gone = (error.getMessageParameters() or {}).get("path", "")
        raise SourceError(
            f"{origin_of(gone.replace(chr(92), ''), listed)} is not there any more: "
            "start the workflow from its beginning"
        ) from error
