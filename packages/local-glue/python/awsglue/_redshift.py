"""Loading Redshift. AWS Glue Developer Guide, "Redshift connections"; Amazon Redshift Database
Developer Guide, "COPY from columnar data formats"."""

import re
import time
import uuid

import boto3
from pyspark.sql import types as T

from awsglue._connections import jdbc_connection
from awsglue._unsupported import UnsupportedError, refuse_options

KNOWN_OPTIONS = {
    "database",
    "dbtable",
    "preactions",
    "postactions",
    "aws_iam_role",
    "extracopyoptions",
    # Where the rows go by way of is the argument redshift_tmp_dir.
    "redshiftTmpDir",
}

# Of one call (Amazon Redshift Data API, BatchExecuteStatement).
MOST_STATEMENTS = 40

SQL_TYPES = {
    T.BooleanType: "BOOLEAN",
    T.ByteType: "SMALLINT",
    T.ShortType: "SMALLINT",
    T.IntegerType: "INTEGER",
    T.LongType: "BIGINT",
    T.FloatType: "REAL",
    T.DoubleType: "DOUBLE PRECISION",
    T.StringType: "VARCHAR(65535)",
    T.BinaryType: "VARBYTE(1024000)",
    T.DateType: "DATE",
    T.TimestampType: "TIMESTAMP",
    T.TimestampNTZType: "TIMESTAMP",
}

TRANSACTION_CONTROL = re.compile(
    r"(begin|start\s+transaction|commit|end)(\s+(transaction|work))?", re.IGNORECASE
)


class RedshiftError(Exception):
    """Redshift refused a statement; nothing of the load is kept. Carries its message."""


def load_redshift(frame, connection_name, options, temporary_location):
    """Writes the rows as Parquet below the temporary location and copies them into a table.

    preactions, the creation of a missing table, COPY and postactions are one
    transaction. The files are removed, whatever happens.
    """
    refuse_options("write_dynamic_frame.from_jdbc_conf", options, KNOWN_OPTIONS)
    location = temporary_location or options.get("redshiftTmpDir")
    if not location:
        raise ValueError("from_jdbc_conf needs redshift_tmp_dir, an s3:// folder")
    if not options.get("dbtable"):
        raise ValueError("from_jdbc_conf needs dbtable in connection_options")
    connection = jdbc_connection(connection_name)
    if connection.vendor != "redshift":
        raise UnsupportedError(f"JDBC connections to {connection.vendor}", "use Redshift")
    folder = f"{location.rstrip('/')}/{uuid.uuid4()}/"
    statements = load_statements(frame.schema, folder, options)
    try:
        frame.write.mode("errorifexists").parquet(folder)
        execute(connection, options.get("database") or connection.database, statements)
    finally:
        remove_objects(folder)


def load_statements(schema, folder, options):
    """The SQL of a load, in order."""
    table = quoted_table(options["dbtable"])
    columns = ", ".join(f"{quoted(field.name)} {sql_type(field)}" for field in schema.fields)
    role = options.get("aws_iam_role")
    copy = (
        f"COPY {table} FROM {literal(folder)} "
        f"IAM_ROLE {literal(role) if role else 'default'} FORMAT AS PARQUET"
    )
    if options.get("extracopyoptions"):
        copy = f"{copy} {options['extracopyoptions']}"
    statements = [
        *split_statements(options.get("preactions")),
        f"CREATE TABLE IF NOT EXISTS {table} ({columns})",
        copy,
        *split_statements(options.get("postactions")),
    ]
    # Everything is one transaction already, which these would end or begin anew.
    statements = [text for text in statements if not TRANSACTION_CONTROL.fullmatch(text)]
    if len(statements) > MOST_STATEMENTS:
        raise ValueError(
            f"preactions and postactions make {len(statements)} statements; "
            f"{MOST_STATEMENTS} are possible"
        )
    return statements


def split_statements(actions):
    """The statements of preactions or postactions: parted by semicolons outside quotes."""
    statements = []
    current = ""
    for token in re.findall(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|;|[^;'\"]+|['\"]", actions or ""):
        if token == ";":
            statements.append(current.strip())
            current = ""
        else:
            current += token
    statements.append(current.strip())
    return [statement for statement in statements if statement]


def sql_type(field):
    kind = field.dataType
    if isinstance(kind, T.DecimalType):
        return f"DECIMAL({kind.precision},{kind.scale})"
    if type(kind) not in SQL_TYPES:
        raise UnsupportedError(
            f"loading the column {field.name} of type {kind.simpleString()} into Redshift",
            "drop it or cast it to a string",
        )
    return SQL_TYPES[type(kind)]


def quoted(identifier):
    return '"' + identifier.replace('"', '""') + '"'


def quoted_table(name):
    """``schema.table`` with both parts quoted; parts that are quoted already stay."""
    parts = re.findall(r'"(?:[^"]|"")+"|[^."]+', name)
    if not 1 <= len(parts) <= 3 or ".".join(parts) != name:
        raise ValueError(f"dbtable {name!r} is not a table: write it as schema.table")
    return ".".join(
        part if part.startswith('"') else quoted(part.strip().lower()) for part in parts
    )


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def target(host):
    """Names the workgroup or the cluster for the Data API, from the host of the connection."""
    match = re.fullmatch(r"([^.]+)\..+\.redshift-serverless\.amazonaws\.com(\.cn)?", host)
    if match:
        return {"WorkgroupName": match[1]}
    match = re.fullmatch(r"([^.]+)\..+\.redshift\.amazonaws\.com(\.cn)?", host)
    if match:
        return {"ClusterIdentifier": match[1]}
    raise ValueError(
        f"{host} is no Redshift endpoint: it should be <workgroup>.<account>.<region>."
        "redshift-serverless.amazonaws.com or <cluster>.<id>.<region>.redshift.amazonaws.com"
    )


def execute(connection, database, statements):
    """Runs the statements in one transaction and waits. Raises RedshiftError."""
    request = {"Database": database, "Sqls": statements, **target(connection.host)}
    if connection.secret_id:
        request["SecretArn"] = connection.secret()[0]
    elif connection.user:
        request["DbUser"] = connection.user
    client = boto3.client("redshift-data")
    statement_id = client.batch_execute_statement(**request)["Id"]
    pause = 0.05
    while True:
        status = client.describe_statement(Id=statement_id)
        if status["Status"] == "FINISHED":
            return
        if status["Status"] in ("FAILED", "ABORTED"):
            raise RedshiftError(_failure(status, statements))
        time.sleep(pause)
        pause = min(pause * 1.5, 2)


def _failure(status, statements):
    message = status.get("Error") or f"the load was {status['Status'].lower()}"
    for number, part in enumerate(status.get("SubStatements") or []):
        if part.get("Status") in ("FAILED", "ABORTED") and part.get("Error"):
            text = statements[number] if number < len(statements) else ""
            return f"{part['Error']} (statement {number + 1}: {text[:200]})"
    return message


def remove_objects(folder):
    bucket, _slash, prefix = folder.removeprefix("s3://").partition("/")
    for page in (
        boto3.client("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    ):
        keys = [{"Key": item["Key"]} for item in page.get("Contents") or []]
        if keys:
            boto3.client("s3").delete_objects(Bucket=bucket, Delete={"Objects": keys})
