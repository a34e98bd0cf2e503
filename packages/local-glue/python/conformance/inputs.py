"""Inputs made from botocore's service model: one that is valid, and many that are not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape

import regex_java

#: Values of which one fits most patterns of the models.
CANDIDATES = (
    "x",
    "name",
    "2",
    "5.1",
    "Sun:5",
    "arn:aws:glue:us-east-1:000000000000:job/x",
    "arn:aws:secretsmanager:us-east-1:000000000000:secret:x",
    "arn:aws:iam::000000000000:role/x",
    "arn:aws:kms:us-east-1:000000000000:key/x",
    "00000000-0000-0000-0000-000000000000",
    "000000000000",
    "s3://bucket/key",
)

#: Values of which one breaks most patterns.
BREAKING = ("line\nbreak", "bell\a", "no such value!", "*", "\n", " ")


def valid(shape: Shape) -> Any:
    """A value with only what the model requires."""
    if isinstance(shape, StructureShape):
        return {name: valid(shape.members[name]) for name in shape.required_members}
    low = shape.metadata.get("min") or 0
    if isinstance(shape, ListShape):
        return [valid(shape.member)] * low
    if isinstance(shape, MapShape):
        return {valid(shape.key): valid(shape.value)}
    if shape.type_name == "string":
        return _valid_string(shape, int(low))
    return {
        "integer": int(low) or 1,
        "long": int(low) or 1,
        "double": 1.0,
        "float": 1.0,
        "boolean": True,
        "timestamp": 0,
        "blob": b"x",
    }[shape.type_name]


def _valid_string(shape: Shape, low: int) -> str:
    values = shape.metadata.get("enum")
    if values:
        return values[0]
    pattern = shape.metadata.get("pattern")
    for candidate in CANDIDATES:
        text = candidate * max(1, -(-low // len(candidate)))
        if pattern is None or regex_java.compile(pattern).fullmatch(text):
            return text
    raise NotImplementedError(f"No value for the pattern {pattern} of {shape.name}")


@dataclass(frozen=True)
class BrokenInput:
    """An input with one fault."""

    members: Any
    #: Where the fault is, outermost first: names of members, `[]`, `{key}`, `{value}`.
    path: tuple[str, ...]
    #: `type`, or the constraint that does not hold.
    fault: str

    @property
    def member(self) -> str:
        """The innermost member with a name of its own."""
        return [step for step in self.path if step[0] not in "[{"][-1]

    def __str__(self) -> str:
        return f"{'.'.join(self.path)}-{self.fault}"


def broken(
    shape: StructureShape, is_unchecked: Callable[[tuple[str, ...]], bool]
) -> Iterator[BrokenInput]:
    """Every input with one fault that the model knows, but for those below unchecked paths."""
    for value, path, fault in _faults(shape, (), is_unchecked):
        if path:
            yield BrokenInput(value, path, fault)


def _faults(
    shape: Shape, above: tuple[str, ...], is_unchecked: Callable[[tuple[str, ...]], bool]
) -> Iterator[tuple[Any, tuple, str]]:
    if is_unchecked(above) or getattr(shape, "is_document_type", False):
        return
    yield _wrong_type(shape), (), "type"
    yield from _own_faults(shape)

    def below(member: Shape, step: str):
        for value, path, fault in _faults(member, (*above, step), is_unchecked):
            yield value, (step, *path), fault

    if isinstance(shape, StructureShape):
        whole = valid(shape)
        for name in shape.required_members:
            yield {k: v for k, v in whole.items() if k != name}, (name,), "required"
        for name, member in shape.members.items():
            for value, path, fault in below(member, name):
                yield {**whole, name: value}, path, fault
    elif isinstance(shape, ListShape):
        rest = valid(shape)[1:]
        for value, path, fault in below(shape.member, "[]"):
            yield [value, *rest], path, fault
    elif isinstance(shape, MapShape):
        for value, path, fault in below(shape.key, "{key}"):
            # Names of members are always text.
            if fault != "type":
                yield {value: valid(shape.value)}, path, fault
        for value, path, fault in below(shape.value, "{value}"):
            yield {valid(shape.key): value}, path, fault


def _wrong_type(shape: Shape) -> Any:
    return {"a": "structure"} if shape.type_name in {"string", "blob"} else "text"


def _own_faults(shape: Shape) -> Iterator[tuple[Any, tuple, str]]:
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if shape.type_name == "string":
        yield from _string_faults(shape, low, high)
    elif isinstance(shape, ListShape):
        if low:
            yield [], (), "min"
        if high is not None:
            yield [valid(shape.member)] * (high + 1), (), "max"
    elif isinstance(shape, MapShape):
        if high is not None and shape.key.metadata.get("enum") is None:
            yield {f"key{index}": valid(shape.value) for index in range(high + 1)}, (), "max"
    elif shape.type_name in {"integer", "long", "double", "float"}:
        if low is not None:
            yield low - 1, (), "min"
        if high is not None:
            yield high + 1, (), "max"


def _string_faults(shape: Shape, low: int | None, high: int | None):
    if shape.metadata.get("enum"):
        yield "NO_SUCH_VALUE", (), "enum"
        return
    if low:
        yield "", (), "min"
    if high is not None:
        yield "x" * (high + 1), (), "max"
    pattern = shape.metadata.get("pattern")
    if pattern:
        for text in BREAKING:
            fits = (low or 0) <= len(text) <= (high or len(text))
            if fits and not regex_java.compile(pattern).fullmatch(text):
                yield text, (), "pattern"
                return
