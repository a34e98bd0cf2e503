"""Judges the result of one run, sets rows aside, and tells what was found."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from checked import remove_folder
from columns import column
from pipeline import PipelineError
from quality.conditions import Rule, met, with_sources
from quality.findings import Finding, find, label, stopping, words
from quality.history import keep, rows_before
from quality.measures import measure
from results import described

# The run property that tells what was found: an object of JSON, a space and the run's id.
QUALITY_PROPERTY = "glue-pipelines.io/quality"

# Names of rules that a row does not meet, while the result is taken apart.
_FAILED = "__failed_rules"

# How many rules a message tells.
_RULES_TO_TELL = 3


class QualityError(PipelineError):
    """A result that does not meet its rules. Names them, and what was measured."""


class Bucket(NamedTuple):
    """The data bucket: its client, its name, and its root as Spark names it."""

    s3: Any
    name: str
    root: str


class Quality:
    """The rules of a pipeline and the one result that they judge."""

    def __init__(
        self,
        pipeline: Mapping[str, Any],
        sources: Mapping[str, DataFrame],
        bucket: Bucket,
        now: datetime,
    ) -> None:
        rules = {
            f"quality[{index}]": rule for index, rule in enumerate(pipeline.get("quality", []))
        }
        self._rules = rules
        self._setting_aside = {
            field: rule for field, rule in rules.items() if rule.get("onFailure") == "quarantine"
        }
        self._sources = sources
        self._bucket = bucket
        self._table = pipeline["warehouse"]["table"]
        self._now = now
        self._time = now.strftime("%Y%m%dT%H%M%S.%fZ")
        self._findings: dict[str, Finding] = {}
        self._set_aside = 0
        self._all = 0

    @property
    def _quarantine(self) -> str:
        return f"quarantine/{self._table}/{self._time}/"

    @property
    def _temporary(self) -> str:
        return f"{self._bucket.root}/temporary/quality/{self._table}/"

    def set_aside(self, rows: DataFrame) -> DataFrame:
        """Writes the rows to the quarantine that do not meet their rules, and gives the others.

        The rows are computed once, so both are made of a copy in `temporary/`.
        Without rules of that kind nothing is written: the rows stay as planned.
        """
        rules = self._setting_aside
        if not rules:
            return rows
        described(rows.schema)
        looked_at = with_sources(rows, rules, self._sources)
        names = [
            F.when(~met(looked_at, rule, field), F.lit(label(rule, field)))
            for field, rule in rules.items()
        ]
        marked = looked_at.select(
            *map(column, rows.columns), F.array_compact(F.array(*names)).alias(_FAILED)
        )
        marked.write.mode("overwrite").parquet(self._temporary)
        stored = rows.sparkSession.read.schema(marked.schema).parquet(self._temporary)
        failed = F.col(_FAILED)
        counts = stored.agg(
            F.count(F.lit(1)),
            F.count(F.when(F.size(failed) > 0, 1)),
            *(
                F.count(F.when(F.array_contains(failed, label(rule, field)), 1))
                for field, rule in rules.items()
            ),
        ).first()
        self._all, self._set_aside, *of_rules = counts or (0, 0)
        for (field, rule), number in zip(rules.items(), of_rules):
            self._findings[field] = find(rule, field, number, self._all, None)
        if self._set_aside:
            row = F.struct(*map(column, rows.columns))
            stored.filter(F.size(failed) > 0).select(
                failed.alias("_rules"), row.alias("_row")
            ).write.json(f"{self._bucket.root}/{self._quarantine}")
        return stored.filter(F.size(failed) == 0).drop(_FAILED)

    def judge(
        self,
        rows: DataFrame,
        number: int,
        tell: Callable[[str, str], None],
        is_loaded: bool = True,
    ) -> None:
        """Judges the rows as they were written, keeps and tells what was found.

        `number` is how many there are, `is_loaded` whether they are loaded if
        the rules allow it. Raises QualityError where a rule stops them.
        """
        if not self._rules:
            return
        others = {field: rule for field, rule in self._rules.items() if field not in self._findings}
        measured = measure(rows, others, self._sources, self._now)
        if self._setting_aside:
            remove_folder(rows.sparkSession, self._temporary)
        for field, rule in others.items():
            self._findings[field] = find(
                rule, field, measured.get(field), number, self._mean_before(rule)
            )
        findings = [self._findings[field] for field in self._rules]
        stopped = stopping(findings)
        report = self._report(findings, number)
        report["stopped"] = bool(stopped) or not is_loaded
        keep(self._bucket.s3, self._bucket.name, self._table, self._time, report)
        tell(QUALITY_PROPERTY, json.dumps(report, ensure_ascii=False, separators=(",", ":")))
        for finding in findings:
            if finding.outcome not in ("passed", "unknown"):
                print(f"{finding.outcome}: {words(finding, self._judged(finding, number))}")
        if stopped:
            raise QualityError(self._refusal(stopped, number))

    def _judged(self, finding: Finding, number: int) -> int:
        """How many rows a rule judged: those set aside are judged by no other."""
        return self._all if finding.field in self._setting_aside else number

    def _mean_before(self, rule: Rule) -> float | None:
        if rule["kind"] != "rowCountChange":
            return None
        rows = rows_before(self._bucket.s3, self._bucket.name, self._table, rule.get("last", 7))
        return sum(rows) / len(rows) if rows else None

    def _report(self, findings: list[Finding], number: int) -> dict[str, Any]:
        report: dict[str, Any] = {
            "rows": number,
            "rules": [
                {**finding.told(), "rows": self._judged(finding, number)} for finding in findings
            ],
        }
        if self._set_aside:
            report["quarantined"] = self._set_aside
            report["quarantine"] = f"s3://{self._bucket.name}/{self._quarantine}"
        return report

    def _refusal(self, stopped: list[Finding], number: int) -> str:
        told = [words(finding, number) for finding in stopped[:_RULES_TO_TELL]]
        if len(stopped) > _RULES_TO_TELL:
            told.append(f"and {len(stopped) - _RULES_TO_TELL} more")
        return (
            f"{'; '.join(told)}; nothing is loaded and the table keeps its rows: "
            "correct the sources, or the rule in pipeline.yaml"
        )
