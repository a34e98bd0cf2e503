"""JSON whose members have values of several types, as choices of them.

Spark settles for texts there, or for ``double`` where some numbers are whole; whether it has
is only known from the values, which are read once more for it.
"""

import json

from pyspark.sql import types as T

from awsglue._choice import choice_field, has_choice, is_choice
from awsglue._formats import file_groups, is_true, load, reader
from awsglue._json import documents_in
from awsglue._records import schema_of, settled, typed


def read_json(spark, paths, format, format_options, recurse, source=None):
    """The objects in the files. Whole numbers are ``long``, within choices ``int`` if they fit."""
    options = dict(format_options or {})
    groups = file_groups(spark, paths, recurse, source)
    frame = load(reader(spark, format, options), groups, recurse)
    if frame is None:
        return spark.createDataFrame([], T.StructType([]))
    if "_corrupt_record" in frame.columns:
        return frame
    is_whole = is_true(options.get("multiline", options.get("multiLine")))
    texts = load(spark.read.format("text").option("wholetext", is_whole), groups, recurse)
    records = texts.rdd.flatMap(lambda row: _objects(row.value, is_whole))
    found = schema_of(records)
    if found is None or not has_choice(found):
        return frame
    partitions = texts.schema.fields[1:]
    schema = _with_longs(settled(found))
    whole = T.StructField("record", schema)
    rows = texts.rdd.flatMap(
        lambda row: [(*typed(each, whole), *row[1:]) for each in _objects(row.value, is_whole)]
    )
    return spark.createDataFrame(
        rows, T.StructType([*schema.fields, *partitions]), verifySchema=False
    )


def _objects(text, is_whole):
    """The records in a line, or in a file: arrays are lists of them."""
    documents = documents_in(text) if is_whole else [json.loads(text)] if text.strip() else []
    for document in documents:
        yield from document if isinstance(document, list) else [document]


def _with_longs(data_type):
    if isinstance(data_type, T.StructType):
        return T.StructType(
            [
                T.StructField(f.name, _with_longs(f.dataType)) if not is_choice(f) else _choice(f)
                for f in data_type.fields
            ]
        )
    if isinstance(data_type, T.ArrayType):
        return T.ArrayType(_with_longs(data_type.elementType))
    return T.LongType() if isinstance(data_type, T.IntegerType) else data_type


def _choice(field):
    kinds = [
        each.dataType if isinstance(each.dataType, T.IntegerType) else _with_longs(each.dataType)
        for each in field.dataType.fields
    ]
    return choice_field(field.name, kinds)
