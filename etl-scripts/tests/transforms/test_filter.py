"""The step filter on real Spark."""

from __future__ import annotations

import pytest
from pyspark.sql import DataFrame
from steps import steps

from pipeline import PipelineError


def test_rows_for_which_the_condition_is_not_true_go(cases: DataFrame) -> None:
    # Neither true nor false of the row without new_cases.
    assert steps(cases, {"kind": "filter", "condition": "new_cases > 3"}).count() == 2


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("isocode = 'USA'", "no column isocode; the columns here are iso_code, date, new_cases"),
        ("iso_code = ", ".*PARSE_SYNTAX_ERROR"),
        ("iso_code in (select 1)", "has a subquery"),
        ("new_cases + 1", ".*FILTER_NOT_BOOLEAN"),
        # Names that Spark would take for functions.
        ("current_date > date", "no column current_date"),
        ("user = 'x'", "no column user"),
        ("no_such_function(date)", "uses no_such_function"),
    ],
)
def test_a_condition_that_spark_rejects(cases: DataFrame, condition: str, message: str) -> None:
    with pytest.raises(PipelineError, match=rf"transform\[0\]\.condition: {message}"):
        steps(cases, {"kind": "filter", "condition": condition})


def test_a_column_of_an_earlier_step_is_not_found(cases: DataFrame) -> None:
    with pytest.raises(PipelineError, match=r"transform\[1\]\.condition: no column new_cases"):
        steps(
            cases,
            {"kind": "select", "columns": ["date"]},
            {"kind": "filter", "condition": "new_cases = 7"},
        )
