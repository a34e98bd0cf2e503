"""Paths of columns and of fields in structs. AWS Glue Developer Guide, "apply_mapping"."""

import re

from pyspark.sql import functions as F

# What a path has behind an array whose elements are meant.
ELEMENTS = "[]"

PART = re.compile(r"(?:^|\.)(?:`((?:[^`]|``)+)`((?:\[\])*)|([^.]*))")


def parts_of(path):
    """The column and the fields of ``column.field``; backticks keep dots in a name."""
    return [ticked.replace("``", "`") or plain for ticked, _brackets, plain in PART.findall(path)]


def steps_of(path):
    """``a.b[].c`` as [a, b, [], c]."""
    steps = []
    for ticked, brackets, plain in PART.findall(path):
        while plain.endswith(ELEMENTS):
            plain, brackets = plain[: -len(ELEMENTS)], brackets + ELEMENTS
        steps += [ticked.replace("``", "`") or plain]
        steps += [ELEMENTS] * (len(brackets) // len(ELEMENTS))
    return steps


def place(chosen, target, column):
    """Puts a column where the target says: ``{"shop": {"no": column}}`` for ``shop.no``."""
    *structs, name = parts_of(target)
    within = chosen
    for struct in structs:
        within = within.setdefault(struct, {})
        if not isinstance(within, dict):
            raise ValueError(f"apply_mapping: {target!r} is in {struct!r}, which is a value itself")
    if isinstance(within.get(name), dict):
        raise ValueError(f"apply_mapping: {target!r} is a struct and a value itself")
    # A list, because Glue lets several mappings make columns of one name.
    within.setdefault(name, []).append(column)


def structs(chosen):
    columns = []
    for name, inner in chosen.items():
        if isinstance(inner, dict):
            columns.append(F.struct(*structs(inner)).alias(name))
        else:
            columns.extend(column.alias(name) for column in inner)
    return columns
