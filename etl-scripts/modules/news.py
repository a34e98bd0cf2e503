"""What a run reads of the first source because it is new, and what is written down of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple

from pyspark.sql import SparkSession

from found import Found
from loaded import read_loaded
from sources import read_found
from units import Unit, units_of, watermark_name
from watermarks import Window, find_window, with_required_column


class News(NamedTuple):
    """The first source as it is read, and its units, which are loaded once the result is.

    `window`: the rows that are new by a watermark.
    """

    found: Found
    units: list[Unit]
    window: Window | None = None


def _by_watermark(
    spark: SparkSession, s3: Any, pipeline: Mapping[str, Any], bucket: str, found: Found
) -> News:
    source = with_required_column(found.source)
    name = watermark_name(source)
    loaded = read_loaded(s3, bucket, pipeline["warehouse"]).get(name)
    rows = read_found(spark, found._replace(source=source))
    window = find_window(rows, source, loaded)
    units = [Unit(name, window.high)] if window else []
    return News(found._replace(source=source), units, window)


def find_news(
    spark: SparkSession, s3: Any, pipeline: Mapping[str, Any], bucket: str, found: Found
) -> News:
    """What is new of the first source, of which `found` has the files to read."""
    incremental = pipeline["sources"][0].get("incremental")
    if incremental == "watermark":
        return _by_watermark(spark, s3, pipeline, bucket, found)
    if found.database:
        # All of it is read each time, and is other rows each time.
        now = datetime.now(timezone.utc).isoformat()
        return News(found, [Unit(f"jdbc:{found.source['jdbc']['connection']}", now)])
    files = [(file.origin, file.etag) for file in found.files]
    return News(found, units_of(files, incremental, found.root))
