"""Runs steps as a pipeline does, and compares what comes out."""

from __future__ import annotations

from typing import Any

from chispa import assert_df_equality
from pyspark.sql import DataFrame

from transforms import transform


def steps(rows: DataFrame, *transformation: dict[str, Any], **sources: DataFrame) -> DataFrame:
    """The rows of the first source, named `rows`, after all steps."""
    pipeline = {"sources": [{"name": "rows"}], "transform": transformation}
    return transform({"rows": rows, **sources}, pipeline)


def same(actual: DataFrame, expected: list[tuple[Any, ...]], schema: str) -> None:
    """Fails unless these are the rows, in any order, and their types."""
    wanted = actual.sparkSession.createDataFrame(expected, schema)
    assert_df_equality(actual, wanted, ignore_row_order=True, ignore_nullable=True)
