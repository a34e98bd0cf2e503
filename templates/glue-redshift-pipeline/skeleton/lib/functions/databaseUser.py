"""Makes a database, a schema and a user with rights in it, while a stack is deployed."""

import os
import time

import boto3
from answer import answer

# The function ends after 600 s, and must have answered by then.
SECONDS = 500


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
    if not run(data, there, "SELECT 1 FROM pg_user WHERE usename = :name", until, name=user):
        run(data, there, f"CREATE USER {quoted(user)} PASSWORD DISABLE", until)
    run(data, there, f"CREATE SCHEMA IF NOT EXISTS {schema}", until)
    run(data, there, f"GRANT USAGE, CREATE ON SCHEMA {schema} TO {quoted(user)}", until)


def make_user(event):
    """What was made holds data, so nothing is dropped."""
    if event["RequestType"] == "Delete":
        return None
    wanted = event["ResourceProperties"]
    clients = boto3.client("redshift-serverless"), boto3.client("redshift-data")
    make(*clients, os.environ, wanted)
    return wanted["user"]


def handler(event, context):
    answer(event, context, make_user)
