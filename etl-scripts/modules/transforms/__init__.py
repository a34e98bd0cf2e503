"""What is done to the rows: one module for each kind of step.

A module is named as the kind is in `pipeline.yaml`, in snake case, and has a
function `apply(rows, step, at)`. The step's fields were checked when the
pipeline was read; whether the columns fit, only the rows can tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from pyspark.sql import DataFrame

from pipeline import PipelineError


class Place(NamedTuple):
    """Where a step stands."""

    # What an error names, for example `transform[2]`.
    field: str
    # The rows of each source by its name.
    sources: Mapping[str, DataFrame]


def source_rows(step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows of the source that a step reads."""
    source = step["source"]
    if source not in at.sources:
        raise PipelineError(
            f"{at.field}.source: no source {source}; the sources are {', '.join(at.sources)}"
        )
    return at.sources[source]


def apply_step(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows after one step."""
    name = re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", step["kind"])
    try:
        kind = import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        raise PipelineError(
            f"{at.field}.kind: {step['kind']} is no kind of step that these jobs know: "
            "deploy the jobs anew together with pipeline.yaml"
        ) from error
    return kind.apply(rows, step, at)


def transform(sources: Mapping[str, DataFrame], pipeline: Mapping[str, Any]) -> DataFrame:
    """The result of a pipeline.

    `sources` holds the rows of each source by its name. Nothing is computed
    before the result is written: Spark plans all steps as one.
    """
    steps: Sequence[Mapping[str, Any]] = pipeline.get("transform", [])
    rows = sources[pipeline["sources"][0]["name"]]
    for index, step in enumerate(steps):
        rows = apply_step(rows, step, Place(f"transform[{index}]", sources))
    return rows
