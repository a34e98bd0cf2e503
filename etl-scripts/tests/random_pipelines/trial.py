"""Tries a pipeline: the language, Spark by the product's own steps, and DuckDB."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from steps import steps as run_steps

from columns import column, language_type
from random_pipelines.judge import Judge
from random_pipelines.kinds import Kind
from random_pipelines.making import RandomPipeline
from random_pipelines.sampling import kept
from random_pipelines.tables import Table, dataframe
from random_pipelines.translation import ROWS, Columns, translated
from random_pipelines.trees import NotMade, quoted
from results import value_problem

# What is told of a pipeline that gave no rows on either side.
BY_VALUE = "refused by a value"
NO_ROWS = "no rows"
SAME = "the same rows"


def _parsed(text: str | None, kind: Kind) -> Any:
    """A value from DuckDB's text of it."""
    if text is None or kind.name == "string":
        return text
    if kind.name == "boolean":
        return text == "true"
    if kind.name == "date":
        return datetime.date.fromisoformat(text)
    if kind.name == "timestamp":
        return datetime.datetime.fromisoformat(text.ljust(26, "0") if "." in text else text)
    number = {"double": float, "decimal": Decimal}.get(kind.name, int)
    return number(text)


def _plain(value: Any) -> str:
    """What is compared: NaN equals itself, and 0 equals -0."""
    if isinstance(value, float):
        return "NaN" if math.isnan(value) else repr(value + 0.0)
    return repr(value)


def _multiset(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    return sorted([_plain(value) for value in row] for row in rows)


class Refused(Exception):  # noqa: N818 - DuckDB fails, as it should, by a value
    """DuckDB does not compute with a value."""


def expected(judge: Judge, pipeline: RandomPipeline) -> tuple[Columns, list[list[Any]]]:
    """The columns and rows that DuckDB has. Raises Refused where a value has no result."""
    tables = dict(pipeline.tables)
    first = next(iter(tables))
    columns = tables[first].columns
    sources = {name: table.columns for name, table in tables.items()}
    queries = [f'"r0" AS MATERIALIZED (SELECT * FROM {quoted(first)})']

    def rows_so_far() -> list[list[Any]]:
        found = judge.query(
            f'WITH {", ".join(queries)} SELECT * FROM "r{len(queries) - 1}"', tables
        )
        if "error" in found:
            if "Binder" in found["error"] or "Parser" in found["error"]:
                raise AssertionError(found["error"])
            raise Refused(found["error"])
        return [
            [_parsed(text, kind) for text, kind in zip(row, columns.values())]
            for row in found["rows"]
        ]

    for step in pipeline.steps:
        if step["kind"] == "sample":
            tables["sampled"] = Table(
                columns, [tuple(r) for r in kept(rows_so_far(), columns, step)]
            )
            queries = ['"r0" AS MATERIALIZED (SELECT * FROM "sampled")']
            continue
        made = translated(step, columns, sources)
        sql = made.sql.replace(ROWS, f'"r{len(queries) - 1}"')
        queries.append(f'"r{len(queries)}" AS MATERIALIZED ({sql})')
        columns = made.columns
    return columns, rows_so_far()


def _rows_of_spark(rows: DataFrame, columns: Columns) -> list[list[Any]]:
    # Of timestamps the text, which no clock of this machine has a part in.
    texts = [
        F.date_format(column(name), "yyyy-MM-dd HH:mm:ss.SSSSSS").alias(name)
        if kind.name == "timestamp"
        else column(name)
        for name, kind in columns.items()
    ]
    return [
        [
            value if value is None or kind.name != "timestamp" else _parsed(value, kind)
            for value, kind in zip(row, columns.values())
        ]
        for row in rows.select(texts).collect()
    ]


def _types(rows: DataFrame) -> dict[str, str]:
    return {field.name: json.dumps(language_type(field.dataType)) for field in rows.schema.fields}


def _difference(ours: Any, theirs: Any, what: str) -> str | None:
    return None if ours == theirs else f"{what}: Spark has {ours}, DuckDB {theirs}"


def _unforeseen(foreseen: dict[str, str | None], columns: Columns) -> str | None:
    names = _difference(list(columns), list(foreseen), "the language foresees other columns")
    if names:
        return names
    for name, kind in foreseen.items():
        real = columns[name].type_words
        # Not always with its digits.
        if kind is not None and kind not in (real, columns[name].name):
            return f"the language foresees that {name} is {kind}: it is {real}"
    return None


def fault_of(spark: SparkSession, judge: Judge, pipeline: RandomPipeline) -> tuple[str | None, str]:
    """What is wrong with a good pipeline, None where all is right, and how it ended."""
    document = pipeline.document()
    problems = judge.problems(document)
    if problems:
        return f"the language refuses it: {problems}", NO_ROWS
    try:
        columns, rows = expected(judge, pipeline)
    except Refused:
        columns, rows = None, None
    frames = {name: dataframe(spark, table) for name, table in pipeline.tables.items()}
    try:
        ours = run_steps(frames.pop("rows"), *pipeline.steps, **frames)
        if columns is None:
            # Spark may leave out what nobody needs: then it has rows, and nothing to compare.
            ours.collect()
            return None, BY_VALUE
        foreseen = _unforeseen(judge.foreseen(document), columns)
        told = {name: json.dumps(kind.words) for name, kind in columns.items()}
        types = foreseen or _difference(_types(ours), told, "types")
        if types:
            return types, NO_ROWS
        found = _rows_of_spark(ours, columns)
    except Py4JJavaError as error:
        problem = value_problem(error)
        if problem is None:
            return f"the run failed: {str(error)[:2000]}", NO_ROWS
        return (None if columns is None else f"the run failed: {problem}"), BY_VALUE
    except Exception as error:
        return f"the run failed: {type(error).__name__}: {str(error)[:2000]}", NO_ROWS
    return _difference(_multiset(found), _multiset(rows), "rows"), SAME if rows else NO_ROWS


def _without(pipeline: RandomPipeline, index: int) -> RandomPipeline:
    steps = [step for at, step in enumerate(pipeline.steps) if at != index]
    read = {"rows", *(step["source"] for step in steps if "source" in step)}
    tables = {name: table for name, table in pipeline.tables.items() if name in read}
    return RandomPipeline(tables, steps)


def smallest(spark: SparkSession, judge: Judge, pipeline: RandomPipeline) -> RandomPipeline:
    """The pipeline without the steps that its fault does not need."""
    fault, _ = fault_of(spark, judge, pipeline)
    for index in reversed(range(len(pipeline.steps))):
        fewer = _without(pipeline, index)
        try:
            other, _ = fault_of(spark, judge, fewer)
        except (NotMade, AssertionError, KeyError):
            continue
        # Of the same kind: without a step, another fault may come up, or one of the test.
        if other and other.split(":")[0] == str(fault).split(":")[0]:
            return smallest(spark, judge, fewer)
    return pipeline
