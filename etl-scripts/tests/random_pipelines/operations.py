"""What random expressions are made of, each operation in Spark's and in DuckDB's SQL.

`{0}`, `{1}` are its operands. Where the engines mean different things by one
name, DuckDB's text says what Spark documents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Union

from random_pipelines.kinds import (
    BIGINT,
    BOOLEAN,
    DATE,
    INT,
    ROUGH,
    STRING,
    TIMESTAMP,
    Kind,
    decimal,
    wider,
)

Result = Callable[[Sequence[Kind]], Union[Kind, None]]


class Operation(NamedTuple):
    """`takes` has the names of the operands' types.

    `same` is the type of the first one, `value` any type, `small` a literal from 1 to 9.
    """

    spark: str
    duckdb: str | Callable[[Sequence[str], Sequence[Kind]], str]
    takes: Sequence[str]
    result: Result


def _always(kind: Kind) -> Result:
    return lambda _: kind


def first(kinds: Sequence[Kind]) -> Kind | None:
    return kinds[0] if all(kind.same(kinds[0]) for kind in kinds) else None


def second(kinds: Sequence[Kind]) -> Kind | None:
    return kinds[1] if all(kind.same(kinds[1]) for kind in kinds[1:]) else None


def _rough(kind: Kind) -> Kind:
    return kind._replace(grade="rough") if kind.name == "double" else kind


def _arithmetic(sign: str) -> Operation:
    """Whole numbers: what does not fit fails in both engines."""

    def sql(sides: Sequence[str], kinds: Sequence[Kind]) -> str:
        kind = wider(*kinds)
        one, other = (f"CAST({side} AS {kind.duckdb})" for side in sides)
        return f"({one} {sign} {other})"

    def result(kinds: Sequence[Kind]) -> Kind | None:
        kind = wider(*kinds)
        return kind and _rough(kind)

    return Operation(f"({{0}} {sign} {{1}})", sql, ("number", "number"), result)


def _of_decimals(sign: str) -> Operation:
    """By the digits that the result has (Spark's DecimalPrecision)."""

    def result(kinds: Sequence[Kind]) -> Kind | None:
        one, other = kinds
        if sign == "*":
            return decimal(one.precision + other.precision + 1, one.scale + other.scale)
        scale = max(one.scale, other.scale)
        whole = max(one.precision - one.scale, other.precision - other.scale)
        return decimal(whole + scale + 1, scale)

    def sql(sides: Sequence[str], kinds: Sequence[Kind]) -> str:
        kind = result(kinds)
        one, other = (
            f"CAST({side} AS DECIMAL({18 if sign == '*' else 38},"
            f"{own.scale if sign == '*' else kind.scale}))"
            for side, own in zip(sides, kinds)
        )
        return f"CAST({one} {sign} {other} AS {kind.duckdb})"

    return Operation(f"({{0}} {sign} {{1}})", sql, ("decimal", "decimal"), result)


def _compare(sign: str, duckdb: str | None = None) -> Operation:
    return Operation(
        f"({{0}} {sign} {{1}})",
        f"({{0}} {duckdb or sign} {{1}})",
        ("value", "same"),
        _always(BOOLEAN),
    )


def _plain(kind: Kind, takes: str, spark: str, duckdb: str | None = None) -> Operation:
    return Operation(spark, duckdb or spark, tuple(takes.split()), _always(kind))


_ZERO = "error('division by zero')"
_WHOLE_TEXT = "regexp_full_match(trim({0}), '[+-]?[0-9]+')"

OPERATIONS: Sequence[Operation] = (
    *map(_arithmetic, "+-*"),
    *map(_of_decimals, "+-*"),
    *map(_compare, ("=", "<", "<=", ">", ">=", "<>")),
    _compare("<=>", "IS NOT DISTINCT FROM"),
    _compare("IS DISTINCT FROM"),
    # Values of any type.
    Operation("coalesce({0}, {1})", "coalesce({0}, {1})", ("value", "same"), first),
    Operation("nvl({0}, {1})", "coalesce({0}, {1})", ("value", "same"), first),
    Operation("nullif({0}, {1})", "nullif({0}, {1})", ("value", "same"), first),
    Operation("greatest({0}, {1})", "greatest({0}, {1})", ("value", "same"), first),
    Operation("least({0}, {1})", "least({0}, {1})", ("value", "same"), first),
    Operation(
        "if({0}, {1}, {2})",
        "CASE WHEN {0} THEN {1} ELSE {2} END",
        ("boolean", "value", "same1"),
        second,
    ),
    Operation(
        "CASE WHEN {0} THEN {1} ELSE {2} END",
        "CASE WHEN {0} THEN {1} ELSE {2} END",
        ("boolean", "value", "same1"),
        second,
    ),
    _plain(BOOLEAN, "value", "({0} IS NULL)"),
    _plain(BOOLEAN, "value", "({0} IS NOT NULL)"),
    _plain(BOOLEAN, "value same same", "({0} BETWEEN {1} AND {2})"),
    _plain(BOOLEAN, "value same same", "({0} IN ({1}, {2}))"),
    # Truth.
    _plain(BOOLEAN, "boolean boolean", "({0} AND {1})"),
    _plain(BOOLEAN, "boolean boolean", "({0} OR {1})"),
    _plain(BOOLEAN, "boolean", "(NOT {0})"),
    _plain(BOOLEAN, "boolean", "({0} IS TRUE)"),
    # Numbers.
    Operation(
        "({0} / {1})",
        f"CASE WHEN {{1}} = 0 AND {{0}} IS NOT NULL THEN {_ZERO}"
        " ELSE CAST({0} AS DOUBLE) / CAST({1} AS DOUBLE) END",
        ("int", "int"),
        _always(ROUGH),
    ),
    _plain(
        ROUGH,
        "int int",
        "try_divide({0}, {1})",
        "CASE WHEN {1} <> 0 THEN CAST({0} AS DOUBLE) / CAST({1} AS DOUBLE) END",
    ),
    _plain(BIGINT, "int small", "({0} DIV {1})", "CAST(trunc({0} / {1}) AS BIGINT)"),
    Operation("({0} % {1})", "({0} % {1})", ("int", "small"), _always(INT)),
    _plain(INT, "int small", "pmod({0}, {1})", "((({0} % {1}) + {1}) % {1})"),
    _plain(INT, "int", "abs({0})"),
    Operation("abs({0})", "abs({0})", ("decimal",), first),
    _plain(INT, "int int", "try_add({0}, {1})", "TRY_CAST(CAST({0} AS BIGINT) + {1} AS INTEGER)"),
    _plain(BIGINT, "int", "CAST({0} AS bigint)", "CAST({0} AS BIGINT)"),
    _plain(
        Kind("decimal", 12, 2), "int", "CAST({0} AS decimal(12, 2))", "CAST({0} AS DECIMAL(12,2))"
    ),
    Operation(
        "floor({0})",
        lambda sides, _: f"CAST(floor({sides[0]}) AS BIGINT)",
        ("double",),
        _always(BIGINT),
    ),
    Operation(
        "ceil({0})",
        lambda sides, _: f"CAST(ceil({sides[0]}) AS DECIMAL(38,0))",
        ("decimal",),
        lambda kinds: decimal(kinds[0].precision - kinds[0].scale + 1, 0),
    ),
    Operation(
        "round({0}, 1)",
        lambda sides, kinds: f"CAST(round({sides[0]}, 1) AS DECIMAL(38,{min(1, kinds[0].scale)}))",
        ("decimal",),
        lambda kinds: decimal(
            kinds[0].precision - kinds[0].scale + 1 + min(1, kinds[0].scale),
            min(1, kinds[0].scale),
        ),
    ),
    # Texts.
    _plain(STRING, "string", "upper({0})"),
    _plain(STRING, "string", "lower({0})"),
    _plain(STRING, "string", "trim({0})"),
    _plain(STRING, "string", "ltrim({0})"),
    _plain(STRING, "string", "reverse({0})"),
    _plain(STRING, "string string", "({0} || {1})"),
    _plain(STRING, "string string", "concat({0}, {1})", "({0} || {1})"),
    _plain(STRING, "string string", "concat_ws('-', {0}, {1})"),
    _plain(STRING, "string small small", "substr({0}, {1}, {2})"),
    _plain(STRING, "string small", "left({0}, {1})"),
    _plain(STRING, "string small", "right({0}, {1})"),
    _plain(STRING, "string small", "repeat({0}, {1})"),
    _plain(STRING, "string small", "lpad({0}, {1}, '*')"),
    _plain(STRING, "string small", "rpad({0}, {1}, '日')"),
    _plain(STRING, "string string", "replace({0}, 'a', {1})"),
    _plain(STRING, "string", "translate({0}, 'ab', 'xy')"),
    _plain(STRING, "string", "split_part({0}, '-', 1)"),
    _plain(
        STRING,
        "string",
        "regexp_replace({0}, '[0-9]+', '#')",
        "regexp_replace({0}, '[0-9]+', '#', 'g')",
    ),
    _plain(STRING, "string", "md5({0})"),
    _plain(STRING, "string", "sha2({0}, 256)", "sha256({0})"),
    _plain(STRING, "int", "CAST({0} AS string)", "CAST({0} AS VARCHAR)"),
    _plain(STRING, "decimal", "CAST({0} AS string)", "CAST({0} AS VARCHAR)"),
    _plain(STRING, "boolean", "string({0})", "CAST({0} AS VARCHAR)"),
    _plain(INT, "string", "length({0})", "CAST(length({0}) AS INTEGER)"),
    _plain(INT, "string", "octet_length({0})", "CAST(strlen({0}) AS INTEGER)"),
    _plain(INT, "string", "instr({0}, 'a')", "CAST(strpos({0}, 'a') AS INTEGER)"),
    _plain(
        INT,
        "string",
        "try_cast({0} AS int)",
        f"CASE WHEN {_WHOLE_TEXT} THEN TRY_CAST(trim({{0}}) AS INTEGER) END",
    ),
    _plain(BOOLEAN, "string", "({0} LIKE 'a%')"),
    _plain(BOOLEAN, "string", "({0} NOT LIKE '_')"),
    _plain(BOOLEAN, "string", "({0} RLIKE '^[a-z]+')", "regexp_matches({0}, '^[a-z]+')"),
    _plain(BOOLEAN, "string string", "startswith({0}, {1})", "starts_with({0}, {1})"),
    _plain(BOOLEAN, "string string", "contains({0}, {1})"),
    # Days and moments.
    _plain(INT, "date", "year({0})", "CAST(year({0}) AS INTEGER)"),
    _plain(INT, "date", "month({0})", "CAST(month({0}) AS INTEGER)"),
    _plain(INT, "date", "dayofyear({0})", "CAST(dayofyear({0}) AS INTEGER)"),
    _plain(INT, "date", "weekofyear({0})", "CAST(weekofyear({0}) AS INTEGER)"),
    _plain(INT, "date", "dayofweek({0})", "CAST(dayofweek({0}) + 1 AS INTEGER)"),
    _plain(INT, "date", "extract(QUARTER FROM {0})", "CAST(quarter({0}) AS INTEGER)"),
    _plain(INT, "date date", "datediff({0}, {1})", "CAST(date_diff('day', {1}, {0}) AS INTEGER)"),
    _plain(DATE, "date small", "date_add({0}, {1})", "CAST({0} + {1} AS DATE)"),
    _plain(DATE, "date small", "date_sub({0}, {1})", "CAST({0} - {1} AS DATE)"),
    _plain(DATE, "date", "({0} + INTERVAL 3 DAYS)", "CAST({0} + 3 AS DATE)"),
    _plain(DATE, "date small", "add_months({0}, {1})", "CAST({0} + to_months({1}) AS DATE)"),
    _plain(DATE, "date", "last_day({0})"),
    _plain(DATE, "date", "trunc({0}, 'MM')", "CAST(date_trunc('month', {0}) AS DATE)"),
    _plain(DATE, "timestamp", "CAST({0} AS date)", "CAST({0} AS DATE)"),
    _plain(STRING, "date", "date_format({0}, 'yyyy-MM')", "strftime({0}, '%Y-%m')"),
    _plain(STRING, "timestamp", "date_format({0}, 'HH:mm:ss')", "strftime({0}, '%H:%M:%S')"),
    _plain(INT, "timestamp", "hour({0})", "CAST(hour({0}) AS INTEGER)"),
    _plain(INT, "timestamp", "minute({0})", "CAST(minute({0}) AS INTEGER)"),
    _plain(BIGINT, "timestamp", "unix_seconds({0})", "CAST(floor(epoch({0})) AS BIGINT)"),
    _plain(TIMESTAMP, "timestamp", "date_trunc('HOUR', {0})", "date_trunc('hour', {0})"),
    _plain(TIMESTAMP, "timestamp", "({0} - INTERVAL 90 MINUTES)"),
    _plain(TIMESTAMP, "date", "CAST({0} AS timestamp)", "CAST({0} AS TIMESTAMP)"),
)
