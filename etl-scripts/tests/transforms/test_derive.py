"""The step derive on real Spark."""

from __future__ import annotations

import pytest
from pyspark.sql import DataFrame
from steps import same, steps

from pipeline import PipelineError


def derive(**columns: str) -> dict[str, object]:
    listed = [{"as": name, "expression": text} for name, text in columns.items()]
    return {"kind": "derive", "columns": listed}


def test_columns_are_added_and_replaced_one_after_the_other(cases: DataFrame) -> None:
    step = derive(twice="new_cases * 2", new_cases="twice + 1", iso_code="lower(iso_code)")
    same(
        steps(cases, step),
        [
            ("usa", "2020-03-01", 15, 14),
            ("usa", "2020-03-02", None, None),
            ("usa", "2020-03-03", 19, 18),
            ("fra", "2020-03-01", 7, 6),
        ],
        "iso_code string, date string, new_cases int, twice int",
    )


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("deaths + 1", "no column deaths; the columns here are iso_code, date, new_cases, twice"),
        ("sum(new_cases)", r"uses sum\(\)"),
        ("new_cases +", ".*PARSE_SYNTAX_ERROR"),
        ("year(new_cases)", ".*DATATYPE_MISMATCH"),
    ],
)
def test_an_expression_that_cannot_be_computed(
    cases: DataFrame, expression: str, message: str
) -> None:
    with pytest.raises(
        PipelineError, match=rf"transform\[0\]\.columns\[1\]\.expression: {message}"
    ):
        steps(cases, derive(twice="new_cases * 2", more=expression))
