"""Joins another source onto the rows so far.

- A key of the joined source that has the name of its partner is dropped: it
  says the same.
- Any other column whose name the rows already have becomes
  `<source>_<column>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

from pyspark.sql import Column, DataFrame

from columns import column, planned, require_columns
from pipeline import PipelineError
from transforms import Place


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows of both that fit together, or with `left` all rows so far."""
    source, keys = step["source"], step["keys"]
    if source not in at.sources:
        raise PipelineError(
            f"{at.field}.source: no source {source}; the sources are {', '.join(at.sources)}"
        )
    other = at.sources[source]
    for index, key in enumerate(keys):
        require_columns(rows, [key["left"]], f"{at.field}.keys[{index}].left")
        require_columns(other, [key["right"]], f"{at.field}.keys[{index}].right")

    taken = {name.lower() for name in rows.columns}
    redundant = {
        key["right"].lower() for key in keys if key["left"].lower() == key["right"].lower()
    }
    names: dict[str, str] = {}
    for name in other.columns:
        if name.lower() in redundant:
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

    renamed = other.select([column(name).alias(names[name.lower()]) for name in other.columns])
    condition = reduce(
        Column.__and__,
        [column(key["left"]) == column(names[key["right"].lower()]) for key in keys],
    )
    joined = planned(
        rows, at.field, lambda: rows.join(renamed, condition, step.get("type", "inner"))
    )
    return joined.drop(*(names[name] for name in redundant))
