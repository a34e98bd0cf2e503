"""What each kind of rule asks of a single row.

A row that lacks the value meets the rule: whether values may be missing, only
`completeness` says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from columns import column, computed, constants, missing, planned, require_columns
from pipeline import PipelineError

Rule = Mapping[str, Any]

# The column by which a row tells that its value occurs in the source of a rule.
_FOUND = "__found_{}"


def _completeness(rows: DataFrame, rule: Rule, field: str) -> Column:
    require_columns(rows, [rule["column"]], f"{field}.column")
    return ~missing(rows, rule["column"])


def _of_value(
    rows: DataFrame, rule: Rule, field: str, condition: Callable[[Column], Column]
) -> Column:
    """A condition of the value that a row has."""
    name = rule["column"]
    require_columns(rows, [name], f"{field}.column")
    return missing(rows, name) | condition(column(name))


def _range(rows: DataFrame, rule: Rule, field: str) -> Column:
    bounds = [bound for bound in ("min", "max") if bound in rule]

    def within(value: Column) -> Column:
        texts = [(rule["column"], rule[bound], f"{field}.{bound}") for bound in bounds]
        met = F.lit(True)
        for bound, limit in zip(bounds, constants(rows, texts)):
            met = met & (value >= limit if bound == "min" else value <= limit)
        return met

    return _of_value(rows, rule, field, within)


def _pattern(rows: DataFrame, rule: Rule, field: str) -> Column:
    def matching(value: Column) -> Column:
        # The whole text: `$` would let a line break follow.
        return value.rlike(rf"\A(?:{rule['regex']})\z")

    return _of_value(rows, rule, field, matching)


def _values(rows: DataFrame, rule: Rule, field: str) -> Column:
    texts = [
        (rule["column"], text, f"{field}.values[{index}]")
        for index, text in enumerate(rule["values"])
    ]
    return _of_value(rows, rule, field, lambda value: value.isin(*constants(rows, texts)))


def _referential(rows: DataFrame, rule: Rule, field: str) -> Column:
    return _of_value(rows, rule, field, lambda _: column(_FOUND.format(field)).isNotNull())


def _sql(rows: DataFrame, rule: Rule, field: str) -> Column:
    condition = computed(rows, rule["condition"], f"{field}.condition")
    return F.coalesce(condition, F.lit(False))


_CONDITIONS: Mapping[str, Callable[[DataFrame, Rule, str], Column]] = {
    "completeness": _completeness,
    "range": _range,
    "pattern": _pattern,
    "values": _values,
    "referential": _referential,
    "sql": _sql,
}


def judges_rows(rule: Rule) -> bool:
    """Whether a rule judges each row for itself."""
    return rule["kind"] in _CONDITIONS


def met(rows: DataFrame, rule: Rule, field: str) -> Column:
    """Whether a row meets a rule, never null. `rows` are those of `with_sources`."""
    condition = _CONDITIONS[rule["kind"]](rows, rule, field)
    planned(rows, field, lambda: rows.filter(condition))
    return condition


def with_sources(
    rows: DataFrame, rules: Mapping[str, Rule], sources: Mapping[str, DataFrame]
) -> DataFrame:
    """The rows, and for each rule by its field whether their values occur in its source.

    Their number stays: each value of a source is taken once.
    """
    for field, rule in rules.items():
        if rule["kind"] != "referential":
            continue
        source = rule["source"]
        if source not in sources:
            raise PipelineError(
                f"{field}.source: no source {source}; the sources are {', '.join(sources)}"
            )
        require_columns(rows, [rule["column"]], f"{field}.column")
        require_columns(sources[source], [rule["sourceColumn"]], f"{field}.sourceColumn")
        found = _FOUND.format(field)
        there = sources[source].select(column(rule["sourceColumn"]).alias(found)).distinct()
        rows = planned(
            rows,
            field,
            lambda rows=rows, there=there, rule=rule, found=found: rows.join(
                there, column(rule["column"]) == column(found), "left"
            ),
        )
    return rows
