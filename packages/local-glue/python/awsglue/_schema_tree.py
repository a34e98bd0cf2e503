"""A schema as Glue prints it. AWS Glue Developer Guide, "printSchema" of a DynamicFrame."""

from pyspark.sql import types as T

from awsglue._choice import glue_name, is_choice


def tree(schema):
    return "\n".join(["root", *_members(schema.fields, "")])


def _members(fields, indent):
    lines = []
    for field in fields:
        kind = field.dataType
        if is_choice(field):
            lines.append(f"{indent}|-- {field.name}: choice")
            for each in kind.fields:
                lines.append(f"{indent}|    |-- {each.name}")
                lines += _inside(each.dataType, f"{indent}|    |    ")
        else:
            lines.append(f"{indent}|-- {field.name}: {_name(kind)}")
            lines += _inside(kind, f"{indent}|    ")
    return lines


def _inside(kind, indent):
    if isinstance(kind, T.StructType):
        return _members(kind.fields, indent)
    if isinstance(kind, T.ArrayType):
        return _members([T.StructField("element", kind.elementType)], indent)
    if isinstance(kind, T.MapType):
        members = [
            T.StructField("keyType", kind.keyType),
            T.StructField("valueType", kind.valueType),
        ]
        return _members(members, indent)
    return []


def _name(kind):
    return kind.simpleString() if isinstance(kind, T.DecimalType) else glue_name(kind)
