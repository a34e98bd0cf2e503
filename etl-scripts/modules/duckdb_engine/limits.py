"""How large the sources of a run may be for DuckDB (docs/compute.md)."""

from __future__ import annotations

from collections.abc import Iterable

from duckdb_engine.spark_needed import SparkNeeded
from source_files import COMPRESSIONS, SourceFile

MIB = 1024 * 1024

# Of all sources together, as they are read: a Python shell job of 1/16 DPU has 1 GB of memory.
MOST_BYTES = 128 * MIB

# How much larger than the file its rows may be.
_COMPRESSED, _PARQUET = 8, 4

# What DuckDB keeps in memory, before it writes to the 14 GB of `/tmp` (AWS Glue Developer
# Guide, "Configuring job properties for Python shell jobs").
MEMORY = "500MB"


def read_size(file: SourceFile, file_format: str) -> int:
    """The size of a file's rows, in bytes, at most as files of its kind mostly are."""
    if file_format == "parquet":
        return file.size * _PARQUET
    return file.size * (_COMPRESSED if file.uri.rsplit(".", 1)[-1] in COMPRESSIONS else 1)


def check_size(files: Iterable[tuple[SourceFile, str]]) -> int:
    """The size of all files, each with its format. Raises SparkNeeded where that is too much."""
    size = sum(read_size(file, file_format) for file, file_format in files)
    if size > MOST_BYTES:
        raise SparkNeeded(
            f"the sources are {size / MIB:.0f} MB large as they are read, and DuckDB takes "
            f"{MOST_BYTES // MIB} MB"
        )
    return size
