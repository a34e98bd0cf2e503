"""Sources that are tables of the Glue Data Catalog: their files, and how these are written.

The catalog says where the files lie, what they are and which partitions there
are; a condition on partition keys is answered by it, so that other partitions
are not even listed. What is read are the same files in the same way as those of
a source that names them itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from botocore.exceptions import ClientError

from catalog_tables import partition_values
from in_place import source_files_of
from source_files import (
    ALL,
    PARALLEL_REQUESTS,
    Choice,
    SourceError,
    SourceFile,
    data_files,
    find_objects,
    parse_s3_uri,
    partition_names,
)
from table_formats import as_files


def _why(error: ClientError, name: str) -> str:
    """What an answer of Glue means for the table."""
    code = error.response["Error"]["Code"]
    if code == "EntityNotFoundException":
        return f"there is no table {name} in the Data Catalog: correct the names"
    if code == "AccessDeniedException":
        return (
            f"the job may not read the table {name}: let its role have glue:GetTable and "
            "glue:GetPartitions on it, and where Lake Formation keeps the table, SELECT"
        )
    if code == "InvalidInputException":
        return f"the Data Catalog does not take the condition: {error.response['Error']['Message']}"
    return f"the table {name} cannot be looked up: {error}"


def folder(location: str) -> str:
    """A location of the catalog with a final `/`, which it may lack, as `s3://`."""
    for scheme in ("s3a://", "s3n://"):
        location = location.replace(scheme, "s3://", 1)
    return location if location.endswith("/") else f"{location}/"


def _without_name(part: Any) -> Any:
    """How files are read, without what somebody called it."""
    return {k: v for k, v in part.items() if k != "Name"} if isinstance(part, dict) else part


class SourceTable:
    """A table of the catalog that is a source of a pipeline. Raises SourceError throughout."""

    def __init__(self, glue: Any, source: Mapping[str, Any], index: int) -> None:
        told = source["table"]
        self._glue = glue
        self._at = {"DatabaseName": told["database"], "TableName": told["name"]}
        self._where = told.get("where")
        self.field = f"sources[{index}].table"
        self.name = f"{told['database']}.{told['name']}"
        try:
            found = glue.get_table(DatabaseName=told["database"], Name=told["name"])
        except ClientError as error:
            raise SourceError(f"{self.field}: {_why(error, self.name)}") from error
        self._table = found["Table"]
        self.source = as_files(self._table, source, self.field)
        self.location = self._location(source["uri"], index)

    def _location(self, allowed: str, index: int) -> str:
        location = folder(self._table["StorageDescriptor"]["Location"])
        if not location.startswith(allowed):
            raise SourceError(
                f"sources[{index}].uri: is {allowed}, below which the job may read, and the table "
                f"{self.name} lies at {location}: write that, and deploy the pipeline again"
            )
        return location

    def places(self) -> list[str]:
        """The folders that are read: those of partitions, or the table's own."""
        keys = [key["Name"].lower() for key in self._table.get("PartitionKeys") or []]
        if not keys:
            if self._where:
                raise SourceError(
                    f"{self.field}.where: is a condition on partition keys, and the table "
                    f"{self.name} has none: remove it, and add a step filter"
                )
            return [self.location]
        return [self._place(keys, partition) for partition in self._partitions()]

    def _partitions(self) -> list[dict[str, Any]]:
        asked = {**self._at, **({"Expression": self._where} if self._where else {})}
        try:
            pages = self._glue.get_paginator("get_partitions").paginate(**asked)
            return [partition for page in pages for partition in page["Partitions"]]
        except ClientError as error:
            field = f"{self.field}.where" if self._where else self.field
            raise SourceError(f"{field}: {_why(error, self.name)}") from error

    def _place(self, keys: Sequence[str], partition: Mapping[str, Any]) -> str:
        storage = partition["StorageDescriptor"]
        place = folder(storage["Location"])
        named = place[len(self.location) :]
        below = place.startswith(self.location) and all("=" in f for f in named.split("/")[:-1])
        if (
            not below
            or [name.lower() for name in partition_names(named)] != keys
            or partition_values(named) != tuple(partition["Values"])
        ):
            wanted = "/".join(f"{key}=..." for key in keys)
            raise SourceError(
                f"{self.field}: the partition {', '.join(partition['Values'])} of {self.name} lies "
                f"at {place}, and a run reads partitions at {self.location}{wanted}/: leave it out "
                "by where, or name its files by uri"
            )
        own = self._table["StorageDescriptor"]
        for part in ("SerdeInfo", "InputFormat"):
            if part in storage and _without_name(storage[part]) != _without_name(own[part]):
                raise SourceError(
                    f"{self.field}: the partition {', '.join(partition['Values'])} of {self.name} "
                    "is written otherwise than the table says: leave it out by where"
                )
        return place

    def files(self, s3: Any, places: Sequence[str], choice: Choice = ALL) -> list[SourceFile]:
        """The files of the folders as they are now, except those that are left out."""
        locations = [parse_s3_uri(place, self.field) for place in places]
        with ThreadPoolExecutor(PARALLEL_REQUESTS) as requests:
            listed = requests.map(lambda one: find_objects(s3, one, self.field), locations)
            objects = [item for some in listed for item in some]
        base = parse_s3_uri(self.location, self.field)
        found = data_files(self.source, base, objects)
        if not found and not choice.loaded:
            raise SourceError(
                f"{self.field}: {self.name} holds no data"
                f"{' where its partitions are as told' if self._where else ''}"
            )
        return source_files_of(s3, self.source, choice.of(found, self.location), base.key, REMEDY)


REMEDY = "name the files by uri and their format instead of the table, with copy: true"
