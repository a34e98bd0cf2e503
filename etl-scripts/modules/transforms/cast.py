"""Gives columns other types, exactly or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

import values
from columns import column, failing, language_type, require_columns, type_of
from pipeline import PipelineError
from transforms import Place
from values import TextStyle, identifier

# Within each of them a value may have another type.
_FAMILIES = ({"int", "bigint", "decimal", "double", "boolean"}, {"date", "timestamp"})


def _castable(own: str, wanted: str) -> bool:
    return "string" in (own, wanted) or any({own, wanted} <= family for family in _FAMILIES)


def _changed(place: str, kind: T.DataType, cast: Mapping[str, Any]) -> str:
    """The value of the new type, as SQL; NULL where it has none."""
    if isinstance(kind, T.StringType):
        # Written as in a file, where a blank text is a value like any other.
        return values.from_text(place, cast, TextStyle(null_words=()))
    if cast["type"] == "string":
        return f"CAST({place} AS STRING)"
    return values.exact_change(place, kind.simpleString(), cast)


def _cast(rows: DataFrame, cast: Mapping[str, Any], on_invalid: str, field: str) -> Column:
    name = cast["column"]
    require_columns(rows, [name], f"{field}.column")
    kind = type_of(rows, name)
    own = language_type(kind)
    if own is None or not _castable(own["type"], cast["type"]):
        raise PipelineError(
            f"{field}.type: {name} is {kind.simpleString()}, "
            f"of which no {cast['type']} can be made; choose another type"
        )
    if own["type"] == cast["type"] == "string":
        return column(name)
    place = identifier(name)
    changed = _changed(place, kind, cast)
    if on_invalid == "fail":
        words = (
            f"{name} has a value that is no {values.type_words(cast)}; correct the data, "
            "or set onInvalid: setNull where such a value may be missing"
        )
        failed = f"IF({place} IS NULL, NULL, {failing(field, words)})"
        changed = f"COALESCE({changed}, CAST({failed} AS {values.sql_type(cast)}))"
    return F.expr(changed)


def apply(rows: DataFrame, step: Mapping[str, Any], at: Place) -> DataFrame:
    """The rows with the `columns` as their new types, all in their places."""
    on_invalid = step.get("onInvalid", "fail")
    changed = {
        cast["column"].lower(): _cast(rows, cast, on_invalid, f"{at.field}.columns[{index}]")
        for index, cast in enumerate(step["columns"])
    }
    return rows.select(
        [changed.get(name.lower(), column(name)).alias(name) for name in rows.columns]
    )
