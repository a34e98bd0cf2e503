"""Random expressions: trees of operations on columns and literals, in the SQL of both engines."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import NamedTuple

from random_pipelines.kinds import (
    BIGINT,
    BOOLEAN,
    DATE,
    EXACT,
    INT,
    STRING,
    TIMESTAMP,
    WHOLE,
    Kind,
)
from random_pipelines.operations import OPERATIONS, Operation, first, second
from values import identifier, literal

_DEEPEST = 3


class NotMade(Exception):  # noqa: N818 - no error: there is nothing to make of these columns
    """There is no such expression, or step, of these columns."""


class Leaf(NamedTuple):
    """A column, or a literal as both engines write it."""

    column: str | None
    value: str = ""
    duckdb_value: str = ""
    literal_kind: Kind = INT

    def kind(self, columns: Mapping[str, Kind]) -> Kind:
        if self.column is None:
            return self.literal_kind
        if self.column not in columns:
            raise NotMade
        return columns[self.column]

    def spark(self) -> str:
        return self.value if self.column is None else identifier(self.column)

    def duckdb(self, _: Mapping[str, Kind]) -> str:
        return self.duckdb_value if self.column is None else quoted(self.column)


class Tree(NamedTuple):
    """An operation and its operands."""

    operation: Operation
    operands: tuple[Leaf | Tree, ...]

    def kind(self, columns: Mapping[str, Kind]) -> Kind:
        kind = self.operation.result([operand.kind(columns) for operand in self.operands])
        if kind is None:
            raise NotMade
        return kind

    def spark(self) -> str:
        return self.operation.spark.format(*(operand.spark() for operand in self.operands))

    def duckdb(self, columns: Mapping[str, Kind]) -> str:
        sides = [operand.duckdb(columns) for operand in self.operands]
        if callable(self.operation.duckdb):
            kinds = [operand.kind(columns) for operand in self.operands]
            return self.operation.duckdb(sides, kinds)
        return self.operation.duckdb.format(*sides)


class Expression(str):
    """An expression as a pipeline has it, which knows what it is made of."""

    tree: Leaf | Tree

    @classmethod
    def of(cls, tree: Leaf | Tree) -> Expression:
        made = cls(tree.spark())
        made.tree = tree
        return made


def quoted(name: str) -> str:
    """A column by its literal name, for DuckDB."""
    return '"' + name.replace('"', '""') + '"'


def _literal(rng: random.Random, kind: Kind) -> Leaf:
    if kind.name == "boolean":
        value = rng.choice(("true", "false"))
        return Leaf(None, value, value, BOOLEAN)
    if kind.name == "string":
        text = rng.choice(("", "a", "b-", "Zoë", "日", "it's", "\\"))
        return Leaf(None, literal(text), "'" + text.replace("'", "''") + "'", STRING)
    if kind.name in ("date", "timestamp"):
        day = f"2024-0{rng.randint(1, 2)}-{rng.randint(10, 28)}"
        text = day if kind.name == "date" else f"{day} 06:30:00"
        value = f"{kind.name.upper()} '{text}'"
        return Leaf(None, value, value, DATE if kind.name == "date" else TIMESTAMP)
    number = str(rng.randint(0, 9))
    if kind.name == "double":
        return Leaf(None, f"{number}.25D", f"CAST({number}.25 AS DOUBLE)", EXACT)
    if kind.name == "decimal":
        value = f"CAST({number} AS {kind.duckdb})"
        if kind.precision == kind.scale:
            raise NotMade
        return Leaf(None, value, value, kind)
    if kind.name == "bigint":
        return Leaf(None, f"{number}L", f"CAST({number} AS BIGINT)", BIGINT)
    return Leaf(None, number, f"CAST({number} AS INTEGER)", INT)


def _leaf(rng: random.Random, fits: list[str], kind: Kind) -> Leaf:
    if fits and rng.random() < 0.8:
        return Leaf(rng.choice(fits))
    return _literal(rng, kind)


def _named(rng: random.Random, columns: Mapping[str, Kind], name: str, depth: int) -> Leaf | Tree:
    """An expression of a type by its name."""
    if depth > 0 and rng.random() < 0.6:
        found = [one for one in OPERATIONS if _may_give(one, name)]
        return made_by(rng, columns, rng.choice(found), depth - 1, name)
    fits = [column for column, kind in columns.items() if kind.name == name]
    if name == "decimal":
        if not fits:
            raise NotMade
        return Leaf(rng.choice(fits))
    return _leaf(rng, fits, EXACT if name == "double" else Kind(name))


_ONE_OF_EACH = (BOOLEAN, INT, BIGINT, EXACT, STRING, DATE, TIMESTAMP, Kind("decimal", 5, 2))


def _may_give(operation: Operation, name: str) -> bool:
    """Whether the result can be of a type, whatever the operands."""
    if any(take in ("value", "number") for take in operation.takes):
        kinds = [one for one in _ONE_OF_EACH if one.name == name]
        if operation.takes[0] == "number" and name not in (*WHOLE, "double"):
            return False
    else:
        kinds = []
    operands = [
        (kinds or [k for k in _ONE_OF_EACH if k.name == take] or [INT])[0]
        for take in operation.takes
    ]
    result = operation.result(operands)
    return result is not None and result.name == name


def made_by(
    rng: random.Random,
    columns: Mapping[str, Kind],
    operation: Operation,
    depth: int,
    wanted: str | None = None,
) -> Tree:
    """The operation, with random operands."""
    operands: list[Leaf | Tree] = []
    for take in operation.takes:
        if take == "small":
            number = str(rng.randint(1, 9))
            operands.append(Leaf(None, number, f"CAST({number} AS INTEGER)", INT))
        elif take in ("same", "same1"):
            like = operands[1 if take == "same1" else 0].kind(columns)
            fits = [column for column, kind in columns.items() if kind.same(like)]
            operands.append(_leaf(rng, fits, like))
        elif take == "value":
            free = wanted is None or operation.result not in (first, second)
            name = rng.choice(_ONE_OF_EACH).name if free else wanted
            operands.append(_named(rng, columns, name, depth))
        elif take == "number":
            name = rng.choice(("int", "bigint", "double")) if wanted is None else wanted
            operands.append(_named(rng, columns, name, depth))
        else:
            operands.append(_named(rng, columns, take, depth))
    tree = Tree(operation, tuple(operands))
    tree.kind(columns)
    return tree


def condition(rng: random.Random, columns: Mapping[str, Kind]) -> Expression:
    """A random condition."""
    return Expression.of(_named(rng, columns, "boolean", _DEEPEST))


def value(rng: random.Random, columns: Mapping[str, Kind]) -> Expression:
    """A random value of any type, computed by at least one operation."""
    return Expression.of(made_by(rng, columns, rng.choice(OPERATIONS), _DEEPEST - 1))
