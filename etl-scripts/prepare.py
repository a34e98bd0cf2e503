"""Copies the sources of a pipeline to folders of its own.

The first step of the workflow, a Python shell job. Each source of
`pipeline.yaml` ends up in `raw/<source>/` of the data bucket, under names that
this job chooses, so that nothing after it depends on how others name their
files. A run replaces what the run before it left.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON) and
`--DATA_BUCKET`.
"""

from __future__ import annotations

import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import boto3
from botocore.exceptions import ClientError

# Copying is done by S3 itself; a few requests at a time keep it busy.
PARALLEL_REQUESTS = 8

# Spark and the crawler recognise a codec by the end of the name.
COMPRESSIONS = ("gz", "bz2", "zst", "snappy")

ABSENT = {"404", "NoSuchKey", "NoSuchBucket", "NotFound"}
DENIED = {"401", "403", "AccessDenied"}


class PipelineError(ValueError):
    """Something that `pipeline.yaml` says cannot be done. Names the field."""


class S3Location(NamedTuple):
    """A bucket, and a key or (with a final `/`) the prefix of many keys."""

    bucket: str
    key: str

    @property
    def uri(self) -> str:
        return f"s3://{self.bucket}/{self.key}"


class Copy(NamedTuple):
    """One object to copy, and the key that it gets in the data bucket."""

    source: S3Location
    target_key: str


def parse_s3_uri(uri: str, field: str) -> S3Location:
    """Splits `s3://bucket/key`; `field` is what an error names."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match or ".." in match[2].split("/"):
        raise PipelineError(
            f"{field}: {uri!r} is not an S3 location; write s3://bucket/key, "
            "or s3://bucket/prefix/ for a folder"
        )
    return S3Location(match[1], match[2])


def holds_data(key: str, size: int) -> bool:
    """Whether an object below a prefix is data.

    Empty objects (markers of folders) and names that begin with `_` or `.`
    (`_SUCCESS`, checksums) are not: Spark and the crawlers skip them too.
    """
    name = key.rsplit("/", 1)[-1]
    return size > 0 and not name.startswith(("_", "."))


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
    source: dict[str, Any], location: S3Location, objects: list[tuple[str, int]]
) -> list[Copy]:
    """What to copy for one source, and where to.

    `objects` are (key, bytes) pairs at or below the location. Names are
    numbered in the order of the source's keys, so that a rerun gives the same.
    """
    data = sorted(key for key, size in objects if holds_data(key, size))
    return [
        Copy(
            S3Location(location.bucket, key),
            f"raw/{source['name']}/{partition_folders(key, location.key)}"
            f"part-{number:05d}{file_ending(key, source['format'])}",
        )
        for number, key in enumerate(data)
    ]


def list_objects(s3: Any, bucket: str, prefix: str) -> list[tuple[str, int]]:
    """The (key, bytes) of every object below a prefix."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [(item["Key"], item["Size"]) for page in pages for item in page.get("Contents", [])]


def find_objects(s3: Any, location: S3Location, field: str) -> list[tuple[str, int]]:
    """The (key, bytes) of a source: its one object, or all below its prefix."""
    try:
        if location.key.endswith("/"):
            return list_objects(s3, location.bucket, location.key)
        head = s3.head_object(Bucket=location.bucket, Key=location.key)
        return [(location.key, head["ContentLength"])]
    except ClientError as error:
        raise PipelineError(_reason(error, location, field)) from error


def _reason(error: ClientError, location: S3Location, field: str) -> str:
    code = error.response.get("Error", {}).get("Code", "")
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


def replace_source(s3: Any, source: dict[str, Any], index: int, data_bucket: str) -> int:
    """Copies one source to its folder and returns how many objects it has.

    What an earlier run left there and this one did not overwrite is deleted
    last, so a failed copy never leaves an empty folder.
    """
    field = f"sources[{index}].uri"
    location = parse_s3_uri(source["uri"], field)
    copies = plan_copies(source, location, find_objects(s3, location, field))
    if not copies:
        raise PipelineError(f"{field}: {location.uri} holds no data; check the URI")

    def copy(item: Copy) -> None:
        try:
            s3.copy(
                {"Bucket": item.source.bucket, "Key": item.source.key},
                data_bucket,
                item.target_key,
                # Tags stay behind: to copy them takes permissions that owners seldom give.
                ExtraArgs={"TaggingDirective": "REPLACE"},
            )
        except ClientError as error:
            raise PipelineError(_reason(error, item.source, field)) from error

    def delete(key: str) -> None:
        s3.delete_object(Bucket=data_bucket, Key=key)

    with ThreadPoolExecutor(PARALLEL_REQUESTS) as requests:
        list(requests.map(copy, copies))
        kept = {item.target_key for item in copies}
        present = list_objects(s3, data_bucket, f"raw/{source['name']}/")
        list(requests.map(delete, [key for key, _ in present if key not in kept]))
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
