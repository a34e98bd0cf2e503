"""The kinds of steps that DuckDB has: one module each, named as that of Spark.

A module has a function `apply(rows, step, sources)`, which gives the step as a
query. What a kind, or its types, do otherwise than on Spark raises SparkNeeded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from duckdb_engine.rows import Rows, Step
from duckdb_engine.spark_needed import SparkNeeded, quoted


def apply_step(rows: Rows, step: Mapping[str, Any], sources: Mapping[str, Rows]) -> Step:
    """One step as a query of the rows before it."""
    name = re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", step["kind"])
    try:
        kind = import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        raise SparkNeeded(f"a step {step['kind']}") from error
    return kind.apply(rows, step, sources)


def transform(database: Any, sources: Mapping[str, Rows], pipeline: Mapping[str, Any]) -> Rows:
    """The result of a pipeline, a view for each step. Nothing is computed yet.

    `database`: a connection of DuckDB; `sources`: the rows of each source by its name.
    """
    steps: Sequence[Mapping[str, Any]] = pipeline.get("transform", [])
    rows = sources[pipeline["sources"][0]["name"]]
    for index, step in enumerate(steps):
        try:
            made = apply_step(rows, step, sources)
        except SparkNeeded as needed:
            raise SparkNeeded(f"transform[{index}]: {needed}") from needed
        rows = Rows(f"__step_{index}", made.columns)
        database.execute(f"CREATE TEMP VIEW {quoted(rows.name)} AS {made.sql}")
    return rows
