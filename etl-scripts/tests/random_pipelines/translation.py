"""What `docs/steps.md` says of each kind of step, in DuckDB's SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from random_pipelines.aggregates import measured
from random_pipelines.casting import as_text, castable, changed
from random_pipelines.kinds import INT, STRING, Kind, wider
from random_pipelines.trees import NotMade, quoted

Columns = dict[str, Kind]
Step = Mapping[str, Any]

# The rows so far, in the SQL of a step.
ROWS = "rows_so_far"


class Translated(NamedTuple):
    """A step as a query of the rows so far, and the columns after it."""

    sql: str
    columns: Columns


def _known(columns: Columns, *names: str) -> None:
    if any(name not in columns for name in names):
        raise NotMade


def _each(columns: Columns, made: Mapping[str, tuple[str, Kind]]) -> Translated:
    """The columns in their places, some of them made anew, and what is new behind them."""
    after = {**{name: (quoted(name), kind) for name, kind in columns.items()}, **made}
    values = ", ".join(f"{sql} AS {quoted(name)}" for name, (sql, _) in after.items())
    return Translated(
        f"SELECT {values} FROM {ROWS}", {name: kind for name, (_, kind) in after.items()}
    )


def _missing(name: str, kind: Kind) -> str:
    isnan = f" OR isnan({quoted(name)})" if kind.name == "double" else ""
    return f"({quoted(name)} IS NULL{isnan})"


def _order(order_by: Sequence[Step], columns: Columns, by_all: bool) -> str:
    _known(columns, *(one["column"] for one in order_by))
    words = {"descending": "DESC", "ascending": "ASC"}
    parts = [
        f"{quoted(one['column'])} {words[one.get('direction', 'ascending')]} NULLS LAST"
        for one in order_by
    ]
    if by_all:
        parts += [f"{quoted(name)} ASC NULLS LAST" for name in columns]
    return ", ".join(parts)


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(quoted, names))


def _select(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    _known(columns, *step["columns"])
    after = {name: columns[name] for name in step["columns"]}
    return Translated(f"SELECT {_names(list(after))} FROM {ROWS}", after)


def _rename(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    names = {one["column"]: one["as"] for one in step["columns"]}
    _known(columns, *names)
    after = {names.get(name, name): kind for name, kind in columns.items()}
    if len(after) < len(columns):
        raise NotMade
    values = ", ".join(f"{quoted(name)} AS {quoted(names.get(name, name))}" for name in columns)
    return Translated(f"SELECT {values} FROM {ROWS}", after)


def _filter(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    tree = step["condition"].tree
    if tree.kind(columns).name != "boolean":
        raise NotMade
    return Translated(f"SELECT * FROM {ROWS} WHERE {tree.duckdb(columns)}", columns)


def _derive(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    rows = ROWS
    for one in step["columns"]:
        tree = one["expression"].tree
        made = _each(columns, {one["as"]: (tree.duckdb(columns), tree.kind(columns))})
        rows, columns = f"({made.sql.replace(ROWS, rows)})", made.columns
    return Translated(f"SELECT * FROM {rows}", columns)


def _drop_incomplete(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    _known(columns, *step["columns"])
    lacking = " OR ".join(_missing(name, columns[name]) for name in step["columns"])
    return Translated(f"SELECT * FROM {ROWS} WHERE NOT ({lacking})", columns)


def _deduplicate(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    _known(columns, *step["columns"])
    order = _order(step.get("orderBy", []), columns, by_all=True)
    window = f"PARTITION BY {_names(step['columns'])} ORDER BY {order}"
    return Translated(f"SELECT * FROM {ROWS} QUALIFY row_number() OVER ({window}) = 1", columns)


def _fill(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    made = {}
    for one in step["columns"]:
        name, value = one["column"], one["value"].replace("'", "''")
        _known(columns, name)
        kind = columns[name]
        filled = f"CAST('{value}' AS {kind.duckdb})"
        made[name] = (
            f"CASE WHEN {_missing(name, kind)} THEN {filled} ELSE {quoted(name)} END",
            kind,
        )
    return _each(columns, made)


def _cast(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    made = {}
    for one in step["columns"]:
        name = one["column"]
        _known(columns, name)
        own = columns[name]
        wanted = Kind(one["type"], one.get("precision", 0), one.get("scale", 0), grade="rough")
        if not castable(own, wanted):
            raise NotMade
        value = changed(quoted(name), own, wanted)
        if step.get("onInvalid", "fail") == "fail":
            refused = f"CASE WHEN {quoted(name)} IS NOT NULL THEN error('no value') END"
            value = f"coalesce({value}, CAST({refused} AS {wanted.duckdb}))"
        made[name] = (value, own if own.same(wanted) else wanted)
    return _each(columns, made)


def _mask(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    made = {}
    for one in step["columns"]:
        name = one["column"]
        _known(columns, name)
        if not castable(columns[name], STRING):
            raise NotMade
        text = as_text(quoted(name), columns[name])
        keep = one.get("keep", 4)
        salt = one.get("salt", "").replace("'", "''")
        made[name] = (
            {
                "hash": f"sha256('{salt}' || {text})",
                "redact": f"CASE WHEN {text} IS NOT NULL THEN '***' END",
                "keepLast": f"CASE WHEN length({text}) > {keep}"
                f" THEN repeat('*', length({text}) - {keep}) || right({text}, {keep})"
                f" ELSE repeat('*', length({text})) END",
            }[one["method"]],
            STRING,
        )
    return _each(columns, made)


def _aggregate(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    made: dict[str, tuple[str, Kind]] = {}
    groups = []
    for group in step["groupBy"]:
        if "column" in group:
            _known(columns, group["column"])
            sql, kind = quoted(group["column"]), columns[group["column"]]
        else:
            tree = group["expression"].tree
            sql, kind = tree.duckdb(columns), tree.kind(columns)
        groups.append(sql)
        made[group.get("as", group.get("column"))] = (sql, kind)
    for measure in step["measures"]:
        made[measure["as"]] = measured(measure, columns)
    return _grouped(made, groups)


def _grouped(made: Mapping[str, tuple[str, Kind]], groups: Sequence[str]) -> Translated:
    values = ", ".join(f"{sql} AS {quoted(name)}" for name, (sql, _) in made.items())
    return Translated(
        f"SELECT {values} FROM {ROWS} GROUP BY {', '.join(groups)}",
        {name: kind for name, (_, kind) in made.items()},
    )


def _pivot(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    _known(columns, step["column"], *step["columns"])
    made = {name: (quoted(name), columns[name]) for name in step["columns"]}
    for one in step["values"]:
        value = one["value"].replace("'", "''")
        own = f"{quoted(step['column'])} = CAST('{value}' AS {columns[step['column']].duckdb})"
        made[one["as"]] = measured(step["measure"], columns, only=own)
    return _grouped(made, [quoted(name) for name in step["columns"]])


def _window(step: Step, columns: Columns, _: Mapping[str, Columns]) -> Translated:
    groups, order_by = step.get("partitionBy", []), step.get("orderBy", [])
    _known(columns, *groups)
    group = f"PARTITION BY {_names(groups)} " if groups else ""
    order = _order(order_by, columns, by_all=False)
    by_rank = f" OVER ({group}{f'ORDER BY {order}' if order else ''})"
    one_by_one = f" OVER ({group}ORDER BY {_order(order_by, columns, by_all=True)})"
    made: dict[str, tuple[str, Kind]] = {}
    for measure in step["measures"]:
        name = measure["function"]
        if measure["as"] in columns:
            raise NotMade
        if name == "row_number":
            made[measure["as"]] = (f"CAST(row_number(){one_by_one} AS INTEGER)", INT)
        elif name in ("rank", "dense_rank"):
            made[measure["as"]] = (f"CAST({name}(){by_rank} AS INTEGER)", INT)
        elif name in ("lag", "lead"):
            _known(columns, measure["column"])
            away = measure.get("offset", 1)
            sql = f"{name}({quoted(measure['column'])}, {away}){one_by_one}"
            made[measure["as"]] = (sql, columns[measure["column"]])
        else:
            made[measure["as"]] = measured(measure, columns, over=by_rank)
    return _each(columns, made)


def _union(step: Step, columns: Columns, sources: Mapping[str, Columns]) -> Translated:
    other = sources[step["source"]]
    if {name: kind[:3] for name, kind in other.items()} != {
        name: kind[:3] for name, kind in columns.items()
    }:
        raise NotMade
    # What is rough, or no source's own, on one side is so on both.
    after = {
        name: kind if kind.grade == "rough" else other[name] if kind.grade == "plain" else kind
        for name, kind in columns.items()
    }
    own = f"SELECT {_names(list(columns))} FROM"
    return Translated(f"{own} {ROWS} UNION ALL {own} {quoted(step['source'])}", after)


def _join(step: Step, columns: Columns, sources: Mapping[str, Columns]) -> Translated:
    source, how = step["source"], step.get("type", "inner")
    other = sources[source]
    conditions = []
    for key in step["keys"]:
        _known(columns, key["left"])
        own, their = columns[key["left"]], other[key["right"]]
        if not (own.name == their.name or (own.number and their.number and wider(own, their))):
            raise NotMade
        conditions.append(f"l.{quoted(key['left'])} = r.{quoted(key['right'])}")
    matches = " AND ".join(conditions)
    sides = f"FROM {ROWS} l {{}} {quoted(source)} r"
    if how in ("semi", "anti"):
        return Translated(f"SELECT l.* {sides.format(how.upper() + ' JOIN')} ON {matches}", columns)
    shared = {key["right"] for key in step["keys"] if key["left"] == key["right"]}
    made = {name: (f"l.{quoted(name)}", kind) for name, kind in columns.items()}
    for name, kind in other.items():
        if name in shared:
            if how in ("right", "full"):
                both = wider(columns[name], kind) if kind.number else kind
                if both is None:
                    raise NotMade
                sql = f"CAST(coalesce(l.{quoted(name)}, r.{quoted(name)}) AS {both.duckdb})"
                made[name] = (sql, both)
            continue
        new = f"{source}_{name}" if name in columns else name
        if new in made:
            raise NotMade
        made[new] = (f"r.{quoted(name)}", kind)
    values = ", ".join(f"{sql} AS {quoted(name)}" for name, (sql, _) in made.items())
    return Translated(
        f"SELECT {values} {sides.format(how.upper() + ' JOIN')} ON {matches}",
        {name: kind for name, (_, kind) in made.items()},
    )


_KINDS: Mapping[str, Callable[[Step, Columns, Mapping[str, Columns]], Translated]] = {
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
    "select": _select,
    "union": _union,
    "window": _window,
}


def translated(step: Step, columns: Columns, sources: Mapping[str, Columns]) -> Translated:
    """A step in SQL of `ROWS`. `sample` has none: DuckDB does not have Spark's hash.

    Raises NotMade where the columns do not fit, as after a step before it was left out.
    """
    return _KINDS[step["kind"]](step, columns, sources)
