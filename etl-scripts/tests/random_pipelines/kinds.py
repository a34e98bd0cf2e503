"""Types of columns, as the language, Spark and DuckDB have them."""

from __future__ import annotations

from typing import Any, NamedTuple

_DUCKDB = {
    "boolean": "BOOLEAN",
    "int": "INTEGER",
    "bigint": "BIGINT",
    "double": "DOUBLE",
    "string": "VARCHAR",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}

WHOLE = ("int", "bigint")
NUMBERS = ("int", "bigint", "decimal", "double")


class Kind(NamedTuple):
    """A type; of decimals with their digits."""

    name: str
    precision: int = 0
    scale: int = 0
    # Of a double: `plain` is a source's own, which everybody writes alike, `exact` sums of
    # such, whose order does not matter, `rough` everything else.
    grade: str = "exact"

    @property
    def whole(self) -> bool:
        return self.name in WHOLE

    @property
    def number(self) -> bool:
        return self.name in NUMBERS

    @property
    def duckdb(self) -> str:
        if self.name == "decimal":
            return f"DECIMAL({self.precision},{self.scale})"
        return _DUCKDB[self.name]

    @property
    def type_words(self) -> str:
        """For people."""
        digits = f"({self.precision},{self.scale})" if self.name == "decimal" else ""
        return self.name + digits

    @property
    def words(self) -> dict[str, Any]:
        """As a column declares it."""
        if self.name == "decimal":
            return {"type": "decimal", "precision": self.precision, "scale": self.scale}
        return {"type": self.name}

    def same(self, other: Kind) -> bool:
        """Whether Spark has one type for both."""
        return self[:3] == other[:3]


BOOLEAN, INT, BIGINT, STRING, DATE, TIMESTAMP = (
    Kind(name) for name in ("boolean", "int", "bigint", "string", "date", "timestamp")
)
PLAIN, EXACT, ROUGH = (Kind("double", grade=grade) for grade in ("plain", "exact", "rough"))


def decimal(precision: int, scale: int) -> Kind | None:
    """A decimal; None where Spark would begin to round to have it fit."""
    return Kind("decimal", precision, scale) if precision <= 38 else None


def as_decimal(kind: Kind) -> Kind:
    """The decimal that holds every value of a whole number's type."""
    return {"int": Kind("decimal", 10, 0), "bigint": Kind("decimal", 20, 0)}.get(kind.name, kind)


def wider(one: Kind, other: Kind) -> Kind | None:
    """The type of values of either number's type; None where Spark would round them."""
    if one.same(other):
        return one if one.grade == "rough" else other
    if "double" in (one.name, other.name):
        return ROUGH
    if "decimal" in (one.name, other.name):
        one, other = as_decimal(one), as_decimal(other)
        scale = max(one.scale, other.scale)
        return decimal(max(one.precision - one.scale, other.precision - other.scale) + scale, scale)
    return BIGINT
