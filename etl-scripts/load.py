"""Loads the result of a pipeline into its Redshift table.

The last step of the workflow. It asks Redshift through the Data API, so it
needs no network of its own, no password and no Spark: `COPY` reads the Parquet
files that transform named in `loading/<table>.manifest`.

One transaction replaces the rows of the table by the result: a reader sees
either all old rows or all new ones, a rerun doubles nothing, and a load that
fails at any point leaves the table as it was. Before that the table is looked
at. It must be this pipeline's own (its comment says so) and have exactly the
columns of the result: names, order and types. Whatever differs is named, and
no row moves.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON),
`--DATA_BUCKET`, `--REDSHIFT_WORKGROUP` or `--REDSHIFT_CLUSTER`, and
`--REDSHIFT_IAM_ROLE`, the role by which Redshift reads the bucket. Within a
workflow Glue adds `--WORKFLOW_NAME` and `--WORKFLOW_RUN_ID`: then the run keeps
how many rows were loaded, for the developer portal to show.
"""

from __future__ import annotations

import re
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline import PipelineError, read_json, read_pipeline

# Redshift's words for the types of a result. Strings get Redshift's longest
# VARCHAR: it stores what is used, and a shorter one would fail on a longer value.
REDSHIFT_TYPES: Mapping[str, str] = {
    "boolean": "BOOLEAN",
    "int": "INTEGER",
    "bigint": "BIGINT",
    "double": "DOUBLE PRECISION",
    "string": "VARCHAR(65535)",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}

# The same types as the catalog of Redshift names them.
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

# Before the name of the pipeline in the comment of its table.
MARKER = "glue-pipelines.io/pipeline: "

# The run property that tells how many rows a run loaded: the count, a space and
# the run's id, since a resumed run begins with the properties of the one before.
ROWS_PROPERTY = "glue-pipelines.io/rows-loaded"

# Seconds between two looks at a statement: at first often, for small tables.
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0


class LoadError(RuntimeError):
    """The load was refused. The table has the rows that it had."""


class Target(NamedTuple):
    """The table that a pipeline loads."""

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


class Table(NamedTuple):
    """What there is already: the columns with their types, and the comment."""

    columns: list[tuple[str, str]]
    comment: str


def quoted(identifier: str) -> str:
    """An identifier that may be a reserved word."""
    return '"' + identifier.replace('"', '""') + '"'


