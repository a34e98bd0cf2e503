"""Writes the result of a pipeline where, and as, `results.py` does on Spark."""

from __future__ import annotations

import os
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from duckdb_engine.kinds import Columns, Kind
from duckdb_engine.rows import Rows
from duckdb_engine.spark_needed import SparkNeeded, quoted, text_of
from pipeline import PipelineError
from result_files import Written, check_length, no_empty_folder, redshift_names
from source_files import list_objects

_PARQUET = "FORMAT parquet, COMPRESSION snappy"

# Folders whose names are written alike.
_FOLDERS = ("boolean", "int", "bigint", "decimal", "string", "date")

# What Spark writes as %XX in the name of a folder (Spark, ExternalCatalogUtils).
_ESCAPED = frozenset([*map(chr, range(1, 32)), *"\"#%'*/:=?\\\x7f{[]^"])


def folder_name(name: str, value: str | None) -> str:
    """The folder of a value, as Spark names it.

    >>> folder_name("at", "a/b=c")
    'at=a%2Fb%3Dc'
    """
    if value is None:
        return f"{name}=__HIVE_DEFAULT_PARTITION__"
    plain = "".join(f"%{ord(one):02X}" if one in _ESCAPED else one for one in value)
    return f"{name}={plain}"


class ResultWriter:
    """Writes the rows of a view to the data bucket, through files of a folder of this machine."""

    def __init__(self, database: Any, s3: Any, bucket: str, folder: str) -> None:
        self._database = database
        self._s3 = s3
        self._bucket = bucket
        self._folder = folder

    def write(self, rows: Rows, table: str, partition_by: Sequence[str]) -> tuple[Written, str]:
        """Replaces the result of the run before, and returns where the load finds the rows."""
        named = self._named(rows)
        folders = self._folders(rows, partition_by)
        path = os.path.join(self._folder, "result.parquet")
        self._copy(f"SELECT * FROM {quoted(named.name)}", path)
        written = self._counted(path, named.columns, folders)
        if not folders:
            prefix = f"processed/{table}/"
            self._replace(prefix, {_part(0): path})
        else:
            prefix = f"loading/{table}/"
            self._replace(prefix, {_part(0): path})
            self._replace(f"processed/{table}/", self._split(path, named.columns, folders))
        return written, f"s3://{self._bucket}/{prefix}"

    def _named(self, rows: Rows) -> Rows:
        """The rows by names that a table of Redshift can have."""
        names = dict(zip(rows.columns, redshift_names(list(rows.columns))))
        moments = [name for name, kind in rows.columns.items() if kind.name == "timestamp"]
        if moments:
            raise SparkNeeded(f"{moments[0]} is a timestamp, which Parquet of Spark has otherwise")
        listed = ", ".join(f"{quoted(old)} AS {quoted(new)}" for old, new in names.items())
        self._database.execute(
            f"CREATE TEMP VIEW __result AS SELECT {listed} FROM {quoted(rows.name)}"
        )
        return Rows("__result", {names[name]: kind for name, kind in rows.columns.items()})

    @staticmethod
    def _folders(rows: Rows, partition_by: Sequence[str]) -> dict[str, Kind]:
        own = {name.lower(): name for name in rows.columns}
        if any(name.lower() not in own for name in partition_by):
            raise PipelineError("output.partitionBy: names a column that the result does not have")
        if partition_by and len(partition_by) >= len(rows.columns):
            raise PipelineError(
                "output.partitionBy: leave at least one column to be stored in files"
            )
        names = dict(zip(rows.columns, redshift_names(list(rows.columns))))
        found = {names[own[name.lower()]]: rows.columns[own[name.lower()]] for name in partition_by}
        others = [kind for kind in found.values() if kind.name not in _FOLDERS]
        if others:
            raise SparkNeeded(f"folders by {others[0]}")
        return found

    def _copy(self, query: str, path: str, options: str = _PARQUET) -> None:
        self._database.execute(f"COPY ({query}) TO {text_of(path)} ({options})")

    def _counted(self, path: str, columns: Columns, folders: Mapping[str, Kind]) -> Written:
        """What was written, where a table and the names of folders can hold it."""
        texts = [name for name, kind in columns.items() if kind.name == "string"]
        counts = [
            "count(*)",
            *(f"max(strlen({quoted(name)}))" for name in texts),
            *(f"count(*) FILTER (WHERE {quoted(name)} = '')" for name in texts),
        ]
        query = f"SELECT {', '.join(counts)} FROM read_parquet({text_of(path)})"
        number, *found = self._database.execute(query).fetchone()
        for name, longest, empty in zip(texts, found, found[len(texts) :]):
            check_length(name, longest or 0)
            if empty and name in folders:
                raise no_empty_folder(name)
        described = [{"name": name, **kind.described} for name, kind in columns.items()]
        return Written(number, described)

    def _split(self, path: str, columns: Columns, folders: Mapping[str, Kind]) -> dict[str, str]:
        """The files of each folder, by their names below `processed/<table>/`."""
        rows = f"read_parquet({text_of(path)})"
        keys = ", ".join(map(quoted, folders))
        others = ", ".join(quoted(name) for name in columns if name not in folders)
        self._database.execute(
            f"CREATE TEMP TABLE __folders AS SELECT row_number() OVER () AS __folder, {keys}"
            f" FROM (SELECT DISTINCT {keys} FROM {rows})"
        )
        same = " AND ".join(
            f"r.{quoted(name)} IS NOT DISTINCT FROM f.{quoted(name)}" for name in folders
        )
        root = os.path.join(self._folder, "folders")
        self._copy(
            f"SELECT __folder, {others} FROM (SELECT f.__folder, r.* FROM {rows} r"
            f" JOIN __folders f ON {same})",
            root,
            f"{_PARQUET}, PARTITION_BY (__folder)",
        )
        texts = ", ".join(f"CAST({quoted(name)} AS VARCHAR)" for name in folders)
        found = {}
        for number, *values in self._database.execute(
            f"SELECT __folder, {texts} FROM __folders"
        ).fetchall():
            below = "/".join(folder_name(name, value) for name, value in zip(folders, values))
            written = os.path.join(root, f"__folder={number}")
            for place, name in enumerate(sorted(os.listdir(written))):
                found[f"{below}/{_part(place)}"] = os.path.join(written, name)
        return found

    def _replace(self, prefix: str, files: Mapping[str, str]) -> None:
        """Puts files below a prefix, and removes what was there before."""
        before = [item.key for item in list_objects(self._s3, self._bucket, prefix)]
        for name, path in files.items():
            self._s3.upload_file(path, self._bucket, f"{prefix}{name}")
        for key in before:
            self._s3.delete_object(Bucket=self._bucket, Key=key)


def _part(number: int) -> str:
    """A name that no run before had: what is there while files are replaced, is whole."""
    return f"part-{number:05d}-{uuid.uuid4()}.snappy.parquet"
