"""What DuckDB computes from an expression, Spark computes as well, value for value.

Of some values DuckDB does not compute: that is Spark's part, in a run of the product too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from random_pipelines.engines import plain

from columns import language_type
from duckdb_engine.expressions import computed
from duckdb_engine.functions import FUNCTION_NAMES
from duckdb_engine.kinds import Kind
from duckdb_engine.operators import OPERATORS
from duckdb_engine.parsing import Call, parse
from duckdb_engine.spark_needed import SparkNeeded, quoted

TABLE = json.loads(Path(__file__).with_name("values.json").read_text())
EXPRESSIONS: list[str] = TABLE["expressions"]


def _kind(words: str) -> Kind:
    name, *digits = re.findall(r"\w+", words)
    return Kind(name, *map(int, digits))


KINDS = {name: _kind(words) for name, words in TABLE["columns"].items()}


@pytest.fixture(scope="module")
def database() -> Iterator[Any]:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        columns = ", ".join(f"{quoted(name)} {kind.sql}" for name, kind in KINDS.items())
        connection.execute(f"CREATE TABLE given (row INTEGER, {columns})")
        for number, row in enumerate(TABLE["rows"]):
            places = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO given VALUES ({number}, {places})", row)
        yield connection


@pytest.fixture(scope="module")
def given(spark: SparkSession) -> DataFrame:
    texts = [[number, *row] for number, row in enumerate(TABLE["rows"])]
    names = ", ".join(f"{quoted(name)[1:-1]} string" for name in KINDS)
    rows = spark.createDataFrame(texts, f"row int, {names}")
    casts = [
        F.expr(f"CAST({name} AS {words}) AS {name}") for name, words in TABLE["columns"].items()
    ]
    return rows.select("row", *casts).cache()


def _of_duckdb(database: Any, sql: str) -> dict[int, str]:
    """The values by the numbers of their rows, of those that DuckDB computes."""
    found = {}
    for number in range(len(TABLE["rows"])):
        try:
            query = f"SELECT {sql} FROM given WHERE row = {number}"
            [value] = database.execute(query).fetchone()
        except (duckdb.ParserException, duckdb.BinderException):
            raise
        except duckdb.Error:
            continue
        found[number] = plain(value)
    return found


def test_duckdb_and_spark_compute_the_same(given: DataFrame, database: Any) -> None:
    ours, types, columns = [], [], []
    for number, expression in enumerate(EXPRESSIONS):
        value = computed(KINDS, expression)
        found = _of_duckdb(database, value.sql)
        # Something is compared of each.
        assert set(found.values()) - {"None"}, f"{expression}: DuckDB computes {found}"
        ours.append(found)
        types.append(value.kind.described)
        numbers = ", ".join(map(str, found))
        columns.append(F.expr(f"CASE WHEN row IN ({numbers}) THEN {expression} END AS e{number}"))
    rows = given.select("row", *columns)
    theirs = [language_type(field.dataType) for field in rows.schema][1:]
    different = [
        f"{expression}: Spark has {their}, DuckDB {own}"
        for expression, own, their in zip(EXPRESSIONS, types, theirs)
        if own != their
    ]
    assert not different, "\n".join(different)
    moments = [number for number, kind in enumerate(types) if kind == {"type": "timestamp"}]
    pattern = "yyyy-MM-dd HH:mm:ss.SSSSSS"
    written = rows.select(
        "row",
        *(
            F.date_format(f"e{number}", pattern) if number in moments else F.col(f"e{number}")
            for number in range(len(EXPRESSIONS))
        ),
    ).collect()
    for row, *values in written:
        for number, value in enumerate(values):
            if row not in ours[number]:
                continue
            own = ours[number][row]
            if number in moments and own != "None":
                own = repr(own if "." in own else f"{own}.000000")
            if own != plain(value):
                given_row = TABLE["rows"][row]
                different.append(
                    f"{EXPRESSIONS[number]} of {given_row}: Spark has {plain(value)}, DuckDB {own}"
                )
    assert not different, "\n".join(different)


def _names(node: Any) -> set[str]:
    if not isinstance(node, Call):
        return set()
    return {node.name}.union(*(_names(argument) for argument in node.arguments))


def test_every_function_and_operator_of_duckdb_is_compared() -> None:
    used = set().union(*(_names(parse(expression)) for expression in EXPRESSIONS))
    assert (FUNCTION_NAMES | set(OPERATORS)) - used == set()


@pytest.mark.parametrize(
    "expression",
    [
        "reverse(s)",
        "rlike(s, 'a')",
        "s RLIKE 'a'",
        "i & j",
        "sqrt(m, 2)",
        "m / n",
        "CAST(d AS string)",
        "round(d, 1)",
        "d + m",
        "i || d",
        "i = s",
        "s LIKE 'a\\\\%'",
        "left(s, i)",
        "date_format(day, 'MMM')",
        "to_date(s, 'd.M.yyyy')",
        "'\\u0041'",
        "at + INTERVAL 1 MILLISECOND",
        "day + INTERVAL 1 HOUR",
        "5S",
        "1.5F",
        "-2147483648",
        "CAST(s AS decimal(5, 2))",
        "CAST(i AS tinyint)",
        "nothing + 1",
    ],
)
def test_what_is_left_to_spark(expression: str) -> None:
    with pytest.raises(SparkNeeded):
        computed(KINDS, expression)
