"""Versions of rows: the mode `history` of `warehouse.load`.

A version holds from `valid_from` until before `valid_to`, which is the beginning
of the next version of its keys; the current one has none. What the table has
afterwards depends only on what it had and on the result: the versions of both
are put in the order of their times, and of those that follow one another and
have equal values the first stays. So a row that comes late finds its place, one
that changes nothing leaves nothing, and a result that is loaded again adds
nothing. A row of the result replaces a version that begins at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence

from loading import STAGED, Mode, Source, Statement, equal, expect, keyed, named, staged
from redshift import Column, Target, quoted, sql_string

COLUMNS = (
    Column("valid_from", "TIMESTAMP"),
    Column("valid_to", "TIMESTAMP"),
    Column("is_current", "BOOLEAN"),
)

FROM, TO, CURRENT = (quoted(name) for name, *_ in COLUMNS)

# Tables of the load's session, which end with it.
PRESENT = quoted("glue_pipelines_present")
VERSIONS = quoted("glue_pipelines_versions")
KEPT = quoted("glue_pipelines_kept")
WANTED = quoted("glue_pipelines_wanted")
GONE = quoted("glue_pipelines_gone")

# No column of a result has a name with a blank.
NUMBER = quoted("its number")


def historized(
    target: Target,
    table: Sequence[Column],
    columns: Sequence[Column],
    source: Source,
    mode: Mode,
    computed_at: str,
) -> list[Statement]:
    """The result as versions beside those there are.

    `table`: the columns that the table has, those of the history left out;
    `computed_at`: since when rows hold that do not say it themselves.
    """
    keys = mode.keys
    at = (
        f"CAST({quoted(mode.changed_at)} AS TIMESTAMP)"
        if mode.changed_at
        else f"CAST({sql_string(computed_at)} AS TIMESTAMP)"
    )
    mine = {name for name, *_ in columns}
    names = named([name for name, *_ in table])
    whole = f"{names}, {FROM}, {TO}, {CURRENT}"
    values = ", ".join(
        quoted(name) if name in mine else f"CAST(NULL AS {kind}) AS {quoted(name)}"
        for name, kind, _ in table
    )
    compared = [name for name, *_ in columns if name not in (*keys, mode.changed_at)]
    changed = " OR ".join([f"p.{NUMBER} IS NULL", *(differs(name) for name in compared)])
    each_key = f"PARTITION BY {named(keys)} ORDER BY {FROM}"
    numbered = (
        f"(SELECT {names}, {FROM}, ROW_NUMBER() OVER ({each_key}) AS {NUMBER} FROM {VERSIONS})"
    )
    next_from = f"LEAD({FROM}) OVER ({each_key})"
    identity = [*keys, "valid_from"]
    return [
        *staged(columns, source),
        *times(mode),
        *keyed(keys, [mode.changed_at] if mode.changed_at else []),
        Statement(
            f"CREATE TEMP TABLE {PRESENT} AS SELECT {named_of('t', table)}, t.{FROM}, t.{TO}, "
            f"t.{CURRENT} FROM {target.sql} t JOIN (SELECT DISTINCT {named(keys)} FROM {STAGED}) k "
            f"ON {equal(keys, 't', 'k')}"
        ),
        Statement(
            f"CREATE TEMP TABLE {VERSIONS} AS SELECT {values}, {at} AS {FROM} FROM {STAGED} "
            f"UNION ALL SELECT {named_of('t', table)}, t.{FROM} FROM {PRESENT} t "
            f"LEFT JOIN (SELECT {named(keys)}, {at} AS {FROM} FROM {STAGED}) s "
            f"ON {equal(identity, 't', 's')} WHERE s.{FROM} IS NULL"
        ),
        Statement(
            f"CREATE TEMP TABLE {KEPT} AS SELECT {named_of('v', table)}, v.{FROM} "
            f"FROM {numbered} v LEFT JOIN {numbered} p "
            f"ON {equal(keys, 'v', 'p')} AND p.{NUMBER} = v.{NUMBER} - 1 WHERE {changed}"
        ),
        Statement(
            f"CREATE TEMP TABLE {WANTED} AS SELECT {names}, {FROM}, {next_from} AS {TO}, "
            f"CASE WHEN {next_from} IS NULL THEN TRUE ELSE FALSE END AS {CURRENT} FROM {KEPT}"
        ),
        Statement(
            f"CREATE TEMP TABLE {GONE} AS SELECT {named(identity)} FROM "
            f"(SELECT {whole} FROM {PRESENT} EXCEPT SELECT {whole} FROM {WANTED}) g"
        ),
        Statement(
            f"DELETE FROM {target.sql} USING {GONE} WHERE {equal(identity, target.sql, GONE)}"
        ),
        Statement(
            f"INSERT INTO {target.sql} ({whole}) "
            f"SELECT {whole} FROM {WANTED} EXCEPT SELECT {whole} FROM {PRESENT}",
            counts=True,
        ),
    ]


def differs(column: str) -> str:
    """That a version and the one before it have other values."""
    v, p = f"v.{quoted(column)}", f"p.{quoted(column)}"
    return f"{v} <> {p} OR {v} IS NULL AND {p} IS NOT NULL OR {v} IS NOT NULL AND {p} IS NULL"


def named_of(alias: str, columns: Sequence[Column]) -> str:
    return named([name for name, *_ in columns], alias)


def times(mode: Mode) -> list[Statement]:
    """Fails where a row does not say since when it holds."""
    if mode.changed_at is None:
        return []
    return [
        expect(
            "count(*) = 0",
            f"{STAGED} WHERE {quoted(mode.changed_at)} IS NULL",
            f"rows of the result have no value for {mode.changed_at}, by which "
            "warehouse.load.changedAt tells since when they hold: drop them by a step "
            "dropIncomplete",
        )
    ]
