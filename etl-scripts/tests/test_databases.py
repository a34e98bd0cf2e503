"""Sources that are databases, on real Spark: Derby, which comes with it, stands for them."""

from __future__ import annotations

import datetime
import itertools
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from lake import Lake
from memory_glue import MemoryGlue
from pyspark.sql import SparkSession
from reading import column

import transform
from connections import DRIVERS, Database, find_database
from loaded import write_loaded
from pipeline import PipelineError
from source_files import SourceError

_numbers = itertools.count()
NAME = "shop-db"
ID, AT = column("id", "bigint"), column("at", "timestamp")


class Derby:
    """A database in the memory of Spark's JVM."""

    def __init__(self, spark: SparkSession) -> None:
        self.url = f"jdbc:derby:memory:shop{next(_numbers)};create=true"
        jvm = spark._jvm
        self._connection = jvm.org.apache.derby.jdbc.EmbeddedDriver().connect(
            self.url, jvm.java.util.Properties()
        )

    def run(self, *statements: str) -> None:
        for statement in statements:
            self._connection.createStatement().execute(statement)

    def found(self, name: str) -> Mapping[str, str]:
        """As GlueContext.extract_jdbc_conf tells of a connection."""
        if name != NAME:
            raise ValueError(f"there is no Glue connection {name}\nand more")
        return {"fullUrl": self.url, "user": "app", "password": "secret-word"}


