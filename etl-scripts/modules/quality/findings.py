"""What was found of each rule, and what is told of it. Never the value of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from quality.conditions import Rule
from quality.measures import hours_of

# How much of the names of its columns is told of a rule: a run property is no file.
_COLUMNS_TO_TELL = 100


class Finding(NamedTuple):
    """What a rule measured, and between what it was to be."""

    rule: Rule
    # Which rule it is, for example `quality[2]`.
    field: str
    # None where there was nothing to measure or to compare with.
    measured: float | None
    at_least: float | None = None
    at_most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the rule is met, or nothing could be judged."""
        if self.measured is None:
            # Rows without any date are not known to be fresh.
            return self.rule["kind"] != "freshness"
        return (self.at_least is None or self.measured >= self.at_least) and (
            self.at_most is None or self.measured <= self.at_most
        )

    @property
    def outcome(self) -> str:
        """`passed`, `unknown`, or what the rule says of one that is not met."""
        if not self.is_met:
            return {"stop": "failed", "warn": "warned", "quarantine": "quarantined"}[
                self.rule.get("onFailure", "stop")
            ]
        return "unknown" if self.measured is None else "passed"

    def told(self) -> dict[str, Any]:
        """As an object of JSON, without members that have no value."""
        members = {
            "kind": self.rule["kind"],
            "name": self.rule.get("name"),
            "columns": ", ".join(columns_of(self.rule))[:_COLUMNS_TO_TELL],
            "outcome": self.outcome,
            "measured": rounded(self.measured),
            "min": self.at_least,
            "max": self.at_most,
        }
        return {key: value for key, value in members.items() if value not in (None, "")}


def rounded(value: float | None) -> float | None:
    """A measure by as many digits as mean something to people."""
    return value if value is None or isinstance(value, int) else round(value, 6)


def columns_of(rule: Rule) -> list[str]:
    """The columns of the result that a rule names by themselves."""
    return [rule["column"]] if "column" in rule else list(rule.get("columns", []))


def find(rule: Rule, field: str, measured: float | None, rows: int, mean: float | None) -> Finding:
    """What a rule found in so many rows. `mean`: the rows of the results before, if there are."""
    kind = rule["kind"]
    if kind == "rowCount":
        return Finding(rule, field, rows, rule.get("min"), rule.get("max"))
    if kind == "rowCountChange":
        change = (rows - mean) * 100 / mean if mean else None
        return Finding(rule, field, change, -rule["percent"], rule["percent"])
    if kind == "completeness":
        share = 1 - (measured or 0) / rows if rows else None
        return Finding(rule, field, share, rule.get("atLeast", 1))
    if kind == "freshness":
        return Finding(rule, field, measured, None, hours_of(rule))
    return Finding(rule, field, measured, None, 0)


def label(rule: Rule, field: str) -> str:
    """A rule by its place and what people call it."""
    columns = ", ".join(columns_of(rule))
    name = rule.get("name") or f"{rule['kind']}{f' of {columns}' if columns else ''}"
    return f"{field} ({name})"


def _number(value: float | None) -> str:
    return f"{round(value or 0, 3):g}" if isinstance(value, float) else str(value)


def _bounds(finding: Finding) -> str:
    low, high = finding.at_least, finding.at_most
    if low is None:
        return f"at most {_number(high)}"
    return f"at least {_number(low)}" if high is None else f"{_number(low)} to {_number(high)}"


def words(finding: Finding, rows: int) -> str:
    """What a rule found and what it wanted, in one line."""
    rule, kind = finding.rule, finding.rule["kind"]
    found = _number(finding.measured)
    if kind == "rowCount":
        text = f"there are {found} rows, and {_bounds(finding)} are wanted"
    elif kind == "rowCountChange":
        text = (
            f"the number of rows changed by {found} percent, "
            f"and at most {_number(rule['percent'])} percent are wanted"
        )
    elif kind == "completeness":
        missing = round((1 - (finding.measured or 0)) * rows)
        wanted = _number((finding.at_least or 0) * 100)
        text = f"{missing} of {rows} rows have no value, and {wanted} percent are to have one"
    elif kind == "freshness":
        age = (
            "there is no value" if finding.measured is None else f"the newest is {found} hours old"
        )
        text = f"{age}, and at most {_number(finding.at_most)} hours are wanted"
    elif kind == "unique":
        text = f"{found} of {rows} rows repeat others, and none is to"
    else:
        text = f"{found} of {rows} rows do not meet it, and all are to"
    return f"{label(rule, finding.field)}: {text}"


def stopping(findings: Sequence[Finding]) -> list[Finding]:
    """Those that keep the result from being loaded."""
    return [finding for finding in findings if finding.outcome == "failed"]
