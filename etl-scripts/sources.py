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
from typing import Any, NamedTuple
from urllib.parse import unquote

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

import values
from values import TextStyle, identifier, literal

FILE = "__file"
REASON = "__reason"
HEADER = "__header"
CORRUPT = "__corrupt"

# Never written in a file that people read: nothing is null before `csv.nullWords` says so.
_NO_NULL = "\u0001"

# Each takes one small request to S3 or one footer.
PARALLEL_FILES = 8

_NESTED = (T.StructType, T.ArrayType, T.MapType)


class SourceError(ValueError):
    """A source that cannot be read as the pipeline says. Names the file."""


class SourceFile(NamedTuple):
    """A copied file: where it lies, where it came from, and the header of a CSV."""

    uri: str
    origin: str
    header: Sequence[str] | None


def _partition_keys(file: SourceFile, base: str) -> list[str]:
    folders = file.uri[len(base) :].split("/")[:-1]
    return [folder.split("=", 1)[0].lower() for folder in folders if "=" in folder]


def _reader(spark: SparkSession, base: str) -> Any:
    # The folders' names become columns although single files are named.
    return spark.read.option("basePath", base)


def _with_reason(
    rows: DataFrame,
    columns: Sequence[Mapping[str, Any]],
    raw: Mapping[str, str],
    parsed: Mapping[str, str],
    whole_row: Sequence[tuple[str, str]],
    is_header: str = "FALSE",
) -> DataFrame:
    """The typed columns with the file and, of an invalid row, the reason.

    `raw` and `parsed` hold SQL per column: what was written, null where it is
    missing, and its value. `whole_row` are conditions about the row, with
    their reasons.
    """
    faults = [f"WHEN {condition} THEN {literal(words)}" for condition, words in whole_row]
    for column in columns:
        name = column["name"]
        faults.append(
            f"WHEN ({raw[name]}) IS NOT NULL AND ({parsed[name]}) IS NULL"
            f" THEN {literal(f'{name} is no {values.type_words(column)}')}"
        )
        if not column.get("nullable", True):
            faults.append(
                f"WHEN ({raw[name]}) IS NULL"
                f" THEN {literal(f'{name} is missing, and is not nullable')}"
            )
    return rows.selectExpr(
        *(f"{parsed[column['name']]} AS {identifier(column['name'])}" for column in columns),
        "_metadata.file_path AS " + FILE,
        f"CASE WHEN {is_header} THEN NULL {' '.join(faults)} END AS {REASON}",
        f"{is_header} AS {HEADER}",
    )


def _from_texts(
    rows: DataFrame,
    columns: Sequence[Mapping[str, Any]],
    places: Mapping[str, str],
    style: TextStyle,
    whole_row: Sequence[tuple[str, str]],
    is_header: str,
) -> DataFrame:
    raw = {name: values.not_null_text(place, style) for name, place in places.items()}
    parsed = {
        column["name"]: values.from_text(raw[column["name"]], column, style) for column in columns
    }
    return _with_reason(rows, columns, raw, parsed, whole_row, is_header)


# --- CSV ---


def _csv_options(csv: Mapping[str, Any]) -> dict[str, str]:
    quote = csv.get("quote", '"')
    if quote == "none":
        quote = "\u0000"
    return {
        "sep": csv.get("delimiter", ","),
        "quote": quote,
        "escape": "\\" if csv.get("escape") == "backslash" else quote,
        "mode": "PERMISSIVE",
        "columnNameOfCorruptRecord": CORRUPT,
        "nullValue": _NO_NULL,
        "emptyValue": "",
        "maxCharsPerColumn": "-1",
        "maxColumns": "20000",
    }


def _open_quote(line: str, csv: Mapping[str, Any]) -> str:
    """SQL that tells whether a text leaves a quote open."""
    quote = csv.get("quote", '"')
    if quote == "none":
        return "FALSE"
    text = line
    if csv.get("escape") == "backslash":
        escaped = literal(r"\\.")
        text = f"REGEXP_REPLACE({line}, {escaped}, '')"
    return f"(LENGTH({text}) - LENGTH(REPLACE({text}, {literal(quote)}, ''))) % 2 = 1"


def _text_schema(width: int) -> T.StructType:
    names = [f"_{index}" for index in range(width)] + [CORRUPT]
    return T.StructType([T.StructField(name, T.StringType()) for name in names])


