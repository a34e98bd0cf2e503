"""Sources for tests: their columns, and their files below a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Union

import pytest

from rows import SourceFile

Content = Union[str, bytes]
Read = Callable[..., "list[tuple[Any, ...]]"]


# Glue's Spark reads Avro by itself; that of PyPI does with these, which local-glue fetches into the
# environment of its jobs.
AVRO_JARS = sorted(Path(sys.prefix).glob("jars/avro-*/*.jar"))
needs_avro = pytest.mark.skipif(not AVRO_JARS, reason="this environment has no jars for Avro")


def column(name: str, kind: str = "string", **options: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, **options}


ID = column("id", "bigint")
NOTE = column("note")


def csv_of(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def placed(
    folder: Path, files: dict[str, Content], headers: dict[str, Sequence[str]] | None
) -> list[SourceFile]:
    for key, content in files.items():
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [
        SourceFile(f"file://{folder}/{key}", f"s3://theirs/{key}", (headers or {}).get(key))
        for key in files
    ]
