"""What each rule measures of the whole result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from functools import reduce
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from columns import column, missing, require_columns
from quality.conditions import Rule, judges_rows, met, with_sources

_HOURS = {"hours": 1, "days": 24}


def hours_of(rule: Rule) -> int:
    """The hours that a rule of freshness allows."""
    return rule["atMost"] * _HOURS[rule.get("unit", "hours")]


def _repeated(rows: DataFrame, rule: Rule, field: str) -> int:
    """How many rows there are too many, of those that have all of the values."""
    names = rule["columns"]
    require_columns(rows, names, f"{field}.columns")
    present = reduce(Column.__and__, [~missing(rows, name) for name in names])
    groups = rows.filter(present).groupBy(*map(column, names)).count()
    found = groups.agg(F.sum(F.col("count") - 1)).first()
    return (found and found[0]) or 0


def _newest(rows: DataFrame, rule: Rule, field: str) -> Column:
    require_columns(rows, [rule["column"]], f"{field}.column")
    return F.unix_micros(F.max(column(rule["column"])).cast("timestamp"))


def measure(
    rows: DataFrame,
    rules: Mapping[str, Rule],
    sources: Mapping[str, DataFrame],
    now: datetime,
) -> dict[str, float | None]:
    """What rules measure, each by its field; those of the number of rows apart.

    Of rules that judge rows it is the number of rows that do not meet them; of
    `unique` the rows that are too many; of `freshness` the age of the newest
    value in hours, None where there is none. One pass for all, and one for
    each `unique`, which must bring equal rows together.
    """
    looked_at = with_sources(rows, rules, sources)
    asked: dict[str, Column] = {}
    for field, rule in rules.items():
        if judges_rows(rule):
            asked[field] = F.count(F.when(~met(looked_at, rule, field), 1))
        elif rule["kind"] == "freshness":
            asked[field] = _newest(looked_at, rule, field)
    found: dict[str, float | None] = {}
    if asked:
        row: Sequence[Any] = looked_at.agg(*asked.values()).first() or []
        found = dict(zip(asked, row))
    micros = now.astimezone(timezone.utc).timestamp() * 1_000_000
    for field, rule in rules.items():
        if rule["kind"] == "unique":
            found[field] = _repeated(rows, rule, field)
        elif rule["kind"] == "freshness" and found[field] is not None:
            found[field] = (micros - found[field]) / 3_600_000_000
    return found
