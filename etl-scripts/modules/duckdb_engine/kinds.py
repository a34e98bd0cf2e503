"""Types of columns and values, and those that Spark gives to what is computed of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from duckdb_engine.spark_needed import SparkNeeded

_DUCKDB = {
    "boolean": "BOOLEAN",
    "int": "INTEGER",
    "bigint": "BIGINT",
    "double": "DOUBLE",
    "string": "VARCHAR",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "null": "INTEGER",
}


class Kind(NamedTuple):
    """A type in the language's words; of decimals with their digits."""

    name: str
    precision: int = 0
    scale: int = 0

    @property
    def is_whole(self) -> bool:
        return self.name in ("int", "bigint")

    @property
    def is_number(self) -> bool:
        return self.is_whole or self.name in ("decimal", "double")

    @property
    def sql(self) -> str:
        """As DuckDB names it."""
        if self.name == "decimal":
            return f"DECIMAL({self.precision},{self.scale})"
        return _DUCKDB[self.name]

    @property
    def described(self) -> dict[str, Any]:
        """As a column declares it."""
        if self.name == "decimal":
            return {"type": "decimal", "precision": self.precision, "scale": self.scale}
        return {"type": self.name}

    def __str__(self) -> str:
        return self.sql.lower() if self.name == "decimal" else self.name


BOOLEAN, INT, BIGINT, DOUBLE, STRING, DATE, TIMESTAMP, NULL = (
    Kind(name)
    for name in ("boolean", "int", "bigint", "double", "string", "date", "timestamp", "null")
)

Columns = Mapping[str, Kind]

# A decimal of no more digits is the same double in both engines.
EXACT_IN_DOUBLE = 15


def kind_of(column: Mapping[str, Any]) -> Kind:
    """The type of a declared column."""
    return Kind(column["type"], column.get("precision") or 0, column.get("scale") or 0)


def decimal(precision: int, scale: int) -> Kind:
    """A decimal, unless Spark would begin to round to have it fit."""
    if precision > 38:
        raise SparkNeeded("a decimal of more than 38 digits")
    return Kind("decimal", precision, scale)


def as_decimal(kind: Kind) -> Kind:
    """The decimal that holds every value of a whole number's type."""
    return {"int": Kind("decimal", 10, 0), "bigint": Kind("decimal", 20, 0)}.get(kind.name, kind)


def wider(one: Kind, other: Kind) -> Kind:
    """The type that holds the values of both.

    Raises SparkNeeded where Spark has none, or rounds to it.
    """
    if one == other or other == NULL:
        return one
    if one == NULL:
        return other
    names = {one.name, other.name}
    if not (one.is_number and other.is_number) or names == {"double", "decimal"}:
        raise SparkNeeded(f"{one} and {other} as one type")
    if "double" in names:
        return DOUBLE
    if "decimal" in names:
        one, other = as_decimal(one), as_decimal(other)
        scale = max(one.scale, other.scale)
        return decimal(max(one.precision - one.scale, other.precision - other.scale) + scale, scale)
    return BIGINT
