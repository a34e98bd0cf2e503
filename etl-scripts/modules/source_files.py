"""The files of a source as S3 lists them: which of them are data, and what is wrong with them.

Without Spark, so that both prepare, which copies files, and transform, which
reads them where they lie, go by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from botocore.exceptions import ClientError

# Requests to S3 that are under way at the same time.
PARALLEL_REQUESTS = 8

# Spark and the crawler recognise a codec by the end of the name.
COMPRESSIONS = ("gz", "bz2")

# Formats that compress within the file, and say themselves how.
TYPED = ("avro", "orc", "parquet")

# Spark reads these only where it was built with the libraries.
UNREADABLE = ("zst", "snappy", "lz4", "lzo", "xz", "zip", "7z")

CHANGED = {"412", "PreconditionFailed"}
ABSENT = {"404", "NoSuchKey", "NoSuchBucket", "NotFound"}
DENIED = {"401", "403", "AccessDenied"}


class SourceError(ValueError):
    """A source that cannot be read as the pipeline says. Names the field or the file."""


class S3Location(NamedTuple):
    """A bucket, and a key or (with a final `/`) the prefix of many keys."""

    bucket: str
    key: str

    @property
    def uri(self) -> str:
        return f"s3://{self.bucket}/{self.key}"


class S3Object(NamedTuple):
    """An object as S3 lists it. The size is in bytes."""

    key: str
    size: int
    etag: str


class DataFile(NamedTuple):
    """An object of a source that is data, and its `name=value/` folders."""

    origin: S3Location
    size: int
    etag: str
    partition: str


class SourceFile(NamedTuple):
    """A file to read: where it lies, the name its owner knows, the header of a CSV, its version.

    The size is in bytes; the ETag is that of the origin.
    """

    uri: str
    origin: str
    header: Sequence[str] | None
    etag: str = ""
    size: int = 0


def partition_keys(file: SourceFile, base: str) -> list[str]:
    """The names of a file's `name=value/` folders."""
    folders = file.uri[len(base) :].split("/")[:-1]
    return [folder.split("=", 1)[0].lower() for folder in folders if "=" in folder]


def parse_s3_uri(uri: str, field: str) -> S3Location:
    """Splits `s3://bucket/key`; `field` is what an error names."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match or ".." in match[2].split("/"):
        raise SourceError(
            f"{field}: {uri!r} is not an S3 location; write s3://bucket/key, "
            "or s3://bucket/prefix/ for a folder"
        )
    return S3Location(match[1], match[2])


def holds_data(key: str, prefix: str, size: int) -> bool:
    """Whether an object below a prefix is data.

    Empty objects (markers of folders) are not, nor what has a name or a folder
    that begins with `_` or `.` (`_SUCCESS`, `_temporary/`, checksums): Spark
    and the crawlers skip them too. A folder `_name=value/` is a partition.
    """
    # An object that is named by itself is meant.
    segments = key[len(prefix) :].split("/") if prefix.endswith("/") else []
    hidden = any(
        segment.startswith(".") or (segment.startswith("_") and "=" not in segment)
        for segment in segments
    )
    return size > 0 and not hidden


def partition_folders(key: str, prefix: str) -> str:
    """The `name=value/` folders between a prefix and an object.

    >>> partition_folders("in/year=2020/month=1/x.csv", "in/")
    'year=2020/month=1/'
    """
    folders = key[len(prefix) :].split("/")[:-1]
    return "".join(f"{folder}/" for folder in folders if "=" in folder)


def partition_names(partition: str) -> list[str]:
    """The names before the `=` of partition folders."""
    return [folder.split("=", 1)[0] for folder in partition.split("/")[:-1]]


def data_files(
    source: dict[str, Any], location: S3Location, objects: list[S3Object]
) -> list[DataFile]:
    """The objects of a source that are data, in the order of their keys.

    Raises SourceError for files that could not be read together.
    """
    data = sorted(item for item in objects if holds_data(item.key, location.key, item.size))
    folders: dict[tuple[str, ...], str] = {}
    files = []
    for item in data:
        origin = S3Location(location.bucket, item.key)
        ending = item.key.rsplit(".", 1)[-1].lower()
        if source["format"] not in TYPED and ending in UNREADABLE:
            raise SourceError(
                f"{origin.uri}: is compressed as {ending}, which Spark does not read everywhere: "
                "compress it by gzip, or not at all"
            )
        partition = partition_folders(item.key, location.key)
        folders.setdefault(tuple(partition_names(partition)), origin.uri)
        if re.search(r"(^|/)(=|[^=/]+=/)", partition):
            raise SourceError(
                f"{origin.uri}: lies in a folder with nothing before or behind the =, which Spark "
                "does not read: name it otherwise"
            )
        files.append(DataFile(origin, item.size, item.etag, partition))
    if len(folders) > 1:
        first, other = list(folders.values())[:2]
        raise SourceError(
            f"{first} and {other}: lie in folders of different names before the =, so they are "
            "not partitions of one source: make two sources of them"
        )
    return files


def list_objects(s3: Any, bucket: str, prefix: str) -> list[S3Object]:
    """Every object below a prefix."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [
        S3Object(item["Key"], item["Size"], item["ETag"])
        for page in pages
        for item in page.get("Contents", [])
    ]


