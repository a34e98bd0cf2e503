"""Reads a source that is a database, by a Glue connection of the type JDBC.

The database says itself what its columns are, as files of Parquet do. Conditions
on columns, as those of a watermark, are answered by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession

from connections import Database
from rows import with_reason
from source_files import SourceError
from typed_files import value_of
from values import identifier, literal

# Rows that a driver asks for at once. Some ask for all, others for ten.
_ROWS_AT_ONCE = 10_000


def _options(source: Mapping[str, Any], database: Database) -> dict[str, str]:
    told = source["jdbc"]
    # Of a query its columns are not known by their place: it is a table of its own.
    table = told.get("table") or f"({told['query']}) source_rows"
    options = {
        **database.properties,
        "url": database.url,
        "user": database.user,
        "password": database.password,
        "driver": database.driver,
        "dbtable": table,
        "fetchsize": str(_ROWS_AT_ONCE),
    }
    parts = told.get("partitions")
    if not parts:
        return options
    return {
        **options,
        "partitionColumn": parts["column"],
        "lowerBound": str(parts["lowerBound"]),
        "upperBound": str(parts["upperBound"]),
        "numPartitions": str(parts["count"]),
    }


def database_problem(error: Py4JJavaError | AnalysisException, database: Database) -> str:
    """What a database said, in its first line."""
    told = error.java_exception.getMessage() if isinstance(error, Py4JJavaError) else str(error)
    reason = (told or type(error).__name__).strip().splitlines()[0]
    return f"{database.place} does not answer: {reason}"


def read_database(spark: SparkSession, source: Mapping[str, Any], database: Database) -> DataFrame:
    """The rows of a source as `read_source` gives those of files.

    Raises SourceError for columns that are missing, or of a type that the declared one does not
    take, before a row is read.
    """
    try:
        rows = spark.read.format("jdbc").options(**_options(source, database)).load()
    except (Py4JJavaError, AnalysisException) as error:
        # Not from the error, whose text has where the database is.
        raise SourceError(database_problem(error, database)) from None
    fields = {field.name.lower(): field for field in rows.schema}
    columns = source["columns"]
    missing = [column["name"] for column in columns if column["name"] not in fields]
    if missing:
        raise SourceError(
            f"{database.place} has no column {', '.join(missing)}; its columns are "
            f"{', '.join(fields)}"
        )
    found = {column["name"]: fields[column["name"]] for column in columns}
    raw = {name: identifier(field.name) for name, field in found.items()}
    parsed = {
        column["name"]: value_of(found[column["name"]], column, database.place)
        for column in columns
    }
    row_text = f"TO_JSON(STRUCT({', '.join(raw.values())}))"
    place = literal(source["jdbc"]["connection"])
    return with_reason(rows, columns, raw, parsed, [], row_text, file=place)
