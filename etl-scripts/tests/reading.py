"""Sources for tests: their columns, and their files below a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Union

import pytest

from rows import SourceFile

Content = Union[str, bytes]
Read = Callable[..., "list[tuple[Any, ...]]"]


# What Glue's Spark has and that of PyPI has not, as local-glue fetches it for its jobs.
_BUILT_IN = max(Path(sys.prefix).glob("jars/built-in-*/"), key=os.path.getmtime, default=None)
BUILT_IN_JARS = sorted(_BUILT_IN.glob("*.jar")) if _BUILT_IN else []
needs_avro = pytest.mark.skipif(not BUILT_IN_JARS, reason="this environment has no jars for Avro")


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
