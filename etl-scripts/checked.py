"""Rows of sources, counted while they are read, and what becomes of invalid ones."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from pyspark.sql import DataFrame, Observation
from pyspark.sql import functions as F

from sources import FILE, HEADER, REASON, SourceError, SourceFile, origin_of

# Separates a file from the reason: neither holds it.
_MARK = "\u0001"

# How long after the end of a query Spark may take to tell what it counted.
_SECONDS_TO_TELL = 5


def observed(observation: Observation) -> dict[str, Any] | None:
    """What an observation counted; None where Spark optimized its rows away.

    `Observation.get` waits for ever in that case.
    """
    found: dict[str, Any] = {}
    waiting = threading.Thread(target=lambda: found.update(observation.get), daemon=True)
    waiting.start()
    waiting.join(_SECONDS_TO_TELL)
    return found or None


class CheckedSource:
    """The valid rows of a source, and the count of the others once they were read."""

    def __init__(
        self, source: Mapping[str, Any], files: Sequence[SourceFile], rows: DataFrame
    ) -> None:
        self._source = source
        self._files = files
        self._all = rows
        self._observation = Observation(f"source {source['name']}")
        names = [column["name"] for column in source["columns"]]
        counted = rows.observe(self._observation, *self._counts())
        valid = counted.filter(f"NOT {HEADER} AND {REASON} IS NULL")
        self.rows = valid.select(*(F.col(f"`{name.replace('`', '``')}`") for name in names))

    @staticmethod
    def _counts() -> list[Any]:
        invalid = F.col(REASON).isNotNull()
        return [
            F.count(F.when(invalid, 1)).alias("invalid"),
            F.min(F.when(invalid, F.concat(FILE, F.lit(_MARK), REASON))).alias("example"),
            F.count(F.when(F.col(HEADER), 1)).alias("headers"),
        ]

    def set_aside(self, uri: str) -> None:
        """Writes the invalid rows as JSON lines, with `_file` and `_reason`."""
        rejected = self._all.filter(F.col(REASON).isNotNull())
        named = {column["name"] for column in self._source["columns"]}
        rejected.select(
            F.col(FILE).alias("_file"),
            F.col(REASON).alias("_reason"),
            *(F.col(f"`{name.replace('`', '``')}`") for name in sorted(named)),
        ).write.mode("overwrite").json(uri)

    def verify(self) -> str | None:
        """Raises SourceError where rows were invalid and the pipeline does not set them aside.

        To be called after the rows were used. Returns what to tell of rows set aside.
        """
        counts = observed(self._observation)
        if counts is None:
            counts = self._all.agg(*self._counts()).first().asDict()
        name = self._source["name"]
        with_header = [file for file in self._files if file.header is not None]
        if counts["headers"] not in (0, len(with_header)):
            raise SourceError(
                f"{name}: {counts['headers']} lines are like the header, in {len(with_header)} "
                "file(s): correct the files, a header may stand in their first line only"
            )
        if not counts["invalid"]:
            return None
        path, reason = counts["example"].split(_MARK, 1)
        told = (
            f"{name}: {counts['invalid']} row(s) are not what sources says, "
            f"for example in {origin_of(path, self._files)}: {reason}"
        )
        if self._source.get("onInvalid", "fail") == "setAside":
            return told
        raise SourceError(
            f"{told}; correct the files or the columns in pipeline.yaml, "
            "or set such rows aside by onInvalid: setAside"
        )
