"""Makes a random pipeline: sources with rows, and steps that fit them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from random_pipelines.aggregates import FUNCTIONS, measured
from random_pipelines.casting import castable
from random_pipelines.kinds import STRING, Kind
from random_pipelines.tables import Table, random_columns, random_kind, random_rows
from random_pipelines.translation import Columns, translated
from random_pipelines.trees import NotMade, condition, value

Step = dict[str, Any]

_VALUES: Mapping[str, tuple[str, ...]] = {
    "boolean": ("true", "FALSE"),
    "int": ("0", "-7", "+5", "2147483647"),
    "bigint": ("0", "-4294967296", "9223372036854775807"),
    "double": ("0", "0.25", "-1e3", ".5"),
    "string": ("", "none", "日本", "it's"),
    "date": ("2024-01-31", "1582-10-15", "2024-02-29"),
    "timestamp": ("2024-01-31T12:00:00Z", "2024-01-31 12:00", "2024-01-31 12:00:00.5 +01:00"),
}


class RandomPipeline(NamedTuple):
    """Steps on tables, the first of which they begin with."""

    tables: dict[str, Table]
    steps: list[Step]

    def document(self) -> dict[str, Any]:
        """As `pipeline.yaml` has it."""
        return {
            "apiVersion": "glue-pipelines.io/v2",
            "name": "random",
            "description": "Made at random",
            "owner": "group:default/tests",
            "sources": [
                {
                    "name": name,
                    "uri": f"s3://random/{name}/",
                    "format": "parquet",
                    "columns": [
                        {"name": column, **kind.words} for column, kind in table.columns.items()
                    ],
                }
                for name, table in self.tables.items()
            ],
            "transform": self.steps,
            "warehouse": {"table": "random_rows"},
        }


class _Maker:
    """What is made so far: the columns after the last step, and all tables."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.columns: Columns = random_columns(rng)
        self.tables = {"rows": Table(self.columns, random_rows(rng, self.columns))}
        self._names = 0

    def new_name(self) -> str:
        self._names += 1
        return f"c{self._names}"

    def some(self, most: int = 3) -> list[str]:
        return self.rng.sample(
            list(self.columns), self.rng.randint(1, min(most, len(self.columns)))
        )

    def one(self, fits: Callable[[Kind], bool] = lambda _: True) -> str:
        names = [name for name, kind in self.columns.items() if fits(kind)]
        if not names:
            raise NotMade
        return self.rng.choice(names)

    def order(self) -> list[dict[str, str]]:
        return [
            {"column": name, **self.rng.choice(({}, {"direction": "descending"}))}
            for name in self.some(2)
        ]

    def text_of(self, kind: Kind) -> str:
        """A text of a type, as a pipeline has it."""
        if kind.name == "decimal":
            number = str(self.rng.randint(0, 10 ** min(3, kind.precision) - 1)).zfill(4)
            scale = min(kind.scale, 3)
            return f"{number[: 4 - scale]}.{number[4 - scale :]}" if scale else number
        return self.rng.choice(_VALUES[kind.name])

    def measure(self, functions: tuple[str, ...] = FUNCTIONS) -> Step:
        name = self.rng.choice(functions)
        if name == "count" and self.rng.random() < 0.5:
            return {"function": name}
        made = {"function": name, "column": self.one()}
        measured(made, self.columns)
        return made

    def source(self, columns: Columns) -> str:
        name = f"source{len(self.tables)}"
        self.tables[name] = Table(columns, random_rows(self.rng, columns))
        return name


def _join(maker: _Maker) -> Step:
    rng = maker.rng
    left = maker.one(lambda kind: kind.grade != "rough")
    kind = maker.columns[left]
    columns = random_columns(rng)
    right = left if rng.random() < 0.5 else rng.choice(list(columns))
    if kind.number and rng.random() < 0.3:
        kind = rng.choice((Kind("int"), Kind("bigint"), Kind("decimal", 6, 1)))
    columns[right] = kind._replace(grade="plain") if kind.name == "double" else kind
    types = ("inner", "left", "right", "full", "semi", "anti")
    return {
        "kind": "join",
        "source": maker.source(columns),
        "type": rng.choice(types),
        "keys": [{"left": left, "right": right}],
    }


def _union(maker: _Maker) -> Step:
    names = list(maker.columns)
    maker.rng.shuffle(names)
    kinds = maker.columns
    columns = {
        name: kinds[name]._replace(grade="plain") if kinds[name].name == "double" else kinds[name]
        for name in names
    }
    return {"kind": "union", "source": maker.source(columns)}


def _aggregate(maker: _Maker) -> Step:
    groups: list[Step] = [{"column": name} for name in maker.some(2)]
    if maker.rng.random() < 0.4:
        groups.append({"expression": value(maker.rng, maker.columns), "as": maker.new_name()})
    if maker.rng.random() < 0.3:
        groups[0]["as"] = maker.new_name()
    measures = [{**maker.measure(), "as": maker.new_name()} for _ in range(maker.rng.randint(1, 3))]
    return {"groupBy": groups, "measures": measures}


