"""Replaces the values of columns by texts that hide them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from columns import column, language_type, require_columns, type_of
from pipeline import PipelineError
from transforms import Place


def _masked(text: Column, mask: Mapping[str, Any]) -> Column:
    if mask["method"] == "hash":
        return F.sha2(F.concat(F.lit(mask.get("salt", "")), text), 256)
    if mask["method"] == "redact":
        return F.when(text.isNotNull(), "***")
    keep = mask.get("keep", 4)
    # What is not longer than what may be seen would be seen whole.
    hidden = F.when(F.length(text) > keep, f"(?s).(?=.{{{keep}}})").otherwise("(?s).")
    return F.regexp_replace(text, hidden, F.lit("*"))


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with the `columns` masked, all in their places."""
    masked = {}
    for index, mask in enumerate(step["columns"]):
        name, field = mask["column"], f"{at.field}.columns[{index}].column"
        require_columns(rows, [name], field)
        kind = type_of(rows, name)
        if language_type(kind) is None:
            raise PipelineError(f"{field}: {name} is {kind.simpleString()}, which has no one text")
        masked[name.lower()] = _masked(column(name).cast("string"), mask)
    return rows.select(
        [masked.get(name.lower(), column(name)).alias(name) for name in rows.columns]
    )
