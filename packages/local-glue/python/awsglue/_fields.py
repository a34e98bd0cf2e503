"""Fields at a path, changed in place: ``town``, ``address.town``, ``visits[].town``.

AWS Glue Developer Guide, "resolveChoice": two brackets stand for the elements of an array. A path
without them reaches into elements as well.
"""

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._choice import named
from awsglue._paths import ELEMENTS, steps_of
from awsglue._types import quoted


def change(frame, path, action):
    """The frame with the field at a path replaced by the columns that ``action`` makes of it.

    ``action(column, field)`` gives named columns: none drops the field. Raises a ValueError
    that names the path where it leads nowhere.
    """
    columns = _changed(lambda field: frame[quoted(field.name)], frame.schema, steps_of(path),
                       action, path)  # fmt: skip
    return frame.select(*columns)


def _changed(column_of, struct, steps, action, path):
    names = [field.name.lower() for field in struct.fields]
    if steps[0].lower() not in names:
        raise ValueError(
            f"there is no field {path!r}: {steps[0]!r} is not among "
            f"{[field.name for field in struct.fields]}"
        )
    columns = []
    for field in struct.fields:
        column = column_of(field)
        if field.name.lower() == steps[0].lower():
            columns += _changed_at(column, field, steps[1:], action, path)
        else:
            columns.append(named(column, field))
    return columns


def _changed_at(column, field, steps, action, path):
    if not steps:
        return action(column, field)
    kind = field.dataType
    if isinstance(kind, T.ArrayType):
        rest = steps[1:] if steps[0] == ELEMENTS else steps
        element = T.StructField("element", kind.elementType)

        def each(item):
            made = _changed_at(item, element, rest, action, path)
            if len(made) != 1:
                raise ValueError(f"the elements of {path!r} cannot become {len(made)} columns")
            return made[0]

        return [named(F.transform(column, each), field)]
    if not isinstance(kind, T.StructType):
        raise ValueError(f"there is no field {path!r}: {field.name} is {kind.simpleString()}")
    inner = _changed(lambda member: column.getField(member.name), kind, steps, action, path)
    if not inner:
        return []
    return [named(F.when(column.isNotNull(), F.struct(*inner)), field)]


def select(frame, paths):
    """Only the fields at the paths, inside the structs that they are in, in the order given."""
    tree = {}
    for path in paths:
        branch = tree
        for step in steps_of(path):
            if step != ELEMENTS:
                branch = branch.setdefault(step, {})
        # The whole field, whatever of it is named besides.
        branch[None] = True
    return frame.select(*_selected(lambda f: frame[quoted(f.name)], frame.schema, tree))


def _selected(column_of, struct, tree):
    by_name = {field.name.lower(): field for field in struct.fields}
    columns = []
    for name, branch in tree.items():
        if name is None:
            continue
        field = by_name.get(name.lower())
        if field is None:
            raise ValueError(f"there is no column {name!r}; there are {struct.names}")
        columns.append(named(_pruned(column_of(field), field, branch), field))
    return columns


def _pruned(column, field, branch):
    kind = field.dataType
    if branch.get(None):
        return column
    if isinstance(kind, T.ArrayType):
        element = T.StructField("element", kind.elementType)
        return F.transform(column, lambda item: _pruned(item, element, branch))
    if not isinstance(kind, T.StructType):
        missing = next(iter(branch))
        raise ValueError(f"there is no field {missing!r} in {field.name}: {kind.simpleString()}")
    inner = _selected(lambda member: column.getField(member.name), kind, branch)
    return F.when(column.isNotNull(), F.struct(*inner))