def _csv_lines(
    spark: SparkSession, base: str, files: Sequence[SourceFile], csv: Mapping[str, Any], width: int
) -> tuple[DataFrame, list[tuple[str, str]]]:
    """The records of files in which each line is one: the files are split over tasks."""
    lines = _reader(spark, base).text([file.uri for file in files])
    lines = lines.filter("TRIM(value) <> ''")
    schema = ", ".join(f"_{index} STRING" for index in range(width)) + f", {CORRUPT} STRING"
    record = F.from_csv("value", schema, _csv_options(csv))
    rows = lines.select("*", "_metadata", record.alias("__record")).select("*", "__record.*")
    fault = (
        _open_quote("value", csv),
        "a quote is not closed on its line; set csv.multiLine: true where values hold line breaks",
    )
    return rows, [fault]


def _csv_whole(
    spark: SparkSession, base: str, files: Sequence[SourceFile], csv: Mapping[str, Any], width: int
) -> tuple[DataFrame, list[tuple[str, str]]]:
    """The records of files whose values may hold line breaks: a task reads a whole file."""
    encoding = csv.get("encoding", "UTF-8")
    _refuse_open_quotes(spark, files, csv, encoding)
    rows = (
        _reader(spark, base)
        .schema(_text_schema(width))
        .options(
            **_csv_options(csv), header=csv.get("header", True), multiLine=True, encoding=encoding
        )
        .csv([file.uri for file in files])
    )
    return rows.select("*", "_metadata"), []


def _refuse_open_quotes(
    spark: SparkSession, files: Sequence[SourceFile], csv: Mapping[str, Any], encoding: str
) -> None:
    """A quote that is never closed would swallow the rest of its file."""
    if csv.get("quote") == "none":
        return
    if encoding == "UTF-16":
        texts = spark.read.format("binaryFile").load([file.uri for file in files])
        texts = texts.selectExpr("DECODE(content, 'UTF-16') AS value", "path AS file")
    else:
        # Line breaks and quotes are the same bytes in every other encoding.
        texts = spark.read.text([file.uri for file in files], wholetext=True)
        texts = texts.selectExpr("value", "_metadata.file_path AS file")
    open_files = texts.filter(_open_quote("value", csv)).select("file").take(1)
    if open_files:
        raise SourceError(
            f"{origin_of(open_files[0].file, files)} has a quote that is not closed: correct the "
            "file, or choose csv.quote and csv.escape as it writes them"
        )


