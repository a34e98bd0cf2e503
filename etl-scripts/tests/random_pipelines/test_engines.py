"""Random pipelines on both engines of the product: what DuckDB has, Spark has as well."""

from __future__ import annotations

import json
import os
from collections import Counter

import pytest
from pyspark.sql import SparkSession

from duckdb_engine.functions import FUNCTION_NAMES
from duckdb_engine.kinds import Columns
from duckdb_engine.spark_needed import SparkNeeded
from duckdb_engine.transforms import apply_step
from functions import DUCKDB_FUNCTIONS
from random_pipelines.engines import LEFT, SAME, difference, on_duckdb
from random_pipelines.making import KINDS, RandomPipeline, random_pipeline
from random_pipelines.tables import texts

COUNT = int(os.environ.get("GLUE_PIPELINES_RANDOM_COUNT", "48")) // 2
SEED = int(os.environ.get("GLUE_PIPELINES_RANDOM_SEED", "1"))

# Spark's hash is its own.
SPARK_KINDS = {"sample"}


def _pipelines() -> list[tuple[int, RandomPipeline]]:
    """The first ones of a seed whose kinds DuckDB has."""
    found = []
    seed = SEED * 1_000_000
    while len(found) < COUNT:
        pipeline = random_pipeline(seed)
        if not SPARK_KINDS.intersection(step["kind"] for step in pipeline.steps):
            found.append((seed, pipeline))
        seed += 1
    return found


PIPELINES = _pipelines()


def test_duckdb_has_the_rows_of_spark(spark: SparkSession) -> None:
    faults = []
    ends: Counter[str] = Counter()
    compared: Counter[str] = Counter()
    for seed, pipeline in PIPELINES:
        found, end, _ = difference(spark, pipeline)
        ends[end] += 1
        if end == SAME:
            compared.update(step["kind"] for step in pipeline.steps)
        if found:
            rows = {name: texts(table.rows) for name, table in pipeline.tables.items()}
            steps = json.dumps([pipeline.steps, rows], ensure_ascii=False)
            faults.append(f"seed {seed}: {found}\n{steps}")
    print(f"{len(PIPELINES)} pipelines on both engines: {dict(ends)}, {dict(compared)}")
    assert not faults, "\n\n".join(faults)
    # Otherwise most of them would show nothing.
    assert ends[SAME] > len(PIPELINES) * 0.6
    assert ends[LEFT] < len(PIPELINES) * 0.4


def test_a_difference_between_the_engines_is_found(spark: SparkSession) -> None:
    """DuckDB with one row less, of the first pipeline that has rows."""

    def short(pipeline: RandomPipeline) -> tuple[Columns, list[tuple[object, ...]]]:
        columns, rows = on_duckdb(pipeline)
        if not rows:
            raise SparkNeeded("nothing to leave out")
        return columns, rows[1:]

    for _, pipeline in PIPELINES:
        found, end, _ = difference(spark, pipeline, short)
        if end == SAME:
            assert found is not None
            assert found.startswith("rows: Spark has")
            return
    pytest.fail("no pipeline has rows")


@pytest.mark.parametrize("kind", sorted({*KINDS, "script"}))
def test_kinds_are_those_that_the_language_says(kind: str) -> None:
    left = False
    try:
        apply_step(None, {"kind": kind}, {})
    except SparkNeeded:
        left = True
    except (KeyError, AttributeError):
        pass
    assert left == (kind in {*SPARK_KINDS, "script"})


def test_functions_are_those_that_the_language_says() -> None:
    assert FUNCTION_NAMES == DUCKDB_FUNCTIONS
