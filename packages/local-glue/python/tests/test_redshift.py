import json

import pytest
from pyspark.sql import types as T

from awsglue._connections import JdbcConnection
from awsglue._redshift import (
    RedshiftError,
    execute,
    load_statements,
    quoted_table,
    split_statements,
    target,
)

SCHEMA = T.StructType(
    [T.StructField("day", T.DateType()), T.StructField('odd"name', T.DecimalType(9, 2))]
)


def test_load_statements():
    statements = load_statements(
        SCHEMA,
        "s3://bucket/temp/it's/",
        {
            "dbtable": "public.target",
            "preactions": "DROP TABLE IF EXISTS a; CREATE TABLE a (t varchar default ';');",
            "postactions": "BEGIN; DELETE FROM b WHERE x = 'it''s; so'; END TRANSACTION;",
            "aws_iam_role": "arn:aws:iam::000000000000:role/copy",
        },
    )
    assert statements == [
        "DROP TABLE IF EXISTS a",
        "CREATE TABLE a (t varchar default ';')",
        'CREATE TABLE IF NOT EXISTS "public"."target" ("day" DATE, "odd""name" DECIMAL(9,2))',
        "COPY \"public\".\"target\" FROM 's3://bucket/temp/it''s/' "
        "IAM_ROLE 'arn:aws:iam::000000000000:role/copy' FORMAT AS PARQUET",
        "DELETE FROM b WHERE x = 'it''s; so'",
    ]


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("t", '"t"'),
        ("Public.T", '"public"."t"'),
        ('public."Odd.Name"', '"public"."Odd.Name"'),
    ],
)
def test_quoted_table(name, quoted):
    assert quoted_table(name) == quoted


@pytest.mark.parametrize("name", ["", "a.b.c.d", 'a"; DROP TABLE b; --"', "a..b"])
def test_names_that_are_no_table(name):
    with pytest.raises(ValueError, match="is not a table"):
        quoted_table(name)


def test_types_that_redshift_lacks_are_named():
    schema = T.StructType([T.StructField("tags", T.ArrayType(T.StringType()))])
    with pytest.raises(NotImplementedError, match="the column tags of type array<string>"):
        load_statements(schema, "s3://b/", {"dbtable": "t"})


def test_split_statements_ignores_empty_ones():
    assert split_statements(None) == []
    assert split_statements(" ; a ;; b") == ["a", "b"]


@pytest.mark.parametrize(
    ("host", "names"),
    [
        (
            "covid-hiring.000000000000.us-east-1.redshift-serverless.amazonaws.com",
            {"WorkgroupName": "covid-hiring"},
        ),
        ("main.abc123.us-east-1.redshift.amazonaws.com", {"ClusterIdentifier": "main"}),
    ],
)
def test_target(host, names):
    assert target(host) == names


def test_an_unknown_host_is_named():
    with pytest.raises(ValueError, match=r"db\.example\.com is no Redshift endpoint"):
        target("db.example.com")


CONNECTION = JdbcConnection(
    name="covid-hiring-redshift",
    vendor="redshift",
    host="covid-hiring.000000000000.us-east-1.redshift-serverless.amazonaws.com",
    port=5439,
    database="dev",
    secret_id="credentials",
    user=None,
    password=None,
)

ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:credentials-AbCdEf"


def answer_statement(clients, final):
    clients("secretsmanager").add_response(
        "get_secret_value", {"ARN": ARN, "SecretString": json.dumps({"username": "admin"})}
    )
    data = clients("redshift-data")
    data.add_response(
        "batch_execute_statement",
        {"Id": "1"},
        {
            "Database": "dev",
            "Sqls": ["select 1", "select 2"],
            "WorkgroupName": "covid-hiring",
            "SecretArn": ARN,
        },
    )
    data.add_response("describe_statement", {"Id": "1", "Status": "STARTED"})
    data.add_response("describe_statement", {"Id": "1", **final})


def test_execute_waits_for_the_transaction(clients):
    answer_statement(clients, {"Status": "FINISHED"})
    execute(CONNECTION, "dev", ["select 1", "select 2"])


def test_execute_raises_what_redshift_says(clients):
    answer_statement(
        clients,
        {
            "Status": "FAILED",
            "Error": "batch failed",
            "SubStatements": [
                {"Id": "1:1", "Status": "FINISHED"},
                {"Id": "1:2", "Status": "FAILED", "Error": 'relation "b" does not exist'},
            ],
        },
    )
    with pytest.raises(RedshiftError, match=r'relation "b" does not exist \(statement 2: select 2'):
        execute(CONNECTION, "dev", ["select 1", "select 2"])
