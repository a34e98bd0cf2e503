"""Columns as a pipeline names them, and the expressions that compute with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from expressions import ExpressionError, check_expression
from pipeline import PipelineError
from values import identifier


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
