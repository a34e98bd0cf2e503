"""Rows of sources, counted while they are read, and what becomes of invalid ones."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as F

from csv_files import header_per_file
from rows import FILE, HEADER, OPEN_QUOTE, RAW, REASON, SourceFile, origin_of
from source_files import SourceError
from values import identifier

# How long after the end of a query Spark may take to tell what it counted.
_SECONDS_TO_TELL = 5

# How many kinds of faults a message names.
_FAULTS_TO_TELL = 5


def observed(observation: Observation) -> dict[str, Any] | None:
    """What an observation counted; None where Spark optimized its rows away.

    `Observation.get` waits for ever in that case.
    """
    found: dict[str, Any] = {}
    waiting = threading.Thread(target=lambda: found.update(observation.get), daemon=True)
    waiting.start()
    waiting.join(_SECONDS_TO_TELL)
    return found or None


def remove_folder(spark: SparkSession, uri: str) -> None:
    """Deletes a folder by the file system that Spark writes with."""
    path = spark._jvm.org.apache.hadoop.fs.Path(uri)
    path.getFileSystem(spark._jsparkSession.sessionState().newHadoopConf()).delete(path, True)


class CheckedSource:
    """The valid rows of a source, and the count of the others once they were read."""

    def __init__(
        self, source: Mapping[str, Any], files: Sequence[SourceFile], rows: DataFrame
    ) -> None:
        self._source = source
        self._files = files
        self._all = rows
        self._observation = Observation(f"source {source['name']}")
        self._names = [identifier(column["name"]) for column in source["columns"]]
        counted = rows.drop(RAW, FILE).observe(self._observation, *self._counts())
        self.rows = counted.filter(f"NOT {HEADER} AND {REASON} IS NULL").select(*self._names)

    @staticmethod
    def _counts() -> list[Any]:
        return [
            F.count(F.when(F.col(REASON).isNotNull(), 1)).alias("invalid"),
            F.count(F.when(F.col(HEADER), 1)).alias("headers"),
        ]

    def settle(self, rejected: str) -> str | None:
        """Decides, after the rows were used, whether the result may stay.

        Raises SourceError where rows were invalid and the pipeline does not set
        them aside. Otherwise replaces the folder `rejected` by the invalid rows
        as JSON lines, and returns what to tell of them.
        """
        counts = observed(self._observation)
        if counts is None or counts["invalid"] or counts["headers"] != self._headers():
            # Spark counts the rows of a task twice that it had to repeat, and none of
            # a task that it left out. What is told is counted by itself.
            counts = self._all.agg(*self._counts()).first().asDict()
        self._verify_headers(counts["headers"])
        set_aside = self._source.get("onInvalid", "fail") == "setAside"
        if not counts["invalid"]:
            if set_aside:
                remove_folder(self._all.sparkSession, rejected)
            return None
        told = self._told(counts["invalid"], set_aside)
        self._write(rejected)
        return told

    def _headers(self) -> int:
        return len(self._files) if header_per_file(self._source) else 0

    def _verify_headers(self, found: int) -> None:
        expected = self._headers()
        if found != expected:
            raise SourceError(
                f"{self._source['name']}: {found} line(s) are the header, in {expected} file(s): "
                "correct the files, each must have it in its first line and nowhere else"
            )

    def _told(self, invalid: int, set_aside: bool) -> str:
        """What is wrong with the rows; raises it unless they can be set aside."""
        reasons = (
            self._all.filter(F.col(REASON).isNotNull())
            .groupBy(REASON)
            .agg(F.count(F.lit(1)).alias("rows"), F.min(FILE).alias("file"))
            .orderBy(F.desc("rows"), REASON)
            .collect()
        )
        faults = [
            f"{row[REASON]} ({row.rows} row(s), for example in {origin_of(row.file, self._files)})"
            for row in reasons[:_FAULTS_TO_TELL]
        ]
        if len(reasons) > _FAULTS_TO_TELL:
            faults.append(f"and {len(reasons) - _FAULTS_TO_TELL} more")
        told = (
            f"{self._source['name']}: {invalid} row(s) are not what sources says: "
            f"{'; '.join(faults)}"
        )
        if any(row[REASON] == OPEN_QUOTE for row in reasons):
            raise SourceError(
                f"{told}. Nobody can tell where such a row ends, so none can be set aside"
            )
        if set_aside:
            return told
        raise SourceError(
            f"{told}. Correct the files or the columns in pipeline.yaml, "
            "or set such rows aside by onInvalid: setAside"
        )

    def _write(self, rejected: str) -> None:
        invalid = self._all.filter(F.col(REASON).isNotNull())
        found = [row[FILE] for row in invalid.select(FILE).distinct().collect()]
        origins = self._all.sparkSession.createDataFrame(
            [(path, origin_of(path, self._files)) for path in found], f"{FILE} string, _file string"
        )
        invalid.join(F.broadcast(origins), FILE).select(
            "_file", F.col(REASON).alias("_reason"), F.col(RAW).alias("_row")
        ).write.mode("overwrite").json(rejected)


def unreadable(error: Py4JJavaError, files: Sequence[SourceFile]) -> str | None:
    """What is wrong with a file that Spark could not take apart; None for other failures.

    Spark's own words would show what the file holds.
    """
    message = str(error.java_exception)
    if "TextParsingException" not in message:
        return None
    cause = error.java_exception
    while cause is not None:
        for file in files:
            if file.uri.split("://", 1)[-1] in str(cause.getMessage()):
                return f"{file.origin} {_BAD_QUOTES}"
        cause = cause.getCause()
    return f"one of {', '.join(sorted({file.origin for file in files})[:3])} {_BAD_QUOTES}"


_BAD_QUOTES = (
    "has a quote inside of quotes that is not written as csv.escape says: correct the file, "
    "or choose csv.quote and csv.escape as it writes them"
)
