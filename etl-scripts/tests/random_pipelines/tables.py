"""Small tables of random values."""

from __future__ import annotations

import datetime
import math
import random
from decimal import Decimal
from typing import Any, NamedTuple

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from random_pipelines.kinds import (
    BIGINT,
    BOOLEAN,
    DATE,
    INT,
    PLAIN,
    STRING,
    TIMESTAMP,
    Kind,
)
from values import identifier, sql_type

Row = tuple[Any, ...]

# Names as files have them; those of later columns are made by counting.
_NAMES = (
    "id",
    "größe (cm)",
    "sold on",
    "price",
    "shop",
    "n",
    "a.b",
    "it's",
    "prénom",
    "day",
    "x`y",
)
_TEXTS = (
    "",
    " ",
    "a",
    "A",
    "b",
    "ab",
    "a-b",
    "b-a-1",
    "Zoë",
    "日本",
    "😀x",
    " x ",
    "%",
    "it's",
    "\\",
)
_NUMBER_TEXTS = ("0", "7", "-12", "1.5", "1e3", "true", "2024-02-29", "2024-02-30", "3000000000")


class Table(NamedTuple):
    """The rows of a source."""

    columns: dict[str, Kind]
    rows: list[Row]


def _value(rng: random.Random, kind: Kind) -> Any:
    if kind.name == "boolean":
        return rng.random() < 0.5
    if kind.name == "int":
        return rng.choice((2147483647, -2147483648)) if rng.random() < 0.01 else rng.randint(-9, 9)
    if kind.name == "bigint":
        return rng.randint(-5, 5) * rng.choice((1, 1, 1, 1000003, 4294967296))
    if kind.name == "decimal":
        most = 10 ** min(kind.precision, 5) - 1
        return Decimal(rng.randint(-most, most)).scaleb(-kind.scale)
    if kind.name == "double":
        return math.nan if rng.random() < 0.04 else rng.randint(-40, 40) / 4
    if kind.name == "string":
        return rng.choice(_NUMBER_TEXTS if rng.random() < 0.25 else _TEXTS)
    day = datetime.date(2023, 12, 27) + datetime.timedelta(rng.randint(0, 70))
    if kind.name == "date":
        return datetime.date(1969, 12, 31) if rng.random() < 0.05 else day
    second = 0 if rng.random() < 0.2 else rng.randint(0, 86399)
    moment = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(seconds=second)
    return moment.replace(microsecond=rng.choice((0, 0, 500000, 123456)))


def random_kind(rng: random.Random) -> Kind:
    precision = rng.randint(3, 12)
    # Not all of them behind the point: DuckDB writes such values without the 0 before it.
    scale = rng.randint(0, min(precision - 1, 4))
    kinds = (BOOLEAN, INT, INT, BIGINT, PLAIN, STRING, STRING, DATE, TIMESTAMP)
    return rng.choice((*kinds, Kind("decimal", precision, scale)))


def random_columns(rng: random.Random) -> dict[str, Kind]:
    names = rng.sample(_NAMES, rng.randint(2, 6))
    return {name: random_kind(rng) for name in names}


def random_rows(rng: random.Random, columns: dict[str, Kind]) -> list[Row]:
    """Up to 20 rows with missing values, some of them more than once."""
    lacking = rng.choice((0.0, 0.05, 0.25))
    rows = [
        tuple(None if rng.random() < lacking else _value(rng, kind) for kind in columns.values())
        for _ in range(rng.randint(5, 14))
    ]
    return rows + rng.choices(rows, k=rng.randint(0, 6))


def text(value: Any) -> str | None:
    """A value as a text that both engines read."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def texts(rows: list[Row]) -> list[list[str | None]]:
    return [[text(value) for value in row] for row in rows]


def dataframe(spark: SparkSession, table: Table) -> DataFrame:
    """The rows in Spark."""
    places = [f"_{index}" for index in range(len(table.columns))]
    rows = spark.createDataFrame(texts(table.rows), ", ".join(f"{name} string" for name in places))
    return rows.select(
        [
            F.expr(f"CAST({place} AS {sql_type(kind.words)}) AS {identifier(name)}")
            for place, (name, kind) in zip(places, table.columns.items())
        ]
    )
