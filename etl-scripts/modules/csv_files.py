"""Reads the files of a CSV source.

Where lines are records, Spark splits files into lines and each line is taken
apart by itself; only values that may hold line breaks make one task read a
whole file. All texts are UTF-8: prepare copies others as that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from csv_headers import catalog_names
from rows import (
    CORRUPT,
    OPEN_QUOTE,
    SourceFile,
    from_texts,
    origin_of,
    partition_keys,
    paths_of,
    read_lines,
    reader,
    with_reason,
)
from source_files import SourceError
from values import TextStyle, identifier, literal

# Never written in a file that people read: nothing is null before `csv.nullWords` says so.
_NO_NULL = "\u0001\u0002\u0003"


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


def _well_formed(line: str, csv: Mapping[str, Any]) -> str:
    """SQL that tells whether quotes of a line stand only where CSV has them.

    A value in quotes ends at its delimiter, and a value that does not begin
    with a quote may have some inside.
    """
    quote = re.escape(csv.get("quote", '"'))
    delimiter = re.escape(csv.get("delimiter", ","))
    inside = (
        rf"(?:[^{quote}\\]++|\\.)*+"
        if csv.get("escape") == "backslash"
        else f"[^{quote}]*+(?:{quote}{quote}[^{quote}]*+)*+"
    )
    # Possessive throughout: Java matches these without recursion, however long the line is.
    value = f"(?:{quote}{inside}{quote}|(?!{quote})[^{delimiter}]*+)"
    return f"{line} RLIKE {literal(f'(?s)^{value}(?:{delimiter}{value})*+$')}"


def _odd_quotes(text: str, csv: Mapping[str, Any]) -> str:
    """SQL that tells whether a text has an odd number of quotes, so one without its partner."""
    if csv.get("escape") == "backslash":
        escaped = literal(r"(?s)\\.")
        text = f"REGEXP_REPLACE({text}, {escaped}, '')"
    quote = literal(csv.get("quote", '"'))
    return f"(LENGTH({text}) - LENGTH(REPLACE({text}, {quote}, ''))) % 2 = 1"


def _lines(
    spark: SparkSession, base: str, files: Sequence[SourceFile], csv: Mapping[str, Any], width: int
) -> tuple[DataFrame, list[tuple[str, str]]]:
    """The records of files in which each line is one."""
    lines = read_lines(spark, files, base)
    schema = ", ".join(f"_{index} STRING" for index in range(width)) + f", {CORRUPT} STRING"
    record = F.from_csv("value", schema, _csv_options(csv))
    rows = lines.select("*", record.alias("__record")).select("*", "__record.*")
    if csv.get("quote") == "none":
        return rows, []
    quote = literal(csv.get("quote", '"'))
    malformed = f"INSTR(value, {quote}) > 0 AND NOT ({_well_formed('value', csv)})"
    return rows, [
        (f"{malformed} AND {_odd_quotes('value', csv)}", OPEN_QUOTE),
        (malformed, "a quoted value goes on behind its closing quote"),
    ]


def _whole(
    spark: SparkSession, base: str, files: Sequence[SourceFile], csv: Mapping[str, Any], width: int
) -> tuple[DataFrame, list[tuple[str, str]]]:
    """The records of files that one task each reads from beginning to end."""
    options = _csv_options(csv)
    if csv.get("quote") != "none":
        _refuse_odd_quotes(spark, files, csv)
        # A quote inside of quotes that is not escaped ends the run; otherwise
        # Spark guesses how far the value goes, over any number of lines.
        options["unescapedQuoteHandling"] = "RAISE_ERROR"
    places = [f"_{index}" for index in range(width)]
    schema = T.StructType([T.StructField(name, T.StringType()) for name in [*places, CORRUPT]])
    rows = (
        reader(spark, base)
        .schema(schema)
        .options(**options, header=csv.get("header", True), multiLine=True)
        .csv(paths_of(files))
        .select("*", "_metadata")
    )
    rows = rows.withColumn("value", F.to_json(F.array(*places)))
    return rows, []


def _refuse_odd_quotes(
    spark: SparkSession, files: Sequence[SourceFile], csv: Mapping[str, Any]
) -> None:
    """A quote that is never closed would swallow the rest of its file."""
    texts = spark.read.text(paths_of(files)).selectExpr(
        "value || '\n' AS value", "_metadata.file_path AS file"
    )
    odd = texts.groupBy("file").agg(F.expr(f"COUNT_IF({_odd_quotes('value', csv)}) % 2 = 1 AS odd"))
    open_files = odd.filter("odd").select("file").take(1)
    if open_files:
        raise SourceError(
            f"{origin_of(open_files[0].file, files)} has a quote that is not closed: correct the "
            "file, or choose csv.quote and csv.escape as it writes them"
        )


def _is_header(header: Sequence[str]) -> str:
    """SQL that tells whether a record is the header."""
    return " AND ".join(f"{_text_at(i)} = {literal(name)}" for i, name in enumerate(header))


def _text_at(index: int) -> str:
    """SQL of a value of a record: Spark takes an empty one without quotes for none."""
    return f"COALESCE(_{index}, '')"


def header_per_file(source: Mapping[str, Any]) -> bool:
    """Whether the rows that are read still have the line of names of each file."""
    csv = source.get("csv") or {}
    return source["format"] == "csv" and csv.get("header", True) and by_line(csv)


def by_line(csv: Mapping[str, Any]) -> bool:
    """Whether each line is a record by itself."""
    return not csv.get("multiLine")


def read_csv(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    """The rows of CSV files. Columns are found by each file's header, else by position."""
    csv = source.get("csv") or {}
    style = TextStyle(csv.get("decimalMark", "."), csv.get("nullWords", [""]))
    columns = source["columns"]
    partitions = set(partition_keys(files[0], base))
    in_files = [column for column in columns if column["name"] not in partitions]
    has_header = csv.get("header", True)
    read = _lines if by_line(csv) else _whole
    groups: dict[tuple[str, ...], list[SourceFile]] = {}
    for file in files:
        groups.setdefault(tuple(file.header or ()), []).append(file)

    parts = []
    for header, group in groups.items():
        names = csv.get("names") or (
            catalog_names(header)
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
            column["name"]: identifier(column["name"])
            if column["name"] in partitions
            else _text_at(names.index(column["name"]))
            for column in columns
        }
        # Spark leaves headers out where it reads whole files.
        is_header = _is_header(header) if header_per_file(source) else "FALSE"
        ragged = (
            f"{CORRUPT} IS NOT NULL",
            f"the record does not have {len(names)} value(s), as many as there are columns",
        )
        raw, parsed = from_texts(columns, places, style)
        parts.append(with_reason(rows, columns, raw, parsed, [*faults, ragged], "value", is_header))
    return reduce(DataFrame.union, parts)
