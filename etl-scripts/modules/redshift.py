"""Redshift through its Data API: statements, transactions, and what its catalog says."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

# The types of Redshift's catalog, as one writes them in CREATE TABLE.
CATALOG_TYPES: Mapping[str, str] = {
    "boolean": "BOOLEAN",
    "integer": "INTEGER",
    "bigint": "BIGINT",
    "smallint": "SMALLINT",
    "real": "REAL",
    "double precision": "DOUBLE PRECISION",
    "date": "DATE",
    "timestamp without time zone": "TIMESTAMP",
    "timestamp with time zone": "TIMESTAMPTZ",
}

# Seconds between two looks at a statement: at first often, for small tables.
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0


class LoadError(RuntimeError):
    """The load was refused. The table has the rows that it had."""


class StatementError(LoadError):
    """Redshift failed a statement; `index` is its place in the transaction."""

    def __init__(self, reason: str, index: int = 0) -> None:
        super().__init__(reason)
        self.index = index


class Target(NamedTuple):
    """A table, by its names."""

    database: str
    schema: str
    table: str

    @property
    def name(self) -> str:
        """As people write it."""
        return f"{self.schema}.{self.table}"

    @property
    def sql(self) -> str:
        return f"{quoted(self.schema)}.{quoted(self.table)}"


class Column(NamedTuple):
    """A column of a table, or of the result."""

    name: str
    type: str
    nullable: bool = True


class Grant(NamedTuple):
    """What somebody may do with a table. The identity is as GRANT names it."""

    privilege: str
    identity: str
    grantable: bool = False


class Table(NamedTuple):
    """What there is already."""

    columns: list[Column]
    comment: str


def quoted(identifier: str) -> str:
    """An identifier that may be a reserved word."""
    return '"' + identifier.replace('"', '""') + '"'


def sql_string(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def catalog_type(kind: str, length: int | None, precision: int | None, scale: int | None) -> str:
    """A type as Redshift's catalog has it, as one writes it in CREATE TABLE."""
    if kind == "numeric":
        return f"DECIMAL({precision},{scale})"
    if kind in ("character varying", "character"):
        return f"{'VARCHAR' if kind == 'character varying' else 'CHAR'}({length})"
    return CATALOG_TYPES.get(kind, kind.upper())


class Warehouse:
    """A database of a workgroup or of a cluster, asked through the Data API.

    `place` is `{"WorkgroupName": name}` or `{"ClusterIdentifier": name}`.
    """

    def __init__(
        self,
        client: Any,
        place: Mapping[str, str],
        database: str,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._at = {**place, "Database": database}
        self._sleep = sleep

    @property
    def database(self) -> str:
        return self._at["Database"]

    @property
    def is_cluster(self) -> bool:
        return "ClusterIdentifier" in self._at

    def beside(self, database: str) -> Warehouse:
        """Another database of the same warehouse."""
        return Warehouse(self._client, self._at, database, self._sleep)

    def execute(self, sql: str, **more: Any) -> str:
        """Runs a statement by itself, outside of a transaction, and returns its id."""
        # An answer that got lost is asked for again without a second statement.
        token = str(uuid.uuid4())
        answer = self._client.execute_statement(**self._at, Sql=sql, ClientToken=token, **more)
        self._finish(answer["Id"])
        return answer["Id"]

    def query(self, sql: str, parameters: Mapping[str, str] | None = None) -> list[list[Any]]:
        """The rows of a query, None for null."""
        given = [{"name": name, "value": value} for name, value in (parameters or {}).items()]
        # The Data API takes no empty list.
        statement = self.execute(sql, **({"Parameters": given} if given else {}))
        pages = self._client.get_paginator("get_statement_result").paginate(Id=statement)
        return [
            [None if field.get("isNull") else next(iter(field.values())) for field in record]
            for page in pages
            for record in page["Records"]
        ]

    def transaction(self, statements: Sequence[str]) -> list[int]:
        """Runs statements of which either all take effect or none.

        Returns how many rows each gave or changed, -1 where Redshift does not tell.
        """
        answer = self._client.batch_execute_statement(
            **self._at, Sqls=list(statements), ClientToken=str(uuid.uuid4())
        )
        described = self._finish(answer["Id"])
        return [part.get("ResultRows", -1) for part in described.get("SubStatements", [])]

    def _finish(self, statement: str) -> Mapping[str, Any]:
        pause = FIRST_PAUSE
        while True:
            described = self._client.describe_statement(Id=statement)
            if described["Status"] == "FINISHED":
                return described
            if described["Status"] in ("FAILED", "ABORTED"):
                raise failure_of(described)
            self._sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)


