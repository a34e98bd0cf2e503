"""Expressions of a pipeline in DuckDB's SQL, with the types that Spark gives them."""

from __future__ import annotations

import re

from duckdb_engine.functions import called
from duckdb_engine.kinds import (
    BIGINT,
    BOOLEAN,
    DATE,
    DOUBLE,
    INT,
    NULL,
    STRING,
    TIMESTAMP,
    Columns,
    Kind,
)
from duckdb_engine.operators import OPERATORS, chosen, moved, tested
from duckdb_engine.parsing import Call, Column, Literal, Node, parse
from duckdb_engine.spark_needed import SparkNeeded, quoted, text_of
from duckdb_engine.typed import Typed, changed, moment

_TYPES = {
    "boolean": BOOLEAN,
    "int": INT,
    "integer": INT,
    "bigint": BIGINT,
    "long": BIGINT,
    "double": DOUBLE,
    "string": STRING,
    "date": DATE,
    "timestamp": TIMESTAMP,
}

_MOST = {INT: 2147483647, BIGINT: 9223372036854775807}


def _type(words: str) -> Kind:
    if words in _TYPES:
        return _TYPES[words]
    found = re.fullmatch(r"(?:decimal|dec|numeric)(?:\((\d+)(?:,(\d+))?\))?", words)
    if not found:
        raise SparkNeeded(f"the type {words}")
    return Kind("decimal", int(found[1] or 10), int(found[2] or 0))


def _number(text: str) -> Typed:
    """A number as it is written (Apache Spark SQL reference, "Literals")."""
    found = re.fullmatch(r"(-?)(\d+\.?\d*|\.\d+)(e[+-]?\d+)?(bd|[lsydf])?", text.lower())
    if not found or found[4] not in (None, "l", "d"):
        raise SparkNeeded(f"the number {text}")
    sign, digits, exponent, suffix = found.groups()
    if exponent or suffix == "d":
        return Typed(f"CAST('{sign}{digits}{exponent or ''}' AS DOUBLE)", DOUBLE)
    if "." in digits:
        whole, places = digits.split(".")
        precision = max(len(f"{whole}{places}".lstrip("0")), len(places), 1)
        kind = Kind("decimal", precision, len(places))
        return Typed(f"CAST('{sign}{digits}' AS {kind.sql})", kind)
    value = int(sign + digits)
    kind = BIGINT if suffix == "l" or abs(value) > _MOST[INT] else INT
    if abs(value) > _MOST[BIGINT]:
        raise SparkNeeded(f"the number {text}")
    return Typed(f"CAST({value} AS {kind.sql})", kind, str(value))


def _literal(node: Literal) -> Typed:
    if node.kind == "number":
        return _number(node.text)
    if node.kind == "string":
        return Typed(text_of(node.text), STRING, node.text)
    if node.kind == "word":
        kind = NULL if node.text == "NULL" else BOOLEAN
        return Typed(node.text, kind)
    return moment(node.text, DATE if node.kind == "date" else TIMESTAMP)


_EXTRACTED = {
    "dow": "dayofweek",
    "doy": "dayofyear",
    "week": "weekofyear",
    **{name: name for name in ("year", "quarter", "month", "day", "dayofweek", "hour", "minute")},
}


class _Translation:
    def __init__(self, columns: Columns) -> None:
        self._columns = {name.lower(): (name, kind) for name, kind in columns.items()}

    def of(self, node: Node) -> Typed:
        if isinstance(node, Column):
            if node.name.lower() not in self._columns:
                raise SparkNeeded(f"the column {node.name}, which is not there")
            name, kind = self._columns[node.name.lower()]
            return Typed(quoted(name), kind)
        if isinstance(node, Literal):
            return _literal(node)
        return self._call(node)

    def _call(self, node: Call) -> Typed:
        name, arguments = node.name, node.arguments
        if name in ("+", "-"):
            interval = arguments[1]
            if isinstance(interval, Call) and interval.name == "interval":
                return moved(
                    name, self.of(arguments[0]), interval.arguments[0].text, interval.detail
                )
        given = [self.of(argument) for argument in arguments]
        if name in ("cast", "try_cast"):
            return changed(given[0], _type(node.detail), name == "try_cast")
        if name == "is":
            return tested(given[0], node.detail)
        if name == "case":
            return chosen(given)
        if name == "extract":
            field = node.detail.rstrip("s")
            if field not in _EXTRACTED:
                raise SparkNeeded(f"EXTRACT of {node.detail}")
            return called(_EXTRACTED[field], given)
        return OPERATORS[name](*given) if name in OPERATORS else called(name, given)


def computed(columns: Columns, expression: str) -> Typed:
    """An expression of the columns. Raises SparkNeeded where DuckDB has not its meaning."""
    return _Translation(columns).of(parse(expression))
