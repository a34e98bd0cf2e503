"""Calls a function of the repository, `jobs/scripts/<function>.py`.

It is given the rows so far and those of the sources that the step names, and
gives the rows after the step. They must have the columns that `columns`
declares, of exactly those types; others are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.errors import PythonException
from pyspark.sql import DataFrame

from columns import column, language_type
from pipeline import PipelineError
from transforms import Place, source_rows

# A frame of a traceback within a script.
_FRAME = re.compile(r'scripts/(\w+)\.py", line (\d+)')

# The line of a traceback that names the exception.
_RAISED = re.compile(r"^(\w+(?:\.\w+)*)(?::.*)?$", re.MULTILINE)

_RAISED_IN_PYTHON = "org.apache.spark.api.python.PythonException"


def _called(step: Mapping[str, Any], field: str) -> str:
    return f"{field} ({step['function']} of jobs/scripts/{step['function']}.py)"


def _function(step: Mapping[str, Any], called: str) -> Callable[..., Any]:
    name = step["function"]
    module = f"scripts.{name}"
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if error.name not in ("scripts", module):
            raise PipelineError(f"{called}: cannot be read: {error}") from error
        raise PipelineError(
            f"{called}: the jobs were deployed without the file: deploy them anew"
        ) from error
    except AttributeError as error:
        raise PipelineError(f"{called}: the file has no function {name}: name it so") from error
    except Exception as error:
        raise PipelineError(f"{called}: cannot be read: {type(error).__name__}: {error}") from error


def _words(kind: Mapping[str, Any]) -> str:
    if kind["type"] == "decimal":
        return f"decimal({kind['precision']},{kind['scale']})"
    return kind["type"]


def _problem(rows: DataFrame, declared: Sequence[Mapping[str, Any]]) -> str | None:
    """What of the declared columns is not as declared."""
    types = {field.name.lower(): field.dataType for field in rows.schema}
    for one in declared:
        name = one["name"]
        if name not in types:
            return f"gave no column {name}; its columns are {', '.join(rows.columns)}"
        given = language_type(types[name])
        if given is None or _words(given) != _words(one):
            return (
                f"gave {name} as {types[name].simpleString()}, and columns declares "
                f"{_words(one)}; cast it in the function, or correct columns"
            )
    return None


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The declared columns of the rows that the function gives."""
    called = _called(step, at.field)
    function = _function(step, called)
    others = [source_rows({"source": source}, at) for source in step.get("sources", [])]
    try:
        result = function(rows, *others)
    except Exception as error:
        reason = (str(error).strip().splitlines() or [""])[0]
        raise PipelineError(f"{called}: {type(error).__name__}: {reason}") from error
    if not isinstance(result, DataFrame):
        raise PipelineError(f"{called}: gave a {type(result).__name__}, and no DataFrame")
    problem = _problem(result, step["columns"])
    if problem:
        raise PipelineError(f"{called}: {problem}")
    return result.select([column(one["name"]).alias(one["name"]) for one in step["columns"]])


def _traceback(error: Exception) -> str:
    """The traceback of what Python raised for a row; empty for other failures."""
    if isinstance(error, PythonException):
        return str(error)
    cause = error.java_exception if isinstance(error, Py4JJavaError) else None
    while cause is not None and cause.getClass().getName() != _RAISED_IN_PYTHON:
        cause = cause.getCause()
    return "" if cause is None else str(cause.getMessage())


def script_problem(error: Exception, steps: Sequence[Mapping[str, Any]]) -> str | None:
    """What a function of a script raised for a row; None for other failures.

    Only the kind of the exception is told: its text may show the row.
    """
    traceback = _traceback(error)
    for name, line in reversed(_FRAME.findall(traceback)):
        for index, step in enumerate(steps):
            if step["kind"] == "script" and step["function"] == name:
                kind = (_RAISED.findall(traceback) or ["an exception"])[-1]
                return (
                    f"{_called(step, f'transform[{index}]')}: line {line} raised {kind} for a row"
                )
    return None
