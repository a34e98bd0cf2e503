"""The files that a run reads, where they lie or copied, and whether they stay what they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from connections import Connections, Database, find_database
from in_place import files_in_place, folder_of, verify_unchanged
from loaded import choice_of
from pipeline import PipelineError, read_json
from source_files import SourceFile
from source_tables import SourceTable


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
        SourceFile(
            f"s3://{bucket}/{file['key']}",
            file["source"],
            file.get("header"),
            file["etag"],
            file["size"],
        )
        for file in listed
    ]


class Found(NamedTuple):
    """What a run reads of a source, of which the files are known.

    `base`: the folder that they lie below, as Spark names it; `source`: how they
    are read; `root`: the folder that their owner knows; `places`: the URIs that
    were listed where files lie, none of copies. A `database` has no files.
    """

    files: list[SourceFile]
    base: str
    source: Mapping[str, Any]
    root: str
    places: Sequence[str]
    database: Database | None = None


def no_connections(name: str) -> Mapping[str, str]:
    """Where no source is a database."""
    raise PipelineError(f"nobody looks up the connection {name} here")


def find(
    s3: Any,
    glue: Any,
    pipeline: Mapping[str, Any],
    index: int,
    bucket: str,
    connections: Connections = no_connections,
) -> Found:
    """What a run reads of a source: its files, where they lie or copied, or its database."""
    source = pipeline["sources"][index]
    if source["format"] == "jdbc":
        # Says where runs before went by something else.
        choice_of(s3, pipeline, index, bucket)
        return Found([], "", source, "", [], find_database(source, connections, index))
    if source.get("copy"):
        name = source["name"]
        copies = f"s3://{bucket}/raw/{name}/"
        return Found(prepared_files(s3, bucket, name), copies, source, folder_of(source["uri"]), [])
    choice = choice_of(s3, pipeline, index, bucket)
    if source["format"] == "table":
        table = SourceTable(glue, source, index)
        places = table.places()
        files, root = table.files(s3, places, choice), table.location
        return Found(files, root, table.source, root, places)
    files, root = files_in_place(s3, source, index, choice), folder_of(source["uri"])
    return Found(files, root, source, root, [source["uri"]])


def verify(s3: Any, pipeline: Mapping[str, Any], found: Mapping[str, Found]) -> None:
    """Raises SourceError where a file has changed that was read where it lies."""
    for index, source in enumerate(pipeline["sources"]):
        one = found[source["name"]]
        verify_unchanged(s3, one.places, f"sources[{index}].uri", one.files if one.places else [])
