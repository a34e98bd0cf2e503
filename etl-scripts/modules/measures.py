"""What is computed of the values of several rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from columns import column, require_columns
from pipeline import PipelineError

_FUNCTIONS: Mapping[str, Callable[[Column], Column]] = {
    "count": F.count,
    "sum": F.sum,
    "avg": F.avg,
    "min": F.min,
    "max": F.max,
}


def measured(
    rows: DataFrame, measure: Mapping[str, Any], field: str, only: Column | None = None
) -> Column:
    """A measure of several rows, without its name; of those alone for which `only` is true."""
    if "column" in measure:
        require_columns(rows, [measure["column"]], f"{field}.column")
        value = column(measure["column"])
    elif measure["function"] == "count":
        value = F.lit(1)
    else:
        raise PipelineError(f"{field}: {measure['function']} needs a column")
    return _FUNCTIONS[measure["function"]](value if only is None else F.when(only, value))
