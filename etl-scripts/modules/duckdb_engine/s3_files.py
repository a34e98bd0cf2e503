"""The files of sources as DuckDB reads them: by ranges, and each as it was listed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any, NamedTuple

from botocore.exceptions import ClientError
from fsspec import AbstractFileSystem

from source_files import (
    COMPRESSIONS,
    S3Location,
    SourceError,
    SourceFile,
    parse_s3_uri,
    reason_of,
)

# What one request asks for at least: most files of a small pipeline take one.
BLOCK = 4 * 1024 * 1024


class _Object(NamedTuple):
    location: S3Location
    size: int
    etag: str


class _Reader(io.RawIOBase):
    """One object of S3. Raises SourceError where it is not the one any more that was listed."""

    def __init__(self, s3: Any, item: _Object) -> None:
        super().__init__()
        self._s3, self._item = s3, item
        self._at = 0
        self._block, self._from = b"", 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._item.size}[whence]
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        end = self._item.size if size < 0 else min(self._at + size, self._item.size)
        if self._at >= end:
            return b""
        if not self._from <= self._at <= end <= self._from + len(self._block):
            self._from = self._at
            self._block = self._fetch(self._at, max(end, min(self._at + BLOCK, self._item.size)))
        found = self._block[self._at - self._from : end - self._from]
        self._at = end
        return found

    def _fetch(self, start: int, end: int) -> bytes:
        location = self._item.location
        try:
            answer = self._s3.get_object(
                Bucket=location.bucket,
                Key=location.key,
                Range=f"bytes={start}-{end - 1}",
                **({"IfMatch": self._item.etag} if self._item.etag else {}),
            )
        except ClientError as error:
            raise SourceError(reason_of(error, location, location.uri, True)) from error
        return answer["Body"].read()


class SourceFileSystem(AbstractFileSystem):
    """Gives DuckDB the files of sources by numbers, since to it names have patterns in them."""

    protocol = "source"
    cachable = False

    def __init__(self, s3: Any) -> None:
        super().__init__()
        self._s3 = s3
        self._objects: dict[str, _Object] = {}

    def add(self, files: Sequence[SourceFile]) -> list[str]:
        """The names that DuckDB is to read files by."""
        names = []
        for file in files:
            ending = file.uri.rsplit(".", 1)[-1]
            compression = f".{ending}" if ending in COMPRESSIONS else ""
            name = f"{len(self._objects)}{compression}"
            location = parse_s3_uri(file.uri, file.origin)
            # A copy has a version of its own, and only the run that made it reads it.
            etag = file.etag if file.uri == file.origin else ""
            self._objects[name] = _Object(location, file.size, etag)
            names.append(f"{self.protocol}://{name}")
        return names

    def _of(self, path: str) -> _Object:
        return self._objects[path.rsplit("/", 1)[-1]]

    def _open(self, path: str, mode: str = "rb", **_: Any) -> _Reader:
        if mode != "rb":
            raise SourceError(f"{self._of(path).location.uri}: is not written by a pipeline")
        return _Reader(self._s3, self._of(path))

    def glob(self, path: str, **_: Any) -> list[str]:
        return [path]

    def unstrip_protocol(self, name: str) -> str:
        return name

    def exists(self, path: str, **_: Any) -> bool:
        return path.rsplit("/", 1)[-1] in self._objects

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        return {"name": path, "size": self._of(path).size, "type": "file"}

    def modified(self, path: str) -> datetime:  # noqa: ARG002 - fsspec's name
        """No time: what an object is, its ETag says."""
        return datetime.fromtimestamp(0, timezone.utc)
