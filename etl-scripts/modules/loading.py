"""How the rows of a result get into the table: `warehouse.load`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redshift import Column, Target, quoted, sql_string
from units import OTHER_KINDS

# Tables of the load's session, which end with it.
STAGED = quoted("glue_pipelines_result")
FILES = quoted("glue_pipelines_files")
SAME_FILE = "l.file = f.file AND l.etag = f.etag"


class Statement(NamedTuple):
    """A statement of the transaction. `refusal` says what it means that it divides by zero."""

    sql: str
    refusal: str | None = None
    # Whether the rows that it changes are those that the run loaded.
    counts: bool = False


class Source(NamedTuple):
    """Files of the data bucket that Redshift reads."""

    manifest: str
    iam_role: str
    rows: int


class Mode(NamedTuple):
    """What `warehouse.load` says, with columns as the table names them."""

    mode: str = "replace"
    keys: Sequence[str] = ()
    changed_at: str | None = None


def loads_of(target: Target) -> Target:
    """The table beside the table: which files were appended to it.

    Whoever changes rows locks it first, and so waits for a load before it that
    is still running, even where the job that began it is gone. Readers of the
    rows never wait.
    """
    return target._replace(table=f"{target.table}_loads")


def loads_statement(loads: Target) -> str:
    return (
        f"CREATE TABLE IF NOT EXISTS {loads.sql} "
        "(file VARCHAR(2048), etag VARCHAR(128), run VARCHAR(255), loaded_at TIMESTAMP)"
    )


def named(columns: Sequence[str], table: str = "") -> str:
    """Columns as a list of SQL."""
    before = f"{table}." if table else ""
    return ", ".join(before + quoted(column) for column in columns)


def equal(columns: Sequence[str], one: str, other: str) -> str:
    """That the columns of two tables are equal, where none is null."""
    return " AND ".join(f"{one}.{quoted(name)} = {other}.{quoted(name)}" for name in columns)


def expect(condition: str, rows: str, refusal: str) -> Statement:
    """Fails the transaction unless the condition holds over the rows."""
    return Statement(f"SELECT 1 / (CASE WHEN {condition} THEN 1 ELSE 0 END) FROM {rows}", refusal)


def copied(table: str, source: Source) -> list[Statement]:
    """Fills an empty table with the result: with all rows that transform counted, or not at all."""
    copy = (
        f"COPY {table} FROM {sql_string(source.manifest)} "
        f"IAM_ROLE {sql_string(source.iam_role)} MANIFEST FORMAT AS PARQUET"
    )
    return [
        *([Statement(copy)] if source.rows > 0 else []),
        expect(
            f"count(*) = {source.rows}",
            table,
            f"COPY did not load the {source.rows} row(s) that transform wrote",
        ),
    ]


def staged(columns: Sequence[Column], source: Source) -> list[Statement]:
    """Brings the result into a table of the session's own."""
    definitions = ", ".join(f"{quoted(name)} {kind}" for name, kind, _ in columns)
    return [
        Statement(f"CREATE TEMP TABLE {STAGED} ({definitions})"),
        *copied(STAGED, source),
    ]


def replaced(
    target: Target, columns: Sequence[Column], source: Source, fits: bool
) -> list[Statement]:
    """The result instead of all rows. `fits`: the table has its columns and no other."""
    delete = Statement(f"DELETE FROM {target.sql}")
    if fits:
        return [delete, *copied(target.sql, source)]
    # COPY of Parquet goes by position and takes as many columns as the files have.
    names = named([name for name, *_ in columns])
    return [
        delete,
        *staged(columns, source),
        Statement(f"INSERT INTO {target.sql} ({names}) SELECT {names} FROM {STAGED}"),
    ]


def listed(source: Source) -> list[Statement]:
    """Brings the list of files that the first source had into a table of the session's own."""
    files = source.manifest.replace(".manifest", ".sources.manifest")
    return [
        Statement(f"CREATE TEMP TABLE {FILES} (file VARCHAR(2048), etag VARCHAR(128))"),
        Statement(
            f"COPY {FILES} FROM {sql_string(files)} "
            f"IAM_ROLE {sql_string(source.iam_role)} MANIFEST FORMAT AS JSON 'auto'"
        ),
    ]


def noted(target: Target, run: str) -> Statement:
    """Writes down the files that are not yet, as they are now."""
    loads = loads_of(target)
    return Statement(
        f"INSERT INTO {loads.sql} (file, etag, run, loaded_at) "
        f"SELECT f.file, f.etag, {sql_string(run)}, GETDATE() FROM {FILES} f "
        f"LEFT JOIN {loads.sql} l ON {SAME_FILE} WHERE l.file IS NULL"
    )


def noted_again(target: Target, run: str) -> list[Statement]:
    """Writes down what was put into the table, each with its last version."""
    loads = loads_of(target)
    return [
        Statement(f"DELETE FROM {loads.sql} USING {FILES} WHERE {loads.sql}.file = {FILES}.file"),
        noted(target, run),
    ]


