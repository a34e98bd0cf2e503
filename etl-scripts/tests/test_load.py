"""The statements and the refusals of load.py. A warehouse answers from lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from memory_s3 import MemoryS3

import load
import redshift
from evolution import MOST_NEW_COLUMNS, differences
from loading import Source
from pipeline import PipelineError
from redshift import Column, LoadError, Target, Warehouse

TARGET = Target("dev", "marts", "orders")
RESULT = {
    "pipeline": "orders",
    "rows": 2,
    "columns": [
        {"name": "id", "type": "bigint"},
        {"name": "price", "type": "decimal", "precision": 10, "scale": 2},
    ],
}
COLUMNS = [
    ["id", "bigint", None, 64, 0, "YES"],
    ["price", "numeric", None, 10, 2, "YES"],
]
MARKER = "glue-pipelines.io/pipeline: orders"


class Redshift:
    """Answers the Data API's calls of a load; keeps the transactions."""

    def __init__(
        self,
        columns: Sequence[Sequence[Any]] = (),
        comment: str | None = None,
        schemas: Sequence[str] = ("marts",),
        failure: Mapping[str, Any] | None = None,
        grants: Sequence[Sequence[Any]] = (),
    ) -> None:
        self.answers = {
            redshift.COLUMNS: [list(row) for row in columns],
            redshift.COMMENT: [[comment]] if comment else [],
            redshift.SCHEMA: [[1]] if "marts" in schemas else [],
            redshift.GRANTS: [list(row) for row in grants],
            "nothing": [],
        }
        self.failure = failure
        self.transactions: list[list[str]] = []
        self.executed: list[str] = []
        self.states: dict[str, list[str]] = {}

    def execute_statement(self, **given: Any) -> dict[str, str]:
        assert (given["WorkgroupName"], given["Database"]) == ("house", "dev")
        assert given["ClientToken"]
        self.executed.append(given["Sql"])
        asked = {each["name"]: each["value"] for each in given.get("Parameters", [])}
        # Of the tables there is only the one.
        return {"Id": given["Sql"] if asked.get("table", "orders") == "orders" else "nothing"}

    def batch_execute_statement(self, **given: Any) -> dict[str, str]:
        self.transactions.append(given["Sqls"])
        return {"Id": "batch"}

    def describe_statement(self, Id: str) -> dict[str, Any]:  # noqa: N803 - boto3's name
        looks = self.states.setdefault(Id, ["SUBMITTED", "STARTED"])
        if looks:
            return {"Status": looks.pop(0)}
        if Id == "batch" and self.failure:
            return {"Status": "FAILED", **self.failure}
        return {"Status": "FINISHED"}

    def get_paginator(self, operation: str) -> Any:
        assert operation == "get_statement_result"
        return self

    def paginate(self, Id: str) -> list[dict[str, Any]]:  # noqa: N803 - boto3's name
        def field(value: Any) -> dict[str, Any]:
            if value is None:
                return {"isNull": True}
            kinds = {str: "stringValue", bool: "booleanValue"}
            return {kinds.get(type(value), "longValue"): value}

        rows = self.answers[Id]
        return [{"Records": [[field(value) for value in row]]} for row in rows]


def run(
    client: Redshift, result: Mapping[str, Any] = RESULT, evolution: str = "fail"
) -> list[list[str]]:
    warehouse = Warehouse(client, {"WorkgroupName": "house"}, "dev", sleep=lambda _: None)
    options = load.options_of({"evolution": evolution}, {})
    load.load(warehouse, TARGET, result, source_of(result), options)
    return client.transactions


def source_of(result: Mapping[str, Any]) -> Source:
    return Source("s3://data/loading/orders.manifest", "arn:role", result["rows"])


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ({"type": "boolean"}, "BOOLEAN"),
        ({"type": "int"}, "INTEGER"),
        ({"type": "bigint"}, "BIGINT"),
        ({"type": "double"}, "DOUBLE PRECISION"),
        ({"type": "decimal", "precision": 18, "scale": 4}, "DECIMAL(18,4)"),
        ({"type": "string"}, "VARCHAR(65535)"),
        ({"type": "date"}, "DATE"),
        ({"type": "timestamp"}, "TIMESTAMP"),
    ],
)
def test_types(column: dict[str, Any], expected: str) -> None:
    assert load.redshift_type(column) == expected


