"""Rules of the result, on real rows."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from memory_s3 import MemoryS3
from pyspark.sql import DataFrame, SparkSession

from pipeline import PipelineError
from quality.judging import QUALITY_PROPERTY, Bucket, Quality, QualityError

NOW = datetime(2024, 3, 10, 12, tzinfo=timezone.utc)
TIME = "20240310T120000.000000Z"


@pytest.fixture(scope="module")
def rows(spark: SparkSession) -> DataFrame:
    return spark.sql(
        """SELECT * FROM VALUES
        (1, 'USA', 1.5D, DATE '2024-03-01', TIMESTAMP '2024-03-10 06:00:00Z', 10.50BD),
        (2, 'FRA', DOUBLE('NaN'), DATE '2024-03-08', TIMESTAMP '2024-03-09 00:00:00Z', -1.00BD),
        (2, 'fra\\n', -3D, NULL, NULL, NULL),
        (NULL, NULL, NULL, NULL, NULL, 99.99BD)
        AS t(id, `iso code`, rate, day, at, price)"""
    )


@pytest.fixture(scope="module")
def countries(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame([("USA",), ("USA",), (None,), ("DEU",)], "code string")


class Judged(NamedTuple):
    """What was told of a result, and what is left of it."""

    report: dict[str, Any]
    rows: list[Any]
    error: str
    s3: MemoryS3


class Judge:
    def __init__(self, root: Path, countries: DataFrame) -> None:
        self.root = root
        self.countries = countries
        self.s3 = MemoryS3({})

    def __call__(
        self, rows: DataFrame, *rules: dict[str, Any], number: int | None = None
    ) -> Judged:
        pipeline = {"quality": rules, "warehouse": {"table": "sums"}}
        place = Bucket(self.s3, "data", self.root.as_uri())
        quality = Quality(pipeline, {"countries": self.countries}, place, NOW)
        left = quality.set_aside(rows)
        found = left.collect()
        told: dict[str, str] = {}
        error = ""
        try:
            quality.judge(left, len(found) if number is None else number, told.__setitem__)
        except QualityError as problem:
            error = str(problem)
        return Judged(json.loads(told[QUALITY_PROPERTY]), found, error, self.s3)


@pytest.fixture
def judge(tmp_path: Path, countries: DataFrame) -> Judge:
    return Judge(tmp_path, countries)


ROW_RULES = [
    ({"kind": "completeness", "column": "id"}, 1, 0.75),
    ({"kind": "completeness", "column": "rate"}, 2, 0.5),
    ({"kind": "range", "column": "id", "min": "2"}, 1, 1),
    ({"kind": "range", "column": "rate", "min": "-3", "max": "1.4"}, 1, 1),
    ({"kind": "range", "column": "price", "max": "10.49"}, 2, 2),
    ({"kind": "range", "column": "day", "min": "2024-03-02", "max": "2024-03-08"}, 1, 1),
    ({"kind": "range", "column": "at", "min": "2024-03-09T01:00:00Z"}, 1, 1),
    # The whole text, and a line break is part of it.
    ({"kind": "pattern", "column": "iso code", "regex": "[A-Za-z]{3}"}, 1, 1),
    ({"kind": "pattern", "column": "iso code", "regex": "US|FR"}, 3, 3),
    ({"kind": "values", "column": "iso code", "values": ["USA", "FRA"]}, 1, 1),
    ({"kind": "values", "column": "price", "values": ["10.5", "99.990"]}, 1, 1),
    (
        {
            "kind": "referential",
            "column": "iso code",
            "source": "countries",
            "sourceColumn": "code",
        },
        2,
        2,
    ),
    # Neither true nor false is not true.
    ({"kind": "sql", "condition": "id > 1 OR `iso code` = 'USA'"}, 1, 1),
]


@pytest.mark.parametrize(("rule", "bad", "measured"), ROW_RULES)
def test_rules_of_rows(
    judge: Judge, rows: DataFrame, rule: dict[str, Any], bad: int, measured: float
) -> None:
    warned = judge(rows, {**rule, "onFailure": "warn"})
    assert not warned.error
    assert len(warned.rows) == 4
    [told] = warned.report["rules"]
    assert (told["outcome"], told["measured"], told["rows"]) == ("warned", measured, 4)

    stopped = judge(rows, rule)
    assert stopped.error.startswith(f"quality[0] ({rule['kind']}")
    assert f"{bad} of 4 rows" in stopped.error
    assert "nothing is loaded and the table keeps its rows" in stopped.error
    assert stopped.report["stopped"] is True

    aside = judge(rows, {**rule, "onFailure": "quarantine"})
    assert not aside.error
    assert len(aside.rows) == 4 - bad
    assert aside.report["quarantined"] == bad
    assert aside.report["quarantine"] == f"s3://data/quarantine/sums/{TIME}/"
    assert aside.report["rules"][0]["outcome"] == "quarantined"
    # What is left meets the rule.
    lines = [
        json.loads(line)
        for file in (judge.root / "quarantine/sums" / TIME).glob("*.json")
        for line in file.read_text().splitlines()
    ]
    assert len(lines) == bad
    assert {name for line in lines for name in line["_rules"]} == {
        stopped.error.split(":")[0],
    }
    assert not (judge.root / "temporary/quality/sums").exists()


@pytest.mark.parametrize(
    ("rule", "outcome", "measured"),
    [
        ({"kind": "rowCount", "min": 4, "max": 4}, "passed", 4),
        ({"kind": "rowCount", "min": 5}, "failed", 4),
        ({"kind": "rowCount", "max": 3}, "failed", 4),
        ({"kind": "completeness", "column": "id", "atLeast": 0.75}, "passed", 0.75),
        ({"kind": "completeness", "column": "id", "atLeast": 0.76}, "failed", 0.75),
        ({"kind": "unique", "columns": ["id"]}, "failed", 1),
        # Rows that lack one of the values are not judged.
        ({"kind": "unique", "columns": ["id", "day"]}, "passed", 0),
        ({"kind": "freshness", "column": "at", "atMost": 6}, "passed", 6),
        ({"kind": "freshness", "column": "at", "atMost": 5}, "failed", 6),
        ({"kind": "freshness", "column": "day", "atMost": 2, "unit": "days"}, "failed", 60),
        ({"kind": "freshness", "column": "day", "atMost": 3, "unit": "days"}, "passed", 60),
        ({"kind": "rowCountChange", "percent": 10}, "unknown", None),
    ],
)
def test_rules_of_the_whole(
    judge: Judge, rows: DataFrame, rule: dict[str, Any], outcome: str, measured: float | None
) -> None:
    judged = judge(rows, rule)
    [told] = judged.report["rules"]
    assert (told["outcome"], told.get("measured")) == (outcome, measured)
    assert bool(judged.error) == (outcome == "failed")


def test_a_column_without_any_date_is_not_fresh(judge: Judge, rows: DataFrame) -> None:
    rule = {"kind": "freshness", "column": "day", "atMost": 1}
    judged = judge(rows.filter("day IS NULL"), rule)
    assert "there is no value, and at most 1 hours are wanted" in judged.error


@pytest.mark.parametrize(
    ("before", "last", "outcome", "measured"),
    [
        ([4], 7, "passed", 0.0),
        ([3, 5], 7, "passed", 0.0),
        ([100, 8], 1, "failed", -50.0),
        ([8, 4], 2, "failed", -33.333333),
        ([2], 7, "failed", 100.0),
        ([0], 7, "unknown", None),
    ],
)
def test_change_of_the_number_of_rows(
    judge: Judge,
    rows: DataFrame,
    before: list[int],
    last: int,
    outcome: str,
    measured: float | None,
) -> None:
    for day, number in enumerate(before):
        report = json.dumps({"rows": number, "stopped": False}).encode()
        judge.s3.objects["data", f"quality/sums/2024030{day + 1}T000000.000000Z.json"] = report
    # What was stopped is no result, nor is that of another table.
    stopped = json.dumps({"rows": 1, "stopped": True}).encode()
    judge.s3.objects["data", "quality/sums/20240309T000000.000000Z.json"] = stopped
    judge.s3.objects["data", "quality/sums2/20240309T000000.000000Z.json"] = stopped
    judged = judge(rows, {"kind": "rowCountChange", "percent": 20, "last": last})
    [told] = judged.report["rules"]
    assert (told["outcome"], told.get("measured")) == (outcome, measured)
    kept = json.loads(judge.s3.objects["data", f"quality/sums/{TIME}.json"])
    assert kept == judged.report


def test_what_is_set_aside_is_judged_by_no_other_rule(judge: Judge, rows: DataFrame) -> None:
    judged = judge(
        rows,
        {"kind": "rowCount", "max": 3},
        {"kind": "completeness", "column": "id"},
        {"kind": "range", "column": "id", "min": "0", "name": "ids, please"},
        {"kind": "completeness", "column": "id", "onFailure": "quarantine"},
    )
    assert judged.error == ""
    assert [(told["outcome"], told["rows"]) for told in judged.report["rules"]] == [
        ("passed", 3),
        ("passed", 3),
        ("passed", 3),
        ("quarantined", 4),
    ]
    assert judged.report["rules"][2]["name"] == "ids, please"


def test_a_message_tells_a_few_rules_and_no_value(judge: Judge, rows: DataFrame) -> None:
    rule = {"kind": "pattern", "column": "iso code", "regex": "[a-z]"}
    judged = judge(rows, *[rule] * 5)
    assert judged.error.count("3 of 4 rows do not meet it, and all are to") == 3
    assert "; and 2 more; nothing is loaded" in judged.error
    assert "USA" not in judged.error


def test_what_the_run_keeps_is_small(judge: Judge, spark: SparkSession) -> None:
    name = "c" * 255
    rows = spark.range(1).selectExpr(f"id AS {name}")
    rule = {"kind": "unique", "columns": [name], "name": "ü" * 64}
    judged = judge(rows, *[rule] * 32)
    told = json.dumps(judged.report, ensure_ascii=False, separators=(",", ":"))
    assert len(told) < 10_000
    assert len(judged.report["rules"]) == 32


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"kind": "completeness", "column": "nope"}, r"quality\[0\]\.column: no column nope"),
        ({"kind": "unique", "columns": ["nope"]}, r"quality\[0\]\.columns: no column nope"),
        ({"kind": "sql", "condition": "nope > 0"}, r"quality\[0\]\.condition: no column nope"),
        ({"kind": "sql", "condition": "id"}, r"quality\[0\]: .*DATATYPE_MISMATCH"),
        ({"kind": "range", "column": "id", "min": "x"}, r"quality\[0\]\.min: 'x' is no int"),
        (
            {"kind": "referential", "column": "id", "source": "a", "sourceColumn": "b"},
            r"quality\[0\]\.source: no source a",
        ),
    ],
)
def test_what_cannot_be_judged(
    judge: Judge, rows: DataFrame, rule: dict[str, Any], message: str
) -> None:
    with pytest.raises(PipelineError, match=message):
        judge(rows, rule)
