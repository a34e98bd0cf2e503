"""Rows of frames by their values: joined, merged, split, and columns without any.

AWS Glue Developer Guide, "DynamicFrame class".
"""

import operator
from functools import reduce

from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._choice import is_choice, union
from awsglue._fields import change
from awsglue._paths import parts_of
from awsglue._types import quoted

COMPARISONS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def column_at(frame, path, case_sensitive=False):
    """A column, or a field of one. Raises a ValueError that names the path if there is none."""
    head, *fields = parts_of(path)
    names = frame.columns if case_sensitive else [name.lower() for name in frame.columns]
    if (head if case_sensitive else head.lower()) not in names:
        raise ValueError(f"there is no column {path!r}; there are {frame.columns}")
    column = frame[quoted(head)]
    kind = next(f for f in frame.schema.fields if f.name.lower() == head.lower()).dataType
    for field in fields:
        kind = kind.elementType if isinstance(kind, T.ArrayType) else kind
        inner = kind.fields if isinstance(kind, T.StructType) else []
        found = next((each for each in inner if each.name.lower() == field.lower()), None)
        if found is None and not isinstance(kind, T.MapType):
            raise ValueError(
                f"there is no field {path!r}: {field!r} is not among "
                f"{[each.name for each in inner]}"
            )
        kind = found.dataType if found else kind.valueType
        column = column.getField(field)
    return column


def join(left, right, paths1, paths2):
    """Rows with equal keys; of two columns with one name the right one gets a dot before it."""
    if len(paths1) != len(paths2):
        raise ValueError(f"join: {paths1} and {paths2} are not equally many keys")
    for path in paths2:
        column_at(right, path)
    taken = {name.lower() for name in left.columns}
    renamed = [f".{name}" if name.lower() in taken else name for name in right.columns]
    by_lower = dict(zip([name.lower() for name in right.columns], renamed, strict=True))
    right = right.toDF(*renamed)
    conditions = []
    for path1, path2 in zip(paths1, paths2, strict=True):
        head, *fields = parts_of(path2)
        other = reduce(
            lambda c, name: c.getField(name), fields, right[quoted(by_lower[head.lower()])]
        )
        conditions.append(column_at(left, path1) == other)
    return left.join(right, reduce(operator.and_, conditions), "inner")


def merge(frame, staged, keys):
    """The staged rows, and those of the frame whose keys are not among them."""
    for key in keys:
        column_at(frame, key)
        column_at(staged, key)
    names = staged.select(*[column_at(staged, key).alias(f"{n}") for n, key in enumerate(keys)])
    equal = [column_at(frame, key).eqNullSafe(names[f"{n}"]) for n, key in enumerate(keys)]
    return union(frame.join(names.distinct(), reduce(operator.and_, equal), "left_anti"), staged)


def split(frame, comparisons):
    """(rows for which all comparisons hold, all others); {path: {operator: value}}."""
    condition = F.lit(True)
    for path, wanted in comparisons.items():
        column = column_at(frame, path)
        for symbol, value in wanted.items():
            if symbol not in COMPARISONS:
                raise ValueError(f"split_rows: {symbol!r} is none of {sorted(COMPARISONS)}")
            condition = condition & COMPARISONS[symbol](column, F.lit(value))
    holds = F.coalesce(condition, F.lit(False))
    return frame.where(holds), frame.where(~holds)


def without_null_fields(frame):
    """The frame without the fields, also in structs, that are null in every row. Reads it once."""
    leaves = _leaves(frame.schema)
    if not leaves:
        return frame
    filled = frame.agg(
        *[F.count(column_at(frame, path)).alias(str(n)) for n, path in enumerate(leaves)]
    ).first()
    for n, path in enumerate(leaves):
        if filled[str(n)] == 0:
            frame = change(frame, path, lambda _column, _field: [])
    return frame


def _leaves(struct, prefix=""):
    found = []
    for field in struct.fields:
        path = f"{prefix}{quoted(field.name)}"
        if isinstance(field.dataType, T.StructType) and not is_choice(field):
            found += _leaves(field.dataType, f"{path}.")
        else:
            found.append(path)
    return found
