"""What a run writes down as loaded, in the table `<table>_loads`, and how that is told apart.

A unit has a name and a version: a file its URI and ETag; a partition its folder
and the digest of the files in it; a watermark its column and the greatest value
that was loaded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipeline import PipelineError
from source_files import SourceError

_WATERMARK = "watermark:"


class Unit(NamedTuple):
    """Something that is loaded as a whole, and which version of it."""

    name: str
    version: str


def kind_of(name: str) -> str:
    """What `incremental` was when a unit was written down."""
    if name.startswith(_WATERMARK):
        return "watermark"
    return "partitions" if name.endswith("/") else "files"


# SQL that is true of units of other kinds, by the one of the pipeline.
OTHER_KINDS: Mapping[str, str] = {
    "files": f"file LIKE '%/' OR file LIKE '{_WATERMARK}%'",
    "partitions": "file NOT LIKE '%/'",
    "watermark": f"file NOT LIKE '{_WATERMARK}%'",
}


def watermark_name(source: Mapping[str, Any]) -> str:
    """The name of how far a source has been read by its column."""
    return f"{_WATERMARK}{source['name']}.{source['watermark']['column']}"


def partition_of(uri: str, base: str) -> str:
    """The partition that a file below `base` lies in, with a final `/`."""
    found = re.match(r"(?:.*/)?[^/=]+=[^/]*/", uri[len(base) :])
    if not found:
        raise SourceError(
            f"{uri}: lies in no folder name=value below {base}, and incremental is partitions: "
            "move it, or set incremental: files"
        )
    return base + found[0]


def partitions_of(files: Iterable[tuple[str, str]], base: str) -> dict[str, str]:
    """The versions of the partitions of files, which are given by URI and ETag."""
    found: dict[str, list[str]] = {}
    for uri, etag in files:
        found.setdefault(partition_of(uri, base), []).append(f"{uri} {etag}\n")
    return {
        name: hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()
        for name, lines in found.items()
    }


def units_of(files: Iterable[tuple[str, str]], incremental: str | None, base: str) -> list[Unit]:
    """What files, by URI and ETag, are written down as: themselves, or their partitions."""
    if incremental != "partitions":
        return [Unit(*file) for file in files]
    return [Unit(*unit) for unit in partitions_of(files, base).items()]


def check_kind(loaded: Iterable[str], source: Mapping[str, Any]) -> None:
    """Raises PipelineError where runs before told otherwise what is new: rows would be doubled."""
    kind = source["incremental"]
    for name in loaded:
        other = kind_of(name)
        if other != kind or (kind == "watermark" and name != watermark_name(source)):
            before = f"{other} of {name.removeprefix(_WATERMARK)}" if kind == other else other
            raise PipelineError(
                f"sources[0].incremental: is {kind}, and runs before went by {before}, so it "
                "cannot be told which rows are loaded: go on as before, or give warehouse.table "
                "another name"
            )
