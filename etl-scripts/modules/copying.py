"""Copies sources to folders of the pipeline's own, as UTF-8.

Each file gets a name that is chosen here, so that nothing after it depends on
how others name their files. A run replaces what the run before it left.
"""

from __future__ import annotations

import bz2
import gzip
import json
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from botocore.exceptions import ClientError

from csv_headers import DECODERS, read_headers
from source_files import (
    ALL,
    COMPRESSIONS,
    PARALLEL_REQUESTS,
    Choice,
    DataFile,
    SourceError,
    find_files,
    list_objects,
    reason_of,
)

# How much of a text is decoded at a time.
COPIED_CHARACTERS = 1024 * 1024


class Copy(NamedTuple):
    """A file to copy, and the key that it gets in the data bucket."""

    file: DataFile
    target_key: str


def file_ending(key: str, file_format: str) -> str:
    """The ending of a copy: the source's format and, if any, its compression."""
    last = key.rsplit(".", 1)[-1].lower()
    return f".{file_format}.{last}" if last in COMPRESSIONS else f".{file_format}"


def plan_copies(source: dict[str, Any], files: Sequence[DataFile]) -> list[Copy]:
    """What to copy for one source, and where to.

    Names are numbered in the order of the files, so that a rerun gives the same.
    """
    folder = f"raw/{source['name']}"
    return [
        Copy(
            file,
            f"{folder}/{file.partition}part-{number:05d}"
            + file_ending(file.origin.key, source["format"]),
        )
        for number, file in enumerate(files)
    ]


def copy_as_utf8(s3: Any, item: Copy, encoding: str, data_bucket: str) -> None:
    """Copies a text through this job, as UTF-8: crawlers of Glue read no other encoding."""
    opened = gzip.open if item.file.origin.key.lower().endswith(".gz") else open
    if item.file.origin.key.lower().endswith(".bz2"):
        opened = bz2.open
    with tempfile.TemporaryDirectory() as folder:
        original, decoded = f"{folder}/original", f"{folder}/decoded"
        body = s3.get_object(
            Bucket=item.file.origin.bucket, Key=item.file.origin.key, IfMatch=item.file.etag
        )["Body"]
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
            raise SourceError(
                f"{item.file.origin.uri}: is not {encoding}: "
                "choose csv.encoding as the file is written"
            ) from error
        s3.upload_file(decoded, data_bucket, item.target_key)


def replace_source(
    s3: Any,
    source: dict[str, Any],
    index: int,
    data_bucket: str,
    choice: Choice = ALL,
) -> int:
    """Copies one source to its folder and returns how many objects it has.

    What an earlier run left there and this one did not overwrite is deleted
    last, so a failed copy never leaves an empty folder. The list of files is
    the other way round: it is gone until all of them are there.
    """
    field = f"sources[{index}].uri"
    folder = f"raw/{source['name']}/"
    list_key = f"{folder}_files.json"
    s3.delete_object(Bucket=data_bucket, Key=list_key)
    found = find_files(s3, source, field, choice)
    copies = plan_copies(source, found)
    headers = read_headers(s3, source, found)

    options = source.get("csv") or {}
    encoding = options.get("encoding", "UTF-8") if source["format"] == "csv" else "UTF-8"

    def copy(item: Copy) -> None:
        try:
            if encoding != "UTF-8":
                copy_as_utf8(s3, item, encoding, data_bucket)
                return
            s3.copy(
                {"Bucket": item.file.origin.bucket, "Key": item.file.origin.key},
                data_bucket,
                item.target_key,
                ExtraArgs={
                    # Tags stay behind: to copy them takes permissions that owners seldom give.
                    "TaggingDirective": "REPLACE",
                    # The copy is of the object that was listed and whose header was read.
                    "CopySourceIfMatch": item.file.etag,
                },
            )
        except ClientError as error:
            raise SourceError(reason_of(error, item.file.origin, field, True)) from error

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
            "source": item.file.origin.uri,
            "size": item.file.size,
            "etag": item.file.etag,
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