def test_one_transaction_replaces_the_rows() -> None:
    assert run(Redshift()) == [
        [
            'CREATE TABLE IF NOT EXISTS "marts"."orders" ("id" BIGINT, "price" DECIMAL(10,2))',
            f'COMMENT ON TABLE "marts"."orders" IS \'{MARKER}\'',
            'DELETE FROM "marts"."orders"',
            'COPY "marts"."orders" FROM \'s3://data/loading/orders.manifest\' '
            "IAM_ROLE 'arn:role' MANIFEST FORMAT AS PARQUET",
            'SELECT 1 / (CASE WHEN count(*) = 2 THEN 1 ELSE 0 END) FROM "marts"."orders"',
        ]
    ]


@pytest.mark.parametrize(
    ("told", "clauses"),
    [
        ({"distribution": {"style": "auto"}}, " DISTSTYLE AUTO"),
        ({"distribution": {"style": "key", "column": "id"}}, ' DISTSTYLE KEY DISTKEY ("id")'),
        ({"sortBy": ["sold on", "id"]}, ' COMPOUND SORTKEY ("sold_on", "id")'),
    ],
)
def test_a_table_is_laid_out_as_it_is_made(told: dict[str, Any], clauses: str) -> None:
    assert load.options_of(told, {"sold on": "sold_on"}).layout.sql == clauses


def test_the_layout_stands_behind_the_columns() -> None:
    client = Redshift()
    warehouse = Warehouse(client, {"WorkgroupName": "house"}, "dev", sleep=lambda _: None)
    options = load.options_of({"distribution": {"style": "all"}, "sortBy": ["id"]}, {})
    load.load(warehouse, TARGET, RESULT, source_of(RESULT), options)
    assert client.transactions[0][0].endswith(' DISTSTYLE ALL COMPOUND SORTKEY ("id")')


def test_whoever_may_read_the_table_is_told_in_the_same_transaction() -> None:
    client = Redshift(COLUMNS, MARKER)
    warehouse = Warehouse(client, {"WorkgroupName": "house"}, "dev", sleep=lambda _: None)
    told = [
        {"to": "role", "name": "analysts"},
        {"to": "user", "name": 'IAMR:"x'},
        {"to": "group", "name": "old"},
    ]
    options = load.options_of({"grants": told}, {})
    load.load(warehouse, TARGET, RESULT, source_of(RESULT), options)
    assert client.transactions[0][1] == (
        'GRANT SELECT ON TABLE "marts"."orders" TO ROLE "analysts", "IAMR:""x", GROUP "old"'
    )


def test_an_empty_result_empties_the_table() -> None:
    [statements] = run(Redshift(COLUMNS, MARKER), {**RESULT, "rows": 0})
    assert not any(statement.startswith("COPY") for statement in statements)
    assert any(statement.startswith("DELETE") for statement in statements)


def test_a_schema_is_made_where_there_is_none() -> None:
    client = Redshift(schemas=[])
    run(client)
    assert 'CREATE SCHEMA IF NOT EXISTS "marts"' in client.executed


def test_a_database_is_made_where_there_is_none() -> None:
    class Elsewhere(Redshift):
        def execute_statement(self, **given: Any) -> dict[str, str]:
            return super().execute_statement(**{**given, "Database": "dev"})

    client = Elsewhere()
    client.answers[redshift.DATABASE] = []
    warehouse = Warehouse(client, {"WorkgroupName": "house"}, "sales", sleep=lambda _: None)
    load.load(warehouse, TARGET, RESULT, source_of(RESULT), load.options_of({}, {}))
    # Redshift makes no database inside of a transaction.
    assert 'CREATE DATABASE "sales"' in client.executed


