"""What becomes of choices. AWS Glue Developer Guide, "resolveChoice" and "toDF"."""

from dataclasses import dataclass

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._choice import alternatives, glue_name, is_choice, named
from awsglue._fields import change
from awsglue._types import SPARK_COMPLEX, conform, quoted, spark_type

ACTIONS = ("cast", "project", "make_cols", "make_struct")


@dataclass(frozen=True)
class ResolveOption:
    """What ``toDF`` is to do with the choice at a path: KeepAsStruct, Project or Cast."""

    path: str
    action: str
    target: object = None

    def spec(self):
        """The same for ``resolveChoice``."""
        action = {"keepasstruct": "make_struct", "project": "project", "cast": "cast"}.get(
            self.action.lower()
        )
        if action is None:
            raise ValueError(f"toDF: {self.action!r} is not KeepAsStruct, Project or Cast")
        if action == "make_struct":
            return self.path, action
        target = self.target
        if not isinstance(target, str):
            target = target.simpleString() if isinstance(target, T.DataType) else repr(target)
        name = target.removesuffix("()").removesuffix("Type").lower()
        return self.path, f"{action}:{name}"


def resolve(frame, path, action):
    """The frame with the choice at a path resolved. ``cast:type`` casts any column."""
    kind, _colon, type_name = action.partition(":")
    if kind not in ACTIONS or (kind in ("cast", "project")) != bool(type_name):
        raise ValueError(
            f"resolveChoice: {action!r} is none of cast:type, project:type, make_cols, make_struct"
        )
    actions = {
        "cast": lambda column, field: [
            cast(column, field, spark_type(type_name)).alias(field.name)
        ],
        "project": lambda column, field: _project(column, field, spark_type(type_name)),
        "make_cols": _columns,
        "make_struct": _struct,
    }
    return change(frame, path, actions[kind])


def choice_paths(schema):
    """Where a schema has choices, outermost first."""
    paths = []

    def look(data_type, path):
        if isinstance(data_type, T.ArrayType):
            look(data_type.elementType, f"{path}[]")
        if isinstance(data_type, T.StructType):
            for field in data_type.fields:
                inner = f"{path}.{quoted(field.name)}" if path else quoted(field.name)
                if is_choice(field):
                    paths.append(inner)
                else:
                    look(field.dataType, inner)

    look(schema, "")
    return paths


def _members(column, field):
    return [(column.getField(each.name), each) for each in field.dataType.fields]


def cast(column, field, wanted):
    """Values of any type as the wanted one, null where they cannot be."""
    if not is_choice(field):
        return _converted(column, field.dataType, wanted)
    values = [_converted(value, each.dataType, wanted) for value, each in _members(column, field)]
    return F.coalesce(*values)


def _converted(column, actual, wanted):
    if isinstance(actual, SPARK_COMPLEX) and not isinstance(wanted, (T.StringType, type(actual))):
        return F.lit(None).cast(wanted)
    return conform(column, actual, wanted)


def _cast(column, field, wanted):
    return [cast(column, field, wanted).alias(field.name)]


def _project(column, field, wanted):
    """All values as one of the types that the choice has."""
    if not is_choice(field):
        return [named(column, field)]
    if glue_name(wanted) not in [glue_name(each) for each in alternatives(field)]:
        raise ValueError(
            f"resolveChoice: {field.name} is no {glue_name(wanted)}, which project needs; "
            f"its types are {', '.join(glue_name(each) for each in alternatives(field))}"
        )
    return _cast(column, field, wanted)


def _columns(column, field):
    if not is_choice(field):
        return [named(column, field)]
    return [value.alias(f"{field.name}_{each.name}") for value, each in _members(column, field)]


def _struct(column, field):
    if not is_choice(field):
        return [named(column, field)]
    members = [value.alias(each.name) for value, each in _members(column, field)]
    return [F.when(column.isNotNull(), F.struct(*members)).alias(field.name, metadata={})]
