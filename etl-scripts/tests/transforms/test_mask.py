"""The step mask on real Spark."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from steps import steps

from pipeline import PipelineError


def mask(method: str, **more: Any) -> dict[str, Any]:
    return {"kind": "mask", "columns": [{"column": "v", "method": method, **more}]}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        ("'größe'", mask("hash"), _sha256("größe")),
        ("'größe'", mask("hash", salt="it's "), _sha256("it's größe")),
        ("''", mask("hash", salt="s"), _sha256("s")),
        ("12", mask("hash", salt="s"), _sha256("s12")),
        ("DATE '2024-01-31'", mask("hash"), _sha256("2024-01-31")),
        ("'secret'", mask("redact"), "***"),
        ("TRUE", mask("redact"), "***"),
        ("'4111 1111 1111 1234'", mask("keepLast"), "***************1234"),
        ("41111234", mask("keepLast", keep=2), "******34"),
        ("'Zoë'", mask("keepLast", keep=1), "**ë"),
        # It would be seen whole.
        ("'1234'", mask("keepLast"), "****"),
        ("''", mask("keepLast"), ""),
    ],
)
def test_a_value_is_hidden_and_a_missing_one_stays_missing(
    spark: SparkSession, value: str, step: dict[str, Any], expected: str
) -> None:
    rows = spark.sql(f"SELECT id, IF(id = 0, {value}, NULL) AS v FROM RANGE(2)")
    masked = steps(rows, step)
    assert masked.dtypes == [("id", "bigint"), ("v", "string")]
    assert sorted(masked.collect()) == [(0, expected), (1, None)]


def test_a_column_that_there_is_not(cases: DataFrame) -> None:
    with pytest.raises(PipelineError, match=r"transform\[0\]\.columns\[0\]\.column: no column v"):
        steps(cases, mask("redact"))


def test_a_column_of_nested_values(spark: SparkSession) -> None:
    with pytest.raises(PipelineError, match=r"columns\[0\]\.column: v is array<int>"):
        steps(spark.sql("SELECT array(1) AS v"), mask("hash"))
