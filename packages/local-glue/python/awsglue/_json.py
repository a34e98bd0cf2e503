"""Records in JSON documents: what tables of the crawlers' JSON classifiers are read from.

AWS Glue Developer Guide, "Writing JSON custom classifiers".
"""

import json
import re

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._types import quoted

STEP = re.compile(
    r"""\.(?P<name>[^.\[\]*'"?()@\s]+)|\['(?P<single>[^']+)'\]|\["(?P<double>[^"]+)"\]"""
    r"""|\[(?P<index>\d+)\]|(?P<elements>\[\*\])|(?P<members>\.\*)"""
)


def json_path(table):
    """Where the records are in each document of a JSON table; None for one object a line.

    The crawler writes the path of a classifier into the table. Without one a file that is
    an array makes the only column ``array``.
    """
    descriptor = table["StorageDescriptor"]
    path = (table.get("Parameters") or {}).get("jsonPath") or (
        descriptor.get("Parameters") or {}
    ).get("jsonPath")
    if path:
        return path
    columns = descriptor.get("Columns") or []
    is_array = len(columns) == 1 and columns[0]["Type"].startswith("array<")
    return "$" if is_array and columns[0]["Name"] == "array" else None


def steps_of(path):
    """The steps of a JSON path. Raises a ValueError that names a path that is not supported."""
    steps, at = [], 1
    while at < len(path):
        found = STEP.match(path, at)
        if not found:
            raise ValueError(f"the JSON path {path!r} is not supported at {path[at:]!r}")
        steps.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    if not path.startswith("$"):
        raise ValueError(f"the JSON path {path!r} is not supported: it has to begin with $")
    return steps


def documents_in(text):
    """The values that follow each other in a text."""
    decoder = json.JSONDecoder()
    blanks = re.compile(r"[ \t\r\n]*")
    at = blanks.match(text, 1 if text.startswith("\ufeff") else 0).end()
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        yield value
        at = blanks.match(text, end).end()


def values_at(value, steps):
    """What the steps lead to from a value."""
    if not steps:
        yield value
        return
    (kind, key), rest = steps[0], steps[1:]
    inner = []
    if isinstance(value, dict):
        if kind == "members":
            inner = value.values()
        elif kind in ("name", "single", "double") and key in value:
            inner = [value[key]]
    elif isinstance(value, list):
        if kind == "elements":
            inner = value
        elif kind == "index":
            inner = value[int(key) :][:1]
    for each in inner:
        yield from values_at(each, rest)


def record_texts(text, path, only):
    """Each record as a JSON object; ``only`` names the column of records that are no objects."""
    steps = steps_of(path)
    return [
        json.dumps(
            {only: value} if only and not (isinstance(value, dict) and only in value) else value,
            ensure_ascii=False,
        )
        for document in documents_in(text)
        for value in values_at(document, steps)
    ]


def read_documents(read, paths, path, schema, keys, partition_schema):
    """The records of files, with the columns of the table and those of its partitions.

    ``keys`` names the member of each column in the records.
    """
    only = schema.names[0] if schema.names in (["array"], ["record"]) else None
    records = F.udf(lambda text: record_texts(text, path, only), T.ArrayType(T.StringType()))
    text_schema = T.StructType([T.StructField("value", T.StringType()), *partition_schema.fields])
    texts = read.format("text").option("wholetext", True).schema(text_schema).load(paths)
    members = T.StructType([T.StructField(keys[f.name], f.dataType) for f in schema.fields])
    partition = [F.col(quoted(name)) for name in partition_schema.names]
    return (
        texts.select(F.explode(records("value")).alias("record"), *partition)
        .select(F.from_json("record", members).alias("record"), *partition)
        .select(
            *[F.col("record").getField(keys[name]).alias(name) for name in schema.names],
            *partition,
        )
    )


def member_names(table):
    """The member of each column: the catalog has names in lower case only.

    ``mapping.<column>`` and ``paths`` of the library say it (the OpenX JSON SerDe of the
    AWS Glue Developer Guide's crawlers).
    """
    settings = (table["StorageDescriptor"].get("SerdeInfo") or {}).get("Parameters") or {}
    by_lower = {path.lower(): path for path in (settings.get("paths") or "").split(",")}
    return {
        column["Name"]: settings.get(f"mapping.{column['Name']}")
        or by_lower.get(column["Name"].lower(), column["Name"])
        for column in table["StorageDescriptor"].get("Columns") or []
    }