def _read_csv(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    csv = source.get("csv") or {}
    style = TextStyle(csv.get("decimalMark", "."), csv.get("nullWords", [""]))
    columns = source["columns"]
    partitions = set(_partition_keys(files[0], base))
    in_files = [column for column in columns if column["name"] not in partitions]
    has_header = csv.get("header", True)
    # Spark splits lines of UTF-8 only.
    by_line = not csv.get("multiLine") and csv.get("encoding", "UTF-8") == "UTF-8"
    read = _csv_lines if by_line else _csv_whole
    groups: dict[tuple[str, ...], list[SourceFile]] = {}
    for file in files:
        groups.setdefault(tuple(file.header or ()), []).append(file)

    parts = []
    for header, group in groups.items():
        names = (
            [name.strip().lower() for name in header]
            if has_header
            else [f"col{index}" for index in range(len(in_files))]
        )
        missing = [column["name"] for column in in_files if column["name"] not in names]
        if missing:
            raise SourceError(
                f"{group[0].origin} has no column {', '.join(missing)}; "
                f"its columns are {', '.join(names)}"
            )
        rows, faults = read(spark, base, group, csv, len(names))
        places = {
            column["name"]: _text_at(names.index(column["name"]))
            if column["name"] in names
            else identifier(column["name"])
            for column in columns
        }
        # Spark leaves headers out where it reads whole files.
        is_header = _is_header(header) if has_header and by_line else "FALSE"
        ragged = (
            f"{CORRUPT} IS NOT NULL",
            f"the record does not have {len(names)} value(s), as many as there are columns",
        )
        parts.append(_from_texts(rows, columns, places, style, [*faults, ragged], is_header))
    return reduce(DataFrame.union, parts)


def _text_at(index: int) -> str:
    """SQL of a value of a record: Spark takes an empty one without quotes for none."""
    return f"COALESCE(_{index}, '')"


def _is_header(header: Sequence[str]) -> str:
    """SQL that tells whether a record is the header."""
    return " AND ".join(f"_{index} <=> {literal(name)}" for index, name in enumerate(header))


# --- JSON ---

_JSON_TYPES: Mapping[str, T.DataType] = {
    "boolean": T.BooleanType(),
    "int": T.LongType(),
    "bigint": T.LongType(),
    "double": T.DoubleType(),
    "string": T.StringType(),
    "date": T.StringType(),
    "timestamp": T.StringType(),
}


def _json_type(column: Mapping[str, Any]) -> T.DataType:
    if column["type"] != "decimal":
        return _JSON_TYPES[column["type"]]
    whole_digits = column["precision"] - column["scale"]
    # As many places as fit, so that none is rounded away unseen; where none
    # would be left, the number's own text.
    return T.DecimalType(38, 38 - whole_digits) if whole_digits <= 18 else T.StringType()


def _read_json(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    columns = source["columns"]
    partitions = set(_partition_keys(files[0], base))
    in_files = [column for column in columns if column["name"] not in partitions]
    schema = T.StructType(
        [
            T.StructField(column.get("key") or column["name"], _json_type(column))
            for column in in_files
        ]
        + [T.StructField(CORRUPT, T.StringType())]
    )
    rows = (
        _reader(spark, base)
        .schema(schema)
        .options(mode="PERMISSIVE", columnNameOfCorruptRecord=CORRUPT)
        .json([file.uri for file in files])
        .select("*", "_metadata")
    )
    style = TextStyle(null_words=())
    raw, parsed = {}, {}
    for column in columns:
        name = column["name"]
        place = identifier(column.get("key") or name)
        raw[name] = place
        if name in partitions or _json_type(column) == T.StringType():
            parsed[name] = values.from_text(place, column, style)
        elif column["type"] in ("int", "decimal"):
            parsed[name] = values.exact_cast(place, column)
        else:
            parsed[name] = place
    fault = (
        f"{CORRUPT} IS NOT NULL",
        "the line is no JSON object, or a value in it is of another type than its column",
    )
    return _with_reason(rows, columns, raw, parsed, [fault])


# --- Parquet ---


def _parquet_schemas(
    spark: SparkSession, files: Sequence[SourceFile]
) -> dict[str, tuple[T.StructType, list[SourceFile]]]:
    """The files by their own schemas: Spark would read all of them by the first one's."""

    def schema_of(file: SourceFile) -> T.StructType:
        try:
            return spark.read.parquet(file.uri).schema
        except AnalysisException as error:
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
        return f"TO_JSON({place})"
    if column["type"] in ("int", "decimal"):
        return values.exact_cast(place, column)
    return f"CAST({place} AS {values.sql_type(column)})"


def _read_parquet(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    columns = source["columns"]
    partitions = set(_partition_keys(files[0], base))
    parts = []
    for schema, group in _parquet_schemas(spark, files).values():
        fields = {field.name.lower(): field for field in schema.fields}
        raw, parsed = {}, {}
        for column in columns:
            name = column["name"]
            if name in partitions:
                raw[name] = identifier(name)
                parsed[name] = values.from_text(raw[name], column, TextStyle())
                continue
            if name not in fields:
                raise SourceError(
                    f"{group[0].origin} has no column {name}; its columns are {', '.join(fields)}"
                )
            raw[name] = identifier(fields[name].name)
            parsed[name] = _parquet_value(fields[name], column, group[0])
        rows = _reader(spark, base).schema(schema).parquet(*[file.uri for file in group])
        parts.append(_with_reason(rows.select("*", "_metadata"), columns, raw, parsed, []))
    return reduce(DataFrame.union, parts)


_READERS = {"csv": _read_csv, "json": _read_json, "parquet": _read_parquet}


def read_source(
    spark: SparkSession, source: Mapping[str, Any], files: Iterable[SourceFile], base: str
) -> DataFrame:
    """The rows of a source: its declared columns, and `__file`, `__reason` and `__header`.

    `base` is the folder of the source, with a final `/`. The reason is null in
    rows that are valid. Rows that are the header of a file are marked.
    """
    return _READERS[source["format"]](spark, source, list(files), base)


def origin_of(path: str, files: Iterable[SourceFile]) -> str:
    """The name that the owner of a file knows, by the path that Spark has for its copy."""
    path = unquote(path)
    for file in files:
        if path.endswith(file.uri.split("://", 1)[-1].split("/", 1)[-1]):
            return file.origin
    return path