def _cast(maker: _Maker) -> Step:
    columns = []
    for name in maker.some(2):
        wanted = random_kind(maker.rng)
        if not castable(maker.columns[name], wanted):
            wanted = STRING
        columns.append({"column": name, **wanted.words})
    return {"columns": columns, "onInvalid": maker.rng.choice(("setNull", "setNull", "fail"))}


def _derive(maker: _Maker) -> Step:
    columns, made = dict(maker.columns), []
    for _ in range(maker.rng.randint(1, 2)):
        replaced = maker.rng.random() < 0.2
        name = maker.one() if replaced else maker.new_name()
        if any(one["as"] == name for one in made) or not name.isascii() or not name.isalnum():
            name = maker.new_name()
        expression = value(maker.rng, columns)
        columns[name] = expression.tree.kind(columns)
        made.append({"as": name, "expression": expression})
    return {"columns": made}


def _deduplicate(maker: _Maker) -> Step:
    ordered = {"orderBy": maker.order()} if maker.rng.random() < 0.6 else {}
    return {"columns": maker.some(2), **ordered}


def _drop_incomplete(maker: _Maker) -> Step:
    return {"columns": maker.some(2)}


def _fill(maker: _Maker) -> Step:
    columns = [
        {"column": name, "value": maker.text_of(maker.columns[name])} for name in maker.some(2)
    ]
    return {"columns": columns}


def _filter(maker: _Maker) -> Step:
    return {"condition": condition(maker.rng, maker.columns)}


def _mask(maker: _Maker) -> Step:
    rng = maker.rng
    options = (
        {"method": "hash"},
        {"method": "hash", "salt": "it's:"},
        {"method": "redact"},
        {"method": "keepLast"},
        {"method": "keepLast", "keep": rng.randint(1, 6)},
    )
    return {"columns": [{"column": name, **rng.choice(options)} for name in maker.some(2)]}


def _pivot(maker: _Maker) -> Step:
    column = maker.one(lambda kind: kind.grade != "rough")
    others = [name for name in maker.columns if name != column]
    if not others:
        raise NotMade
    texts = {maker.text_of(maker.columns[column]) for _ in range(3)}
    return {
        "columns": maker.rng.sample(others, maker.rng.randint(1, min(2, len(others)))),
        "column": column,
        "values": [{"value": text, "as": maker.new_name()} for text in sorted(texts)],
        "measure": maker.measure(),
    }


def _rename(maker: _Maker) -> Step:
    return {"columns": [{"column": name, "as": maker.new_name()} for name in maker.some()]}


def _sample(maker: _Maker) -> Step:
    seed = {"seed": maker.rng.randint(0, 2**31 - 1)} if maker.rng.random() < 0.5 else {}
    return {"fraction": maker.rng.choice((0.3, 0.5, 0.75, 0.9)), **seed}


def _select(maker: _Maker) -> Step:
    return {"columns": maker.some(6)}


def _window(maker: _Maker) -> Step:
    order_by = maker.order() if maker.rng.random() < 0.8 else []
    functions: tuple[str, ...] = FUNCTIONS
    if order_by:
        functions = (*FUNCTIONS, "row_number", "rank", "dense_rank", "lag", "lead")
    measures = []
    for _ in range(maker.rng.randint(1, 3)):
        name = maker.rng.choice(functions)
        if name in ("lag", "lead"):
            made = {"function": name, "column": maker.one(), "offset": maker.rng.randint(1, 2)}
        else:
            made = maker.measure((name,)) if name in FUNCTIONS else {"function": name}
        measures.append({**made, "as": maker.new_name()})
    groups = maker.some(2) if maker.rng.random() < 0.8 else []
    return {"partitionBy": groups, "orderBy": order_by, "measures": measures}


KINDS: Mapping[str, Callable[[_Maker], Step]] = {
    "aggregate": _aggregate,
    "cast": _cast,
    "deduplicate": _deduplicate,
    "derive": _derive,
    "dropIncomplete": _drop_incomplete,
    "fill": _fill,
    "filter": _filter,
    "join": _join,
    "mask": _mask,
    "pivot": _pivot,
    "rename": _rename,
    "sample": _sample,
    "select": _select,
    "union": _union,
    "window": _window,
}

# How often a step is tried anew for which there are no columns.
_TRIES = 200
_READING = ("join", "union")


def _add(maker: _Maker, steps: list[Step], kind: str) -> None:
    before = dict(maker.tables)
    try:
        step = {"kind": kind, **KINDS[kind](maker)}
        if kind != "sample":
            sources = {name: table.columns for name, table in maker.tables.items()}
            maker.columns = translated(step, maker.columns, sources).columns
    except NotMade:
        maker.tables = before
        return
    steps.append(step)


def random_pipeline(seed: int) -> RandomPipeline:
    """The pipeline of a seed: 1 to 3 sources, 1 to 6 steps."""
    rng = random.Random(seed)
    maker = _Maker(rng)
    sources, wanted = rng.randint(1, 3), rng.randint(1, 6)
    steps: list[Step] = []
    for _ in range(_TRIES):
        if len(steps) >= wanted and len(maker.tables) >= sources:
            break
        reads = len(maker.tables) < sources and rng.random() < 0.5
        own = [kind for kind in KINDS if kind not in _READING]
        _add(maker, steps, rng.choice(_READING if reads else own))
    return RandomPipeline(maker.tables, steps)