def test_the_table_that_fits_is_loaded() -> None:
    assert len(run(Redshift(COLUMNS, MARKER))) == 1


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ([COLUMNS[0]], "price is new in the result"),
        ([*COLUMNS, ["note", "date", None, None, None, "YES"]], "note is gone from the result"),
        ([COLUMNS[1], COLUMNS[0]], "price and id have changed places"),
        (
            [["id", "integer", None, 32, 0, "YES"], COLUMNS[1]],
            "id is INTEGER in the table and BIGINT in the result",
        ),
        (
            [COLUMNS[0], ["price", "numeric", None, 10, 3, "YES"]],
            r"price is DECIMAL\(10,3\) in the table and DECIMAL\(10,2\) in the result",
        ),
        (
            [COLUMNS[0], ["price", "character varying", 256, None, None, "YES"]],
            r"price is VARCHAR\(256\) in the table",
        ),
        (
            [["id", "double precision", None, 53, None, "YES"]],
            "DOUBLE PRECISION .*; price is new|price",
        ),
    ],
)
def test_other_columns_are_refused_before_a_row_moves(
    columns: list[list[Any]], message: str
) -> None:
    client = Redshift(columns, MARKER)
    with pytest.raises(LoadError, match=message) as refused:
        run(client)
    assert "marts.orders has other columns than the result and keeps its rows" in str(refused.value)
    assert client.transactions == []


@pytest.mark.parametrize(
    ("comment", "owner"),
    [
        (None, "was not made by this pipeline"),
        ("the orders of all shops", "was not made by this pipeline"),
        ("glue-pipelines.io/pipeline: sales", "belongs to the pipeline sales"),
    ],
)
def test_the_table_of_somebody_else_is_refused(comment: str | None, owner: str) -> None:
    client = Redshift(COLUMNS, comment)
    with pytest.raises(LoadError, match=f"marts.orders exists and {owner}") as refused:
        run(client)
    assert f"COMMENT ON TABLE marts.orders IS '{MARKER}'" in str(refused.value)
    assert "drop" not in str(refused.value)
    assert client.transactions == []


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (
            {"SubStatements": [{}, {"Error": "ERROR: Spectrum Scan Error"}], "Error": "batch"},
            "marts.orders keeps the rows that it had: ERROR: Spectrum Scan Error",
        ),
        ({"Error": "ERROR: permission denied"}, "permission denied"),
        (
            {"SubStatements": [{}, {}, {}, {"Error": "ERROR: division by zero"}]},
            r"COPY did not load the 2 row\(s\)",
        ),
    ],
)
def test_a_failed_load_says_why(failure: dict[str, Any], message: str) -> None:
    with pytest.raises(LoadError, match=message):
        run(Redshift(COLUMNS, MARKER, failure=failure))


def test_keys_are_named_as_in_the_table() -> None:
    told = {"load": {"mode": "history", "keys": ["sold on"], "changedAt": "2nd"}}
    options = load.options_of(told, {"sold on": "sold_on", "2nd": "_2nd"})
    assert options.mode == load.Mode("history", ["sold_on"], "_2nd")
    assert load.options_of({}, {}) == load.Options("fail", load.Mode("replace", [], None))


def of_mode(client: Redshift, told: Mapping[str, Any], run_id: str = "wr_1") -> int:
    warehouse = Warehouse(client, {"WorkgroupName": "house"}, "dev", sleep=lambda _: None)
    options = load.options_of({"load": told}, {})
    result = {**RESULT, "computedAt": "2026-01-01 00:00:00"}
    return load.load(warehouse, TARGET, result, source_of(result), options, run_id)


