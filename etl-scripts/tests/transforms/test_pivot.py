"""The step pivot on real Spark."""

from __future__ import annotations

from typing import Any

import pytest
from pyspark.sql import DataFrame
from steps import same, steps

from pipeline import PipelineError


def pivot(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "pivot",
        "columns": ["iso_code"],
        "column": "date",
        "values": [{"value": "2020-03-01", "as": "first"}, {"value": "2020-03-03", "as": "third"}],
        "measure": {"function": "max", "column": "new_cases"},
        **fields,
    }


def test_values_become_columns(cases: DataFrame) -> None:
    same(
        steps(cases, pivot()),
        [("USA", 7, 9), ("FRA", 3, None)],
        "iso_code string, first int, third int",
    )


def test_all_values_are_computed_in_one_pass(cases: DataFrame) -> None:
    plan = steps(cases, pivot())._jdf.queryExecution().executedPlan().toString()
    assert plan.count("Exchange hashpartitioning") == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"columns": ["state"]}, "columns: no column state"),
        ({"column": "day"}, "column: no column day"),
        (
            {"column": "new_cases", "values": [{"value": "x", "as": "a"}]},
            r"values\[0\]\.value: 'x' is no int",
        ),
        (
            {"measure": {"function": "sum", "column": "deaths"}},
            r"measure\.column: no column deaths",
        ),
        ({"measure": {"function": "sum"}}, "measure: sum needs a column"),
    ],
)
def test_a_pivot_that_does_not_fit(cases: DataFrame, fields: dict[str, Any], message: str) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.{message}"):
        steps(cases, pivot(**fields))
