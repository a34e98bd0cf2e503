"""A run of transform on DuckDB, from the files to what the load is told."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from typing import Any

import duckdb

from catalog_tables import Catalog
from duckdb_engine.limits import MEMORY, check_size
from duckdb_engine.results import ResultWriter
from duckdb_engine.s3_files import SourceFileSystem
from duckdb_engine.sources import read_source
from duckdb_engine.spark_needed import MARK, SparkNeeded
from duckdb_engine.transforms import transform
from found import Found, find, verify
from result_files import Written, redshift_names
from source_files import list_objects
from telling import ResultFiles, least_new, no_rows_left, skip, tell_load
from units import units_of

Tell = Callable[[str, str], None]


def connect(folder: str) -> Any:
    """A database in memory, which spills to a folder.

    One thread: a job of 1/16 DPU has a part of one, and rows stay in their order.
    """
    database = duckdb.connect(
        config={
            "threads": 1,
            "memory_limit": MEMORY,
            "temp_directory": os.path.join(folder, "spilled"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    database.execute("SET TimeZone = 'UTC'")
    return database


def _reason(error: duckdb.Error) -> str:
    """Why DuckDB did not compute the rows. Its own words may show what they hold."""
    told = str(error)
    if MARK in told:
        return told.split(MARK, 1)[1].splitlines()[0]
    return f"DuckDB did not compute with the rows ({type(error).__name__})"


def _compute(
    s3: Any, pipeline: Mapping[str, Any], bucket: str, found: Mapping[str, Found], folder: str
) -> ResultFiles:
    database = connect(folder)
    system = SourceFileSystem(s3)
    database.register_filesystem(system)
    try:
        sources = {
            name: read_source(database, system, one.source, one.files, one.base)
            for name, one in found.items()
        }
        rows = transform(database, sources, pipeline)
        writer = ResultWriter(database, s3, bucket, folder)
        partition_by = pipeline.get("output", {}).get("partitionBy", [])
        written, uri = writer.write(rows, pipeline["warehouse"]["table"], partition_by)
    except duckdb.Error as error:
        raise SparkNeeded(_reason(error)) from None
    finally:
        database.close()
    return ResultFiles(list(rows.columns), written, uri)


def _clear_rejected(s3: Any, pipeline: Mapping[str, Any], bucket: str) -> None:
    """Removes the rows that a run before set aside: this one had none."""
    for source in pipeline["sources"]:
        if source.get("onInvalid") == "setAside":
            for item in list_objects(s3, bucket, f"rejected/{source['name']}/"):
                s3.delete_object(Bucket=bucket, Key=item.key)


def run(
    s3: Any, pipeline: Mapping[str, Any], bucket: str, catalog: Catalog, tell: Tell
) -> Written | None:
    """Computes and writes the result of a pipeline; None where there is nothing new to read.

    As `transform.run` does on Spark. Raises SparkNeeded, with nothing that a load would find,
    where that is to do it.
    """
    table = pipeline["warehouse"]["table"]
    s3.delete_object(Bucket=bucket, Key=f"loading/{table}.json")
    if pipeline.get("quality"):
        raise SparkNeeded("rules of quality")
    incremental = pipeline["sources"][0].get("incremental")
    if incremental == "watermark":
        raise SparkNeeded("rows that are new by a watermark")
    if any(source["format"] == "table" for source in pipeline["sources"]):
        raise SparkNeeded("tables of the Data Catalog")
    found = {
        source["name"]: find(s3, None, pipeline, index, bucket)
        for index, source in enumerate(pipeline["sources"])
    }
    first = found[pipeline["sources"][0]["name"]]
    files = [(file.origin, file.etag) for file in first.files]
    units, wanted = units_of(files, incremental, first.root), least_new(pipeline)
    if len(units) < wanted:
        skip(s3, pipeline, bucket, tell)
        print(f"nothing is done: of the first source {len(units)} are new, of {wanted}")
        return None
    check_size((file, one.source["format"]) for one in found.values() for file in one.files)
    with tempfile.TemporaryDirectory() as folder:
        result = _compute(s3, pipeline, bucket, found, folder)
    verify(s3, pipeline, found)
    output = pipeline.get("output", {})
    if result.written.rows == 0 and output.get("whenEmpty", "fail") == "fail":
        raise no_rows_left()
    _clear_rejected(s3, pipeline, bucket)
    if pipeline["catalog"]["tables"] == "declared":
        names = dict(zip(result.names, redshift_names(result.names)))
        folders = [names[name] for name in output.get("partitionBy", [])]
        catalog.declare(f"processed/{table}/", result.written.columns, folders)
    tell_load(s3, pipeline, bucket, units, result)
    print(f"wrote {result.written.rows} row(s) to {result.uri}")
    return result.written
