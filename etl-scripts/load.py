"""Loads the result of a pipeline into its Redshift table.

The last step of the workflow. It asks Redshift through the Data API, so it
needs no network of its own, no password and no Spark: `COPY` reads the Parquet
files that transform named in `loading/<table>.manifest`.

One transaction replaces the rows of the table by the result: a reader sees
either all old rows or all new ones, a rerun doubles nothing, and a load that
fails at any point leaves the table as it was. Before that the table is looked
at. It must be this pipeline's own (its comment says so) and have the columns of
the result, or follow them as `warehouse.evolution` allows. Whatever keeps it
from that is named, and no row moves.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON),
`--DATA_BUCKET`, `--REDSHIFT_WORKGROUP` or `--REDSHIFT_CLUSTER`, and
`--REDSHIFT_IAM_ROLE`, the role by which Redshift reads the bucket. Within a
workflow Glue adds `--WORKFLOW_NAME` and `--WORKFLOW_RUN_ID`: then the run keeps
how many rows were loaded, for the developer portal to show.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from evolution import MARKER, change_statements, check_owner, plan_change
from pipeline import PipelineError, read_json, read_pipeline
from redshift import (
    Column,
    LoadError,
    StatementError,
    Target,
    Warehouse,
    grant_statements,
    grants_of,
    look_at,
    make_database,
    make_schema,
    quoted,
    sql_string,
)

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

# The run property that tells how many rows a run loaded: the count, a space and
# the run's id, since a resumed run begins with the properties of the one before.
ROWS_PROPERTY = "glue-pipelines.io/rows-loaded"

# The rows of the result where COPY cannot put them into the table itself.
STAGED = quoted("glue_pipelines_result")


def redshift_type(column: Mapping[str, Any]) -> str:
    """The Redshift type of a column of the result."""
    if column["type"] == "decimal":
        return f"DECIMAL({column['precision']},{column['scale']})"
    return REDSHIFT_TYPES[column["type"]]


def copy_statements(table: str, manifest: str, iam_role: str, rows: int) -> list[str]:
    """The statements that fill an empty table with the result.

    The last one fails, and so undoes all, unless COPY loaded the rows that
    transform counted.
    """
    copy = (
        f"COPY {table} FROM {sql_string(manifest)} "
        f"IAM_ROLE {sql_string(iam_role)} MANIFEST FORMAT AS PARQUET"
    )
    return [
        *([copy] if rows > 0 else []),
        f"SELECT 1 / (CASE WHEN count(*) = {rows} THEN 1 ELSE 0 END) FROM {table}",
    ]


def stage_statements(columns: Sequence[Column], copy: Sequence[str]) -> list[str]:
    """The statements that bring the result into a table of the session's own."""
    definitions = ", ".join(f"{quoted(name)} {kind}" for name, kind, _ in columns)
    return [f"CREATE TEMP TABLE {STAGED} ({definitions})", *copy]


def load(
    warehouse: Warehouse,
    target: Target,
    result: Mapping[str, Any],
    manifest: str,
    iam_role: str,
    evolution: str = "fail",
) -> None:
    """Replaces the rows of the table by the result. Raises LoadError with what differs."""
    columns = [Column(column["name"], redshift_type(column)) for column in result["columns"]]
    pipeline, rows = result["pipeline"], result["rows"]
    make_database(warehouse)
    table = look_at(warehouse, target)
    if table:
        check_owner(target, pipeline, table)
    change = plan_change(target, table, columns, evolution)
    grants = grants_of(warehouse, target) if change.drop else []
    make_schema(warehouse, target.schema)
    statements = [
        *change_statements(target, change, columns),
        f"COMMENT ON TABLE {target.sql} IS {sql_string(MARKER + pipeline)}",
        *grant_statements(target, grants),
        f"DELETE FROM {target.sql}",
    ]
    if change.fits:
        statements += copy_statements(target.sql, manifest, iam_role, rows)
    else:
        # COPY of Parquet goes by position and takes as many columns as the files have.
        names = ", ".join(quoted(name) for name, *_ in columns)
        statements += stage_statements(columns, copy_statements(STAGED, manifest, iam_role, rows))
        statements.append(f"INSERT INTO {target.sql} ({names}) SELECT {names} FROM {STAGED}")
    try:
        warehouse.transaction(statements)
    except StatementError as error:
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
    evolution = told.get("evolution", "fail")
    load(warehouse, target, result, manifest, options["REDSHIFT_IAM_ROLE"], evolution)
    print(f"loaded {result['rows']} row(s) into {target.database}.{target.name}")
    tell_rows(boto3.client("glue"), workflow_run(sys.argv), result["rows"])


if __name__ == "__main__":
    main()
