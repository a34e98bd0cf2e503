"""Puts the rows of another source below the rows so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import column, type_of
from pipeline import PipelineError
from transforms import Place, source_rows


def _require_same(rows: DataFrame, other: DataFrame, source: str, field: str) -> None:
    """Raises unless both have the same columns with the same types."""
    ours = {name.lower(): type_of(rows, name) for name in rows.columns}
    theirs = {name.lower(): type_of(other, name) for name in other.columns}
    for name in [*ours, *theirs]:
        if name not in ours or name not in theirs:
            lacking = f"the rows of {source}" if name in ours else "the rows so far"
            raise PipelineError(f"{field}: {lacking} have no column {name}")
        if ours[name] != theirs[name]:
            raise PipelineError(
                f"{field}: {name} is {theirs[name].simpleString()} in {source} and "
                f"{ours[name].simpleString()} in the rows so far; cast one of them"
            )


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows of both, also those that are equal, column by column of the same name."""
    other = source_rows(step, at)
    _require_same(rows, other, step["source"], f"{at.field}.source")
    return rows.union(other.select([column(name) for name in rows.columns]))