def sql_string(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def redshift_type(column: Mapping[str, Any]) -> str:
    """The Redshift type of a column of the result."""
    if column["type"] == "decimal":
        return f"DECIMAL({column['precision']},{column['scale']})"
    return REDSHIFT_TYPES[column["type"]]


def catalog_type(kind: str, length: int | None, precision: int | None, scale: int | None) -> str:
    """A type as Redshift's catalog has it, as one writes it in CREATE TABLE."""
    if kind == "numeric":
        return f"DECIMAL({precision},{scale})"
    if kind in ("character varying", "character"):
        return f"{'VARCHAR' if kind == 'character varying' else 'CHAR'}({length})"
    return CATALOG_TYPES.get(kind, kind.upper())


# --- What differs ---


def differences(table: Sequence[tuple[str, str]], result: Sequence[tuple[str, str]]) -> list[str]:
    """What differs between the columns of a table and those of the result, in words."""
    there, wanted = dict(table), dict(result)
    found = [f"{name} is gone from the result" for name in there if name not in wanted]
    found += [f"{name} is new in the result" for name in wanted if name not in there]
    found += [
        f"{name} is {there[name]} in the table and {wanted[name]} in the result"
        for name in there
        if name in wanted and there[name] != wanted[name]
    ]
    common = [name for name, _ in table if name in wanted]
    order = [name for name, _ in result if name in there]
    moved = [name for name, other in zip(common, order) if name != other]
    if len(moved) == 2:
        found.append(f"{' and '.join(moved)} have changed places")
    elif moved:
        found.append(
            f"the order of columns is {', '.join(common)} in the table "
            f"and {', '.join(order)} in the result"
        )
    return found


def check_target(
    target: Target, pipeline: str, table: Table | None, result: Sequence[tuple[str, str]]
) -> None:
    """Raises LoadError unless the table is missing, or is the pipeline's own and fits."""
    if table is None:
        return
    marker = MARKER + pipeline
    if table.comment != marker:
        owner = (
            f"belongs to the pipeline {table.comment[len(MARKER) :]}"
            if table.comment.startswith(MARKER)
            else "was not made by this pipeline"
        )
        raise LoadError(
            f"{target.name} exists and {owner}: it keeps its rows. Give warehouse.table or "
            "warehouse.schema another name, or have the owner of the table hand it over: "
            f"COMMENT ON TABLE {target.name} IS {sql_string(marker)}"
        )
    found = differences(table.columns, result)
    if found:
        raise LoadError(
            f"{target.name} has other columns than the result and keeps its rows: "
            f"{'; '.join(found)}. Take the change of the pipeline back, change the table to fit, "
            "give warehouse.table another name, or, if its rows and grants may go, drop this "
            "table of the pipeline and start again"
        )


# --- Redshift ---


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

    def query(self, sql: str, parameters: Mapping[str, str]) -> list[list[Any]]:
        """The rows of a query, None for null."""
        given = [{"name": name, "value": value} for name, value in parameters.items()]
        statement = self.execute(sql, Parameters=given)
        pages = self._client.get_paginator("get_statement_result").paginate(Id=statement)
        return [
            [None if field.get("isNull") else next(iter(field.values())) for field in record]
            for page in pages
            for record in page["Records"]
        ]

    def transaction(self, statements: Sequence[str]) -> None:
        """Runs statements of which either all take effect or none."""
        answer = self._client.batch_execute_statement(
            **self._at, Sqls=list(statements), ClientToken=str(uuid.uuid4())
        )
        self._finish(answer["Id"])

    def _finish(self, statement: str) -> None:
        pause = FIRST_PAUSE
        while True:
            described = self._client.describe_statement(Id=statement)
            if described["Status"] == "FINISHED":
                return
            if described["Status"] in ("FAILED", "ABORTED"):
                raise LoadError(failure_of(described))
            self._sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)


def failure_of(described: Mapping[str, Any]) -> str:
    """Why a statement, or one of a batch, failed."""
    failed = next(
        (part for part in described.get("SubStatements", []) if part.get("Error")), described
    )
    return failed.get("Error") or f"Redshift ended the statement as {described['Status']}"


COLUMNS = """SELECT column_name, data_type, character_maximum_length, numeric_precision,
numeric_scale FROM svv_columns WHERE table_schema = :schema AND table_name = :table
ORDER BY ordinal_position"""

COMMENT = """SELECT d.description FROM pg_description d
JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :schema AND c.relname = :table AND d.objsubid = 0"""

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


def look_at(warehouse: Warehouse, target: Target) -> Table | None:
    """The table as it is; None where there is none."""
    names = {"schema": target.schema, "table": target.table}
    columns = [
        (name, catalog_type(kind, length, precision, scale))
        for name, kind, length, precision, scale in warehouse.query(COLUMNS, names)
    ]
    if not columns:
        return None
    comments = warehouse.query(COMMENT, names)
    return Table(columns, comments[0][0] if comments else "")


def load_statements(
    target: Target,
    pipeline: str,
    columns: Iterable[tuple[str, str]],
    manifest: str,
    iam_role: str,
    rows: int,
) -> list[str]:
    """The statements that replace the rows, to be run as one transaction.

    The last one fails, and so undoes all, unless COPY loaded the rows that
    transform counted.
    """
    definitions = ", ".join(f"{quoted(name)} {kind}" for name, kind in columns)
    return [
        f"CREATE TABLE IF NOT EXISTS {target.sql} ({definitions})",
        f"COMMENT ON TABLE {target.sql} IS {sql_string(MARKER + pipeline)}",
        f"DELETE FROM {target.sql}",
        *(
            [
                f"COPY {target.sql} FROM {sql_string(manifest)} "
                f"IAM_ROLE {sql_string(iam_role)} MANIFEST FORMAT AS PARQUET"
            ]
            if rows > 0
            else []
        ),
        f"SELECT 1 / (CASE WHEN count(*) = {rows} THEN 1 ELSE 0 END) FROM {target.sql}",
    ]