def failure_of(described: Mapping[str, Any]) -> StatementError:
    """Why a statement, or one of a batch, failed."""
    for index, part in enumerate(described.get("SubStatements", [])):
        if part.get("Error"):
            return StatementError(part["Error"], index)
    ended = f"Redshift ended the statement as {described['Status']}"
    return StatementError(described.get("Error") or ended)


COLUMNS = """SELECT column_name, data_type, character_maximum_length, numeric_precision,
numeric_scale, is_nullable FROM svv_columns WHERE table_schema = :schema AND table_name = :table
ORDER BY ordinal_position"""

COMMENT = """SELECT d.description FROM pg_description d
JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :schema AND c.relname = :table AND d.objsubid = 0"""

# The owner has every right by being it, in the table that is made anew as well.
GRANTS = """SELECT privilege_type, identity_type, identity_name, admin_option
FROM svv_relation_privileges WHERE namespace_name = :schema AND relation_name = :table
AND identity_name <> current_user ORDER BY 1, 2, 3"""

SCHEMA = "SELECT 1 FROM pg_namespace WHERE nspname = :schema"

DATABASE = "SELECT 1 FROM pg_database WHERE datname = :database"

# The database that a workgroup begins with.
FIRST_DATABASE = "dev"


def make_database(warehouse: Warehouse) -> None:
    """Makes the database unless it exists: the stack makes it where it makes the user, too.

    A cluster begins with a database of any name, so there it must exist.
    """
    if warehouse.database == FIRST_DATABASE or warehouse.is_cluster:
        return
    first = warehouse.beside(FIRST_DATABASE)
    if not first.query(DATABASE, {"database": warehouse.database}):
        first.execute(f"CREATE DATABASE {quoted(warehouse.database)}")


def make_schema(warehouse: Warehouse, schema: str) -> None:
    """Makes the schema unless it exists."""
    if not warehouse.query(SCHEMA, {"schema": schema}):
        warehouse.execute(f"CREATE SCHEMA IF NOT EXISTS {quoted(schema)}")


def _names(target: Target) -> dict[str, str]:
    return {"schema": target.schema, "table": target.table}


def look_at(warehouse: Warehouse, target: Target) -> Table | None:
    """The table as it is; None where there is none."""
    columns = [
        Column(name, catalog_type(kind, length, precision, scale), nullable != "NO")
        for name, kind, length, precision, scale, nullable in warehouse.query(
            COLUMNS, _names(target)
        )
    ]
    if not columns:
        return None
    comments = warehouse.query(COMMENT, _names(target))
    return Table(columns, comments[0][0] if comments else "")


def identity(kind: str, name: str) -> str:
    """A user, role or group, or everybody, as GRANT names it."""
    if kind == "public":
        return "PUBLIC"
    return f"{'' if kind == 'user' else kind.upper() + ' '}{quoted(name)}"


def grants_of(warehouse: Warehouse, target: Target) -> list[Grant]:
    """What others may do with the table, as far as Redshift shows it to its owner."""
    return [
        Grant(privilege.upper(), identity(kind.lower(), name), bool(grantable))
        for privilege, kind, name, grantable in warehouse.query(GRANTS, _names(target))
    ]


def grant_statements(target: Target, grants: Sequence[Grant]) -> list[str]:
    """One statement for each privilege."""
    by_privilege: dict[str, list[str]] = {}
    for grant in grants:
        option = " WITH GRANT OPTION" if grant.grantable else ""
        by_privilege.setdefault(grant.privilege, []).append(grant.identity + option)
    return [
        f"GRANT {privilege} ON TABLE {target.sql} TO {', '.join(identities)}"
        for privilege, identities in by_privilege.items()
    ]
