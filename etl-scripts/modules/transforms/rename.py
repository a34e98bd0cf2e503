"""Gives columns other names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from columns import column, require_columns
from pipeline import PipelineError
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with the `columns` under their new names, all in their places."""
    for index, renamed in enumerate(step["columns"]):
        require_columns(rows, [renamed["column"]], f"{at.field}.columns[{index}].column")
    names = {renamed["column"].lower(): renamed["as"] for renamed in step["columns"]}
    after = [names.get(name.lower(), name) for name in rows.columns]
    lower = [name.lower() for name in after]
    twice = sorted({name for name in lower if lower.count(name) > 1})
    if twice:
        raise PipelineError(
            f"{at.field}.columns: makes a second column named {', '.join(twice)}; "
            "choose other names"
        )
    return rows.select([column(old).alias(new) for old, new in zip(rows.columns, after)])
