"""Which expressions reach Spark."""

from __future__ import annotations

import pytest
from pyspark.sql import SparkSession

from expressions import ExpressionError, check_expression


@pytest.mark.parametrize(
    "text",
    [
        "iso_code = 'USA'",
        "date_format(date, 'yyyy-MM')",
        "`sold on` > DATE '2024-01-01' AND `größe (cm)` < 2.5",
        "state IN ('TX', 'NM') OR state IS NULL",
        "NOT (a BETWEEN 1 AND 2 + 3)",
        "name NOT LIKE 'A%' AND name RLIKE '^[A-Z]+$' AND name ILIKE 'b%'",
        "CASE WHEN a > 1 THEN 'x' WHEN b THEN 'y' ELSE NULL END = 'x'",
        "CAST(price AS DECIMAL(18, 2)) * 2 % 3 DIV 1",
        "try_cast(a AS string) || 'x'",
        "EXTRACT(YEAR FROM day) = year(day)",
        "day + INTERVAL 3 DAYS > TIMESTAMP '2024-01-01 00:00:00'",
        "a IS DISTINCT FROM b AND a <=> b AND -a != ~b",
        "a & b | c ^ d",
        "if(coalesce(a, b, 0) = 1, trim(name), substring(name, 1, 2))",
        "get_json_object(payload, '$.a.b') = 'x'",
        "position('a' IN name) > locate('a', name)",
    ],
)
def test_what_computes_is_allowed(spark: SparkSession, text: str) -> None:
    check_expression(spark, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(select max(value) from text.`file:///etc/hostname`)", "a subquery"),
        ("a IN (SELECT b FROM c)", "a subquery"),
        ("EXISTS (SELECT 1)", "a subquery"),
        ("java_method('java.lang.System', 'getenv', 'PATH')", r"uses java_method\(\)"),
        ("reflect('java.lang.System', 'exit', 1)", r"uses reflect\(\)"),
        ("`java_method`('java.lang.System', 'exit', 1)", r"uses java_method\(\)"),
        ("system.builtin.java_method('x', 'y')", r"uses system\.builtin\.java_method\(\)"),
        ("input_file_name()", r"uses input_file_name\(\)"),
        ("rand() < 0.5", r"uses rand\(\)"),
        ("now() > day", r"uses now\(\)"),
        ("raise_error('x')", r"uses raise_error\(\)"),
        ("uppr(a)", r"did you mean upper\(\)"),
        ("transform(a, x -> x + 1)", "uses transform|a lambda"),
        ("sum(a) OVER ()", "a window"),
        ("t.*", "a star"),
        ("*", "a star"),
        (":p", "a parameter"),
        ("a[0]", "a part of a column"),
        ("text.`file:///etc/passwd`", "columns have no parts"),
        ("upper(a", "PARSE_SYNTAX_ERROR|syntax error"),
        ("a; drop table x", "PARSE_SYNTAX_ERROR|syntax error"),
    ],
)
def test_what_does_more_is_refused(spark: SparkSession, text: str, message: str) -> None:
    with pytest.raises(ExpressionError, match=message):
        check_expression(spark, text)
