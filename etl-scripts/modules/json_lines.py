"""Reads the files of a JSON source: one object a line, or arrays of objects in documents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

import values
from json_documents import NO_DOCUMENT, read_documents
from rows import CORRUPT, SourceFile, from_texts, partition_keys, read_lines, with_reason
from values import TextStyle, identifier, literal

_TYPES: Mapping[str, T.DataType] = {
    "boolean": T.BooleanType(),
    "int": T.LongType(),
    "bigint": T.LongType(),
    "double": T.DoubleType(),
    "string": T.StringType(),
    "date": T.StringType(),
    "timestamp": T.StringType(),
}

# Spark writes a fraction into a text by way of a double, which keeps 15 digits
# whatever they are. A number of more, where a value may stand.
_LONG_FRACTION = (
    r"[:,\[]\s*-?(?:0[.]0*[1-9][0-9]{15,}|(?=[0-9]*[.][0-9])[1-9][0-9.]{16,}"
    r"|[1-9][0-9]{15,}[eE]|[0-9.]+[eE][+-]?[0-9]{3,})"
)

_KEYS = "__keys"

# What begins like a number or like nested values.
_MAY_HOLD_NUMBERS = r'^([-0-9\[{]|"?-?Infinity)'


def _type(column: Mapping[str, Any]) -> T.DataType:
    if column["type"] != "decimal":
        return _TYPES[column["type"]]
    # As many places as fit beside the whole digits.
    return T.DecimalType(38, 38 - column["precision"] + column["scale"])


def _whole_row(what: str) -> list[tuple[str, str]]:
    """What a line, or an element, must be before its values are looked at.

    Spark reads the first object of a line and leaves out what stands behind
    it, makes rows of an array's elements, and takes the last of equal keys.
    """
    is_object = "LTRIM(value) LIKE '{%' AND JSON_ARRAY_LENGTH('[' || value || ']') <=> 1"
    return [
        (f"NOT ({is_object})", f"the {what} is not one JSON object"),
        (f"SIZE({_KEYS}) > SIZE(ARRAY_DISTINCT({_KEYS}))", "a key stands twice in the object"),
        (
            f"__record.{CORRUPT} IS NOT NULL",
            "a value of the JSON object is of another type than its column",
        ),
    ]


def _rounded(key: str, column: Mapping[str, Any]) -> str:
    """SQL that tells whether a decimal may have lost places while Spark read it.

    By the number's own text, because Spark rounds to the places of its type.
    """
    written = literal('"' + re.escape(json.dumps(key, ensure_ascii=False)[1:-1]) + r'"\s*:\s*"?')
    number = f"REGEXP_EXTRACT(value, {written} || '(-?[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?)', 1)"
    too_long = rf"[.][0-9]{{{column['scale']}}}[0-9]*[1-9][0-9]*$|[.][0-9]{{19,}}[eE]|[eE]-"
    return f"{number} RLIKE {literal(too_long)}"


def read_json(
    spark: SparkSession, source: Mapping[str, Any], files: Sequence[SourceFile], base: str
) -> DataFrame:
    """The rows of JSON files. Keys are found to the letter; one that is missing is null."""
    columns = source["columns"]
    partitions = set(partition_keys(files[0], base))
    keys = {
        column["name"]: column.get("key") or column["name"]
        for column in columns
        if column["name"] not in partitions
    }
    # By position, because names of keys may be those of Spark's or of folders.
    schema = T.StructType(
        [
            T.StructField(keys[column["name"]], _type(column))
            for column in columns
            if column["name"] in keys
        ]
        + [T.StructField(CORRUPT, T.StringType())]
    )
    options = {
        "mode": "PERMISSIVE",
        "columnNameOfCorruptRecord": CORRUPT,
        "allowNonNumericNumbers": "false",
    }
    document = source.get("json")
    lines = (
        read_documents(spark, files, base, document["path"])
        if document
        else read_lines(spark, files, base)
    )
    record = F.from_json("value", schema, options)
    read = ", ".join(literal(key) for key in keys.values()) or "NULL"
    used = F.expr(f"FILTER(JSON_OBJECT_KEYS(value), k -> k IN ({read}))")
    # Made before they are asked for twice: each takes the line apart once more.
    rows = lines.select("*", record.alias("__record"), used.alias(_KEYS))
    style = TextStyle(null_words=())
    whole_row = _whole_row("element" if document else "line")
    if document:
        words = f"the file is not one JSON document with one array at {document['path']}"
        whole_row.insert(0, (NO_DOCUMENT, words))
    raw: dict[str, str] = {}
    parsed: dict[str, str] = {}
    for column in columns:
        name = column["name"]
        if name not in keys:
            texts = from_texts([column], {name: identifier(name)}, style)
            raw[name], parsed[name] = texts[0][name], texts[1][name]
            continue
        place = f"__record.{identifier(keys[name])}"
        raw[name] = place
        kind = column["type"]
        if kind in ("string", "date", "timestamp"):
            parsed[name] = values.from_text(place, column, style)
        elif kind in ("int", "decimal"):
            parsed[name] = values.exact_cast(place, column)
        elif kind == "double":
            parsed[name] = values.finite(place)
        else:
            parsed[name] = place
        if kind == "decimal":
            reason = f"{name} is no {values.type_words(column)}"
            whole_row.append((_rounded(keys[name], column), reason))
        if kind == "string":
            holds = f"{place} RLIKE {literal(_MAY_HOLD_NUMBERS)}"
            whole_row.append(
                (
                    f"{holds} AND value RLIKE {literal(_LONG_FRACTION)}",
                    f"{name} may hold a number of more digits than Spark keeps: "
                    "write it in quotes, or give it a column of its own",
                )
            )
    return with_reason(rows, columns, raw, parsed, whole_row, "value")
