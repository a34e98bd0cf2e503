"""Reads a source by its declared columns.

A row whose values are not what its columns say is invalid: it has a reason,
which names the column and never the value. Files of one source may differ in
the order of their columns and in what else they hold; columns are found by
their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession

from csv_files import read_csv
from databases import read_database
from found import Found
from json_lines import read_json
from rows import SourceFile, origin_of
from source_files import TYPED, SourceError
from typed_files import read_typed

_READERS = {
    "csv": read_csv,
    "json": read_json,
    **dict.fromkeys(TYPED, read_typed),
}


def read_found(spark: SparkSession, found: Found) -> DataFrame:
    """The rows of a source by what was found of it, as `read_source` gives them."""
    if found.database:
        return read_database(spark, found.source, found.database)
    return read_source(spark, found.source, found.files, found.base)


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
