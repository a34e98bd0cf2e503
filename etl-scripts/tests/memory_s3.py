"""An S3 of one process: the calls of the jobs, answered from a dictionary."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from botocore.exceptions import ClientError


class MemoryS3:
    """Objects by (bucket, key). `failures` makes an operation fail with a code."""

    def __init__(self, objects: dict[tuple[str, str], bytes]) -> None:
        self.objects = dict(objects)
        self.failures: dict[str, str] = {}
        self.exceptions = SimpleNamespace(NoSuchKey=ClientError)

    def _fail(self, operation: str, code: str | None = None) -> None:
        code = code or self.failures.get(operation)
        if code:
            raise ClientError({"Error": {"Code": code, "Message": code}}, operation)

    def _object(self, operation: str, bucket: str, key: str) -> bytes:
        self._fail(operation)
        if (bucket, key) not in self.objects:
            self._fail(operation, "NoSuchKey")
        return self.objects[bucket, key]

    @staticmethod
    def etag(content: bytes) -> str:
        return f'"{hashlib.md5(content).hexdigest()}"'

    def head_object(self, Bucket: str, Key: str) -> dict[str, Any]:  # noqa: N803 - boto3's name
        content = self._object("HeadObject", Bucket, Key)
        return {"ContentLength": len(content), "ETag": self.etag(content)}

    def get_object(
        self,
        Bucket: str,  # noqa: N803 - boto3's name
        Key: str,  # noqa: N803 - boto3's name
        Range: str | None = None,  # noqa: N803 - boto3's name
        IfMatch: str | None = None,  # noqa: N803 - boto3's name
    ) -> dict[str, Any]:
        content = self._object("GetObject", Bucket, Key)
        if IfMatch and IfMatch != self.etag(content):
            self._fail("GetObject", "PreconditionFailed")
        if Range:
            first, last = Range.removeprefix("bytes=").split("-")
            content = content[int(first) : int(last) + 1]
        return {"Body": io.BytesIO(content)}

    def put_object(self, Bucket: str, Key: str, Body: bytes, **_: Any) -> None:  # noqa: N803 - boto3's name
        self.objects[Bucket, Key] = Body

    def delete_object(self, Bucket: str, Key: str) -> None:  # noqa: N803 - boto3's name
        self.objects.pop((Bucket, Key), None)

    def copy(
        self,
        source: dict[str, str],
        bucket: str,
        key: str,
        ExtraArgs: dict[str, str],  # noqa: N803 - boto3's name
    ) -> None:
        content = self._object("CopyObject", source["Bucket"], source["Key"])
        if ExtraArgs["CopySourceIfMatch"] != self.etag(content):
            self._fail("CopyObject", "PreconditionFailed")
        self.objects[bucket, key] = content

    def upload_file(self, path: str, bucket: str, key: str) -> None:
        self.objects[bucket, key] = Path(path).read_bytes()

    def get_paginator(self, operation: str) -> MemoryS3:
        assert operation == "list_objects_v2"
        return self

    def paginate(self, Bucket: str, Prefix: str) -> Iterable[dict[str, Any]]:  # noqa: N803 - boto3's name
        self._fail("ListObjectsV2")
        found = [
            {"Key": key, "Size": len(content), "ETag": self.etag(content)}
            for (bucket, key), content in sorted(self.objects.items())
            if bucket == Bucket and key.startswith(Prefix)
        ]
        # An empty page has no member, as on S3.
        return [{"Contents": found[:1]}, {"Contents": found[1:]}] if found else [{}]
