"""Makes a database, a schema and a user with rights in it, while a stack is deployed.

Where data go with the stack, what the user made goes, too.
"""

import os
import time

import boto3
from answer import answer

# The function ends after 600 s, and must have answered by then.
SECONDS = 500


KNOWN_USER = "SELECT 1 FROM pg_user WHERE usename = :name"
OWN_TABLES = "SELECT schemaname, tablename FROM pg_tables WHERE tableowner = :name"
# A schema is in use while something is in it, or others have rights in it.
IN_SCHEMA = """SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :name"""
RIGHTS_IN_SCHEMA = """SELECT 1 FROM svv_schema_privileges
WHERE namespace_name = :name AND identity_name <> current_user"""


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def run(data, at, sql, until, **values):
    """Runs a statement to its end, or until a time, and returns its rows."""
    parameters = [{"name": key, "value": value} for key, value in values.items()]
    more = {"Parameters": parameters} if parameters else {}
    statement = data.execute_statement(Sql=sql, **at, **more)["Id"]
    while True:
        told = data.describe_statement(Id=statement)
        if told["Status"] == "FINISHED":
            break
        if told["Status"] in ("FAILED", "ABORTED") or time.monotonic() > until:
            raise RuntimeError(f"{sql}: {told.get('Error', told['Status'])}")
        time.sleep(0.5)
    if not told.get("HasResultSet"):
        return []
    return data.get_statement_result(Id=statement)["Records"]


def login(serverless, place):
    """How the Data API is told which warehouse, and whose secret opens it."""
    secret = place.get("SECRET")
    if not secret:
        namespace = serverless.get_namespace(namespaceName=place["NAMESPACE"])["namespace"]
        secret = namespace["adminPasswordSecretArn"]
    if "CLUSTER" in place:
        return {"ClusterIdentifier": place["CLUSTER"], "SecretArn": secret}
    return {"WorkgroupName": place["WORKGROUP"], "SecretArn": secret}


def make(serverless, data, place, wanted):
    """Makes what is missing; what is there already stays as it is."""
    if not wanted["user"].startswith("IAMR:"):
        raise ValueError(f"{wanted['user']!r} is no user of a role: it begins with IAMR:")
    at = login(serverless, place)
    until = time.monotonic() + SECONDS
    database, schema, user = wanted["database"], quoted(wanted["schema"]), wanted["user"]
    there = {**at, "Database": database}
    # A cluster begins with a database of any name, so there it must exist.
    if "CLUSTER" not in place:
        dev = {**at, "Database": "dev"}
        known = "SELECT 1 FROM pg_database WHERE datname = :name"
        if not run(data, dev, known, until, name=database):
            run(data, dev, f"CREATE DATABASE {quoted(database)}", until)
    if not run(data, there, KNOWN_USER, until, name=user):
        run(data, there, f"CREATE USER {quoted(user)} PASSWORD DISABLE", until)
    run(data, there, f"CREATE SCHEMA IF NOT EXISTS {schema}", until)
    run(data, there, f"GRANT USAGE, CREATE ON SCHEMA {schema} TO {quoted(user)}", until)


def unmake(serverless, data, place, gone):
    """Drops the user with the tables that it made; then the schema, if nobody else uses it."""
    at = login(serverless, place)
    until = time.monotonic() + SECONDS
    schema, user = gone["schema"], gone["user"]
    there = {**at, "Database": gone["database"]}
    if not run(data, there, KNOWN_USER, until, name=user):
        return
    for row in run(data, there, OWN_TABLES, until, name=user):
        table = ".".join(quoted(field["stringValue"]) for field in row)
        run(data, there, f"DROP TABLE {table}", until)
    run(data, there, f"REVOKE ALL ON SCHEMA {quoted(schema)} FROM {quoted(user)}", until)
    run(data, there, f"DROP USER {quoted(user)}", until)
    in_use = schema == "public" or any(
        run(data, there, sql, until, name=schema) for sql in (IN_SCHEMA, RIGHTS_IN_SCHEMA)
    )
    if not in_use:
        run(data, there, f"DROP SCHEMA {quoted(schema)}", until)


def make_user(event):
    """What holds data is dropped only where the stack says so, and what was never made not at all."""
    wanted = event["ResourceProperties"]
    clients = boto3.client("redshift-serverless"), boto3.client("redshift-data")
    if event["RequestType"] == "Delete":
        if wanted.get("data") == "destroy" and event["PhysicalResourceId"] == wanted["user"]:
            unmake(*clients, os.environ, wanted)
        return None
    make(*clients, os.environ, wanted)
    return wanted["user"]


def handler(event, context):
    answer(event, context, make_user)
