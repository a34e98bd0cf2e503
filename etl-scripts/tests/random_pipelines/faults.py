"""Faults put into good pipelines, each with the field that the language must name."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from random_pipelines.kinds import NUMBERS
from random_pipelines.making import RandomPipeline
from random_pipelines.trees import NotMade

Document = dict[str, Any]

# The fields whose value is the name of a column that there must be.
_NAMES = ("column", "left", "right")
_LISTS = ("columns", "partitionBy")
_UNKNOWN = "no such column"


def _named_columns(node: Any, field: str) -> Iterator[tuple[Any, Any, str]]:
    """Where steps name columns that there must be: what holds the name, its key, its field."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        place = f"{field}[{key}]" if isinstance(key, int) else f"{field}.{key}"
        if key in _NAMES and isinstance(value, str):
            yield node, key, place
        elif key in _LISTS and value and isinstance(value[0], str):
            yield from ((value, index, f"{place}[{index}]") for index in range(len(value)))
        elif isinstance(value, (dict, list)):
            yield from _named_columns(value, place)


def _one(rng: random.Random, found: Sequence[Any]) -> Any:
    if not found:
        raise NotMade
    return rng.choice(found)


def _step(rng: random.Random, document: Document, *kinds: str) -> tuple[Document, str]:
    """A step, of one of the kinds, and its field."""
    steps = list(enumerate(document["transform"]))
    index, step = _one(rng, [one for one in steps if not kinds or one[1]["kind"] in kinds])
    return step, f"transform[{index}]"


def _unknown_column(rng: random.Random, document: Document) -> str:
    places = list(_named_columns(document["transform"], "transform"))
    holder, key, field = _one(rng, places)
    holder[key] = _UNKNOWN
    return field


def _unknown_in_expression(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document, "filter", "derive")
    if step["kind"] == "filter":
        step["condition"] = f"({step['condition']}) AND `{_UNKNOWN}` IS NULL"
        return f"{field}.condition"
    index = rng.randrange(len(step["columns"]))
    step["columns"][index]["expression"] = f"coalesce(`{_UNKNOWN}`, 1)"
    return f"{field}.columns[{index}].expression"


def _bad_expression(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document, "filter")
    bad = (
        "({}",
        "{} AND",
        "rand() < 0.5 OR {}",
        "sum(1) > 0 AND {}",
        "{}; {}",
        "EXISTS (SELECT 1)",
    )
    step["condition"] = rng.choice(bad).format(step["condition"], "true")
    return f"{field}.condition"


def _unknown_kind(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document)
    step["kind"] += "s"
    return f"{field}.kind"


def _unknown_field(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document)
    step["comment"] = "why"
    return f"{field}.comment"


def _missing_field(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document)
    needed = {
        "aggregate": "measures",
        "filter": "condition",
        "join": "keys",
        "pivot": "measure",
        "sample": "fraction",
        "union": "source",
        "window": "measures",
    }.get(step["kind"], "columns")
    del step[needed]
    return f"{field}.{needed}"


def _repeated(rng: random.Random, document: Document) -> str:
    step, field = _step(
        rng, document, "cast", "deduplicate", "dropIncomplete", "fill", "mask", "rename", "select"
    )
    columns = step["columns"]
    columns.append(copy.deepcopy(columns[0]))
    return f"{field}.columns[{len(columns) - 1}]"


def _unknown_source(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document, "join", "union")
    step["source"] = "elsewhere"
    return f"{field}.source"


def _unread_source(_: random.Random, document: Document) -> str:
    document["sources"].append({**document["sources"][0], "name": "unread"})
    return "transform"


def _sources_alike(_: random.Random, document: Document) -> str:
    document["sources"].append(dict(document["sources"][-1]))
    return f"sources[{len(document['sources']) - 1}].name"


def _digits_missing(rng: random.Random, document: Document) -> str:
    index = rng.randrange(len(document["sources"]))
    document["sources"][index]["columns"][0].update(type="decimal", precision=None, scale=2)
    del document["sources"][index]["columns"][0]["precision"]
    return f"sources[{index}].columns[0].precision"


def _no_such_measure(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document, "aggregate", "window")
    step["measures"][0]["function"] = "median"
    return f"{field}.measures[0].function"


def _whole_sample(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document, "sample")
    step["fraction"] = rng.choice((0, 1, 1.5, -0.1, "half"))
    return f"{field}.fraction"


def _number_without_order(rng: random.Random, document: Document) -> str:
    step, field = _step(rng, document, "window")
    step["orderBy"] = []
    step["measures"] = [{"function": rng.choice(("rank", "row_number")), "as": "place"}]
    return f"{field}.orderBy"


def _partition(_: random.Random, document: Document) -> str:
    document["output"] = {"partitionBy": [_UNKNOWN]}
    return "output.partitionBy[0]"


ANYWHERE: Sequence[Callable[[random.Random, Document], str]] = (
    _unknown_column,
    _unknown_column,
    _unknown_in_expression,
    _bad_expression,
    _unknown_kind,
    _unknown_field,
    _missing_field,
    _repeated,
    _unknown_source,
    _unread_source,
    _sources_alike,
    _digits_missing,
    _no_such_measure,
    _whole_sample,
    _number_without_order,
    _partition,
)


def _typed(
    rng: random.Random, pipeline: RandomPipeline, foreseen: Mapping[str, str | None]
) -> tuple[Document, str]:
    """A last step that does not go with the type of a column, and the field to be named."""
    known = [(name, kind) for name, kind in foreseen.items() if kind is not None]
    name, kind = _one(rng, known)
    return _one(rng, list(_not_of_the_type(name, kind, f"transform[{len(pipeline.steps)}]")))


def _not_of_the_type(name: str, kind: str, at: str) -> Iterator[tuple[Document, str]]:
    one = {"column": name}

    def columns(step: str, field: str, **members: Any) -> tuple[Document, str]:
        return {"kind": step, "columns": [{**one, **members}]}, f"{at}.columns[0].{field}"

    number = kind.split("(")[0] in NUMBERS
    if not number:
        measures = [{"function": function, **one, "as": "total"} for function in ("sum", "avg")]
        for measure in measures:
            step = {"kind": "aggregate", "groupBy": [one], "measures": [measure]}
            yield step, f"{at}.measures[0].column"
    if kind != "string":
        yield columns("fill", "value", value="soon")
    digits = re.fullmatch(r"decimal\((\d+),(\d+)\)", kind)
    if digits:
        precision, scale = map(int, digits.groups())
        yield columns("fill", "value", value="1" + "0" * (precision - scale))
        yield columns("fill", "value", value="0." + "0" * scale + "1")
    if kind in ("date", "timestamp"):
        yield columns("cast", "type", type="int")
    if number or kind == "boolean":
        yield columns("cast", "type", type="date")


def with_fault(
    pipeline: RandomPipeline, seed: int, foreseen: Mapping[str, str | None]
) -> tuple[Document, str]:
    """A pipeline with a fault, and how the field begins that the language must name.

    `foreseen` are the columns of the good one, of which the language may not know each type.
    """
    rng = random.Random(seed)
    while True:
        document = copy.deepcopy(pipeline.document())
        try:
            if rng.random() < 0.3:
                step, field = _typed(rng, pipeline, foreseen)
                document["transform"].append(step)
                return document, field
            return document, rng.choice(ANYWHERE)(rng, document)
        except NotMade:
            continue
