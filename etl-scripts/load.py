"""Loads the result of a pipeline into its Redshift table.

The last step of the workflow, a Spark job. It reads the catalog table
`processed_<table>`, copies it into a staging table and then, in one
transaction, replaces the rows of the target by those of the staging table. A
reader sees either all old rows or all new ones, and a rerun doubles nothing.

The target is created when it is missing and otherwise kept, with its grants
and the views that read it. When the pipeline's columns change, the load fails
and the old rows stay: drop the table, or give `warehouse.table` another name.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON),
`--CATALOG_DATABASE`, `--REDSHIFT_CONNECTION`, `--TempDir` and, where Redshift
reads S3 by a role of its own, `--REDSHIFT_IAM_ROLE`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pyspark.sql import types as T

STAGING_SUFFIX = "__staging"

# Spark's types in Redshift's words. Strings get Redshift's longest VARCHAR:
# it stores what is used, and a shorter one would fail on the first longer value.
REDSHIFT_TYPES: Mapping[type[T.DataType], str] = {
    T.BooleanType: "BOOLEAN",
    T.ByteType: "SMALLINT",
    T.ShortType: "SMALLINT",
    T.IntegerType: "INTEGER",
    T.LongType: "BIGINT",
    T.FloatType: "REAL",
    T.DoubleType: "DOUBLE PRECISION",
    T.StringType: "VARCHAR(65535)",
    T.DateType: "DATE",
    T.TimestampType: "TIMESTAMP",
    T.TimestampNTZType: "TIMESTAMP",
}


class PipelineError(ValueError):
    """Something that `pipeline.yaml` says cannot be done. Names the field."""


class LoadError(RuntimeError):
    """Redshift refused the load. The target has the rows that it had."""


class LoadActions(NamedTuple):
    """What Redshift does around the copy. One line each: Glue takes no newlines."""

    staging_table: str
    before: str
    after: str


def redshift_type(field: T.StructField) -> str:
    """The Redshift type of a column."""
    if isinstance(field.dataType, T.DecimalType):
        return f"DECIMAL({field.dataType.precision},{field.dataType.scale})"
    name = REDSHIFT_TYPES.get(type(field.dataType))
    if name is None:
        raise PipelineError(
            f"transform.select: column {field.name} is {field.dataType.simpleString()}, "
            "which a table of Redshift cannot hold; leave it out"
        )
    return name


def quoted(identifier: str) -> str:
    """An identifier that may be a reserved word."""
    return '"' + identifier.replace('"', '""') + '"'


def column_definitions(schema: T.StructType) -> str:
    """The columns of a CREATE TABLE, without the parentheses."""
    return ", ".join(f"{quoted(field.name)} {redshift_type(field)}" for field in schema.fields)


def load_actions(schema: T.StructType, schema_name: str, table: str) -> LoadActions:
    """The statements before and after the copy.

    The staging table is made anew before it, by our own types, because the
    connector would make strings VARCHAR(256).
    """
    target = f"{schema_name}.{table}"
    staging = f"{target}{STAGING_SUFFIX}"
    columns = column_definitions(schema)
    names = ", ".join(quoted(field.name) for field in schema.fields)
    before = [
        f"DROP TABLE IF EXISTS {staging}",
        f"CREATE TABLE {staging} ({columns})",
    ]
    if schema_name != "public":
        before.insert(0, f"CREATE SCHEMA IF NOT EXISTS {schema_name}")
    after = [
        "BEGIN",
        f"CREATE TABLE IF NOT EXISTS {target} ({columns})",
        f"DELETE FROM {target}",
        f"INSERT INTO {target} ({names}) SELECT {names} FROM {staging}",
        f"DROP TABLE {staging}",
        "END",
    ]
    return LoadActions(staging, "; ".join(before) + ";", "; ".join(after) + ";")


def failure_message(target: str, error: Exception) -> str:
    """What a failed load says: what is in the table now, why, and what to do."""
    message = f"{target} keeps the rows that it had: {error}"
    if re.search(r"\bcolumns?\b", str(error), re.IGNORECASE):
        message += (
            f" (if the pipeline's columns have changed, drop {target} and start again, "
            "or give warehouse.table another name)"
        )
    return message


def connection_options(actions: LoadActions, database: str, iam_role: str | None) -> dict[str, str]:
    """What Glue's Redshift writer is told."""
    options = {
        "database": database,
        "dbtable": actions.staging_table,
        "preactions": actions.before,
        "postactions": actions.after,
    }
    if iam_role:
        options["aws_iam_role"] = iam_role
    return options


def argument_names(argv: Sequence[str]) -> list[str]:
    """The arguments to resolve; the role only where the job has one."""
    names = ["JOB_NAME", "PIPELINE_URI", "CATALOG_DATABASE", "REDSHIFT_CONNECTION", "TempDir"]
    if any(re.match(r"--REDSHIFT_IAM_ROLE(=|$)", argument) for argument in argv):
        names.append("REDSHIFT_IAM_ROLE")
    return names


def read_pipeline(s3: Any, uri: str) -> dict[str, Any]:
    """Reads the pipeline, as JSON, from S3."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match:
        raise PipelineError(f"--PIPELINE_URI: {uri!r} is not s3://bucket/key")
    body = s3.get_object(Bucket=match[1], Key=match[2])["Body"]
    return json.loads(body.read())


def main() -> None:
    # Glue's own, and only on Glue: the functions above are tested without it.
    import boto3
    from awsglue.context import GlueContext
    from awsglue.job import Job
    from awsglue.utils import getResolvedOptions
    from pyspark.context import SparkContext

    options = getResolvedOptions(sys.argv, argument_names(sys.argv))
    glue = GlueContext(SparkContext.getOrCreate())
    job = Job(glue)
    job.init(options["JOB_NAME"], options)

    warehouse = read_pipeline(boto3.client("s3"), options["PIPELINE_URI"])["warehouse"]
    table = warehouse["table"]
    rows = glue.create_dynamic_frame.from_catalog(
        database=options["CATALOG_DATABASE"], table_name=f"processed_{table}"
    )
    actions = load_actions(rows.toDF().schema, warehouse.get("schema", "public"), table)
    target = f"{warehouse.get('schema', 'public')}.{table}"
    try:
        glue.write_dynamic_frame.from_jdbc_conf(
            frame=rows,
            catalog_connection=options["REDSHIFT_CONNECTION"],
            connection_options=connection_options(
                actions, warehouse.get("database", "dev"), options.get("REDSHIFT_IAM_ROLE")
            ),
            redshift_tmp_dir=options["TempDir"],
        )
    except Exception as error:  # the JVM's on Glue, of many kinds
        raise LoadError(failure_message(target, error)) from error
    print(f"loaded {target}")
    job.commit()


if __name__ == "__main__":
    main()
