"""Compares the tables by which local-glue checks requests with botocore's service model."""

import re
from collections.abc import Iterator

from botocore.model import Shape

#: The model's types under the names that the tables use.
TABLE_KINDS = {
    "string": "string",
    # In Base64.
    "blob": "string",
    "integer": "integer",
    "long": "integer",
    "double": "double",
    "float": "double",
    "boolean": "boolean",
    "timestamp": "timestamp",
    "list": "list",
    "map": "map",
    "structure": "structure",
}


def differences(table: dict, shape: Shape, path: str) -> Iterator[tuple[str, str]]:
    """
    Every place where a table and the model disagree, as (path, difference).

    `path` is the operation's name at the top; below it come members (`.Name`), elements (`[]`),
    and the keys and values of maps (`{key}`, `{value}`).
    """
    kind = table["kind"]
    if kind == "document":
        yield path, f"any JSON here, {shape.type_name} in the model"
        return
    if kind != TABLE_KINDS.get(shape.type_name):
        yield path, f"{kind} here, {shape.type_name} in the model"
        return
    if kind in {"string", "integer", "double", "list", "map"}:
        yield from _constraint_differences(table, shape, path)
    if kind == "structure":
        yield from _structure_differences(table, shape, path)
    elif kind == "list":
        yield from differences(table["of"], shape.member, f"{path}[]")
    elif kind == "map":
        yield from differences(table["key"], shape.key, f"{path}{{key}}")
        yield from differences(table["value"], shape.value, f"{path}{{value}}")


def _structure_differences(table: dict, shape: Shape, path: str) -> Iterator[tuple[str, str]]:
    declared = {**table["required"], **table["optional"]}
    for name in sorted(declared.keys() - shape.members.keys()):
        yield f"{path}.{name}", "not in the model"
    for name, member in shape.members.items():
        below = f"{path}.{name}"
        if name not in declared:
            yield below, "not declared here"
            continue
        here, there = name in table["required"], name in shape.required_members
        if here != there:
            yield below, f"required here: {here}, in the model: {there}"
        yield from differences(declared[name], member, below)


def _constraint_differences(table: dict, shape: Shape, path: str) -> Iterator[tuple[str, str]]:
    # A set of values says more than bounds of their lengths.
    for bound in () if table.get("values") else ("min", "max"):
        here, there = table.get(bound), shape.metadata.get(bound)
        # A lower bound of nothing is no bound.
        if (here or None) != (there or None):
            yield path, f"{bound} {here} here, {there} in the model"
    here, there = table.get("values"), shape.metadata.get("enum")
    if set(here or ()) != set(there or ()):
        missing = sorted(set(there or ()) - set(here or ()))
        extra = sorted(set(here or ()) - set(there or ()))
        if not here:
            yield path, f"any value here, an enumeration of {len(there)} in the model"
        else:
            yield path, f"values missing here: {missing}, only here: {extra}"
    pattern = table.get("pattern", {}).get("expression")
    modelled = shape.metadata.get("pattern")
    if not same_pattern(pattern, modelled):
        yield path, f"pattern {pattern} here, {modelled} in the model"


def same_pattern(ours: str | None, theirs: str | None) -> bool:
    """Whether a JavaScript expression says what the model's Java expression says, by their text."""
    if ours is None or theirs is None:
        return not ours and not theirs
    return _canonical(ours) == _canonical(theirs)


def _canonical(expression: str) -> str:
    # Glue's patterns hold for the whole value, whether they are anchored or not.
    text = expression.removeprefix("^").removesuffix("$")
    text = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda found: _code_point(found[1]), text)
    # Some characters stand for themselves with and without a backslash; more do between brackets.
    text = re.sub(r"\\([!/=])", r"\1", text)
    text = re.sub(r"\[[^]]*\]", lambda found: re.sub(r"\\([.+]|-\])", r"\1", found[0]), text)
    # Java writes characters above U+FFFF as two surrogates.
    text = re.sub(
        r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})",
        lambda found: _code_point(
            f"{0x10000 + ((int(found[1], 16) - 0xD800) << 10) + int(found[2], 16) - 0xDC00:x}"
        ),
        text,
    )
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: _code_point(found[1]), text)


def _code_point(digits: str) -> str:
    return f"<{int(digits, 16):X}>"
