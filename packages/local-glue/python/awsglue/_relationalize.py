"""Nested columns as flat tables. AWS Glue Developer Guide, "unnest" and "relationalize"."""

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._choice import is_choice, named
from awsglue._types import quoted


def unnest(frame):
    """Fields of structs as columns, named by their path with dots. Choices stay."""
    columns = []

    def add(column, field, name):
        if is_choice(field) or not isinstance(field.dataType, T.StructType):
            columns.append(named(column, field, name))
            return
        for member in field.dataType.fields:
            add(column.getField(member.name), member, f"{name}.{member.name}")

    for field in frame.schema.fields:
        add(frame[quoted(field.name)], field, field.name)
    return frame.select(*columns)


def relationalize(frame, name):
    """{table: DataFrame}: the frame without structs and arrays, and a table for each array.

    Where an array was, its table's ``id`` is; ``index`` counts its elements from 0. The keys
    are settled at once, since a table and the one above it must have the same.
    """
    tables = {}
    _flatten(unnest(frame), name, name, tables)
    return tables


def _flatten(frame, root, table, tables):
    arrays = [field for field in frame.schema.fields if isinstance(field.dataType, T.ArrayType)]
    key = "row key"
    while key in frame.columns:
        key += "_"
    keyed = frame
    if arrays:
        keyed = frame.withColumn(key, F.monotonically_increasing_id() + 1).localCheckpoint()
    columns = []
    for field in frame.schema.fields:
        column = keyed[quoted(field.name)]
        if field in arrays:
            columns.append(F.when(column.isNotNull(), keyed[quoted(key)]).alias(field.name))
        else:
            columns.append(named(column, field))
    tables[table] = keyed.select(*columns)
    for field in arrays:
        elements = keyed.select(
            keyed[quoted(key)].alias("id"),
            F.posexplode(keyed[quoted(field.name)]).alias("index", f"{field.name}.val"),
        )
        # The names of an array's columns begin with its path.
        _flatten(unnest(elements), root, f"{root}_{field.name}", tables)
