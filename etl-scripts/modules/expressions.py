"""Which Spark SQL expressions a pipeline may have.

An expression computes with the columns of its row by the functions of
`functions.py`. Spark's own parser takes it apart, and every node of the tree
must be one of those named here: so nothing else of Spark's language, no
subquery, no relation of a file, no call of Java, reaches the engine. The
portal and the repository refuse the same by a grammar of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pyspark.sql import SparkSession

from functions import FUNCTIONS

# Simple names of Catalyst's classes that only compute.
NODES = frozenset(
    [
        "Add",
        "And",
        "BitwiseAnd",
        "BitwiseNot",
        "BitwiseOr",
        "BitwiseXor",
        "CaseWhen",
        "Cast",
        "Concat",
        "Divide",
        "EqualNullSafe",
        "EqualTo",
        "GreaterThan",
        "GreaterThanOrEqual",
        "ILike",
        "If",
        "In",
        "IntegralDivide",
        "IsNotNull",
        "IsNull",
        "LessThan",
        "LessThanOrEqual",
        "Like",
        "Literal",
        "Multiply",
        "Not",
        "Or",
        "Overlay",
        "RLike",
        "Remainder",
        "StringLocate",
        "StringTrim",
        "StringTrimLeft",
        "StringTrimRight",
        "Substring",
        "Subtract",
        "TryCast",
        "UnaryMinus",
        "UnaryPositive",
        "UnresolvedAttribute",
        "UnresolvedFunction",
    ]
)

_WORDS = {
    "Exists": "a subquery",
    "InSubquery": "a subquery",
    "ListQuery": "a subquery",
    "ScalarSubquery": "a subquery",
    "LambdaFunction": "a lambda",
    "NamedParameter": "a parameter",
    "PosParameter": "a parameter",
    "UnresolvedExtractValue": "a part of a column",
    "UnresolvedStar": "a star",
    "WindowExpression": "a window",
}


class ExpressionError(ValueError):
    """An expression that a pipeline may not have. Says why."""


def _tree(node: Any) -> Iterator[Any]:
    yield node
    children = node.children()
    for index in range(children.size()):
        yield from _tree(children.apply(index))


def _name(node: Any) -> str:
    parts = node.nameParts()
    return ".".join(parts.apply(index) for index in range(parts.size()))


def check_expression(spark: SparkSession, text: str) -> list[str]:
    """The columns of an expression. Raises ExpressionError unless it only computes.

    What Spark cannot read at all is left to it: it says why when the expression is used.
    """
    from pyspark.errors import ParseException

    try:
        root = spark._jsparkSession.sessionState().sqlParser().parseExpression(text)
    except ParseException as error:
        reason = str(error).strip().splitlines()
        raise ExpressionError(next(iter(reason), "is no expression")) from error
    names: list[str] = []
    for node in _tree(root):
        kind = node.getClass().getSimpleName()
        if kind not in NODES:
            raise ExpressionError(
                f"has {_WORDS.get(kind, kind)}: an expression computes with the columns of its row"
            )
        if kind == "UnresolvedFunction":
            name = _name(node).lower()
            if name not in FUNCTIONS and name != "extract":
                near = get_close_matches(name, FUNCTIONS, 1)
                raise ExpressionError(
                    f"uses {name}(), which is none of the functions that a pipeline may use"
                    + (f": did you mean {near[0]}()?" if near else "")
                )
            if node.isDistinct() or node.filter().isDefined():
                raise ExpressionError(f"aggregates by {name}()")
        if kind == "UnresolvedAttribute":
            name = _name(node)
            if node.nameParts().size() > 1:
                raise ExpressionError(
                    f"has {name}: columns have no parts; a name with a dot is quoted by "
                    "backticks as a whole"
                )
            names.append(name)
    return names