def load(
    warehouse: Warehouse,
    target: Target,
    result: Mapping[str, Any],
    manifest: str,
    iam_role: str,
) -> None:
    """Replaces the rows of the table by the result. Raises LoadError with what differs."""
    columns = [(column["name"], redshift_type(column)) for column in result["columns"]]
    pipeline, rows = result["pipeline"], result["rows"]
    make_database(warehouse)
    check_target(target, pipeline, look_at(warehouse, target), columns)
    if not warehouse.query(SCHEMA, {"schema": target.schema}):
        warehouse.execute(f"CREATE SCHEMA IF NOT EXISTS {quoted(target.schema)}")
    statements = load_statements(target, pipeline, columns, manifest, iam_role, rows)
    try:
        warehouse.transaction(statements)
    except LoadError as error:
        reason = str(error)
        if re.search(r"divi(de|sion) by zero", reason, re.IGNORECASE):
            reason = f"COPY did not load the {rows} row(s) that transform wrote"
        raise LoadError(f"{target.name} keeps the rows that it had: {reason}") from error


def place_of(arguments: Sequence[str]) -> dict[str, str]:
    """Where the table lies, as the Data API names it."""
    given = dict(zip(arguments, arguments[1:]))
    if "--REDSHIFT_CLUSTER" in given:
        return {"ClusterIdentifier": given["--REDSHIFT_CLUSTER"]}
    if "--REDSHIFT_WORKGROUP" in given:
        return {"WorkgroupName": given["--REDSHIFT_WORKGROUP"]}
    raise PipelineError(
        "the job has neither --REDSHIFT_WORKGROUP nor --REDSHIFT_CLUSTER: deploy the pipeline again"
    )


def read_result(s3: Any, bucket: str, table: str, pipeline: str) -> dict[str, Any]:
    """What transform wrote down last of all."""
    key = f"loading/{table}.json"
    try:
        result = read_json(s3, bucket, key)
    except s3.exceptions.NoSuchKey as error:
        raise PipelineError(
            f"s3://{bucket}/{key} is missing, so transform has not finished: "
            "start the workflow from its beginning"
        ) from error
    if result["pipeline"] != pipeline:
        raise PipelineError(
            f"s3://{bucket}/{key} is the result of the pipeline {result['pipeline']}, not of "
            f"{pipeline}: start the workflow from its beginning"
        )
    return result


def workflow_run(arguments: Sequence[str]) -> tuple[str, str] | None:
    """The workflow and the id of its run, None where the job was started by itself."""
    given = dict(zip(arguments, arguments[1:]))
    name, run_id = given.get("--WORKFLOW_NAME"), given.get("--WORKFLOW_RUN_ID")
    return (name, run_id) if name and run_id else None


def tell_rows(glue: Any, run: tuple[str, str] | None, rows: int) -> None:
    """Notes on the run how many rows it loaded.

    The rows are in the table by then: that this note fails is told, and no failure.
    """
    if run is None:
        return
    name, run_id = run
    try:
        glue.put_workflow_run_properties(
            Name=name, RunId=run_id, RunProperties={ROWS_PROPERTY: f"{rows} {run_id}"}
        )
    except Exception as error:
        print(f"the run {run_id} does not keep how many rows were loaded: {error}")


def main() -> None:
    # Glue's own, and only on Glue: the functions above are tested without it.
    import boto3
    from awsglue.utils import getResolvedOptions

    options = getResolvedOptions(sys.argv, ["PIPELINE_URI", "DATA_BUCKET", "REDSHIFT_IAM_ROLE"])
    s3, bucket = boto3.client("s3"), options["DATA_BUCKET"]
    pipeline = read_pipeline(s3, options["PIPELINE_URI"])
    told = pipeline["warehouse"]
    target = Target(told.get("database", "dev"), told.get("schema", "public"), told["table"])
    result = read_result(s3, bucket, target.table, pipeline["name"])
    warehouse = Warehouse(boto3.client("redshift-data"), place_of(sys.argv), target.database)
    manifest = f"s3://{bucket}/loading/{target.table}.manifest"
    load(warehouse, target, result, manifest, options["REDSHIFT_IAM_ROLE"])
    print(f"loaded {result['rows']} row(s) into {target.database}.{target.name}")
    tell_rows(boto3.client("glue"), workflow_run(sys.argv), result["rows"])


if __name__ == "__main__":
    main()
