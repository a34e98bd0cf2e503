"""Copies the sources of a pipeline to folders of its own.

The first step of the workflow, a Python shell job. Each source of
`pipeline.yaml` ends up in `raw/<source>/` of the data bucket, under names that
this job chooses, so that nothing after it depends on how others name their
files. A run replaces what the run before it left. Last of all it writes
`raw/<source>/_files.json`: the copies, where they came from and, of CSV, the
header of each, by which the columns of a file are found whatever their order.
Texts of another encoding become UTF-8 on the way.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON) and
`--DATA_BUCKET`.
"""

from __future__ import annotations

import bz2
import codecs
import csv
import gzip
import io
import json
import re
import shutil
import sys
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import boto3
from botocore.exceptions import ClientError

# Copying is done by S3 itself; a few requests at a time keep it busy.
PARALLEL_REQUESTS = 8

# Spark and the crawler recognise a codec by the end of the name.
COMPRESSIONS = ("gz", "bz2")

# Spark reads these only where it was built with the libraries.
UNREADABLE = ("zst", "snappy", "lz4", "lzo", "xz", "zip", "7z")

# How much of a file is read for its header: mostly the first is enough.
HEADER_BYTES = (64 * 1024, 1024 * 1024, 16 * 1024 * 1024)

# How much of a text is decoded at a time.
COPIED_CHARACTERS = 1024 * 1024

DECODERS = {
    "UTF-8": "utf-8-sig",
    "ISO-8859-1": "iso-8859-1",
    "windows-1252": "cp1252",
    "UTF-16": "utf-16",
}

CHANGED = {"412", "PreconditionFailed"}
ABSENT = {"404", "NoSuchKey", "NoSuchBucket", "NotFound"}
DENIED = {"401", "403", "AccessDenied"}


class PrepareError(ValueError):
    """A source that cannot be copied. Names the field or the file.

    All that this script needs is in it: a Python shell job takes modules only as wheels.
    """


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


class Copy(NamedTuple):
    """One object to copy, and the key that it gets in the data bucket."""

    source: S3Location
    size: int
    etag: str
    target_key: str


def parse_s3_uri(uri: str, field: str) -> S3Location:
    """Splits `s3://bucket/key`; `field` is what an error names."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match or ".." in match[2].split("/"):
        raise PrepareError(
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
    """The `name=value/` folders between a prefix and an object, to be kept.

    >>> partition_folders("in/year=2020/month=1/x.csv", "in/")
    'year=2020/month=1/'
    """
    folders = key[len(prefix) :].split("/")[:-1]
    return "".join(f"{folder}/" for folder in folders if "=" in folder)


def file_ending(key: str, file_format: str) -> str:
    """The ending of a copy: the source's format and, if any, its compression."""
    last = key.rsplit(".", 1)[-1].lower()
    return f".{file_format}.{last}" if last in COMPRESSIONS else f".{file_format}"


def plan_copies(
    source: dict[str, Any], location: S3Location, objects: list[S3Object]
) -> list[Copy]:
    """What to copy for one source, and where to.

    Names are numbered in the order of the source's keys, so that a rerun gives
    the same. Raises PrepareError for files that could not be read together.
    """
    data = sorted(item for item in objects if holds_data(item.key, location.key, item.size))
    folders: dict[tuple[str, ...], str] = {}
    copies = []
    for number, item in enumerate(data):
        origin = S3Location(location.bucket, item.key)
        ending = item.key.rsplit(".", 1)[-1].lower()
        if source["format"] != "parquet" and ending in UNREADABLE:
            raise PrepareError(
                f"{origin.uri}: is compressed as {ending}, which Spark does not read everywhere: "
                "compress it by gzip, or not at all"
            )
        partition = partition_folders(item.key, location.key)
        keys = tuple(folder.split("=", 1)[0] for folder in partition.split("/")[:-1])
        folders.setdefault(keys, origin.uri)
        if re.search(r"(^|/)(=|[^=/]+=/)", partition):
            raise PrepareError(
                f"{origin.uri}: lies in a folder with nothing before or behind the =, which Spark "
                "does not read: name it otherwise"
            )
        target = f"raw/{source['name']}/{partition}part-{number:05d}"
        copies.append(
            Copy(origin, item.size, item.etag, target + file_ending(item.key, source["format"]))
        )
    if len(folders) > 1:
        first, other = list(folders.values())[:2]
        raise PrepareError(
            f"{first} and {other}: lie in folders of different names before the =, so they are "
            "not partitions of one source: make two sources of them"
        )
    return copies


