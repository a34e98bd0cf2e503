"""The step `cast` in DuckDB's SQL: a value becomes one that is equal to it, or none."""

from __future__ import annotations

from random_pipelines.kinds import Kind

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_WRITTEN = {
    "int": "[+-]?[0-9]{1,19}",
    "bigint": "[+-]?[0-9]{1,19}",
    "double": r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?",
    "date": _DAY,
    "timestamp": _DAY + "[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?",
}
_FAMILIES = ({"int", "bigint", "decimal", "double", "boolean"}, {"date", "timestamp"})


def castable(own: Kind, wanted: Kind) -> bool:
    """Whether `docs/steps.md` lets one become the other, and both engines write it alike."""
    if wanted.name == "string":
        return own.name != "double" or own.grade == "plain"
    pair = {own.name, wanted.name}
    return own.name == "string" or any(pair <= family for family in _FAMILIES)


def _from_text(place: str, wanted: Kind) -> str:
    text = f"trim({place})"
    if wanted.name == "boolean":
        return f"CASE lower({text}) WHEN 'true' THEN true WHEN 'false' THEN false END"
    written = _WRITTEN.get(wanted.name)
    if wanted.name == "decimal":
        written = rf"[+-]?([0-9]+[.]?|[0-9]*[.][0-9]{{1,{max(1, wanted.scale)}}})"
        if wanted.scale == 0:
            written = "[+-]?[0-9]+[.]?0*"
    return (
        f"CASE WHEN regexp_full_match({text}, '{written}')"
        f" THEN TRY_CAST({text} AS {wanted.duckdb}) END"
    )


def as_text(place: str, own: Kind) -> str:
    """The text of a value."""
    text = f"CAST({place} AS VARCHAR)"
    return f"CASE WHEN isnan({place}) THEN 'NaN' ELSE {text} END" if own.name == "double" else text


def changed(place: str, own: Kind, wanted: Kind) -> str:
    """The value of the new type; NULL where there is none that is equal."""
    if own.same(wanted):
        return place
    if wanted.name == "string":
        return as_text(place, own)
    if own.name == "string":
        return _from_text(place, wanted)
    if wanted.name == "boolean":
        return f"CASE WHEN {place} = 1 THEN true WHEN {place} = 0 THEN false END"
    if own.name == "boolean":
        return f"TRY_CAST(CAST({place} AS INTEGER) AS {wanted.duckdb})"
    if (own.name, wanted.name) == ("timestamp", "date"):
        return f"CASE WHEN date_trunc('day', {place}) = {place} THEN CAST({place} AS DATE) END"
    if wanted.name == "timestamp":
        return f"CAST({place} AS TIMESTAMP)"
    cast = f"TRY_CAST({place} AS {wanted.duckdb})"
    return f"CASE WHEN TRY_CAST({cast} AS {own.duckdb}) = {place} THEN {cast} END"
