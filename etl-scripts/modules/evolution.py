"""How a table follows the columns of the result: `warehouse.evolution`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redshift import Column, LoadError, Table, Target, quoted, sql_string

# Before the name of the pipeline in the comment of its table.
MARKER = "glue-pipelines.io/pipeline: "

# The Data API takes 40 statements at a time, and a load has others beside these.
MOST_NEW_COLUMNS = 20


class Layout(NamedTuple):
    """Where the rows of a table lie, once it is made; Redshift chooses what is not said."""

    style: str = ""
    column: str | None = None
    sort_by: Sequence[str] = ()

    @property
    def sql(self) -> str:
        """The clauses after the columns of CREATE TABLE."""
        clauses = [f" DISTSTYLE {self.style.upper()}"] if self.style else []
        if self.column:
            clauses.append(f" DISTKEY ({quoted(self.column)})")
        if self.sort_by:
            clauses.append(f" COMPOUND SORTKEY ({', '.join(map(quoted, self.sort_by))})")
        return "".join(clauses)


class Change(NamedTuple):
    """What becomes of the table before rows move."""

    # Whether it is made: it is not there, or is made anew.
    make: bool = False
    drop: bool = False
    add: Sequence[Column] = ()
    # Whether its columns are then exactly those of the result, as COPY needs them.
    fits: bool = True


def differences(table: Sequence[Column], result: Sequence[Column]) -> list[str]:
    """What differs between the columns of a table and those of the result, in words."""
    there = {column.name for column in table}
    wanted = {column.name for column in result}
    found = [f"{name} is gone from the result" for name, *_ in table if name not in wanted]
    found += [f"{name} is new in the result" for name, *_ in result if name not in there]
    found += changed_types(table, result)
    common = [name for name, *_ in table if name in wanted]
    order = [name for name, *_ in result if name in there]
    moved = [name for name, other in zip(common, order) if name != other]
    if len(moved) == 2:
        found.append(f"{' and '.join(moved)} have changed places")
    elif moved:
        found.append(
            f"the order of columns is {', '.join(common)} in the table "
            f"and {', '.join(order)} in the result"
        )
    return found


def changed_types(table: Sequence[Column], result: Sequence[Column]) -> list[str]:
    """Columns of another type, in words."""
    wanted = {column.name: column.type for column in result}
    return [
        f"{name} is {kind} in the table and {wanted[name]} in the result"
        for name, kind, _ in table
        if name in wanted and kind != wanted[name]
    ]


def not_addable(table: Sequence[Column], result: Sequence[Column]) -> list[str]:
    """What keeps columns from being added until the result fits, in words."""
    there = {column.name for column in table}
    wanted = {column.name for column in result}
    found = changed_types(table, result)
    found += [
        f"{column.name} is gone from the result and may not be null in the table"
        for column in table
        if column.name not in wanted and not column.nullable
    ]
    new = [column for column in result if column.name not in there]
    if len(new) > MOST_NEW_COLUMNS:
        found.append(f"{len(new)} columns are new, and a run adds at most {MOST_NEW_COLUMNS}")
    return found


def check_owner(target: Target, pipeline: str, table: Table) -> None:
    """Raises LoadError unless the comment of the table says that it is the pipeline's own."""
    marker = MARKER + pipeline
    if table.comment != marker:
        owner = (
            f"belongs to the pipeline {table.comment[len(MARKER) :]}"
            if table.comment.startswith(MARKER)
            else "was not made by this pipeline"
        )
        raise LoadError(
            f"{target.name} exists and {owner}: it keeps its rows. Give warehouse.table or "
            "warehouse.schema another name, or have the owner of the table hand it over: "
            f"COMMENT ON TABLE {target.name} IS {sql_string(marker)}"
        )


def plan_change(
    target: Target, table: Table | None, result: Sequence[Column], evolution: str
) -> Change:
    """What is done to the table that it may take the result. Raises LoadError with what differs."""
    if table is None:
        return Change(make=True)
    found = differences(table.columns, result)
    if not found:
        return Change()
    if evolution == "replace":
        return Change(make=True, drop=True)
    if evolution == "add-columns":
        found = not_addable(table.columns, result)
        if not found:
            there = {column.name for column in table.columns}
            new = [column for column in result if column.name not in there]
            after = [name for name, *_ in [*table.columns, *new]]
            fits = after == [name for name, *_ in result]
            return Change(add=new, fits=fits)
    raise LoadError(
        f"{target.name} has other columns than the result and keeps its rows: "
        f"{'; '.join(found)}. Take the change of the pipeline back, change the table to fit, "
        "let warehouse.evolution say what becomes of it, give warehouse.table another name, or, "
        "if its rows and grants may go, drop this table of the pipeline and start again"
    )


def change_statements(
    target: Target, change: Change, result: Sequence[Column], layout: Layout
) -> list[str]:
    """The statements of a change, to be run in the transaction of the load.

    Redshift takes one column at a time, and all of these inside of a
    transaction; readers of the table wait for its end.
    """
    statements = [f"DROP TABLE {target.sql}"] if change.drop else []
    if change.make:
        definitions = ", ".join(f"{quoted(name)} {kind}" for name, kind, _ in result)
        statements.append(f"CREATE TABLE IF NOT EXISTS {target.sql} ({definitions}){layout.sql}")
    return statements + [
        f"ALTER TABLE {target.sql} ADD COLUMN {quoted(name)} {kind}" for name, kind, _ in change.add
    ]
