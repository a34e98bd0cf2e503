"""Writes the result of a pipeline, and what the load needs to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from checked import observed
from columns import STEP_FAILED, language_type
from result_files import ResultError, Written, check_length, no_empty_folder, redshift_names
from values import identifier

_SPARK_TYPES = {"int": "int", "double": "double", "timestamp": "timestamp"}


def described(schema: T.StructType) -> list[dict[str, Any]]:
    """The columns of a result in the language's words."""
    columns = []
    for field in schema.fields:
        kind = language_type(field.dataType)
        if kind is None:
            raise ResultError(
                f"transform: column {field.name} is {field.dataType.simpleString()}, "
                "which a table of Redshift cannot hold; leave it out or cast it"
            )
        columns.append({"name": field.name, **kind})
    return columns


def for_redshift(rows: DataFrame) -> DataFrame:
    """The same rows with names and types that a table of Redshift can have."""
    names = redshift_names(rows.columns)
    kinds = [column["type"] for column in described(rows.schema)]
    return rows.select(
        *(
            (
                F.col(identifier(old)).cast(_SPARK_TYPES[kind])
                if kind in _SPARK_TYPES
                else F.col(identifier(old))
            ).alias(new)
            for old, new, kind in zip(rows.columns, names, kinds)
        )
    )


def _texts(schema: T.StructType) -> list[str]:
    return [field.name for field in schema.fields if isinstance(field.dataType, T.StringType)]


def write_rows(rows: DataFrame, uri: str, partition_by: Sequence[str]) -> Written:
    """Replaces the Parquet files below `uri` by the rows, unpartitioned.

    Counts while it writes: the rows, the longest text of each column, and
    the empty texts of those that are to become folders. Raises ResultError
    where the table, or a folder's name, could not hold one.
    """
    columns = described(rows.schema)
    texts = _texts(rows.schema)
    counted = Observation("result")
    measures = [
        F.count(F.lit(1)).alias("rows"),
        *(
            F.max(F.octet_length(identifier(name))).alias(f"bytes {index}")
            for index, name in enumerate(texts)
        ),
        *(
            F.count(F.when(F.col(identifier(name)) == "", 1)).alias(f"empty {index}")
            for index, name in enumerate(texts)
            if name in partition_by
        ),
    ]
    observed_rows = rows.observe(counted, *measures)
    observed_rows.write.mode("overwrite").parquet(uri)
    stored = rows.sparkSession.read.schema(rows.schema).parquet(uri)
    # By the files' footers: what is observed is counted twice where a task is repeated.
    number = stored.count()
    counts = observed(counted) if number else {}
    if counts is None:
        counts = stored.agg(*measures).first().asDict()
    for index, name in enumerate(texts):
        longest = counts.get(f"bytes {index}") or 0
        check_length(name, longest)
        if counts.get(f"empty {index}"):
            raise no_empty_folder(name)
    return Written(number, columns)


def rows_per_file(spark: SparkSession, uri: str, rows: int, size: int) -> int:
    """How many rows fill a file of a size in bytes, by the Parquet files that have all rows."""
    path = spark._jvm.org.apache.hadoop.fs.Path(uri)
    system = path.getFileSystem(spark._jsparkSession.sessionState().newHadoopConf())
    return max(1, size * rows // max(1, system.getContentSummary(path).getLength()))


def write_partitioned(
    rows: DataFrame, uri: str, partition_by: Sequence[str], most_rows: int | None = None
) -> None:
    """Replaces the Parquet files below `uri`, in a folder for each value of the columns.

    `most_rows`: how many rows a file has at most; without it each folder has one file.
    """
    # One task writes each folder; otherwise every task would add a file to every folder.
    # Rebalanced, several tasks share the folders that have many rows.
    spread = (
        rows.repartition(*(F.col(identifier(name)) for name in partition_by))
        if most_rows is None
        else rows.sparkSession.sql(
            f"SELECT /*+ REBALANCE({', '.join(map(identifier, partition_by))}) */ * FROM {{rows}}",
            rows=rows,
        )
    )
    writer = spread.write.mode("overwrite").option("maxRecordsPerFile", most_rows or 0)
    writer.partitionBy(*partition_by).parquet(uri)


# What Spark's classes of errors mean that a value of a row can raise. Spark's
# own messages show the value, and tell how to let it compute wrongly instead.
_VALUE_ERRORS = {
    "ARITHMETIC_OVERFLOW": "a number became too large for its type",
    "CANNOT_PARSE_TIMESTAMP": "a text is no date of its pattern",
    "CAST_INVALID_INPUT": "a text is no value of the type that it is cast to",
    "CAST_OVERFLOW": "a number is too large for the type that it is cast to",
    "DIVIDE_BY_ZERO": "a number is divided by zero",
    "NUMERIC_VALUE_OUT_OF_RANGE": "a decimal has too many digits for its type",
}

_VALUE_EXCEPTIONS = frozenset(
    ["SparkArithmeticException", "SparkDateTimeException", "SparkNumberFormatException"]
)


def value_problem(error: Py4JJavaError, field: str = "transform") -> str | None:
    """What was wrong with a value that Spark could not compute with; None for other failures.

    `field` is what was computed, where the error does not tell it.
    """
    cause = error.java_exception
    while cause is not None:
        if str(cause.getMessage()).startswith(STEP_FAILED):
            return str(cause.getMessage())
        cause = cause.getCause()
    cause = error.java_exception
    while cause.getCause() is not None:
        if cause.getClass().getSimpleName() in _VALUE_EXCEPTIONS:
            break
        cause = cause.getCause()
    if cause.getClass().getSimpleName() not in _VALUE_EXCEPTIONS:
        return None
    kind = str(cause.getErrorClass()).split(".")[0]
    return (
        f"{field}: {_VALUE_ERRORS.get(kind, 'a value cannot be computed with')} [{kind}]; "
        "correct the expression or the types of sources, or use a function that allows for "
        "such values (try_cast, try_divide, nullif)"
    )