def list_objects(s3: Any, bucket: str, prefix: str) -> list[S3Object]:
    """Every object below a prefix."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [
        S3Object(item["Key"], item["Size"], item["ETag"])
        for page in pages
        for item in page.get("Contents", [])
    ]


def find_objects(s3: Any, location: S3Location, field: str) -> list[S3Object]:
    """The objects of a source: its one object, or all below its prefix."""
    try:
        if location.key.endswith("/"):
            return list_objects(s3, location.bucket, location.key)
        head = s3.head_object(Bucket=location.bucket, Key=location.key)
        return [S3Object(location.key, head["ContentLength"], head["ETag"])]
    except ClientError as error:
        raise PrepareError(_reason(error, location, field)) from error


def _reason(error: ClientError, location: S3Location, field: str, was_there: bool = False) -> str:
    code = error.response.get("Error", {}).get("Code", "")
    if code in CHANGED or (was_there and code in ABSENT):
        return f"{location.uri}: changed while it was copied: start the pipeline again"
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


# --- The header of a CSV ---


def decompressed(key: str, start: bytes) -> bytes:
    """The beginning of a file, which may end in the middle of a compressed stream.

    A file may be several streams one after the other; Spark reads them all.
    """
    plain = b""
    while start and len(plain) < HEADER_BYTES[-1]:
        if key.lower().endswith(".gz"):
            stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            plain += stream.decompress(start, HEADER_BYTES[-1])
            start = stream.unused_data.lstrip(b"\0") if stream.eof else b""
        elif key.lower().endswith(".bz2"):
            bzip2 = bz2.BZ2Decompressor()
            plain += bzip2.decompress(start, HEADER_BYTES[-1])
            start = bzip2.unused_data if bzip2.eof else b""
        else:
            return start
    return plain


def first_record(text: str, options: dict[str, Any], complete: bool) -> list[str] | None:
    """The first record of a CSV; None where more text is needed to tell.

    Raises csv.Error where quotes are not as the options say.
    """
    quote = options.get("quote", '"')
    backslash = options.get("escape") == "backslash"
    stream = io.StringIO(text, newline="")
    csv.field_size_limit(HEADER_BYTES[-1])
    reader = csv.reader(
        stream,
        delimiter=options.get("delimiter", ","),
        quotechar=None if quote == "none" else quote,
        quoting=csv.QUOTE_NONE if quote == "none" else csv.QUOTE_MINIMAL,
        doublequote=not backslash,
        escapechar="\\" if backslash else None,
        strict=True,
    )
    try:
        record = next((row for row in reader if row), None)
    except csv.Error:
        # The text may end inside of quotes that are closed behind it.
        if complete or stream.tell() < len(text):
            raise
        return None
    # A record that reaches the end of the text may go on behind it.
    ended = complete or stream.tell() < len(text) or text.endswith("\n")
    return record if ended else None


def read_header(s3: Any, item: Copy, options: dict[str, Any]) -> list[str] | None:
    """The header of a CSV, None where it has none.

    Raises PrepareError with the file's own name.
    """
    for limit in HEADER_BYTES:
        complete = item.size <= limit
        answer = s3.get_object(
            Bucket=item.source.bucket,
            Key=item.source.key,
            Range=f"bytes=0-{min(limit, item.size) - 1}",
            IfMatch=item.etag,
        )
        try:
            start = decompressed(item.source.key, answer["Body"].read())
        except (zlib.error, OSError) as error:
            raise PrepareError(
                f"{item.source.uri}: is not compressed as the end of its name says: {error}"
            ) from error
        encoding = options.get("encoding", "UTF-8")
        if encoding == "UTF-16" and start[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            # Spark would take it for big-endian, and find other characters or no row at all.
            raise PrepareError(
                f"{item.source.uri}: does not begin with the mark of UTF-16 that tells the order "
                "of bytes: choose another csv.encoding, or write the file with it"
            )
        if not options.get("header", True):
            return None
        # A character at the end may be cut in two; what is no text shows as U+FFFD.
        text = start.decode(DECODERS[encoding], errors="replace")
        try:
            record = first_record(text, options, complete)
        except csv.Error as error:
            raise PrepareError(
                f"{item.source.uri}: has a header that is no CSV: {error}; choose csv.quote and "
                "csv.escape as the file writes them"
            ) from error
        if record is None:
            continue
        if any("\ufffd" in name for name in record):
            raise PrepareError(
                f"{item.source.uri}: has a header that is not {encoding}: choose csv.encoding"
            )
        return record
    raise PrepareError(
        f"{item.source.uri}: has no whole line in its first {HEADER_BYTES[-1] // 2**20} MiB: "
        "it is no CSV, or csv.quote is not how it is written"
    )


def catalog_names(names: list[str]) -> list[str]:
    """The names that a file's columns get in the Data Catalog, as `columns` names them.

    >>> catalog_names([" Sold On ", ""])
    ['sold on', 'col1']
    """
    plain = [re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]", "_", n.strip().lower()) for n in names]
    return [name[:255] or f"col{index}" for index, name in enumerate(plain)]


def check_header(
    uri: str, header: list[str], columns: list[dict[str, Any]], partitions: set[str]
) -> list[str]:
    """Raises PrepareError unless a header has the columns. Returns what else it has."""
    names = catalog_names(header)
    wanted = [column["name"] for column in columns if column["name"] not in partitions]
    missing = [name for name in wanted if name not in names]
    if missing:
        raise PrepareError(
            f"{uri}: has no column {', '.join(missing)}; its columns are {', '.join(names)}"
        )
    twice = [name for name in wanted if names.count(name) > 1]
    if twice:
        raise PrepareError(
            f"{uri}: has the column {', '.join(twice)} twice: give each a name of its own"
        )
    return [name for name in names if name not in wanted]


def read_headers(s3: Any, source: dict[str, Any], copies: list[Copy]) -> list[list[str] | None]:
    """The header of each file, None where there is none; checked against the columns."""
    options = source.get("csv") or {}
    unmarked = options.get("encoding") != "UTF-16" and not options.get("header", True)
    if source["format"] != "csv" or unmarked:
        return [None for _ in copies]

    def header_of(item: Copy) -> list[str] | None:
        try:
            header = read_header(s3, item, options)
        except ClientError as error:
            raise PrepareError(_reason(error, item.source, item.source.uri, True)) from error
        if header is None:
            return None
        folders = item.target_key.split("/")[2:-1]
        partitions = {folder.split("=", 1)[0].lower() for folder in folders}
        others = check_header(item.source.uri, header, source["columns"], partitions)
        if others:
            print(f"{item.source.uri}: not read, as pipeline.yaml does not name them: {others}")
        return header

    with ThreadPoolExecutor(PARALLEL_REQUESTS) as requests:
        return list(requests.map(header_of, copies))


# --- Another encoding than UTF-8 ---


def copy_as_utf8(s3: Any, item: Copy, encoding: str, data_bucket: str) -> None:
    """Copies a text through this job, as UTF-8: crawlers of Glue read no other encoding."""
    opened = gzip.open if item.source.key.lower().endswith(".gz") else open
    if item.source.key.lower().endswith(".bz2"):
        opened = bz2.open
    with tempfile.TemporaryDirectory() as folder:
        original, decoded = f"{folder}/original", f"{folder}/decoded"
        body = s3.get_object(Bucket=item.source.bucket, Key=item.source.key, IfMatch=item.etag)[
            "Body"
        ]
        with open(original, "wb") as file:
            shutil.copyfileobj(body, file)
        try:
            # Line breaks stay as they are written.
            with (
                opened(original, "rt", encoding=DECODERS[encoding], newline="") as text,
                opened(decoded, "wt", encoding="utf-8", newline="") as utf8,
            ):
                shutil.copyfileobj(text, utf8, COPIED_CHARACTERS)
        except UnicodeError as error:
            raise PrepareError(
                f"{item.source.uri}: is not {encoding}: choose csv.encoding as the file is written"
            ) from error
        s3.upload_file(decoded, data_bucket, item.target_key)


# --- A source ---


def replace_source(s3: Any, source: dict[str, Any], index: int, data_bucket: str) -> int:
    """Copies one source to its folder and returns how many objects it has.

    What an earlier run left there and this one did not overwrite is deleted
    last, so a failed copy never leaves an empty folder. The list of files is
    the other way round: it is gone until all of them are there.
    """
    field = f"sources[{index}].uri"
    location = parse_s3_uri(source["uri"], field)
    folder = f"raw/{source['name']}/"
    list_key = f"{folder}_files.json"
    s3.delete_object(Bucket=data_bucket, Key=list_key)
    copies = plan_copies(source, location, find_objects(s3, location, field))
    if not copies:
        raise PrepareError(f"{field}: {location.uri} holds no data; check the URI")
    headers = read_headers(s3, source, copies)

    options = source.get("csv") or {}
    encoding = options.get("encoding", "UTF-8") if source["format"] == "csv" else "UTF-8"

    def copy(item: Copy) -> None:
        try:
            if encoding != "UTF-8":
                copy_as_utf8(s3, item, encoding, data_bucket)
                return
            s3.copy(
                {"Bucket": item.source.bucket, "Key": item.source.key},
                data_bucket,
                item.target_key,
                ExtraArgs={
                    # Tags stay behind: to copy them takes permissions that owners seldom give.
                    "TaggingDirective": "REPLACE",
                    # The copy is of the object that was listed and whose header was read.
                    "CopySourceIfMatch": item.etag,
                },
            )
        except ClientError as error:
            raise PrepareError(_reason(error, item.source, field, True)) from error

    def delete(key: str) -> None:
        s3.delete_object(Bucket=data_bucket, Key=key)

    with ThreadPoolExecutor(PARALLEL_REQUESTS) as requests:
        list(requests.map(copy, copies))
        kept = {item.target_key for item in copies}
        present = list_objects(s3, data_bucket, folder)
        list(requests.map(delete, [item.key for item in present if item.key not in kept]))
    files = [
        {
            "key": item.target_key,
            "source": item.source.uri,
            "size": item.size,
            "etag": item.etag,
            "header": header,
        }
        for item, header in zip(copies, headers)
    ]
    s3.put_object(
        Bucket=data_bucket,
        Key=list_key,
        Body=json.dumps({"files": files}).encode(),
        ContentType="application/json",
    )
    return len(copies)


def read_pipeline(s3: Any, uri: str) -> dict[str, Any]:
    """Reads the pipeline, as JSON, from S3."""
    location = parse_s3_uri(uri, "--PIPELINE_URI")
    body = s3.get_object(Bucket=location.bucket, Key=location.key)["Body"]
    return json.loads(body.read())


def main() -> None:
    from awsglue.utils import getResolvedOptions  # Glue's own; absent in tests

    options = getResolvedOptions(sys.argv, ["PIPELINE_URI", "DATA_BUCKET"])
    s3 = boto3.client("s3")
    pipeline = read_pipeline(s3, options["PIPELINE_URI"])
    for index, source in enumerate(pipeline["sources"]):
        count = replace_source(s3, source, index, options["DATA_BUCKET"])
        print(f"{source['name']}: copied {count} object(s) from {source['uri']}")


if __name__ == "__main__":
    main()
