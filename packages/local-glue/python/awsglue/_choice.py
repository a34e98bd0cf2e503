"""Choice types: fields whose values have more than one type.

AWS Glue Developer Guide, "DynamicFrame class". Here such a field is a struct with a member for
each type, named as Glue names the type, at most one of which is not null, and a mark in its
metadata. A DataFrame that leaves a DynamicFrame has the struct without the mark.
"""

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._types import conform, quoted

MARK = "awsglue.choice"

_NAMES = {
    T.IntegerType: "int",
    T.LongType: "long",
    T.ShortType: "short",
    T.ByteType: "byte",
    T.DecimalType: "decimal",
}
_INTEGRAL = [T.ByteType, T.ShortType, T.IntegerType, T.LongType]


def glue_name(data_type):
    """Glue's name of a type, without parameters: ``long``, ``struct``."""
    return _NAMES.get(type(data_type), data_type.typeName())


def is_choice(field):
    return field.metadata.get(MARK) is True


def choice_field(name, types):
    members = [T.StructField(glue_name(each), each) for each in types]
    return T.StructField(name, T.StructType(members), True, {MARK: True})


def alternatives(field):
    """The types that the values of a field have."""
    if is_choice(field):
        return [each.dataType for each in field.dataType.fields]
    return [field.dataType]


def has_choice(data_type):
    if isinstance(data_type, T.StructType):
        return any(is_choice(each) or has_choice(each.dataType) for each in data_type.fields)
    return isinstance(data_type, T.ArrayType) and has_choice(data_type.elementType)


def merged_structs(one, two):
    """The fields of both, found by name in any case; where types differ, choices of them."""
    found = {field.name.lower(): field for field in two.fields}
    fields = []
    for field in one.fields:
        other = found.pop(field.name.lower(), None)
        fields.append(field if other is None else merged(field, other))
    return T.StructType([*fields, *found.values()])


def merged(one, two):
    """The field that has the values of both."""
    types = list(alternatives(one))
    for added in alternatives(two):
        for position, there in enumerate(types):
            common = _common(there, added)
            if common is not None:
                types[position] = common
                break
        else:
            types.append(added)
    if len(types) == 1:
        return T.StructField(one.name, types[0])
    return choice_field(one.name, types)


def _common(one, two):
    """The type of values of both types; None where only a choice has both."""
    if one == two or isinstance(two, T.NullType):
        return one
    if isinstance(one, T.NullType):
        return two
    if type(one) in _INTEGRAL and type(two) in _INTEGRAL:
        return max(one, two, key=lambda each: _INTEGRAL.index(type(each)))
    if isinstance(one, T.DecimalType) and isinstance(two, T.DecimalType):
        scale = max(one.scale, two.scale)
        whole = max(one.precision - one.scale, two.precision - two.scale)
        return T.DecimalType(min(38, whole + scale), scale)
    if isinstance(one, T.StructType) and isinstance(two, T.StructType):
        return merged_structs(one, two)
    if isinstance(one, T.ArrayType) and isinstance(two, T.ArrayType):
        element = merged(_element(one), _element(two))
        # An element has no metadata for the mark: it is then a text, as Spark has it.
        return T.ArrayType(T.StringType() if is_choice(element) else element.dataType)
    if isinstance(one, T.MapType) and isinstance(two, T.MapType) and one.keyType == two.keyType:
        value = _common(one.valueType, two.valueType)
        return T.MapType(one.keyType, T.StringType() if value is None else value)
    return None


def _element(array):
    return T.StructField("element", array.elementType)


def named(column, field, name=None):
    """The column under the name of a field, with its metadata."""
    if field.metadata:
        return column.alias(name or field.name, metadata=field.metadata)
    return column.alias(name or field.name)


def brought(column, actual, wanted):
    """A column with the values of field ``actual`` as one of the merged field ``wanted``."""
    if actual == wanted:
        return column
    if is_choice(wanted):
        members = []
        for member in wanted.dataType.fields:
            value = F.lit(None).cast(member.dataType)
            for source, data_type in _sources(column, actual):
                if _common(member.dataType, data_type) == member.dataType:
                    value = brought(source, T.StructField("", data_type), member)
                    break
            members.append(value.alias(member.name))
        return F.when(column.isNotNull(), F.struct(*members))
    if isinstance(actual.dataType, T.StructType) and isinstance(wanted.dataType, T.StructType):
        by_name = {field.name.lower(): field for field in actual.dataType.fields}
        members = []
        for field in wanted.dataType.fields:
            source = by_name.get(field.name.lower())
            value = (
                F.lit(None).cast(field.dataType)
                if source is None
                else brought(column.getField(source.name), source, field)
            )
            members.append(named(value, field))
        return F.when(column.isNotNull(), F.struct(*members))
    if isinstance(actual.dataType, T.ArrayType) and isinstance(wanted.dataType, T.ArrayType):
        element, other = _element(actual.dataType), _element(wanted.dataType)
        return F.transform(column, lambda each: brought(each, element, other))
    return conform(column, actual.dataType, wanted.dataType)


def _sources(column, field):
    if is_choice(field):
        return [(column.getField(each.name), each.dataType) for each in field.dataType.fields]
    return [(column, field.dataType)]


def brought_frame(frame, schema):
    """The frame with the columns of a schema that ``merged_structs`` made of its own."""
    by_name = {field.name.lower(): field for field in frame.schema.fields}
    columns = []
    for field in schema.fields:
        source = by_name.get(field.name.lower())
        value = (
            F.lit(None).cast(field.dataType)
            if source is None
            else brought(F.col(quoted(source.name)), source, field)
        )
        columns.append(named(value, field))
    return frame.select(*columns)


def union(one, two):
    """The rows of both; columns are found by name, and where their types differ, a choice."""
    schema = merged_structs(one.schema, two.schema)
    return brought_frame(one, schema).union(brought_frame(two, schema))


def texts_as_choices(frame, wanted):
    """Columns of texts as the wanted types; where a number is no number, a choice of both.

    The data is read once to find out.
    """
    numbers = [f for f in wanted.fields if isinstance(f.dataType, T.NumericType)]
    strays = set()
    if numbers:
        text = {f.name: F.col(quoted(f.name)) for f in numbers}
        is_stray = [
            F.max(text[f.name].isNotNull() & text[f.name].cast(f.dataType).isNull()).alias(str(n))
            for n, f in enumerate(numbers)
        ]
        found = frame.agg(*is_stray).first()
        strays = {f.name for n, f in enumerate(numbers) if found[str(n)]}
    columns = []
    for field in wanted.fields:
        text = F.col(quoted(field.name))
        if field.name not in strays:
            columns.append(conform(text, T.StringType(), field.dataType).alias(field.name))
            continue
        number = text.cast(field.dataType)
        choice = choice_field(field.name, [field.dataType, T.StringType()])
        both = F.struct(
            number.alias(glue_name(field.dataType)),
            F.when(number.isNull(), text).alias("string"),
        )
        columns.append(named(F.when(text.isNotNull(), both), choice))
    return frame.select(*columns)