@pytest.fixture
def database(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[Derby]:
    monkeypatch.setitem(DRIVERS, "derby", "org.apache.derby.jdbc.EmbeddedDriver")
    return Derby(spark)


class Runs:
    """Runs of a pipeline whose one source is the database."""

    def __init__(self, spark: SparkSession, lake: Lake, database: Derby) -> None:
        self.spark, self.lake, self.database = spark, lake, database

    def __call__(self, *columns: dict[str, Any], **options: Any) -> list[tuple[Any, ...]] | None:
        """The rows of the result; None where nothing was new."""
        jdbc = {"connection": NAME, **options.pop("jdbc", {"table": "orders"})}
        source = {"name": "rows", "format": "jdbc", "jdbc": jdbc, "columns": list(columns)}
        self.pipeline = {
            "name": "orders",
            "warehouse": {"table": "result", "load": {"mode": options.pop("mode", "replace")}},
            "catalog": {"tables": "crawled"},
            "sources": [{**source, **options}],
            "transform": [],
        }
        s3, data = self.lake.s3, self.lake.data
        written = transform.run(
            self.spark,
            s3,
            self.pipeline,
            data,
            None,
            glue=MemoryGlue(),
            connections=self.database.found,
        )
        if written is None:
            return None
        rows = self.spark.read.parquet(f"s3://{data}/processed/result/").collect()
        return sorted(map(tuple, rows), key=repr)

    def listed(self) -> list[dict[str, str]]:
        content = self.lake.s3.objects[self.lake.data, "loading/result.sources.json"]
        return [json.loads(line) for line in content.decode().splitlines()]

    def commit(self) -> None:
        """What the load writes down."""
        units = {unit["file"]: unit["etag"] for unit in self.listed()}
        write_loaded(self.lake.s3, self.lake.data, self.pipeline["warehouse"], units)


@pytest.fixture
def run(spark: SparkSession, lake: Lake, database: Derby) -> Runs:
    return Runs(spark, lake, database)


@pytest.mark.parametrize(
    ("kind", "value", "declared", "expected"),
    [
        ("SMALLINT", "5", column("v", "int"), 5),
        ("BIGINT", "9007199254740993", column("v", "bigint"), 9007199254740993),
        ("BIGINT", "5", column("v", "decimal", precision=4, scale=1), Decimal("5.0")),
        ("DECIMAL(9,3)", "1.5", column("v", "decimal", precision=4, scale=1), Decimal("1.5")),
        ("REAL", "0.5", column("v", "double"), 0.5),
        ("VARCHAR(9)", "'Kö''ln'", column("v"), "Kö'ln"),
        ("BOOLEAN", "TRUE", column("v", "boolean"), True),
        ("DATE", "'2024-01-31'", column("v", "date"), datetime.date(2024, 1, 31)),
        (
            "TIMESTAMP",
            "'2024-03-31 02:30:00.25'",
            column("v", "timestamp"),
            datetime.datetime(2024, 3, 31, 2, 30, 0, 250000),
        ),
        ("INT", "NULL", column("v", "int"), None),
    ],
)
def test_a_value(
    run: Runs, kind: str, value: str, declared: dict[str, Any], expected: object
) -> None:
    run.database.run(f"CREATE TABLE orders (v {kind})", f"INSERT INTO orders VALUES ({value})")
    assert run(declared) == [(expected,)]


@pytest.mark.parametrize(
    ("kind", "value", "declared", "message"),
    [
        ("INT", "1", column("w", "int"), r"has no column w; its columns are v$"),
        ("VARCHAR(9)", "'x'", column("v", "int"), "has a column v of the type string, and the"),
        ("BLOB", "NULL", column("v"), "of the type binary"),
        ("BIGINT", "2147483648", column("v", "int"), r"v is no int \(1 row.*in shop-db\)"),
        ("INT", "NULL", column("v", "int", nullable=False), "v is missing"),
    ],
)
def test_a_value_of_another_type(
    run: Runs, kind: str, value: str, declared: dict[str, Any], message: str
) -> None:
    run.database.run(f"CREATE TABLE orders (v {kind})", f"INSERT INTO orders VALUES ({value})")
    with pytest.raises(SourceError, match=message):
        run(declared)


def orders(run: Runs, *ids: int) -> None:
    run.database.run("CREATE TABLE orders (id BIGINT, note VARCHAR(9))")
    run.database.run(*(f"INSERT INTO orders VALUES ({one}, 'x')" for one in ids))


def test_parts_have_all_rows_once(run: Runs) -> None:
    orders(run, -7, 1, 2, 3, 50, 99, 100, 5000)
    run.database.run("INSERT INTO orders VALUES (NULL, 'none')")
    parts = {"column": "id", "lowerBound": 1, "upperBound": 100, "count": 3}
    rows = run(ID, jdbc={"table": "orders", "partitions": parts})
    assert [row[0] for row in rows] == [-7, 1, 100, 2, 3, 50, 5000, 99, None]


def test_a_query(run: Runs) -> None:
    orders(run, 1, 2, 3)
    query = "SELECT id * 10 AS id FROM orders WHERE id > 1"
    assert run(ID, jdbc={"query": query}) == [(20,), (30,)]


def test_rows_that_are_not_valid_are_set_aside(run: Runs) -> None:
    orders(run, 1, 2**31)
    assert run(column("id", "int"), onInvalid="setAside") == [(1,)]
    objects = run.lake.s3.objects
    [rejected] = [
        json.loads(objects[bucket, key])
        for bucket, key in objects
        if key.startswith("rejected/rows/part-")
    ]
    assert rejected["_file"] == NAME
    assert json.loads(rejected["_row"]) == {"ID": 2**31}


def test_rows_above_the_greatest(run: Runs) -> None:
    options = {"incremental": "watermark", "watermark": {"column": "at"}, "mode": "append"}
    run.database.run(
        'CREATE TABLE orders (id BIGINT, "at" TIMESTAMP)',
        "INSERT INTO orders VALUES (1, '2024-01-01 00:00:00'), (2, '2024-01-01 00:00:00.5')",
    )
    assert [row[0] for row in run(ID, AT, **options)] == [1, 2]
    assert run.listed() == [{"file": "watermark:rows.at", "etag": "2024-01-01 00:00:00.5"}]
    run.commit()
    assert run(ID, AT, **options) is None
    run.database.run("INSERT INTO orders VALUES (3, '2024-01-01 00:00:00.6')")
    assert [row[0] for row in run(ID, AT, **options)] == [3]
    run.database.run("INSERT INTO orders VALUES (4, NULL)")
    with pytest.raises(SourceError, match=r"rows: 1 row\(s\) have no valid at"):
        run(ID, AT, **options)


def test_the_database_leaves_out_what_is_not_above(run: Runs) -> None:
    orders(run, 1, 2, 3)
    options = {"incremental": "watermark", "watermark": {"column": "id"}, "mode": "append"}
    run(ID, **options)
    run.commit()
    run.database.run("INSERT INTO orders VALUES (4, 'x')")
    plans: list[str] = []
    reading = transform.read_found

    def noting(spark: SparkSession, found: Any) -> Any:
        rows = reading(spark, found)
        plans.append(rows.filter("id > 3")._jdf.queryExecution().executedPlan().toString())
        return rows

    transform.read_found = noting
    try:
        assert run(ID, **options) == [(4,)]
    finally:
        transform.read_found = reading
    assert "PushedFilters: [*IsNotNull(ID), *GreaterThan(ID,3)]" in plans[0]


def test_what_goes_by_something_else_than_before(run: Runs) -> None:
    orders(run, 1)
    options = {"incremental": "watermark", "mode": "append"}
    run(ID, column("note"), watermark={"column": "id"}, **options)
    run.commit()
    with pytest.raises(PipelineError, match=r"went by watermark of rows\.id"):
        run(ID, column("note"), watermark={"column": "note"}, **options)


def test_all_rows_are_read_each_time(run: Runs) -> None:
    orders(run, 1)
    run(ID)
    [first] = run.listed()
    run(ID)
    [second] = run.listed()
    assert first["file"] == second["file"] == f"jdbc:{NAME}"
    assert first["etag"] != second["etag"]


@pytest.mark.parametrize(
    ("jdbc", "message"),
    [
        (
            {"table": "nothing"},
            r"^sources\[0\]\.jdbc: the database of the connection shop-db does ",
        ),
        ({"query": "SELECT FROM"}, r"does not answer: .*FROM"),
    ],
)
def test_what_the_database_refuses(run: Runs, jdbc: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError, match=message) as raised:
        run(ID, jdbc=jdbc)
    assert "secret-word" not in str(raised.value)


def test_a_connection_that_is_not_there(database: Derby) -> None:
    source = {"jdbc": {"connection": "other"}}
    with pytest.raises(SourceError) as raised:
        find_database(source, database.found, 2)
    assert str(raised.value) == (
        "sources[2].jdbc.connection: the connection other cannot be looked up: there is no Glue "
        "connection other. Check its name, and that jdbc.secret is the secret that it names"
    )


def test_a_connection_to_something_else(database: Derby) -> None:
    database.url = "jdbc:snowflake://x/y"
    with pytest.raises(SourceError, match="is to snowflake, and a run reads derby, mysql, oracle,"):
        find_database({"jdbc": {"connection": NAME}}, database.found, 0)


@pytest.mark.parametrize(
    ("vendor", "enforces", "properties"),
    [
        ("postgresql", "true", {"sslmode": "require"}),
        ("postgresql", "false", {}),
        ("mysql", True, {"sslMode": "REQUIRED"}),
    ],
)
def test_a_connection_that_enforces_tls(
    vendor: str, enforces: object, properties: dict[str, str]
) -> None:
    told = {"fullUrl": f"jdbc:{vendor}://x/y", "user": "a", "password": "b"}
    source = {"jdbc": {"connection": NAME}}
    found = find_database(source, lambda _: {**told, "enforceSSL": enforces}, 0)
    assert found.properties == properties


def test_a_connection_that_enforces_what_it_cannot_have() -> None:
    told = {"fullUrl": "jdbc:oracle:thin://@x:1521/y", "user": "a", "password": "b"}
    with pytest.raises(SourceError, match="enforces SSL, which a run cannot have of oracle"):
        find_database({"jdbc": {"connection": NAME}}, lambda _: {**told, "enforceSSL": "true"}, 0)


def test_a_password_is_not_shown() -> None:
    shown = repr(Database("shop", "jdbc:x", "app", "secret-word", "driver"))
    assert "secret-word" not in shown
