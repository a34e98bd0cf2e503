"""Steps of `transforms/steps.json` on DuckDB: the columns and rows that Spark is tested to have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from duckdb_engine.kinds import Kind
from duckdb_engine.rows import Rows
from duckdb_engine.spark_needed import MARK, SparkNeeded, quoted
from duckdb_engine.transforms import transform

CASES = json.loads((Path(__file__).parents[1] / "transforms/steps.json").read_text())

# What hangs on a type or a value that DuckDB does not treat as Spark does.
LEFT = {
    "casts are exact, and what does not fit may become missing",
    "measures over whole groups, and of groups",
}


def _kinds(columns: str) -> dict[str, Kind]:
    """The columns of a case, which writes them as Spark does."""
    found = {}
    for name, words in re.findall(r"(\w+) (\w+(?:\([\d,]+\))?)", columns):
        kind, *digits = re.findall(r"\w+", words)
        found[name] = Kind(kind, *map(int, digits))
    return found


def _text(value: object) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _run(case: dict[str, Any]) -> tuple[dict[str, Kind], list[tuple[str | None, ...]]]:
    with duckdb.connect(config={"threads": 1}) as database:
        sources = {}
        for name, table in case["tables"].items():
            kinds = _kinds(table["columns"])
            columns = ", ".join(f"{quoted(one)} {kind.sql}" for one, kind in kinds.items())
            database.execute(f"CREATE TABLE {quoted(name)} ({columns})")
            for row in table["rows"]:
                places = ", ".join("?" for _ in row)
                database.execute(f"INSERT INTO {quoted(name)} VALUES ({places})", row)
            sources[name] = Rows(name, kinds)
        pipeline = {"sources": [{"name": "rows"}], "transform": case["steps"]}
        result = transform(database, sources, pipeline)
        query = f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM {quoted(result.name)}"
        try:
            return dict(result.columns), database.execute(query).fetchall()
        except duckdb.InvalidInputException as error:
            if MARK not in str(error):
                raise
            raise SparkNeeded(str(error)) from error


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_steps_have_the_result(case: dict[str, Any]) -> None:
    is_sample = any(step["kind"] == "sample" for step in case["steps"])
    if is_sample or case["name"] in LEFT:
        with pytest.raises(SparkNeeded):
            _run(case)
        return
    columns, rows = _run(case)
    assert columns == _kinds(case["columns"])
    expected = [tuple(_text(value) for value in row) for row in case["result"]]
    assert sorted(rows, key=repr) == sorted(expected, key=repr)
