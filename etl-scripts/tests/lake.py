"""Buckets that are folders: what boto3 is told of them is what Spark reads and writes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from memory_s3 import MemoryS3

_numbers = itertools.count()


class Files(MutableMapping[tuple[str, str], bytes]):
    """The files below a folder, by (bucket, key)."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def _path(self, name: tuple[str, str]) -> Path:
        return self._root.joinpath(*name)

    def __getitem__(self, name: tuple[str, str]) -> bytes:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(name) from error

    def __setitem__(self, name: tuple[str, str], content: bytes) -> None:
        self._path(name).parent.mkdir(parents=True, exist_ok=True)
        self._path(name).write_bytes(content)

    def __delitem__(self, name: tuple[str, str]) -> None:
        try:
            self._path(name).unlink()
        except FileNotFoundError as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for path in sorted(self._root.rglob("*")):
            if path.is_file():
                bucket, key = str(path.relative_to(self._root)).split("/", 1)
                yield bucket, key

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Lake:
    """The pipeline's own bucket `data`, and `theirs`, which has the sources."""

    def __init__(self, root: Path) -> None:
        number = next(_numbers)
        # Spark keeps the file system of a bucket that it has seen.
        self.data, self.theirs = f"data-{number}", f"theirs-{number}"
        self.s3 = MemoryS3({})
        self.s3.objects = Files(root)

    def put(self, key: str, content: str | bytes) -> None:
        """Puts an object into the bucket of the sources."""
        encoded = content.encode() if isinstance(content, str) else content
        self.s3.objects[self.theirs, key] = encoded
