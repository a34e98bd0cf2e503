"""Steps one after the other, and what they have in common."""

from __future__ import annotations

import pytest
from chispa import assert_df_equality
from pyspark.sql import DataFrame
from steps import same, steps

from pipeline import PipelineError


def test_a_whole_transformation(cases: DataFrame, hiring: DataFrame) -> None:
    keys = [{"left": "date", "right": "post_date"}]
    same(
        steps(
            cases,
            {"kind": "join", "source": "hiring", "type": "inner", "keys": keys},
            {"kind": "filter", "condition": "iso_code = 'USA'"},
            {"kind": "dropIncomplete", "columns": ["new_cases"]},
            {"kind": "deduplicate", "columns": ["date"]},
            {"kind": "select", "columns": ["date", "new_cases", "count_id_indexed"]},
            hiring=hiring,
        ),
        [("2020-03-01", 7, 100.0)],
        "date string, new_cases int, count_id_indexed double",
    )


def test_one_source_without_steps_is_the_source(cases: DataFrame) -> None:
    assert_df_equality(steps(cases), cases, ignore_row_order=True)


@pytest.mark.parametrize("kind", ["dropIncomplete", "deduplicate", "select"])
def test_lists_of_columns_name_what_is_unknown(cases: DataFrame, kind: str) -> None:
    with pytest.raises(
        PipelineError, match=r"transform\[0\]\.columns: no column deaths, tests; .* iso_code"
    ):
        steps(cases, {"kind": kind, "columns": ["date", "deaths", "tests"]})


def test_a_kind_that_the_jobs_do_not_know(cases: DataFrame) -> None:
    with pytest.raises(PipelineError, match=r"transform\[0\]\.kind: melt is no kind of step"):
        steps(cases, {"kind": "melt"})
