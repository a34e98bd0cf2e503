"""Pipelines made at random. `npm run random` tries more of them, and other seeds."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pkgutil import iter_modules
from typing import Any

import pytest
from pyspark.sql import SparkSession

import transforms
from random_pipelines.faults import with_fault
from random_pipelines.judge import Judge
from random_pipelines.making import KINDS, RandomPipeline, random_pipeline
from random_pipelines.tables import texts
from random_pipelines.trial import SAME, fault_of, smallest

COUNT = int(os.environ.get("GLUE_PIPELINES_RANDOM_COUNT", "48"))
SEED = int(os.environ.get("GLUE_PIPELINES_RANDOM_SEED", "1"))

# Of four pipelines one has a fault.
_SEEDS = range(SEED * 1_000_000, SEED * 1_000_000 + COUNT)
GOOD = [seed for seed in _SEEDS if seed % 4]
FAULTY = [seed for seed in _SEEDS if not seed % 4]


# What a function of somebody's own does, only that function says.
NOT_MADE = {"script"}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    process = Judge()
    yield process
    process.close()


@pytest.fixture
def quiet(spark: SparkSession) -> Iterator[SparkSession]:
    """Spark without a word of the values that fail on purpose."""
    spark.sparkContext.setLogLevel("OFF")
    yield spark
    spark.sparkContext.setLogLevel("ERROR")


def _told(pipeline: RandomPipeline) -> str:
    rows = {name: texts(table.rows) for name, table in pipeline.tables.items()}
    document = pipeline.document()
    whole = {"sources": document["sources"], "transform": document["transform"], "rows": rows}
    return json.dumps(whole, ensure_ascii=False)


def test_every_kind_of_step_is_made() -> None:
    modules = {module.name for module in iter_modules(transforms.__path__)}
    made = {re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", kind) for kind in KINDS}
    assert made | NOT_MADE == modules


def test_good_pipelines_have_the_rows_of_duckdb(quiet: SparkSession, judge: Judge) -> None:
    faults = []
    ends: Counter[str] = Counter()
    for seed in GOOD:
        pipeline = random_pipeline(seed)
        fault, end = fault_of(quiet, judge, pipeline)
        ends[end] += 1
        if fault:
            least = smallest(quiet, judge, pipeline)
            fault, _ = fault_of(quiet, judge, least)
            faults.append(f"seed {seed}: {fault}\n{_told(least)}")
    print(f"{len(GOOD)} good pipelines: {dict(ends)}")
    assert not faults, "\n\n".join(faults)
    # Otherwise most of them would show nothing.
    assert ends[SAME] > len(GOOD) * 0.6


def test_the_language_names_the_field_of_a_fault(judge: Judge) -> None:
    missed = []
    for seed in FAULTY:
        good = random_pipeline(seed)
        document, field = with_fault(good, seed, judge.foreseen(good.document()))
        problems: list[dict[str, Any]] = judge.problems(document)
        if not any(problem["field"].startswith(field) for problem in problems):
            steps = json.dumps(document["transform"], ensure_ascii=False)
            missed.append(
                f"seed {seed}: {field} is wrong, and the language says {problems}\n{steps}"
            )
    print(f"{len(FAULTY)} pipelines with a fault")
    assert not missed, "\n\n".join(missed)
