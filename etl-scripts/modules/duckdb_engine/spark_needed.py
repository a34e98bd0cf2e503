"""Why DuckDB leaves a run to Spark."""

from __future__ import annotations


class SparkNeeded(Exception):  # noqa: N818 - no error: another engine does it
    """DuckDB has not shown to do this as Spark does. Says what, in words for people."""


# How the message of `unless` begins, by which it is told from DuckDB's own.
MARK = "left to Spark: "


def text_of(value: str) -> str:
    """A string of DuckDB's SQL, whatever characters it has."""
    return "'" + value.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A column or table by its literal name."""
    return '"' + name.replace('"', '""') + '"'


def unless(condition: str, value: str, sql_type: str, why: str) -> str:
    """SQL of a value that DuckDB computes as Spark does only where a condition holds.

    Where it does not, or is null, the query ends, and the run is left to Spark.
    """
    stop = f"CAST(error({text_of(MARK + why)}) AS {sql_type})"
    return f"CASE WHEN {condition} THEN {value} ELSE {stop} END"
