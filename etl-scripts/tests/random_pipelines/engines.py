"""Runs random pipelines on both engines of the product, and compares what comes out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from steps import steps as run_steps

from columns import column, language_type
from duckdb_engine.kinds import Columns, kind_of
from duckdb_engine.rows import Rows
from duckdb_engine.spark_needed import MARK, SparkNeeded, quoted
from duckdb_engine.transforms import transform
from random_pipelines.making import RandomPipeline
from random_pipelines.tables import dataframe, texts

# How a pipeline ended on both engines.
SAME = "the same rows"
LEFT = "left to Spark"
FAILED = "failed on Spark"


def plain(value: Any) -> str:
    """A value to compare: 0 and -0 differ, decimals differ by their places."""
    if isinstance(value, float):
        return "NaN" if value != value else repr(value)
    if isinstance(value, (Decimal, datetime.datetime)):
        return str(value)
    return repr(value)


def multiset(rows: list[Any]) -> list[list[str]]:
    return sorted([plain(value) for value in row] for row in rows)


def on_duckdb(pipeline: RandomPipeline) -> tuple[Columns, list[Any]]:
    """The columns and rows of DuckDB. Raises SparkNeeded where it leaves them to Spark."""
    database = duckdb.connect(config={"threads": 1})
    sources = {}
    for name, table in pipeline.tables.items():
        kinds = {one: kind_of(kind.words) for one, kind in table.columns.items()}
        columns = ", ".join(f"{quoted(one)} {kind.sql}" for one, kind in kinds.items())
        database.execute(f"CREATE TABLE {quoted(name)} ({columns})")
        places = ", ".join("?" for _ in kinds)
        for row in texts(table.rows):
            database.execute(f"INSERT INTO {quoted(name)} VALUES ({places})", row)
        sources[name] = Rows(name, kinds)
    first = next(iter(sources))
    document = {"sources": [{"name": first}], "transform": pipeline.steps}
    result = transform(database, sources, document)
    try:
        return result.columns, database.execute(f"SELECT * FROM {quoted(result.name)}").fetchall()
    except (duckdb.ParserException, duckdb.BinderException):
        raise
    except duckdb.Error as error:
        told = str(error)
        raise SparkNeeded(told.split(MARK)[-1] if MARK in told else "a value") from error
    finally:
        database.close()


def on_spark(spark: SparkSession, pipeline: RandomPipeline) -> tuple[DataFrame, list[Any]]:
    """The same of Spark, of moments as texts in UTC."""
    frames = {name: dataframe(spark, table) for name, table in pipeline.tables.items()}
    rows = run_steps(frames.pop(next(iter(frames))), *pipeline.steps, **frames)
    moments = {field.name for field in rows.schema if field.dataType.typeName() == "timestamp"}
    written = [
        F.date_format(column(name), "yyyy-MM-dd HH:mm:ss.SSSSSS").alias(name)
        if name in moments
        else column(name)
        for name in rows.columns
    ]
    found = [
        [
            datetime.datetime.fromisoformat(value) if name in moments and value else value
            for name, value in zip(rows.columns, row)
        ]
        for row in rows.select(written).collect()
    ]
    return rows, found


def difference(
    spark: SparkSession,
    pipeline: RandomPipeline,
    run: Callable[[RandomPipeline], tuple[Columns, list[Any]]] = on_duckdb,
) -> tuple[str | None, str, str]:
    """What differs, None where nothing does; how it ended; what was left to Spark."""
    try:
        columns, ours = run(pipeline)
    except SparkNeeded as needed:
        return None, LEFT, str(needed)
    try:
        rows, theirs = on_spark(spark, pipeline)
    except Py4JJavaError:
        # Spark computes what DuckDB finds that nobody needs.
        return f"DuckDB has {ours}, and Spark fails", FAILED, ""
    types = [(field.name, language_type(field.dataType)) for field in rows.schema]
    own = [(name, kind.described) for name, kind in columns.items()]
    if types != own:
        return f"types: Spark has {types}, DuckDB {own}", SAME, ""
    if multiset(ours) != multiset(theirs):
        return f"rows: Spark has {multiset(theirs)}, DuckDB {multiset(ours)}", SAME, ""
    return None, SAME, ""