class Increment(NamedTuple):
    """What transform left out of the first source, by `incremental` of the pipeline.

    `since`: of a watermark the value that it read on from, None for the first time.
    """

    kind: str
    since: str | None = None

    def checks(self, loads: Target, mode: str) -> list[Statement]:
        """Fails where what is loaded is not what transform took it for."""
        same = expect(
            "count(*) = 0",
            f"{loads.sql} WHERE {OTHER_KINDS[self.kind]}",
            f"sources[0].incremental is {self.kind}, and runs before went by something else, so "
            "it cannot be told which rows are loaded: go on as before, or give warehouse.table "
            "another name",
        )
        if self.kind == "watermark":
            return [same, continued(loads, self.since)]
        return [same, *(unwritten(loads) if mode == "append" else [])]


def continued(loads: Target, since: str | None) -> Statement:
    """Fails unless rows up to `since` are loaded, or the very rows of the result."""
    joined = f"{FILES} f JOIN {loads.sql} l ON l.file = f.file"
    refusal = (
        "another run has loaded rows since this one began to read: start the pipeline again, "
        "which then reads on from there"
    )
    if since is None:
        return expect("count(*) = 0", f"{joined} WHERE l.etag <> f.etag", refusal)
    known = f"l.etag = {sql_string(since)} OR l.etag = f.etag"
    return expect("count(*) = 1", f"{joined} WHERE {known}", refusal)


def unwritten(loads: Target) -> list[Statement]:
    """Fails where a file is another version of one that was appended before."""
    return [
        expect(
            "count(*) = 0",
            f"{FILES} f JOIN {loads.sql} l ON l.file = f.file WHERE l.etag <> f.etag",
            "the first source has files that were rewritten after their rows were appended: "
            "start the pipeline again, which then names one",
        )
    ]


def appended(
    target: Target,
    columns: Sequence[Column],
    source: Source,
    run: str,
    incremental: Increment | None = None,
) -> list[Statement]:
    """The result beside the rows there are, unless its files have been appended before.

    `incremental`: transform left out what it knew to be appended.
    """
    loads = loads_of(target)
    names = named([name for name, *_ in columns])
    again = "start the pipeline again, which then reads the others only"
    return [
        *staged(columns, source),
        *listed(source),
        expect(
            "t.n = 0 OR l.n > 0",
            f"(SELECT count(*) AS n FROM {target.sql}) t "
            f"CROSS JOIN (SELECT count(*) AS n FROM {loads.sql}) l",
            "it has rows that no run has appended, so it cannot be told which files they are of: "
            "give warehouse.table another name, or empty the table",
        ),
        expect(
            "count(l.file) = 0 OR count(l.file) = count(*)",
            f"{FILES} f LEFT JOIN {loads.sql} l ON {SAME_FILE}",
            "the first source has files that were appended before and others beside them, and "
            "their rows cannot be told apart: "
            + (
                again
                if incremental
                else f"move the files away that {loads.name} lists, or "
                "set warehouse.load.mode: merge"
            ),
        ),
        *(incremental.checks(loads, "append") if incremental else []),
        Statement(
            f"INSERT INTO {target.sql} ({names}) SELECT {names} FROM {STAGED} WHERE "
            f"(SELECT count(*) FROM {FILES} f JOIN {loads.sql} l ON {SAME_FILE}) = 0",
            counts=True,
        ),
        *(
            noted_again(target, run)
            if incremental and incremental.kind == "watermark"
            else [noted(target, run)]
        ),
    ]


def keyed(keys: Sequence[str], more: Sequence[str] = ()) -> list[Statement]:
    """Fails unless every row of the result has a key, and one of its own. Names the keys."""
    told = ", ".join(keys)
    missing = " OR ".join(f"{quoted(key)} IS NULL" for key in keys)
    once = [*keys, *more]
    return [
        expect(
            "count(*) = 0",
            f"{STAGED} WHERE {missing}",
            f"rows of the result have no value for a key of warehouse.load.keys ({told}): "
            "drop them by a step dropIncomplete, or choose other keys",
        ),
        expect(
            "count(*) = 0",
            f"(SELECT count(*) AS n FROM {STAGED} GROUP BY {named(once)} HAVING count(*) > 1) d",
            f"rows of the result are equal in {', '.join(once)}, of which warehouse.load tells "
            "rows apart: keep one of them by a step deduplicate or aggregate, or add a key",
        ),
    ]


def merged(
    target: Target, columns: Sequence[Column], source: Source, keys: Sequence[str]
) -> list[Statement]:
    """The result instead of the rows with its keys; all others stay."""
    names = [name for name, *_ in columns]
    # MERGE must set something in Redshift.
    values = [name for name in names if name not in keys] or list(keys)
    updates = ", ".join(f"{quoted(name)} = {STAGED}.{quoted(name)}" for name in values)
    return [
        *staged(columns, source),
        *keyed(keys),
        Statement(
            f"MERGE INTO {target.sql} USING {STAGED} ON {equal(keys, target.sql, STAGED)} "
            f"WHEN MATCHED THEN UPDATE SET {updates} "
            f"WHEN NOT MATCHED THEN INSERT ({named(names)}) VALUES ({named(names, STAGED)})"
        ),
    ]