def find_objects(
    s3: Any, location: S3Location, field: str, was_there: bool = False
) -> list[S3Object]:
    """The objects of a source: its one object, or all below its prefix."""
    try:
        if location.key.endswith("/"):
            return list_objects(s3, location.bucket, location.key)
        head = s3.head_object(Bucket=location.bucket, Key=location.key)
        return [S3Object(location.key, head["ContentLength"], head["ETag"])]
    except ClientError as error:
        raise SourceError(reason_of(error, location, field, was_there)) from error


class Choice(NamedTuple):
    """What a run leaves out: versions of what is loaded by name, and whether rows were appended.

    `units`: the versions of units that files below a base make; without it each
    file is one, by its URI and ETag. `unit_of`: the name of the unit of a file.
    """

    loaded: Mapping[str, str] = {}
    appended: bool = False
    units: Callable[[Iterable[tuple[str, str]], str], Mapping[str, str]] | None = None
    unit_of: Callable[[str, str], str] | None = None

    def of(self, files: Sequence[DataFile], base: str = "") -> list[DataFile]:
        """The files that are wanted. Raises SourceError for one that may not be rewritten."""
        if self.units and self.unit_of:
            unit_of = self.unit_of
            versions = self.units(((file.origin.uri, file.etag) for file in files), base)
            changed = {name for name, one in versions.items() if self.loaded.get(name) != one}
            again = sorted(name for name in changed if name in self.loaded)
            if again and self.appended:
                raise SourceError(
                    f"{again[0]}: has other files than when its rows were appended, and they "
                    "cannot be told from others any more: give the new ones a partition of their "
                    "own, or set warehouse.load.mode: merge"
                )
            return [file for file in files if unit_of(file.origin.uri, base) in changed]
        new = [file for file in files if self.loaded.get(file.origin.uri) != file.etag]
        rewritten = [file.origin.uri for file in new if file.origin.uri in self.loaded]
        if rewritten and self.appended:
            raise SourceError(
                f"{rewritten[0]}: was rewritten after its rows were appended, and they cannot be "
                "told from others any more: put new rows into a file of their own, or set "
                "warehouse.load.mode: merge"
            )
        return new


# Nothing is left out.
ALL = Choice()


def find_files(s3: Any, source: dict[str, Any], field: str, choice: Choice = ALL) -> list[DataFile]:
    """The files of a source that are wanted. `field` is where the pipeline has its URI.

    Raises SourceError where there is no file, unless some had been loaded before.
    """
    location = parse_s3_uri(source["uri"], field)
    files = data_files(source, location, find_objects(s3, location, field))
    if not files and not choice.loaded:
        raise SourceError(f"{field}: {location.uri} holds no data; check the URI")
    return choice.of(files, location.uri)


def changed(uri: str) -> str:
    """What is wrong with a file that is not the one that was listed."""
    return f"{uri}: changed while it was read: start the pipeline again"


def reason_of(error: ClientError, location: S3Location, field: str, was_there: bool = False) -> str:
    """Why S3 did not give an object, in words. `was_there`: it had been listed before."""
    code = error.response.get("Error", {}).get("Code", "")
    if code in CHANGED or (was_there and code in ABSENT):
        return changed(location.uri)
    if code == "NoSuchBucket":
        return f"{field}: there is no bucket {location.bucket}; correct the URI"
    if code in ABSENT:
        return (
            f"{field}: there is no object {location.uri}; correct the key, "
            "or end it with / if it is a folder"
        )
    if code in DENIED:
        return (
            f"{field}: the job may not read {location.uri}, or it does not exist; check the "
            "URI, and let the bucket's owner allow s3:GetObject and s3:ListBucket to the job's role"
        )
    return f"{field}: {location.uri} cannot be read: {error}"
