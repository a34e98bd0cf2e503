"""Names of types in Glue, Hive and Spark, and columns brought to them."""

import re

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T
from pyspark.sql.types import _parse_datatype_string

# AWS Glue Developer Guide, "AWS Glue data types": names that Spark spells otherwise.
GLUE_NAMES = {"long": "bigint", "short": "smallint", "byte": "tinyint", "integer": "int"}

# A member of a struct, which Spark wants quoted where it has blanks or signs.
MEMBER = re.compile(r"(?<=[<,])\s*([^<>,:`]+?)\s*:")

SPARK_COMPLEX = (T.StructType, T.ArrayType, T.MapType)


def spark_type(name: str) -> T.DataType:
    """The Spark type of a Glue or Hive type name, such as ``long`` or ``array<int>``."""
    text = name.strip()
    text = GLUE_NAMES.get(text.lower(), text)
    if text.lower().startswith(("char(", "varchar(")):
        text = "string"
    try:
        return _parse_datatype_string(MEMBER.sub(r"`\1`:", text))
    except Exception as error:
        raise ValueError(f"{name!r} is not a type of the Glue Data Catalog") from error


def conform(column: Column, actual: T.DataType, wanted: T.DataType) -> Column:
    """The column as the wanted type; fields of structs are found by name, in any case."""
    if actual == wanted:
        return column
    if isinstance(actual, T.StructType) and isinstance(wanted, T.StructType):
        by_name = {field.name.lower(): field for field in actual.fields}
        fields = []
        for field in wanted.fields:
            source = by_name.get(field.name.lower())
            value = (
                F.lit(None).cast(field.dataType)
                if source is None
                else conform(column.getField(source.name), source.dataType, field.dataType)
            )
            fields.append(value.alias(field.name))
        return F.when(column.isNotNull(), F.struct(*fields))
    if isinstance(actual, T.ArrayType) and isinstance(wanted, T.ArrayType):
        return F.transform(
            column, lambda item: conform(item, actual.elementType, wanted.elementType)
        )
    if isinstance(wanted, T.StringType) and isinstance(actual, SPARK_COMPLEX):
        return F.to_json(column)
    if isinstance(wanted, SPARK_COMPLEX) and isinstance(actual, T.StringType):
        return F.from_json(column, wanted)
    return column.cast(wanted)


def quoted(name: str) -> str:
    """A column's name for Spark, whatever characters it has."""
    return "`" + name.replace("`", "``") + "`"


def conform_frame(frame: DataFrame, wanted: T.StructType, names=None) -> DataFrame:
    """The wanted columns, found by name in any case; null where the frame has none.

    ``names`` says which of the frame's columns are meant where they have other names.
    """
    by_name = {field.name.lower(): field for field in frame.schema.fields}
    columns = []
    for field in wanted.fields:
        source = by_name.get((names or {}).get(field.name, field.name).lower())
        value = (
            F.lit(None).cast(field.dataType)
            if source is None
            else conform(F.col(quoted(source.name)), source.dataType, field.dataType)
        )
        columns.append(value.alias(field.name))
    return frame.select(*columns)
