"""Steps of `steps.json`, whose results DuckDB computes from SQL as well.

That, and that the language foresees the columns, is tested beside the language
(`steps.results.test.ts`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from steps import steps

CASES = json.loads(Path(__file__).with_name("steps.json").read_text())


def _text(value: object) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _table(spark: SparkSession, columns: str, rows: list[list[Any]]) -> DataFrame:
    types = [column.split(" ") for column in columns.split(", ")]
    texts = spark.createDataFrame(
        [[_text(value) for value in row] for row in rows],
        ", ".join(f"{name} string" for name, _ in types),
    )
    return texts.select([F.col(name).cast(kind).alias(name) for name, kind in types])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_steps_have_the_result(spark: SparkSession, case: dict[str, Any]) -> None:
    tables = {
        name: _table(spark, table["columns"], table["rows"])
        for name, table in case["tables"].items()
    }
    rows = steps(tables.pop("rows"), *case["steps"], **tables)
    described = ", ".join(f"{field.name} {field.dataType.simpleString()}" for field in rows.schema)
    assert described == case["columns"]
    texts = rows.select([F.col(name).cast("string") for name in rows.columns]).collect()
    expected = [tuple(_text(value) for value in row) for row in case["result"]]
    assert sorted(map(tuple, texts), key=repr) == sorted(expected, key=repr)
