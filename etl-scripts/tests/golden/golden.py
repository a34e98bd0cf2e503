"""What a pipeline makes of the samples of its sources, as lines that people can compare."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

from checked import CheckedSource
from rows import SourceFile
from sources import read_source
from transforms import transform


def _written(value: Any) -> Any:
    """A value that JSON has no word for, as text."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (Decimal, bytes, bytearray)):
        return str(value)
    raise TypeError(f"a value of the type {type(value).__name__} has no text here")


def result_lines(
    spark: SparkSession, pipeline: Mapping[str, Any], samples: Mapping[str, Path], scratch: Path
) -> list[str]:
    """The rows of the result as JSON, in the order of their texts.

    `samples` has the file of each source, JSON lines by its declared columns. A
    value in it that is not of its column's type is a SourceError.
    """
    sources = {}
    for source in pipeline["sources"]:
        path = samples[source["name"]]
        files = [SourceFile(path.as_uri(), path.name, None)]
        rows = read_source(spark, source, files, f"{path.parent.as_uri()}/")
        sources[source["name"]] = CheckedSource(source, files, rows)
    result = transform({name: source.rows for name, source in sources.items()}, pipeline)
    rows = [row.asDict(recursive=True) for row in result.collect()]
    for name, source in sources.items():
        source.settle((scratch / name).as_uri())
    return sorted(json.dumps(row, default=_written, ensure_ascii=False) for row in rows)


class GoldenError(Exception):
    """The result cannot be compared although somebody wants it to be."""


def nothing_to_compare(file: Path, samples: Iterable[Path], is_update: bool) -> str | None:
    """Why a repository has no golden file yet; None where the result is compared, or kept.

    Raises GoldenError where a sample is gone that the golden file was made of, or is to be.
    """
    missing = ", ".join(path.name for path in samples if not path.exists())
    if missing and (is_update or file.exists()):
        raise GoldenError(
            f"sample/ has no {missing}, of which the golden file is made: put it back, or remove "
            f"{file.name} where the result is not to be compared"
        )
    if file.exists() or is_update:
        return None
    return "there is no golden file yet: npm run golden writes it"


def difference(golden: list[str], found: list[str]) -> str:
    """Says which rows came and which are gone; nothing where they are the same."""
    lines = [f"- {line}" for line in golden if golden.count(line) > found.count(line)]
    lines += [f"+ {line}" for line in found if found.count(line) > golden.count(line)]
    return "\n".join(lines)
