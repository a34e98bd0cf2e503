"""Rows of a source that are new by the value of a column: `incremental: watermark`.

The window is decided before the rows are read, by a look at the column alone, so
that rows which come meanwhile are left for the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from rows import HEADER
from source_files import SourceError
from values import identifier, literal, sql_type


class Window(NamedTuple):
    """The values that a run reads, as texts: above `low`, where there is one, up to `high`.

    `loaded`: the greatest value that runs before have loaded.
    """

    column: Mapping[str, Any]
    loaded: str | None
    low: str | None
    high: str

    def condition(self) -> str:
        """SQL that is true of rows of the window, and of those that no window can have."""
        name, kind = identifier(self.column["name"]), sql_type(self.column)
        within = f"{name} <= CAST({literal(self.high)} AS {kind})"
        if self.low is not None:
            within = f"{name} > {self.low} AND {within}"
        return f"{HEADER} OR {name} IS NULL OR ({within})"


def column_of(source: Mapping[str, Any]) -> dict[str, Any]:
    """The column by which new rows are told."""
    name = source["watermark"]["column"]
    return next(column for column in source["columns"] if column["name"] == name)


def with_required_column(source: Mapping[str, Any]) -> dict[str, Any]:
    """The source, where a row without a value for the column is invalid: no run would read it."""
    name = source["watermark"]["column"]
    columns = [
        {**column, "nullable": False} if column["name"] == name else column
        for column in source["columns"]
    ]
    return {**source, "columns": columns}


def _behind(value: str, lookback: int | None, column: Mapping[str, Any]) -> str:
    """SQL of where a run begins."""
    at = f"CAST({literal(value)} AS {sql_type(column)})"
    if not lookback:
        return at
    if column["type"] == "date":
        return f"DATE_SUB({at}, {lookback})"
    if column["type"] == "timestamp":
        return f"({at} - MAKE_DT_INTERVAL(0, 0, 0, {lookback}))"
    return f"(CAST({at} AS DECIMAL(38,{column.get('scale', 0)})) - {lookback})"


def find_window(rows: DataFrame, source: Mapping[str, Any], loaded: str | None) -> Window | None:
    """What a run reads of the rows of a source; None where nothing is new.

    Raises SourceError where rows have no value of the column, unless such rows are set aside.
    """
    column = column_of(source)
    name = identifier(column["name"])
    lookback = source["watermark"].get("lookback")
    low = None if loaded is None else _behind(loaded, lookback, column)
    new = "TRUE" if low is None else f"{name} > {low}"
    # Said as a condition too, which a database answers.
    asked = rows.filter(f"NOT {HEADER} AND ({new} OR {name} IS NULL)")
    found = asked.agg(
        F.expr(f"CAST(MAX({name}) FILTER (WHERE {new}) AS STRING)").alias("high"),
        F.expr(f"COUNT_IF({name} IS NULL)").alias("missing"),
    )
    high, missing = found.first()
    if missing and source.get("onInvalid", "fail") == "fail":
        raise SourceError(
            f"{source['name']}: {missing} row(s) have no valid {column['name']}, by which "
            "watermark tells what is new: correct them, or set such rows aside by "
            "onInvalid: setAside"
        )
    if high is None:
        return None
    if loaded is not None:
        # Rows that were the last may be gone; what was loaded stays so.
        at = f"CAST({literal(loaded)} AS {sql_type(column)})"
        last = f"CAST(GREATEST({at}, CAST({literal(high)} AS {sql_type(column)})) AS STRING)"
        high = rows.sparkSession.sql(f"SELECT {last}").first()[0]
    return Window(column, loaded, low, high)
