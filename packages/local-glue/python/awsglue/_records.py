"""Rows as dictionaries, whose types are found by looking at all of them.

AWS Glue Developer Guide, "DynamicFrame class": records describe themselves. A struct is a
dictionary, and of a choice there is the value alone.
"""

import datetime
import decimal
import json

from pyspark.sql import types as T

from awsglue._choice import glue_name, is_choice, merged, merged_structs

_SCALARS = {
    bool: T.BooleanType(),
    float: T.DoubleType(),
    str: T.StringType(),
    bytes: T.BinaryType(),
    bytearray: T.BinaryType(),
    datetime.datetime: T.TimestampType(),
    datetime.date: T.DateType(),
    decimal.Decimal: T.DecimalType(38, 18),
}


def plain(value, data_type):
    """A value of a row as a function of a script sees it."""
    if value is None:
        return None
    if isinstance(data_type, T.StructType):
        found = {}
        for field, each in zip(data_type.fields, value, strict=True):
            if is_choice(field) and each is not None:
                members = zip(field.dataType.fields, each, strict=True)
                chosen = [(m.dataType, v) for m, v in members if v is not None]
                found[field.name] = plain(chosen[0][1], chosen[0][0]) if chosen else None
            else:
                found[field.name] = plain(each, field.dataType)
        return found
    if isinstance(data_type, T.ArrayType):
        return [plain(each, data_type.elementType) for each in value]
    if isinstance(data_type, T.MapType):
        return {key: plain(each, data_type.valueType) for key, each in value.items()}
    return value


def type_of(value):
    """The Spark type of a value of Python; of a dictionary a struct."""
    if value is None:
        return T.NullType()
    if isinstance(value, dict):
        return T.StructType([T.StructField(str(k), type_of(v)) for k, v in value.items()])
    if isinstance(value, (list, tuple, set)):
        element = T.StructField("element", T.NullType())
        for each in value:
            element = merged(element, T.StructField("element", type_of(each)))
        return T.ArrayType(T.StringType() if is_choice(element) else element.dataType)
    if isinstance(value, int) and not isinstance(value, bool):
        return T.IntegerType() if -(2**31) <= value < 2**31 else T.LongType()
    found = _SCALARS.get(type(value))
    if found is None:
        raise TypeError(f"a field of a record cannot be {type(value).__name__}: {value!r}")
    return found


def schema_of(records):
    """The struct that has all the dictionaries of an RDD; None of an empty one."""

    def of_partition(part):
        found = None
        for record in part:
            kind = type_of(record)
            found = kind if found is None else merged_structs(found, kind)
        return [] if found is None else [found]

    structs = records.mapPartitions(of_partition).collect()
    found = None
    for each in structs:
        found = each if found is None else merged_structs(found, each)
    return found


def settled(found, before=None):
    """A found schema as a frame can have it: like the schema ``before``, where values allow it."""
    there = {field.name: field for field in before.fields} if before else {}
    by_name = {field.name: field for field in found.fields}
    names = [name for name in there if name in by_name]
    names += [name for name in by_name if name not in there]
    return T.StructType([_settled(by_name[name], there.get(name)) for name in names])


def _settled(found, before):
    kind = found.dataType
    if before is not None and _holds(before, found):
        return before
    if is_choice(found):
        return found
    return T.StructField(found.name, _without_nulls(kind, before.dataType if before else None))


def _without_nulls(kind, before):
    if isinstance(kind, T.NullType):
        return before or T.StringType()
    if isinstance(kind, T.StructType):
        return settled(kind, before if isinstance(before, T.StructType) else None)
    if isinstance(kind, T.ArrayType):
        element = before.elementType if isinstance(before, T.ArrayType) else None
        return T.ArrayType(_without_nulls(kind.elementType, element))
    return kind


def _holds(before, found):
    """Whether the field can have what was found in it."""
    return all(
        any(_fits(added, each.dataType if is_choice(before) else before.dataType)
            for each in (before.dataType.fields if is_choice(before) else [before]))
        for added in (
            [each.dataType for each in found.dataType.fields] if is_choice(found)
            else [found.dataType]
        )
    )  # fmt: skip


def _fits(found, before):
    if isinstance(found, T.NullType) or found == before:
        return True
    if isinstance(found, T.IntegerType):
        return isinstance(before, T.IntegralType)
    if isinstance(found, T.DoubleType):
        return isinstance(before, T.FloatType)
    if isinstance(found, T.TimestampType):
        return isinstance(before, T.TimestampNTZType)
    if isinstance(found, T.DecimalType):
        return isinstance(before, T.DecimalType)
    if isinstance(found, T.ArrayType):
        return isinstance(before, T.ArrayType) and _fits(found.elementType, before.elementType)
    if isinstance(found, T.StructType):
        if isinstance(before, T.MapType):
            return all(
                not is_choice(each) and _fits(each.dataType, before.valueType)
                for each in found.fields
            )
        if isinstance(before, T.StructType) and before.names == found.names:
            return all(
                _holds(one, other) for one, other in zip(before.fields, found.fields, strict=True)
            )
    return False


def typed(value, field):
    """A value as a row of a frame has it: the reverse of ``plain``."""
    if value is None:
        return None
    kind = field.dataType
    if is_choice(field):
        found = type_of(value)
        fitting = [each for each in kind.fields if each.name == glue_name(found)]
        fitting += [each for each in kind.fields if _fits(found, each.dataType)]
        return tuple(typed(value, each) if each is fitting[0] else None for each in kind.fields)
    if isinstance(kind, T.StructType):
        return tuple(typed(value.get(each.name), each) for each in kind.fields)
    if isinstance(kind, T.ArrayType):
        element = T.StructField("element", kind.elementType)
        return [typed(each, element) for each in value]
    if isinstance(kind, T.MapType):
        member = T.StructField("value", kind.valueType)
        return {key: typed(each, member) for key, each in value.items()}
    if isinstance(kind, T.StringType) and not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def frame_of(session, records, before=None):
    """A DataFrame of an RDD of dictionaries; where there is none, of the schema ``before``."""
    found = schema_of(records)
    if found is None:
        return session.createDataFrame([], before or T.StructType([]))
    schema = settled(found, before)
    whole = T.StructField("record", schema)
    rows = records.map(lambda record: typed(record, whole))
    return session.createDataFrame(rows, schema, verifySchema=False)
