"""Columns as a pipeline names them, and the expressions that compute with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

from expressions import ExpressionError, check_expression
from pipeline import PipelineError
from values import TextStyle, from_text, identifier, literal

# What Spark computes, in the language's words for types. Redshift has no
# smaller whole number and no smaller fraction worth a column of its own.
_TYPES: dict[type[T.DataType], str] = {
    T.BooleanType: "boolean",
    T.ByteType: "int",
    T.ShortType: "int",
    T.IntegerType: "int",
    T.LongType: "bigint",
    T.FloatType: "double",
    T.DoubleType: "double",
    T.StringType: "string",
    T.DateType: "date",
    T.TimestampType: "timestamp",
    T.TimestampNTZType: "timestamp",
}

# How the message of `failing` begins, by which it is told from Spark's own.
STEP_FAILED = "transform["


def language_type(kind: T.DataType) -> dict[str, Any] | None:
    """A type of Spark in the language's words, as a column declares it; None for others."""
    if isinstance(kind, T.DecimalType):
        return {"type": "decimal", "precision": kind.precision, "scale": kind.scale}
    name = _TYPES.get(type(kind))
    return None if name is None else {"type": name}


def type_of(rows: DataFrame, name: str) -> T.DataType:
    """The type of a column that there is."""
    return rows.select(column(name)).schema[0].dataType


def missing(rows: DataFrame, name: str) -> Column:
    """Whether a row has no value in a column. What is no number is none either."""
    value = column(name)
    if isinstance(type_of(rows, name), (T.FloatType, T.DoubleType)):
        return value.isNull() | F.isnan(value)
    return value.isNull()


def failing(field: str, reason: str) -> str:
    """SQL that ends the run where it is computed. It tells the field, and never the value."""
    return f"RAISE_ERROR({literal(f'{field}: {reason}')})"


def column(name: str) -> Column:
    """A column by its literal name, whatever characters it has."""
    return F.col(identifier(name))


def require_columns(rows: DataFrame, names: Sequence[str], field: str) -> None:
    """Raises unless the rows have all these columns. Case does not matter to Spark."""
    present = {name.lower() for name in rows.columns}
    unknown = [name for name in names if name.lower() not in present]
    if unknown:
        raise PipelineError(
            f"{field}: no column {', '.join(unknown)}; "
            f"the columns here are {', '.join(rows.columns)}"
        )


def planned(rows: DataFrame, field: str, make: Callable[[], DataFrame]) -> DataFrame:
    """Runs a step whose SQL or types Spark may reject, and says where it came from."""
    try:
        return make()
    except AnalysisException as error:
        if str(error.getErrorClass()).startswith("UNRESOLVED_COLUMN"):
            unknown = (error.getMessageParameters() or {}).get("objectName", "?")
            raise PipelineError(
                f"{field}: no column {unknown.replace('`', '')}; "
                f"the columns here are {', '.join(rows.columns)}"
            ) from error
        reason = str(error).strip().splitlines()[0]
        raise PipelineError(f"{field}: {reason}") from error


def computed(rows: DataFrame, expression: str, field: str) -> Column:
    """An expression that only computes with columns of the rows, as a column.

    Left alone, Spark finds columns that an earlier step left out, and reads
    names such as current_date and user as functions where no column has them.
    """
    try:
        names = check_expression(rows.sparkSession, expression)
    except ExpressionError as error:
        raise PipelineError(f"{field}: {error}") from error
    require_columns(rows, names, field)
    value = F.expr(expression)
    # Selected once only to have Spark check it here, where the field is known.
    planned(rows, field, lambda: rows.select(value))
    return value


def constants(rows: DataFrame, texts: Sequence[tuple[str, str, str]]) -> list[Column]:
    """Texts as values of the types of columns: each is a column, its text and the field."""
    sql = []
    for name, text, field in texts:
        kind = language_type(type_of(rows, name))
        value = from_text(literal(text), kind, TextStyle(null_words=())) if kind else "NULL"
        sql.append((value, f"{field}: {text!r} is no {type_of(rows, name).simpleString()}"))
    # Only constants: no row is read.
    found = rows.sparkSession.sql(f"SELECT {', '.join(value for value, _ in sql)}").first()
    problems = [words for (_, words), value in zip(sql, found or []) if value is None]
    if problems:
        raise PipelineError(problems[0])
    return [F.expr(value) for value, _ in sql]
