"""Joins another source onto the rows so far.

- A key of the joined source that has the name of its partner is one column
  with it: where only one side has the row, it holds that side's value.
- Any other column whose name the rows already have becomes
  `<source>_<column>`.
- `semi` and `anti` bring no column.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from columns import column, planned, require_columns
from pipeline import PipelineError
from transforms import Place, source_rows


def _names_of_other(
    rows: DataFrame, other: DataFrame, step: Mapping[str, Any], at: Place
) -> dict[str, str]:
    """What the columns of the joined source are called, by their names in lower case."""
    source = step["source"]
    if step.get("type") in ("semi", "anti"):
        return {name.lower(): f"__key_{name}" for name in other.columns}
    taken = {name.lower() for name in rows.columns}
    shared = _shared_keys(step)
    names: dict[str, str] = {}
    for name in other.columns:
        if name.lower() in shared:
            names[name.lower()] = f"__key_{name}"
        elif name.lower() in taken:
            names[name.lower()] = f"{source}_{name}"
        else:
            names[name.lower()] = name
    clashes = taken.intersection(name.lower() for name in names.values())
    if clashes:
        raise PipelineError(
            f"{at.field}: {source} brings a second column {', '.join(sorted(clashes))}; "
            "name the source otherwise"
        )
    return names


def _shared_keys(step: Mapping[str, Any]) -> set[str]:
    """The keys that both sides call the same, in lower case."""
    return {
        key["right"].lower() for key in step["keys"] if key["left"].lower() == key["right"].lower()
    }


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows of both that fit together and, by `type`, those that do not."""
    keys, how = step["keys"], step.get("type", "inner")
    other = source_rows(step, at)
    for index, key in enumerate(keys):
        require_columns(rows, [key["left"]], f"{at.field}.keys[{index}].left")
        require_columns(other, [key["right"]], f"{at.field}.keys[{index}].right")

    names = _names_of_other(rows, other, step, at)
    renamed = other.select([column(name).alias(names[name.lower()]) for name in other.columns])
    condition = reduce(
        Column.__and__,
        [column(key["left"]) == column(names[key["right"].lower()]) for key in keys],
    )
    joined = planned(rows, at.field, lambda: rows.join(renamed, condition, how))
    if how in ("semi", "anti"):
        return joined
    shared = _shared_keys(step)
    if how in ("right", "full"):
        values = [
            F.coalesce(column(name), column(names[name.lower()])).alias(name)
            if name.lower() in shared
            else column(name)
            for name in joined.columns
        ]
        joined = joined.select(values)
    return joined.drop(*(names[name] for name in shared))
