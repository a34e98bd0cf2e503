"""Rows that DuckDB is to compute: a view, and the types of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from duckdb_engine.kinds import Columns, Kind
from duckdb_engine.spark_needed import SparkNeeded, quoted
from duckdb_engine.typed import Typed


class Rows(NamedTuple):
    """Rows by the name of their view or table."""

    name: str
    columns: Columns


class Step(NamedTuple):
    """A step as a query, and the columns after it."""

    sql: str
    columns: Columns


def own_name(columns: Columns, name: str) -> str:
    """A column's name as the rows have it: case does not matter to Spark."""
    for one in columns:
        if one.lower() == name.lower():
            return one
    raise SparkNeeded(f"the column {name}, which is not there")


def place(columns: Columns, name: str) -> str:
    """The SQL of a column."""
    return quoted(own_name(columns, name))


def column(columns: Columns, name: str) -> Typed:
    """A column as a value."""
    own = own_name(columns, name)
    return Typed(quoted(own), columns[own])


def missing(value: Typed) -> str:
    """Whether there is no value. What is no number is none either."""
    nan = f" OR isnan({value.sql})" if value.kind.name == "double" else ""
    return f"({value.sql} IS NULL{nan})"


def selected(values: Mapping[str, Typed], source: str, behind: str = "") -> Step:
    """Values by their names, of the rows of a view."""
    listed = ", ".join(f"{value.sql} AS {quoted(name)}" for name, value in values.items())
    types: dict[str, Kind] = {name: value.kind for name, value in values.items()}
    return Step(f"SELECT {listed} FROM {quoted(source)}{behind}", types)


def with_columns(rows: Rows, made: Mapping[str, Typed]) -> Step:
    """The columns in their places, some anew by their names in lower case, new ones last."""
    values = {
        name: made.get(name.lower(), Typed(quoted(name), kind))
        for name, kind in rows.columns.items()
    }
    there = {name.lower() for name in rows.columns}
    values.update({name: value for name, value in made.items() if name.lower() not in there})
    return selected(values, rows.name)


def names(columns: Columns, wanted: Sequence[str]) -> str:
    """Columns one after the other, as SQL."""
    return ", ".join(place(columns, name) for name in wanted)


def by_column(step: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """The `columns` of a step by their names in lower case."""
    return [(one["column"].lower(), one) for one in step["columns"]]
