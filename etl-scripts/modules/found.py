"""The files that a run reads, where they lie or copied, and whether they stay what they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from in_place import files_in_place, folder_of, verify_unchanged
from loaded import choice_of
from pipeline import PipelineError, read_json
from rows import SourceFile


def prepared_files(s3: Any, bucket: str, source: str) -> list[SourceFile]:
    """The files of a source, as prepare wrote them down."""
    key = f"raw/{source}/_files.json"
    try:
        listed = read_json(s3, bucket, key)["files"]
    except s3.exceptions.NoSuchKey as error:
        raise PipelineError(
            f"{source}: s3://{bucket}/{key} is missing, so prepare has not finished: "
            "start the workflow from its beginning"
        ) from error
    return [
        SourceFile(f"s3://{bucket}/{file['key']}", file["source"], file.get("header"), file["etag"])
        for file in listed
    ]


class Found(NamedTuple):
    """The files of a source, and the folder that they lie below, as Spark names it."""

    files: list[SourceFile]
    base: str


def find(s3: Any, pipeline: Mapping[str, Any], index: int, bucket: str) -> Found:
    """The files of a source that a run reads, where they lie or the copies of them."""
    source = pipeline["sources"][index]
    if source.get("copy"):
        name = source["name"]
        return Found(prepared_files(s3, bucket, name), f"s3://{bucket}/raw/{name}/")
    choice = choice_of(s3, pipeline, index, bucket)
    return Found(files_in_place(s3, source, index, choice), folder_of(source["uri"]))


def verify(s3: Any, pipeline: Mapping[str, Any], found: Mapping[str, Found]) -> None:
    """Raises SourceError where a file has changed that was read where it lies."""
    for index, source in enumerate(pipeline["sources"]):
        if not source.get("copy"):
            verify_unchanged(s3, source, index, found[source["name"]].files)
