"""Texts that hold JSON or CSV, as structs. AWS Glue Developer Guide, "unbox"."""

import csv
import json

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._choice import is_choice, named
from awsglue._fields import change
from awsglue._paths import ELEMENTS, steps_of
from awsglue._records import schema_of, settled, typed
from awsglue._rows import column_at
from awsglue._unsupported import UnsupportedError, refuse_options


def unbox(frame, path, format, options):
    """The frame with the texts at a path read; a text that cannot be read is null."""
    if ELEMENTS in steps_of(path):
        raise UnsupportedError("DynamicFrame.unbox of elements of an array", path)
    if format == "json":
        refuse_options("DynamicFrame.unbox", options, set())
        read = _json
    elif format == "csv":
        refuse_options("DynamicFrame.unbox", options, {"separator", "quoteChar"})
        read = _csv(options.get("separator", ","), options.get("quoteChar", '"'))
    else:
        raise UnsupportedError(f"DynamicFrame.unbox of the format {format!r}", "use json or csv")
    texts = frame.select(column_at(frame, path).alias("text"))
    if texts.schema["text"].dataType != T.StringType():
        raise ValueError(
            f"unbox: {path} is {texts.schema['text'].dataType.simpleString()}, no text"
        )
    records = texts.rdd.map(lambda row: {"value": read(row.text)})
    found = schema_of(records)
    field = settled(found).fields[0] if found else T.StructField("value", T.StringType())
    value = F.udf(lambda text: typed(read(text), field), field.dataType)

    def action(column, before):
        metadata = field.metadata if is_choice(field) else {}
        return [named(value(column), T.StructField(before.name, field.dataType, True, metadata))]

    return change(frame, path, action)


def _json(text):
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return None


def _csv(separator, quote):
    def read(text):
        if text is None:
            return None
        values = next(csv.reader([text], delimiter=separator, quotechar=quote), [])
        return {f"col{number}": value or None for number, value in enumerate(values)}

    return read
