"""A Data Catalog of one process: the calls of `Catalog`, answered from dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError


class MemoryGlue:
    """The tables of the database `shop`.

    `refuses` names a call that is denied; `conditions` are those on partitions that it takes.
    """

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Any]] = {}
        self.partitions: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
        self.calls: list[str] = []
        self.refuses: str | None = None
        self.conditions: dict[str, Callable[[tuple[str, ...]], bool]] = {}

    def _called(self, operation: str) -> None:
        self.calls.append(operation)
        if self.refuses == operation:
            raise ClientError({"Error": {"Code": "AccessDeniedException"}}, operation)

    def get_table(self, DatabaseName: str, Name: str) -> dict[str, Any]:  # noqa: N803 - boto3's names
        assert DatabaseName == "shop"
        if Name not in self.tables:
            raise ClientError({"Error": {"Code": "EntityNotFoundException"}}, "GetTable")
        return {"Table": self.tables[Name]}

    def create_table(self, DatabaseName: str, TableInput: dict[str, Any]) -> None:  # noqa: ARG002, N803
        self._called("create_table")
        assert TableInput["Name"] not in self.tables
        self.tables[TableInput["Name"]] = TableInput
        self.partitions[TableInput["Name"]] = {}

    def update_table(self, DatabaseName: str, TableInput: dict[str, Any]) -> None:  # noqa: ARG002, N803
        self._called("update_table")
        self.tables[TableInput["Name"]] = TableInput

    def delete_table(self, DatabaseName: str, Name: str) -> None:  # noqa: ARG002, N803
        self._called("delete_table")
        del self.tables[Name]

    def get_paginator(self, operation: str) -> MemoryGlue:
        assert operation == "get_partitions"
        return self

    def paginate(
        self,
        DatabaseName: str,  # noqa: ARG002, N803
        TableName: str,  # noqa: N803
        Expression: str | None = None,  # noqa: N803
    ) -> list[dict[str, Any]]:
        if Expression is not None and Expression not in self.conditions:
            error = {"Code": "InvalidInputException", "Message": f"Unsupported: {Expression}"}
            raise ClientError({"Error": error}, "GetPartitions")
        accepts = self.conditions[Expression] if Expression else lambda _: True
        found = [
            {"Values": list(values), "StorageDescriptor": storage}
            for values, storage in self.partitions[TableName].items()
            if accepts(values)
        ]
        return [{"Partitions": found[:1]}, {"Partitions": found[1:]}]

    def batch_create_partition(
        self,
        DatabaseName: str,  # noqa: ARG002, N803
        TableName: str,  # noqa: N803
        PartitionInputList: list[dict[str, Any]],  # noqa: N803
    ) -> dict[str, Any]:
        self._called("batch_create_partition")
        assert len(PartitionInputList) <= 100
        there = self.partitions[TableName]
        errors = []
        for one in PartitionInputList:
            if tuple(one["Values"]) in there:
                detail = {"ErrorCode": "AlreadyExistsException", "ErrorMessage": "exists"}
                errors.append({"PartitionValues": one["Values"], "ErrorDetail": detail})
            there[tuple(one["Values"])] = one["StorageDescriptor"]
        return {"Errors": errors}

    def batch_delete_partition(
        self,
        DatabaseName: str,  # noqa: ARG002, N803
        TableName: str,  # noqa: N803
        PartitionsToDelete: list[dict[str, Any]],  # noqa: N803
    ) -> None:
        self._called("batch_delete_partition")
        assert len(PartitionsToDelete) <= 25
        for one in PartitionsToDelete:
            del self.partitions[TableName][tuple(one["Values"])]
