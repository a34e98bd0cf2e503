"""Patterns of days and moments: those letters of them that are always as many digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from duckdb_engine.kinds import DATE, STRING, TIMESTAMP, Kind
from duckdb_engine.spark_needed import SparkNeeded, text_of, unless
from duckdb_engine.typed import Typed


class _Letters(NamedTuple):
    digits: str
    strftime: str


_LETTERS = {
    "yyyy": _Letters("[0-9]{4}", "%Y"),
    "MM": _Letters("0[1-9]|1[0-2]", "%m"),
    "dd": _Letters("[0-9]{2}", "%d"),
    "HH": _Letters("[01][0-9]|2[0-3]", "%H"),
    "mm": _Letters("[0-5][0-9]", "%M"),
    "ss": _Letters("[0-5][0-9]", "%S"),
}

_PARTS = re.compile(r"([A-Za-z])\1*|'([^']*)'|[^A-Za-z'\[\]#{}]")


def _parts(pattern: str) -> list[tuple[str, str]]:
    """Letters with what they stand for, and `""` with the characters between them."""
    found, at = [], 0
    for part in _PARTS.finditer(pattern):
        letters = part[0] if part[1] else ""
        if part.start() != at or (letters and letters not in _LETTERS):
            break
        found.append((letters, part[2] if part[2] is not None else part[0]))
        at = part.end()
    if at < len(pattern) or not found:
        raise SparkNeeded(f"dates that are written {pattern}")
    return found


def formatted(value: Typed, pattern: str) -> Typed:
    """A day or a moment as its text."""
    if value.kind not in (DATE, TIMESTAMP):
        raise SparkNeeded(f"date_format of {value.kind}")
    if any(character in pattern for character in "%'"):
        raise SparkNeeded(f"dates that are written {pattern}")
    by = "".join(
        _LETTERS[letters].strftime if letters else text for letters, text in _parts(pattern)
    )
    years = f"{value.sql} IS NULL OR year({value.sql}) BETWEEN 1 AND 9999"
    text = f"strftime({value.sql}, {text_of(by)})"
    return Typed(unless(years, text, "VARCHAR", "a year of other than four digits"), STRING)


def _written(pattern: str) -> tuple[str, list[str]]:
    """The regular expression of a pattern, and its letters in order."""
    parts = _parts(pattern)
    names = [letters for letters, _ in parts if letters]
    if len(set(names)) < len(names) or not {"yyyy", "MM", "dd"} <= set(names):
        raise SparkNeeded(f"dates that are written {pattern}")
    regular = "".join(
        f"({_LETTERS[letters].digits})" if letters else re.escape(text) for letters, text in parts
    )
    return regular, names


def moment_of(text: str, pattern: str, kind: Kind) -> tuple[str, str]:
    """Whether a text is written by a pattern, and its value, which is null for no day there is."""
    regular, names = _written(pattern)

    def part(name: str) -> str:
        if name not in names:
            return "'00'"
        return f"regexp_extract({text}, {text_of(regular)}, {names.index(name) + 1})"

    day = " || '-' || ".join(part(name) for name in ("yyyy", "MM", "dd"))
    clock = " || ':' || ".join(part(name) for name in ("HH", "mm", "ss"))
    whole = day if kind == DATE else f"{day} || ' ' || {clock}"
    is_written = f"regexp_full_match({text}, {text_of(regular)}) AND {part('yyyy')} <> '0000'"
    return is_written, f"TRY_CAST({whole} AS {kind.sql})"


def parsed(value: Typed, pattern: str, kind: Kind) -> Typed:
    """A text as a day or a moment; what is not written so is left to Spark."""
    if value.kind != STRING:
        raise SparkNeeded(f"{value.kind} with a pattern")
    is_written, made = moment_of(value.sql, pattern, kind)
    found = unless(
        f"{is_written} AND {made} IS NOT NULL", made, kind.sql, f"a text that is no {pattern}"
    )
    return Typed(f"CASE WHEN {value.sql} IS NOT NULL THEN {found} END", kind)
