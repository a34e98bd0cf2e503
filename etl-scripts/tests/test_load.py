"""The statements of load.py."""

from __future__ import annotations

import pytest
from pyspark.sql import types as T

from load import (
    PipelineError,
    argument_names,
    connection_options,
    failure_message,
    load_actions,
    redshift_type,
)

RESULT = T.StructType(
    [
        T.StructField("date", T.DateType()),
        T.StructField("new_cases", T.LongType()),
    ]
)


@pytest.mark.parametrize(
    ("spark_type", "expected"),
    [
        (T.BooleanType(), "BOOLEAN"),
        (T.ByteType(), "SMALLINT"),
        (T.ShortType(), "SMALLINT"),
        (T.IntegerType(), "INTEGER"),
        (T.LongType(), "BIGINT"),
        (T.FloatType(), "REAL"),
        (T.DoubleType(), "DOUBLE PRECISION"),
        (T.DecimalType(18, 4), "DECIMAL(18,4)"),
        (T.StringType(), "VARCHAR(65535)"),
        (T.DateType(), "DATE"),
        (T.TimestampType(), "TIMESTAMP"),
        (T.TimestampNTZType(), "TIMESTAMP"),
    ],
)
def test_types(spark_type: T.DataType, expected: str) -> None:
    assert redshift_type(T.StructField("c", spark_type)) == expected


@pytest.mark.parametrize(
    "spark_type",
    [T.ArrayType(T.StringType()), T.StructType(), T.BinaryType()],
)
def test_types_that_a_table_cannot_hold(spark_type: T.DataType) -> None:
    with pytest.raises(PipelineError, match=r"transform\.select: column tags is .*leave it out"):
        redshift_type(T.StructField("tags", spark_type))


def test_staging_is_made_anew_before_the_copy() -> None:
    actions = load_actions(RESULT, "public", "covid")
    assert actions.staging_table == "public.covid__staging"
    assert actions.before == (
        "DROP TABLE IF EXISTS public.covid__staging; "
        'CREATE TABLE public.covid__staging ("date" DATE, "new_cases" BIGINT);'
    )


def test_rows_are_replaced_in_one_transaction_after_the_copy() -> None:
    assert load_actions(RESULT, "public", "covid").after == (
        "BEGIN; "
        'CREATE TABLE IF NOT EXISTS public.covid ("date" DATE, "new_cases" BIGINT); '
        "DELETE FROM public.covid; "
        'INSERT INTO public.covid ("date", "new_cases") '
        'SELECT "date", "new_cases" FROM public.covid__staging; '
        "DROP TABLE public.covid__staging; "
        "END;"
    )


def test_a_schema_of_its_own_is_created() -> None:
    before = load_actions(RESULT, "health", "covid").before
    assert before.startswith("CREATE SCHEMA IF NOT EXISTS health; DROP TABLE IF EXISTS health.")


def test_no_statement_has_a_newline() -> None:
    actions = load_actions(RESULT, "health", "covid")
    assert "\n" not in actions.before + actions.after


def test_the_writer_is_told_everything_but_no_password() -> None:
    actions = load_actions(RESULT, "public", "covid")
    assert connection_options(actions, "dev", None) == {
        "database": "dev",
        "dbtable": "public.covid__staging",
        "preactions": actions.before,
        "postactions": actions.after,
    }
    role = "arn:aws:iam::123456789012:role/reader"
    assert connection_options(actions, "dev", role)["aws_iam_role"] == role


@pytest.mark.parametrize(
    ("argv", "has_role"),
    [
        (["load.py", "--JOB_NAME", "x"], False),
        (["load.py", "--REDSHIFT_IAM_ROLE", "arn"], True),
        (["load.py", "--REDSHIFT_IAM_ROLE=arn"], True),
    ],
)
def test_the_role_is_asked_for_only_where_there_is_one(argv: list[str], has_role: bool) -> None:
    assert ("REDSHIFT_IAM_ROLE" in argument_names(argv)) is has_role


def test_a_failure_says_what_the_table_holds_and_why() -> None:
    message = failure_message("public.covid", RuntimeError("disk full"))
    assert message == "public.covid keeps the rows that it had: disk full"


@pytest.mark.parametrize(
    "reason",
    ['column "month" of relation "covid" does not exist', "Table covid has no Column month"],
)
def test_a_failure_about_columns_says_what_to_do(reason: str) -> None:
    message = failure_message("public.covid", RuntimeError(reason))
    assert reason in message
    assert "drop public.covid and start again" in message
