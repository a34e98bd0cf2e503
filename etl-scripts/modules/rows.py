"""What the readers of sources share: files, their folders, and rows with reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from pyspark.sql import DataFrame, SparkSession

import values
from source_files import SourceError, SourceFile, partition_keys
from values import TextStyle, identifier, literal

FILE = "__file"
REASON = "__reason"
HEADER = "__header"
# The row as the file has it; of a format without lines, as JSON.
RAW = "__raw"
CORRUPT = "__corrupt"

# Of a line with a quote that stays open. What is a row after it, nobody can
# tell: so not even `onInvalid: setAside` reads on.
OPEN_QUOTE = (
    "a quote is not closed on its line; set csv.multiLine: true where values hold line breaks"
)


def paths_of(files: Iterable[SourceFile]) -> list[str]:
    """The files' paths for Spark, to which `*`, `?`, `[` and `{` would be patterns."""
    return [re.sub(r"([\\\[\]{}*?])", r"\\\1", file.uri) for file in files]


def reader(spark: SparkSession, base: str) -> Any:
    """A reader that makes columns of the folders' names although single files are named."""
    return spark.read.option("basePath", base)


def require_no_value_folder(file: SourceFile, base: str) -> None:
    """Raises for a folder of the name that Spark gives to a text."""
    if "value" in partition_keys(file, base):
        raise SourceError(
            f"{file.origin} lies in a folder value=..., a name that cannot be read: "
            "name the folders otherwise"
        )


def read_lines(spark: SparkSession, files: Sequence[SourceFile], base: str) -> DataFrame:
    """The lines of files, which are split over tasks, without blank ones.

    Only blanks are left out: a line of tabs is a record of empty values.
    """
    require_no_value_folder(files[0], base)
    lines = reader(spark, base).text(paths_of(files))
    return lines.select("*", "_metadata").filter("TRIM(value) <> ''")


def with_reason(
    rows: DataFrame,
    columns: Sequence[Mapping[str, Any]],
    raw: Mapping[str, str],
    parsed: Mapping[str, str],
    whole_row: Sequence[tuple[str, str]],
    row_text: str,
    is_header: str = "FALSE",
    file: str = "_metadata.file_path",
) -> DataFrame:
    """The typed columns with the file, the row's own text and, of an invalid row, the reason.

    `raw` and `parsed` hold SQL per column: what was written, null where it is
    missing, and its value. `whole_row` are conditions about the row, with
    their reasons; `file` is SQL of where the row was found.
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
        f"{file} AS {FILE}",
        f"{row_text} AS {RAW}",
        f"CASE WHEN {is_header} THEN NULL {' '.join(faults)} END AS {REASON}",
        f"{is_header} AS {HEADER}",
    )


def from_texts(
    columns: Sequence[Mapping[str, Any]], places: Mapping[str, str], style: TextStyle
) -> tuple[dict[str, str], dict[str, str]]:
    """`raw` and `parsed` of columns whose values are written as texts, at their places."""
    raw = {
        column["name"]: values.not_null_text(places[column["name"]], column, style)
        for column in columns
    }
    parsed = {
        column["name"]: values.from_text(raw[column["name"]], column, style) for column in columns
    }
    return raw, parsed


def origin_of(path: str, files: Iterable[SourceFile]) -> str:
    """The name that the owner of a file knows, by the path that Spark has for its copy."""
    path = unquote(path)
    for file in files:
        if path.endswith("/" + file.uri.split("://", 1)[-1].split("/", 1)[-1].lstrip("/")):
            return file.origin
    return path