@pytest.mark.parametrize("mode", ["append", "merge", "history"])
def test_a_load_that_keeps_rows_first_locks_the_table_beside_the_table(mode: str) -> None:
    client = Redshift()
    assert of_mode(client, {"mode": mode, "keys": ["id"]}) == 2
    before, statements = client.transactions
    assert before[0].startswith('CREATE TABLE IF NOT EXISTS "marts"."orders_loads"')
    assert before[1] == f'COMMENT ON TABLE "marts"."orders_loads" IS \'{MARKER}\''
    # Before anything from which on Redshift shows the transaction no change of others.
    assert statements[0] == 'LOCK TABLE "marts"."orders_loads"'
    assert len(statements) <= 40 - MOST_NEW_COLUMNS


def test_a_run_tells_how_many_rows_were_appended() -> None:
    class Appending(Redshift):
        def describe_statement(self, Id: str) -> dict[str, Any]:  # noqa: N803 - boto3's name
            described = super().describe_statement(Id)
            if Id != "batch" or described["Status"] != "FINISHED":
                return described
            rows = [
                0 if statement.startswith('INSERT INTO "marts"."orders" ') else 7
                for statement in self.transactions[-1]
            ]
            return {**described, "SubStatements": [{"ResultRows": each} for each in rows]}

    client = Appending()
    assert of_mode(client, {"mode": "append"}) == 0
    assert "'wr_1', GETDATE()" in client.transactions[1][-1]
    assert of_mode(Redshift(), {"mode": "append"}) == 2


@pytest.mark.parametrize(
    ("told", "part", "message"),
    [
        ({"mode": "append"}, "f LEFT JOIN", "move the files away that marts.orders_loads lists"),
        ({"mode": "merge", "keys": ["id"]}, "IS NULL", r"no value for a key .* \(id\)"),
        ({"mode": "merge", "keys": ["id"]}, "GROUP BY", "rows of the result are equal in id,"),
    ],
)
def test_a_refusal_of_rows_is_told_in_words(
    told: Mapping[str, Any], part: str, message: str
) -> None:
    class Refusing(Redshift):
        def describe_statement(self, Id: str) -> dict[str, Any]:  # noqa: N803 - boto3's name
            if Id != "batch" or len(self.transactions) == 1:
                return super().describe_statement(Id)
            parts = [
                {"Error": "ERROR: Divide by zero"} if part in statement else {}
                for statement in self.transactions[-1]
            ]
            return {"Status": "FAILED", "SubStatements": parts}

    with pytest.raises(LoadError, match=f"marts.orders keeps the rows that it had: .*{message}"):
        of_mode(Refusing(), told)


def test_names_are_quoted() -> None:
    assert redshift.quoted('a"b') == '"a""b"'
    assert redshift.sql_string("it's") == "'it''s'"


def test_more_than_two_columns_in_another_order() -> None:
    table = [Column(name, "INTEGER") for name in "abc"]
    assert differences(table, [table[1], table[2], table[0]]) == [
        "the order of columns is a, b, c in the table and b, c, a in the result"
    ]


NOTE = ["note", "date", None, None, None, "YES"]
ADD_PRICE = 'ALTER TABLE "marts"."orders" ADD COLUMN "price" DECIMAL(10,2)'


def test_a_new_column_is_added_in_the_transaction() -> None:
    [statements] = run(Redshift(COLUMNS[:1], MARKER), evolution="add-columns")
    assert statements[0] == ADD_PRICE
    assert statements[-2].startswith('COPY "marts"."orders"')


def test_a_column_that_is_gone_stays_empty() -> None:
    [statements] = run(Redshift([COLUMNS[0], NOTE], MARKER), evolution="add-columns")
    assert statements[0] == ADD_PRICE
    assert statements[-4:] == [
        'CREATE TEMP TABLE "glue_pipelines_result" ("id" BIGINT, "price" DECIMAL(10,2))',
        "COPY \"glue_pipelines_result\" FROM 's3://data/loading/orders.manifest' "
        "IAM_ROLE 'arn:role' MANIFEST FORMAT AS PARQUET",
        'SELECT 1 / (CASE WHEN count(*) = 2 THEN 1 ELSE 0 END) FROM "glue_pipelines_result"',
        'INSERT INTO "marts"."orders" ("id", "price") '
        'SELECT "id", "price" FROM "glue_pipelines_result"',
    ]


