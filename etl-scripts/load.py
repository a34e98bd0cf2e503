"""Loads the result of a pipeline into its Redshift table.

The last step of the workflow. It asks Redshift through the Data API, so it
needs no network of its own, no password and no Spark: `COPY` reads the Parquet
files that transform named in `loading/<table>.manifest`.

One transaction puts the result into the table, in the way that `warehouse.load`
says: a reader sees either the old rows or the new ones, a rerun doubles nothing,
and a load that fails at any point leaves the table as it was. Before that the
table is looked at. It must be this pipeline's own (its comment says so) and have
the columns of the result, or follow them as `warehouse.evolution` allows.
Whatever keeps it from that is named, and no row moves.

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
from typing import Any, NamedTuple

import history
from evolution import (
    MARKER,
    Change,
    Layout,
    change_statements,
    check_owner,
    plan_change,
)
from loaded import is_incremental, write_loaded
from loading import (
    Increment,
    Mode,
    Source,
    Statement,
    appended,
    listed,
    loads_of,
    loads_statement,
    merged,
    noted_again,
    replaced,
)
from pipeline import PipelineError, read_json, read_pipeline
from redshift import (
    Column,
    Grant,
    LoadError,
    StatementError,
    Table,
    Target,
    Warehouse,
    grant_statements,
    grants_of,
    identity,
    look_at,
    make_database,
    make_schema,
    sql_string,
)
from workflow_runs import note, workflow_run

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

# The run property that tells how many rows a run loaded.
ROWS_PROPERTY = "glue-pipelines.io/rows-loaded"


class Options(NamedTuple):
    """What `pipeline.yaml` says of the load, columns as the table names them."""

    evolution: str
    mode: Mode
    layout: Layout = Layout()
    grants: Sequence[Grant] = ()


def redshift_type(column: Mapping[str, Any]) -> str:
    """The Redshift type of a column of the result."""
    if column["type"] == "decimal":
        return f"DECIMAL({column['precision']},{column['scale']})"
    return REDSHIFT_TYPES[column["type"]]


def options_of(warehouse: Mapping[str, Any], names: Mapping[str, str]) -> Options:
    """What a pipeline says. `names`: what columns of the result are called in Redshift."""
    told = warehouse.get("load", {})
    changed_at = told.get("changedAt")
    mode = Mode(
        told.get("mode", "replace"),
        [names.get(key, key) for key in told.get("keys", [])],
        changed_at and names.get(changed_at, changed_at),
    )
    distribution = warehouse.get("distribution", {})
    column = distribution.get("column")
    layout = Layout(
        distribution.get("style", ""),
        column and names.get(column, column),
        tuple(names.get(name, name) for name in warehouse.get("sortBy", [])),
    )
    grants = tuple(
        Grant("SELECT", identity(grant["to"], grant["name"]))
        for grant in warehouse.get("grants", [])
    )
    return Options(warehouse.get("evolution", "fail"), mode, layout, grants)


def make_loads(warehouse: Warehouse, loads: Target, pipeline: str, mode: Mode) -> bool:
    """Makes the table beside the table where the mode needs it, and tells whether it is there."""
    there = look_at(warehouse, loads)
    if mode.mode == "replace":
        return there is not None and there.comment == MARKER + pipeline
    if there:
        check_owner(loads, pipeline, there)
    else:
        # Before the transaction, whose first statement locks it.
        comment = f"COMMENT ON TABLE {loads.sql} IS {sql_string(MARKER + pipeline)}"
        warehouse.transaction([loads_statement(loads), comment])
    return True


def check_loaded(warehouse: Warehouse, target: Target, table: Table | None, expected: int) -> None:
    """Raises LoadError where the table has lost files that transform left out as loaded.

    `expected` is how many it left out. Somebody may have emptied or dropped the
    table, or another mode have replaced its rows.
    """
    if expected > 0 and len(files_of(warehouse, target, table)) < expected:
        raise LoadError(
            f"{target.name} was emptied or made anew since files were loaded that this run left "
            "out: start the pipeline again, which then reads all files that the table lacks"
        )


def files_of(warehouse: Warehouse, target: Target, table: Table | None) -> dict[str, str]:
    """The files whose rows are in the table, with their ETags."""
    loads = loads_of(target)
    if table is None or look_at(warehouse, loads) is None:
        return {}
    return dict(warehouse.query(f"SELECT file, etag FROM {loads.sql} ORDER BY file"))


def check_history(target: Target, table: Table | None) -> None:
    """Raises LoadError where rows do not say since when they hold."""
    if table and not {name for name, *_ in history.COLUMNS} <= {name for name, *_ in table.columns}:
        raise LoadError(
            f"{target.name} was not loaded with warehouse.load.mode: history and keeps its rows: "
            "give warehouse.table another name"
        )


def row_statements(
    target: Target,
    table: Table | None,
    change: Change,
    columns: Sequence[Column],
    source: Source,
    mode: Mode,
    result: Mapping[str, Any],
    run: str,
) -> list[Statement]:
    """The statements that move rows, once the table has the columns."""
    incremental = increment_of(result)
    if mode.mode == "append":
        return appended(target, columns, source, run, incremental)
    if mode.mode == "replace":
        return replaced(target, columns, source, change.fits)
    if mode.mode == "merge":
        statements = merged(target, columns, source, mode.keys)
    else:
        there = [*table.columns, *change.add] if table else columns
        own = [column for column in there if column not in history.COLUMNS]
        statements = history.historized(target, own, columns, source, mode, result["computedAt"])
    if incremental is None:
        return statements
    checks = incremental.checks(loads_of(target), mode.mode)
    return [*listed(source), *checks, *statements, *noted_again(target, run)]


def increment_of(result: Mapping[str, Any]) -> Increment | None:
    """What transform left out of the first source; None where it read all of it."""
    if "loadedBefore" not in result:
        return None
    return Increment(result.get("incremental", "files"), result.get("continues"))


def load(
    warehouse: Warehouse,
    target: Target,
    result: Mapping[str, Any],
    source: Source,
    options: Options,
    run: str = "",
) -> int:
    """Puts the result into the table, and returns how many rows came.

    Raises LoadError with what keeps it from that.
    """
    columns = [Column(column["name"], redshift_type(column)) for column in result["columns"]]
    pipeline, mode = result["pipeline"], options.mode
    make_database(warehouse)
    table = look_at(warehouse, target)
    if table:
        check_owner(target, pipeline, table)
    check_loaded(warehouse, target, table, result.get("loadedBefore", 0))
    more = history.COLUMNS if mode.mode == "history" else ()
    if more:
        check_history(target, table)
    change = plan_change(target, table, [*columns, *more], options.evolution)
    grants = [*(grants_of(warehouse, target) if change.drop else []), *options.grants]
    make_schema(warehouse, target.schema)
    loads = loads_of(target)
    statements = []
    has_loads = make_loads(warehouse, loads, pipeline, mode)
    if has_loads:
        statements.append(Statement(f"LOCK TABLE {loads.sql}"))
        if mode.mode != "append" and "loadedBefore" not in result:
            # Which files the rows are of cannot be told any more.
            statements.append(Statement(f"DELETE FROM {loads.sql}"))
    table_statements = [
        *change_statements(target, change, [*columns, *more], options.layout),
        f"COMMENT ON TABLE {target.sql} IS {sql_string(MARKER + pipeline)}",
        *grant_statements(target, grants),
    ]
    statements += [Statement(sql) for sql in table_statements]
    if has_loads and table is None:
        # What was loaded into a table that is gone. By now another load may have made it.
        empty = f"(SELECT count(*) FROM {target.sql}) = 0"
        statements.append(Statement(f"DELETE FROM {loads.sql} WHERE {empty}"))
    statements += row_statements(target, table, change, columns, source, mode, result, run)
    try:
        changed = warehouse.transaction([statement.sql for statement in statements])
    except StatementError as error:
        reason = str(error)
        refusal = statements[error.index].refusal
        if refusal and re.search(r"divi(de|sion) by zero", reason, re.IGNORECASE):
            reason = refusal
        raise LoadError(f"{target.name} keeps the rows that it had: {reason}") from error
    counted = [rows for rows, statement in zip(changed, statements) if statement.counts]
    return counted[0] if counted and counted[0] >= 0 else result["rows"]


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
    run = workflow_run(sys.argv)
    try:
        if "skipped" in result:
            table = look_at(warehouse, target)
            check_loaded(warehouse, target, table, result["loadedBefore"])
            print("nothing is new, so nothing is loaded")
            return
        source = Source(
            f"s3://{bucket}/loading/{target.table}.manifest",
            options["REDSHIFT_IAM_ROLE"],
            result["rows"],
        )
        loading = options_of(told, result.get("names", {}))
        rows = load(warehouse, target, result, source, loading, run.id if run else "")
    finally:
        # After a refusal as well: what the next run leaves out must be what the table has.
        if is_incremental(pipeline):
            files = files_of(warehouse, target, look_at(warehouse, target))
            write_loaded(s3, bucket, told, files)
    print(f"loaded {rows} row(s) into {target.database}.{target.name}")
    note(boto3.client("glue"), run, ROWS_PROPERTY, str(rows))


if __name__ == "__main__":
    main()
