"""Joins another source onto the rows so far, with the columns that `docs/steps.md` says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb_engine.kinds import Kind, wider
from duckdb_engine.rows import Rows, Step, own_name
from duckdb_engine.spark_needed import SparkNeeded, quoted
from duckdb_engine.typed import Typed, cast

_JOINS = {"inner", "left", "right", "full"}


def _of(side: str, rows: Rows, name: str) -> Typed:
    own = own_name(rows.columns, name)
    return Typed(f"{side}.{quoted(own)}", rows.columns[own])


def _matches(rows: Rows, other: Rows, step: Mapping[str, Any]) -> str:
    conditions = []
    for key in step["keys"]:
        left, right = _of("l", rows, key["left"]), _of("r", other, key["right"])
        kind = wider(left.kind, right.kind)
        conditions.append(f"{cast(left, kind)} = {cast(right, kind)}")
    return " AND ".join(conditions)


def _shared(rows: Rows, other: Rows, name: str, how: str) -> Typed:
    """A key that both sides call the same: where only one side has the row, that side's value."""
    left, right = _of("l", rows, name), _of("r", other, name)
    if how not in ("right", "full"):
        return left
    kind: Kind = wider(left.kind, right.kind)
    return Typed(f"coalesce({cast(left, kind)}, {cast(right, kind)})", kind)


def apply(rows: Rows, step: Mapping[str, Any], sources: Mapping[str, Rows]) -> Step:
    """The rows of both that fit together and, by `type`, those that do not."""
    source, how = step["source"], step.get("type", "inner")
    other = sources[source]
    matches = _matches(rows, other, step)
    sides = f"FROM {quoted(rows.name)} l {how.upper()} JOIN {quoted(other.name)} r ON {matches}"
    if how in ("semi", "anti"):
        return Step(f"SELECT l.* {sides}", rows.columns)
    if how not in _JOINS:
        raise SparkNeeded(f"a join of the type {how}")
    keys = step["keys"]
    shared = {one["left"].lower() for one in keys if one["left"].lower() == one["right"].lower()}
    values = {
        name: _shared(rows, other, name, how) if name.lower() in shared else _of("l", rows, name)
        for name in rows.columns
    }
    taken = {name.lower() for name in rows.columns}
    for name in other.columns:
        if name.lower() in shared:
            continue
        new = f"{source}_{name}" if name.lower() in taken else name
        if new.lower() in {one.lower() for one in values}:
            raise SparkNeeded(f"{source} brings a second column {new}")
        values[new] = _of("r", other, name)
    listed = ", ".join(f"{value.sql} AS {quoted(name)}" for name, value in values.items())
    return Step(f"SELECT {listed} {sides}", {name: one.kind for name, one in values.items()})
