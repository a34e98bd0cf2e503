"""Operators of expressions, each with the meaning that Spark gives it in its ANSI mode."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from duckdb_engine.kinds import (
    BIGINT,
    BOOLEAN,
    DATE,
    DOUBLE,
    INT,
    NULL,
    STRING,
    TIMESTAMP,
    Kind,
    as_decimal,
    decimal,
    wider,
)
from duckdb_engine.spark_needed import MARK, SparkNeeded, text_of
from duckdb_engine.typed import Typed, as_one, as_text, cast, paired

_DIVISION = f"error({text_of(MARK + 'a number is divided by zero')})"


def truth(value: Typed) -> str:
    """The SQL of a condition."""
    if value.kind not in (BOOLEAN, NULL):
        raise SparkNeeded(f"{value.kind} as a condition")
    return cast(value, BOOLEAN)


def _of_decimals(sign: str, one: Typed, other: Typed) -> Typed:
    """By the digits that the result has (Spark, DecimalPrecision)."""
    own, their = one.kind, other.kind
    if sign == "*":
        if max(own.precision, their.precision) > 18:
            raise SparkNeeded("a product of decimals of more than 18 digits")
        result = decimal(own.precision + their.precision + 1, own.scale + their.scale)
        sides = [f"CAST({value.sql} AS DECIMAL(18,{value.kind.scale}))" for value in (one, other)]
    else:
        scale = max(own.scale, their.scale)
        digits = max(own.precision - own.scale, their.precision - their.scale)
        result = decimal(digits + scale + 1, scale)
        sides = [f"CAST({value.sql} AS {result.sql})" for value in (one, other)]
    return Typed(f"CAST({sides[0]} {sign} {sides[1]} AS {result.sql})", result)


def _days(sign: str, one: Typed, other: Typed) -> Typed | None:
    """A day and a number of days."""
    if one.kind == DATE and other.kind == INT:
        return Typed(f"CAST({one.sql} {sign} {other.sql} AS DATE)", DATE)
    return None


def arithmetic(sign: str, one: Typed, other: Typed) -> Typed:
    days = _days(sign, one, other) if sign in "+-" else None
    if days:
        return days
    one, other = paired(one, other)
    names = {one.kind.name, other.kind.name}
    if not (one.kind.is_number and other.kind.is_number):
        raise SparkNeeded(f"{one.kind} {sign} {other.kind}")
    if "decimal" in names and "double" not in names:
        return _of_decimals(sign, _as_decimal(one), _as_decimal(other))
    kind = wider(one.kind, other.kind)
    return Typed(f"({cast(one, kind)} {sign} {cast(other, kind)})", kind)


def _as_decimal(value: Typed) -> Typed:
    kind = as_decimal(value.kind)
    return Typed(cast(value, kind), kind)


def _divided(one: Typed, other: Typed) -> Typed:
    if "decimal" in (one.kind.name, other.kind.name):
        raise SparkNeeded("a quotient of decimals")
    if not (one.kind.is_number and other.kind.is_number):
        raise SparkNeeded(f"{one.kind} / {other.kind}")
    above, below = cast(one, DOUBLE), cast(other, DOUBLE)
    fails = f"{below} = 0 AND {above} IS NOT NULL"
    return Typed(f"CASE WHEN {fails} THEN {_DIVISION} ELSE {above} / {below} END", DOUBLE)


def _of_wholes(sql: Callable[[str, str], str], result: Kind | None = None) -> Callable[..., Typed]:
    """An operator that only whole numbers have here, and no zero as the second one."""

    def made(one: Typed, other: Typed) -> Typed:
        if not (one.kind.is_whole and other.kind.is_whole):
            raise SparkNeeded("a remainder or a whole quotient of other than whole numbers")
        kind = wider(one.kind, other.kind)
        left, right = cast(one, kind), cast(other, kind)
        fails = f"{right} = 0 AND {left} IS NOT NULL"
        return Typed(
            f"CASE WHEN {fails} THEN {_DIVISION} ELSE {sql(left, right)} END", result or kind
        )

    return made


def compare(sign: str, one: Typed, other: Typed) -> Typed:
    one, other = paired(one, other)
    (left, right), _ = as_one(one, other)
    word = "IS NOT DISTINCT FROM" if sign == "<=>" else sign
    return Typed(f"({left} {word} {right})", BOOLEAN)


def _among(value: Typed, *others: Typed) -> Typed:
    first = [paired(value, other) for other in others]
    (left, *rights), _ = as_one(first[0][0], *(other for _, other in first))
    return Typed(f"({left} IN ({', '.join(rights)}))", BOOLEAN)


def _between(value: Typed, low: Typed, high: Typed) -> Typed:
    parts = (compare(">=", value, low).sql, compare("<=", value, high).sql)
    return Typed(f"({' AND '.join(parts)})", BOOLEAN)


def _like(value: Typed, pattern: Typed) -> Typed:
    if pattern.kind != STRING or pattern.written is None or "\\" in pattern.written:
        raise SparkNeeded("LIKE with a pattern that is computed or has an escape")
    if value.kind != STRING:
        raise SparkNeeded("LIKE of a value that is no text")
    return Typed(f"({value.sql} LIKE {pattern.sql})", BOOLEAN)


def joined(*values: Typed) -> Typed:
    """Texts one after the other; missing where one is."""
    return Typed(f"({' || '.join(as_text(value) for value in values)})", STRING)


def _negative(value: Typed) -> Typed:
    if not value.kind.is_number:
        raise SparkNeeded(f"- {value.kind}")
    return Typed(f"(-{value.sql})", value.kind)


def _logic(word: str) -> Callable[..., Typed]:
    return lambda one, other: Typed(f"({truth(one)} {word} {truth(other)})", BOOLEAN)


OPERATORS: Mapping[str, Callable[..., Typed]] = {
    "or": _logic("OR"),
    "and": _logic("AND"),
    "not": lambda value: Typed(f"(NOT {truth(value)})", BOOLEAN),
    **{sign: partial(compare, sign) for sign in ("=", "<=>", "<>", "<", "<=", ">", ">=")},
    **{sign: partial(arithmetic, sign) for sign in ("+", "-", "*")},
    "/": _divided,
    "%": _of_wholes(lambda left, right: f"{left} % {right}"),
    "div": _of_wholes(lambda left, right: f"CAST({left} // {right} AS BIGINT)", BIGINT),
    "||": joined,
    "in": _among,
    "between": _between,
    "like": _like,
    "negative": _negative,
    "positive": lambda value: value,
}

_UNITS = {
    "year": "YEAR",
    "month": "MONTH",
    "week": "WEEK",
    "day": "DAY",
    "hour": "HOUR",
    "minute": "MINUTE",
    "second": "SECOND",
}


def moved(sign: str, value: Typed, number: str, unit: str) -> Typed:
    """A day or a moment, so many units later or earlier."""
    if unit not in _UNITS or not number.lstrip("-").isdigit():
        raise SparkNeeded("an interval of other units or numbers")
    if value.kind not in (DATE, TIMESTAMP):
        raise SparkNeeded(f"{value.kind} {sign} an interval")
    if value.kind == DATE and unit not in ("year", "month", "week", "day"):
        raise SparkNeeded("a day with hours added to it")
    sql = f"{value.sql} {sign} INTERVAL ({number}) {_UNITS[unit]}"
    return Typed(f"CAST({sql} AS {value.kind.sql})", value.kind)


def tested(value: Typed, word: str) -> Typed:
    """What IS asks of a value."""
    if word == "UNKNOWN" or word == "NULL":
        return Typed(f"({value.sql} IS NULL)", BOOLEAN)
    return Typed(f"({truth(value)} IS NOT DISTINCT FROM {word})", BOOLEAN)


def chosen(parts: Sequence[Typed]) -> Typed:
    """CASE: conditions and values in turn, and the value for all others."""
    values, kind = as_one(*parts[1:-1:2], parts[-1])
    branches = "".join(
        f" WHEN {truth(condition)} THEN {value}" for condition, value in zip(parts[:-1:2], values)
    )
    return Typed(f"CASE{branches} ELSE {values[-1]} END", kind)