def test_columns_in_other_places_are_found_by_name() -> None:
    [statements] = run(Redshift(COLUMNS[::-1], MARKER), evolution="add-columns")
    assert not any("ALTER" in statement for statement in statements)
    assert statements[-1].startswith('INSERT INTO "marts"."orders" ("id", "price")')


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (
            [["id", "integer", None, 32, 0, "YES"]],
            "id is INTEGER in the table and BIGINT in the result",
        ),
        ([*COLUMNS, [*NOTE[:5], "NO"]], "note is gone from the result and may not be null"),
    ],
)
def test_what_adding_columns_does_not_mend(columns: list[list[Any]], message: str) -> None:
    client = Redshift(columns, MARKER)
    with pytest.raises(LoadError, match=message):
        run(client, evolution="add-columns")
    assert client.transactions == []


def test_one_transaction_takes_only_so_many_new_columns() -> None:
    columns = [{"name": f"c{number}", "type": "int"} for number in range(MOST_NEW_COLUMNS + 2)]
    table = [["c0", "integer", None, 32, 0, "YES"]]
    with pytest.raises(LoadError, match="21 columns are new, and a run adds at most 20"):
        run(Redshift(table, MARKER), {**RESULT, "columns": columns}, "add-columns")


def test_a_table_is_made_anew_with_its_grants() -> None:
    grants = [
        ["DELETE", "user", "keeper", True],
        ["SELECT", "group", "finance", False],
        ["SELECT", "public", "public", False],
        ["SELECT", "role", "analysts", False],
    ]
    [statements] = run(Redshift([NOTE], MARKER, grants=grants), evolution="replace")
    assert statements[:5] == [
        'DROP TABLE "marts"."orders"',
        'CREATE TABLE IF NOT EXISTS "marts"."orders" ("id" BIGINT, "price" DECIMAL(10,2))',
        f'COMMENT ON TABLE "marts"."orders" IS \'{MARKER}\'',
        'GRANT DELETE ON TABLE "marts"."orders" TO "keeper" WITH GRANT OPTION',
        'GRANT SELECT ON TABLE "marts"."orders" TO GROUP "finance", PUBLIC, ROLE "analysts"',
    ]


@pytest.mark.parametrize("evolution", ["add-columns", "replace"])
def test_a_table_that_fits_is_not_changed(evolution: str) -> None:
    [statements] = run(Redshift(COLUMNS, MARKER), evolution=evolution)
    assert statements[1] == 'DELETE FROM "marts"."orders"'


@pytest.mark.parametrize(
    ("objects", "message"),
    [
        ({}, r"loading/orders\.json is missing, so transform has not finished"),
        ({"pipeline": "other"}, "is the result of the pipeline other, not of orders"),
    ],
)
def test_a_result_that_is_not_there(objects: dict[str, str], message: str) -> None:
    key = ("data", "loading/orders.json")
    s3 = MemoryS3({key: json.dumps(objects).encode()} if objects else {})
    with pytest.raises(PipelineError, match=message):
        load.read_result(s3, "data", "orders", "orders")


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (["--REDSHIFT_WORKGROUP", "house"], {"WorkgroupName": "house"}),
        (["--REDSHIFT_CLUSTER", "old-house"], {"ClusterIdentifier": "old-house"}),
    ],
)
def test_place(given: list[str], place: dict[str, str]) -> None:
    assert load.place_of(["load.py", "--DATA_BUCKET", "data", *given]) == place


def test_no_place() -> None:
    with pytest.raises(PipelineError, match="neither --REDSHIFT_WORKGROUP nor --REDSHIFT_CLUSTER"):
        load.place_of(["load.py"])


def test_a_cluster_keeps_its_databases() -> None:
    client = Redshift()
    redshift.make_database(Warehouse(client, {"ClusterIdentifier": "house"}, "sales"))
    assert client.executed == []
