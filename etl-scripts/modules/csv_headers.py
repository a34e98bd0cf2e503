"""The headers of CSV files, by which their columns are found whatever their order."""

from __future__ import annotations

import bz2
import codecs
import csv
import io
import re
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from botocore.exceptions import ClientError

from source_files import (
    PARALLEL_REQUESTS,
    DataFile,
    SourceError,
    partition_names,
    reason_of,
)

# How much of a file is read for its header: mostly the first is enough.
HEADER_BYTES = (64 * 1024, 1024 * 1024, 16 * 1024 * 1024)

DECODERS = {
    "UTF-8": "utf-8-sig",
    "ISO-8859-1": "iso-8859-1",
    "windows-1252": "cp1252",
    "UTF-16": "utf-16",
}


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


def read_header(s3: Any, item: DataFile, options: dict[str, Any]) -> list[str] | None:
    """The header of a CSV, None where it has none.

    Raises SourceError with the file's own name.
    """
    for limit in HEADER_BYTES:
        complete = item.size <= limit
        answer = s3.get_object(
            Bucket=item.origin.bucket,
            Key=item.origin.key,
            Range=f"bytes=0-{min(limit, item.size) - 1}",
            IfMatch=item.etag,
        )
        try:
            start = decompressed(item.origin.key, answer["Body"].read())
        except (zlib.error, OSError) as error:
            raise SourceError(
                f"{item.origin.uri}: is not compressed as the end of its name says: {error}"
            ) from error
        encoding = options.get("encoding", "UTF-8")
        if encoding == "UTF-16" and start[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            # Spark would take it for big-endian, and find other characters or no row at all.
            raise SourceError(
                f"{item.origin.uri}: does not begin with the mark of UTF-16 that tells the order "
                "of bytes: choose another csv.encoding, or write the file with it"
            )
        if not options.get("header", True):
            return None
        # A character at the end may be cut in two; what is no text shows as U+FFFD.
        text = start.decode(DECODERS[encoding], errors="replace")
        try:
            record = first_record(text, options, complete)
        except csv.Error as error:
            raise SourceError(
                f"{item.origin.uri}: has a header that is no CSV: {error}; choose csv.quote and "
                "csv.escape as the file writes them"
            ) from error
        if record is None:
            continue
        if any("\ufffd" in name for name in record):
            raise SourceError(
                f"{item.origin.uri}: has a header that is not {encoding}: choose csv.encoding"
            )
        return record
    raise SourceError(
        f"{item.origin.uri}: has no whole line in its first {HEADER_BYTES[-1] // 2**20} MiB: "
        "it is no CSV, or csv.quote is not how it is written"
    )


def catalog_names(names: Sequence[str]) -> list[str]:
    """The names that a file's columns get in the Data Catalog, as `columns` names them.

    Lower case without blanks around, `_` for control characters, at most 255
    characters, `col<position>` where nothing is left.

    >>> catalog_names([" Sold On ", ""])
    ['sold on', 'col1']
    """
    plain = [re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]", "_", n.strip().lower()) for n in names]
    return [name[:255] or f"col{index}" for index, name in enumerate(plain)]


def check_header(
    uri: str, header: list[str], columns: list[dict[str, Any]], partitions: set[str]
) -> list[str]:
    """Raises SourceError unless a header has the columns. Returns what else it has."""
    names = catalog_names(header)
    wanted = [column["name"] for column in columns if column["name"] not in partitions]
    missing = [name for name in wanted if name not in names]
    if missing:
        raise SourceError(
            f"{uri}: has no column {', '.join(missing)}; its columns are {', '.join(names)}"
        )
    twice = [name for name in wanted if names.count(name) > 1]
    if twice:
        raise SourceError(
            f"{uri}: has the column {', '.join(twice)} twice: give each a name of its own"
        )
    return [name for name in names if name not in wanted]


def check_width(uri: str, header: list[str], names: Sequence[str]) -> None:
    """Raises SourceError unless a header has as many names as there are columns."""
    if len(header) != len(names):
        raise SourceError(
            f"{uri}: has {len(header)} column(s), and its table has {len(names)}: correct the "
            "file, or the table"
        )


def read_headers(
    s3: Any, source: dict[str, Any], files: Sequence[DataFile]
) -> list[list[str] | None]:
    """The header of each file, None where there is none; checked against the columns."""
    options = source.get("csv") or {}
    unmarked = options.get("encoding") != "UTF-16" and not options.get("header", True)
    if source["format"] != "csv" or unmarked:
        return [None for _ in files]

    def header_of(item: DataFile) -> list[str] | None:
        try:
            header = read_header(s3, item, options)
        except ClientError as error:
            raise SourceError(reason_of(error, item.origin, item.origin.uri, True)) from error
        if header is None:
            return None
        if "names" in options:
            # A table of the catalog: columns go by position.
            check_width(item.origin.uri, header, options["names"])
            return header
        partitions = {name.lower() for name in partition_names(item.partition)}
        others = check_header(item.origin.uri, header, source["columns"], partitions)
        if others:
            print(f"{item.origin.uri}: not read, as pipeline.yaml does not name them: {others}")
        return header

    with ThreadPoolExecutor(PARALLEL_REQUESTS) as requests:
        return list(requests.map(header_of, files))
