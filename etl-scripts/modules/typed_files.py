"""Reads files that say themselves what their columns are: Avro, ORC and Parquet.

Of each file the schema is read first. Columns are found by their names,
whatever their case, others are ignored, and a type that the declared one does
not take fails before a row is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as T

import values
from avro_files import require_whole
from rows import SourceFile, from_texts, partition_keys, paths_of, reader, with_reason
from source_files import SourceError
from values import TextStyle, identifier

_NAMES = {"avro": "Avro", "orc": "ORC", "parquet": "Parquet"}

# Each takes one small request to S3 or one footer.
PARALLEL_FILES = 8

_NESTED = (T.StructType, T.ArrayType, T.MapType)


def _schemas(
    spark: SparkSession, kind: str, files: Sequence[SourceFile]
) -> dict[str, tuple[T.StructType, list[SourceFile]]]:
    """The files by their own schemas: Spark would read all of them by the first one's."""

    def schema_of(file: SourceFile) -> T.StructType:
        try:
            schema = spark.read.format(kind).load(paths_of([file])).schema
        except (AnalysisException, Py4JJavaError) as error:
            # Of Avro, what is none is an error of Java.
            if isinstance(error, AnalysisException):
                if error.getErrorClass() == "PATH_NOT_FOUND":
                    raise
                reason = str(error)
            else:
                reason = error.java_exception.getMessage() or str(error)
            reason = reason.strip().splitlines()[0]
            raise SourceError(
                f"{file.origin} cannot be read as {_NAMES[kind]}: {reason}"
            ) from error
        if kind == "avro":
            require_whole(spark, file)
        return schema

    with ThreadPoolExecutor(PARALLEL_FILES) as footers:
        schemas = list(footers.map(schema_of, files))
    groups: dict[str, tuple[T.StructType, list[SourceFile]]] = {}
    for schema, file in zip(schemas, files):
        groups.setdefault(schema.json(), (schema, []))[1].append(file)
    return groups


_WHOLE = (T.ByteType, T.ShortType, T.IntegerType, T.LongType)

# What each declared type takes of what such a file may hold.
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


def value_of(field: T.StructField, column: Mapping[str, Any], origin: str) -> str:
    """SQL of the value of a declared column. Raises SourceError where it takes no such type."""
    if not isinstance(field.dataType, _TAKES[column["type"]]):
        raise SourceError(
            f"{origin} has a column {column['name']} of the type "
            f"{field.dataType.simpleString()}, and the pipeline reads it as "
            f"{values.sql_type(column).lower()}: correct it, or the type in sources"
        )
    place = identifier(field.name)
    if isinstance(field.dataType, _NESTED):
        return f"TO_JSON({place}, MAP('ignoreNullFields', 'false'))"
    if column["type"] in ("int", "decimal"):
        return values.exact_cast(place, column)
    return f"CAST({place} AS {values.sql_type(column)})"


def read_typed(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    """The rows of files whose own schemas say what their columns are."""
    kind, columns = source["format"], source["columns"]
    partitions = set(partition_keys(files[0], base))
    parts = []
    for schema, group in _schemas(spark, kind, files).values():
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
            parsed[name] = value_of(fields[name], column, group[0].origin)
        # A folder's name says what the column is, even where the file has one of that name.
        read = T.StructType([field for field in schema if field.name.lower() not in partitions])
        found = reader(spark, base).format(kind).schema(read).load(paths_of(group))
        rows = found.select("*", "_metadata")
        row_text = f"TO_JSON(STRUCT({', '.join(raw.values())}))"
        parts.append(with_reason(rows, columns, raw, parsed, [], row_text))
    return reduce(DataFrame.union, parts)
