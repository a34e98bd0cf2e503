"""The table of a result in the Glue Data Catalog, declared by what was written.

It is the table that a crawler would make of the Parquet files, except that
nobody has to look into them: its columns and partitions are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from botocore.exceptions import ClientError

from pipeline import PipelineError
from source_files import list_objects, partition_folders

# AWS Glue API, BatchCreatePartition and BatchDeletePartition.
MOST_CREATED, MOST_DELETED = 100, 25

# Hive's words for the types of a result.
HIVE_TYPES: Mapping[str, str] = {
    "boolean": "boolean",
    "int": "int",
    "bigint": "bigint",
    "double": "double",
    "string": "string",
    "date": "date",
    "timestamp": "timestamp",
}

# How Hive, Spark and Athena read Parquet.
PARQUET = {
    "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    "SerdeInfo": {
        "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
        "Parameters": {"serialization.format": "1"},
    },
}


def hive_type(column: Mapping[str, Any]) -> str:
    """The catalog's type of a column of the result."""
    if column["type"] == "decimal":
        return f"decimal({column['precision']},{column['scale']})"
    return HIVE_TYPES[column["type"]]


def partition_values(folders: str) -> tuple[str, ...]:
    """The values of `name=value/` folders, which Spark writes with some characters as %XX.

    >>> partition_values("day=2020-01-01/city=A%2FB/")
    ('2020-01-01', 'A/B')
    """
    return tuple(unquote(folder.split("=", 1)[1]) for folder in folders.split("/")[:-1])


def batches(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _error(refused: Mapping[str, Any]) -> dict[str, str]:
    """Why a partition was refused, as errors of a whole call say it."""
    detail = refused["ErrorDetail"]
    return {"Code": detail["ErrorCode"], "Message": detail["ErrorMessage"]}


class Catalog:
    """A database of the catalog, which describes files of the data bucket."""

    def __init__(self, glue: Any, database: str, s3: Any, bucket: str) -> None:
        self._glue = glue
        self._database = database
        self._s3 = s3
        self._bucket = bucket

    def declare(
        self, folder: str, columns: Sequence[Mapping[str, Any]], partition_by: Sequence[str]
    ) -> None:
        """Makes the table of a folder, `processed_<table>` of `processed/<table>/`, as it is now.

        `columns`: those of the result; `partition_by`: those that are folders.
        Raises PipelineError where the catalog refuses.
        """
        name = folder.strip("/").replace("/", "_")
        types = {column["name"]: hive_type(column) for column in columns}
        try:
            self._put_table(name, folder, types, partition_by)
            self._put_partitions(name, folder, types, partition_by)
        except ClientError as error:
            raise PipelineError(
                f"catalog.tables: the table {self._database}.{name} cannot be declared: {error}; "
                "let the job's role change it, or set catalog.tables: crawled"
            ) from error

    def _storage(
        self, folder: str, types: Mapping[str, str], partition_by: Sequence[str]
    ) -> dict[str, Any]:
        in_files = [name for name in types if name not in partition_by]
        return {
            **PARQUET,
            "Columns": [{"Name": name, "Type": types[name]} for name in in_files],
            "Location": f"s3://{self._bucket}/{folder}",
            "Compressed": True,
        }

    def _put_table(
        self, name: str, folder: str, types: Mapping[str, str], partition_by: Sequence[str]
    ) -> None:
        table = {
            "Name": name,
            "TableType": "EXTERNAL_TABLE",
            "Parameters": {"EXTERNAL": "TRUE", "classification": "parquet"},
            "StorageDescriptor": self._storage(folder, types, partition_by),
            "PartitionKeys": [{"Name": key, "Type": types[key]} for key in partition_by],
        }
        there = self._table(name)
        if there is None:
            self._glue.create_table(DatabaseName=self._database, TableInput=table)
            return
        keys = [(key["Name"], key["Type"]) for key in there.get("PartitionKeys", [])]
        if keys == [(key, types[key]) for key in partition_by]:
            self._glue.update_table(DatabaseName=self._database, TableInput=table)
            return
        # Partitions of other keys would be left behind.
        self._glue.delete_table(DatabaseName=self._database, Name=name)
        self._glue.create_table(DatabaseName=self._database, TableInput=table)

    def _table(self, name: str) -> dict[str, Any] | None:
        try:
            return self._glue.get_table(DatabaseName=self._database, Name=name)["Table"]
        except ClientError as error:
            if error.response["Error"]["Code"] != "EntityNotFoundException":
                raise
            return None

    def _put_partitions(
        self, name: str, folder: str, types: Mapping[str, str], partition_by: Sequence[str]
    ) -> None:
        if not partition_by:
            return
        listed = list_objects(self._s3, self._bucket, folder)
        folders = {partition_folders(item.key, folder) for item in listed} - {""}
        wanted = {partition_values(one): f"{folder}{one}" for one in folders}
        storage = self._storage(folder, types, partition_by)
        storages = {
            values: {**storage, "Location": f"s3://{self._bucket}/{location}"}
            for values, location in wanted.items()
        }
        at = {"DatabaseName": self._database, "TableName": name}
        pages = self._glue.get_paginator("get_partitions").paginate(**at)
        there = {
            tuple(partition["Values"]): partition["StorageDescriptor"]
            for page in pages
            for partition in page["Partitions"]
        }
        stale = [
            values
            for values, old in there.items()
            if values not in storages
            or any(old.get(key) != storages[values][key] for key in ("Columns", "Location"))
        ]
        for some in batches(stale, MOST_DELETED):
            self._glue.batch_delete_partition(
                **at, PartitionsToDelete=[{"Values": list(values)} for values in some]
            )
        new = [values for values in sorted(storages) if values not in there or values in stale]
        for some in batches(new, MOST_CREATED):
            inputs = [
                {"Values": list(values), "StorageDescriptor": storages[values]} for values in some
            ]
            answer = self._glue.batch_create_partition(**at, PartitionInputList=inputs)
            for refused in answer.get("Errors", []):
                raise ClientError({"Error": _error(refused)}, "BatchCreatePartition")
