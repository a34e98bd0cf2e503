"""The files of a source that Spark reads where they lie."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from csv_headers import read_headers
from source_files import (
    ALL,
    COMPRESSIONS,
    PARALLEL_REQUESTS,
    Choice,
    DataFile,
    SourceError,
    SourceFile,
    changed,
    find_files,
    find_objects,
    parse_s3_uri,
)


def folder_of(uri: str) -> str:
    """The folder that a source's files lie below, with a final `/`."""
    return uri[: uri.rindex("/") + 1]


def _why_not(file: DataFile, prefix: str) -> str | None:
    """Why Spark does not read a file where it lies; None where it does."""
    key = file.origin.key
    *folders, name = key[len(prefix) :].split("/")
    if posixpath.normpath(key) != key:
        return "has a part in its key that is empty or a dot, which file systems do not have"
    ending = name.rsplit(".", 1)[-1]
    if ending not in COMPRESSIONS and ending.lower() in COMPRESSIONS:
        return f"ends in {ending}, by which Spark knows no compression"
    partition = [folder for folder in folders if "=" in folder]
    # Spark goes up from the file as long as it finds them one above the other.
    first = folders.index(partition[0]) if partition else 0
    if partition != folders[first : first + len(partition)]:
        return "lies in folders name=value with others between them"
    return None


def _above_partitions(file: DataFile, prefix: str) -> str:
    return file.origin.key[len(prefix) :].split(file.partition)[0]


COPY = "set copy: true on the source, so that it is read from copies under other names"


def check_in_place(files: Sequence[DataFile], prefix: str, remedy: str = COPY) -> None:
    """Raises SourceError for files that Spark reads, or finds the partitions of, only as copies."""
    for file in files:
        problem = _why_not(file, prefix)
        if problem:
            raise SourceError(f"{file.origin.uri}: {problem}: {remedy}")
    above = {_above_partitions(file, prefix): file for file in files if file.partition}
    if len(above) > 1:
        first, other = list(above.values())[:2]
        raise SourceError(
            f"{first.origin.uri} and {other.origin.uri}: lie in partitions of different folders: "
            f"{remedy}"
        )


def source_files_of(
    s3: Any, source: dict[str, Any], found: Sequence[DataFile], prefix: str, remedy: str = COPY
) -> list[SourceFile]:
    """Files below a prefix for Spark, with the headers of CSV. Raises SourceError for others."""
    check_in_place(found, prefix, remedy)
    headers = read_headers(s3, source, found)
    return [
        SourceFile(file.origin.uri, file.origin.uri, header, file.etag, file.size)
        for file, header in zip(found, headers)
    ]


def files_in_place(
    s3: Any,
    source: dict[str, Any],
    index: int,
    choice: Choice = ALL,
) -> list[SourceFile]:
    """The files of a source as they are now, with the headers of CSV.

    Raises SourceError with the field or the file.
    """
    field = f"sources[{index}].uri"
    found = find_files(s3, source, field, choice)
    bucket = parse_s3_uri(source["uri"], field).bucket
    prefix = folder_of(source["uri"])[len(f"s3://{bucket}/") :]
    return source_files_of(s3, source, found, prefix)


def verify_unchanged(
    s3: Any, places: Sequence[str], field: str, files: Sequence[SourceFile]
) -> None:
    """Raises SourceError where a file of some folders is no more what it was when it was listed.

    Files that have come meanwhile were not read, and do not matter.
    """

    def etags_at(place: str) -> dict[str, str]:
        location = parse_s3_uri(place, field)
        found = find_objects(s3, location, field, was_there=True)
        return {f"s3://{location.bucket}/{item.key}": item.etag for item in found}

    with ThreadPoolExecutor(PARALLEL_REQUESTS) as requests:
        etags = {uri: etag for some in requests.map(etags_at, places) for uri, etag in some.items()}
    for file in files:
        if etags.get(file.origin) != file.etag:
            raise SourceError(changed(file.origin))
