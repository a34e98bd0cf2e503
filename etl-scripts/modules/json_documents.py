"""Reads JSON files that are one document each, which holds an array of objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from rows import SourceFile, paths_of, reader, require_no_value_folder
from values import identifier

# Of a file that is no such document.
NO_DOCUMENT = "__no_document"


def splitter(path: str) -> Callable[[str], list[str] | None]:
    """Splits a document into the texts of the objects at `path`, `$.a.b[*]`; None for others.

    Each is cut out as it stands, because Spark would write its numbers anew by
    way of doubles. What the function needs is inside of it: workers have no
    modules of ours.
    """
    names = [name for name in path[1 : -len("[*]")].split(".") if name]

    def split(text: str) -> list[str] | None:
        import json
        import re

        def refuse(word: str) -> Any:
            raise ValueError(word)

        decoder = json.JSONDecoder(parse_constant=refuse)
        blanks = re.compile(r"[ \t\n\r]*")

        def behind(at: int, character: str) -> int:
            if text[at] != character:
                raise ValueError(character)
            return blanks.match(text, at + 1).end()

        def value_ends(at: int) -> int:
            return decoder.raw_decode(text, at)[1]

        def listed(at: int, closing: str, one: Callable[[int], int]) -> int:
            """Calls `one` at each thing of an array or object that `at` is in; the end of it."""
            while text[at] != closing:
                at = blanks.match(text, one(at)).end()
                if text[at] != closing:
                    at = behind(at, ",")
                    if text[at] == closing:
                        raise ValueError(closing)
            return behind(at, closing)

        found: list[list[str]] = []

        def array(at: int) -> int:
            elements: list[str] = []

            def element(start: int) -> int:
                end = value_ends(start)
                elements.append(text[start:end])
                return end

            end = listed(behind(at, "["), "]", element)
            found.append(elements)
            return end

        def value(at: int, depth: int) -> int:
            if depth == len(names):
                return array(at)

            def member(start: int) -> int:
                key, end = decoder.raw_decode(text, start)
                start = behind(blanks.match(text, end).end(), ":")
                return value(start, depth + 1) if key == names[depth] else value_ends(start)

            return listed(behind(at, "{"), "}", member)

        try:
            begin = blanks.match(text, 1 if text.startswith("\ufeff") else 0).end()
            whole = value(begin, 0) == len(text)
        except (ValueError, IndexError, RecursionError):
            return None
        # An array that stands there twice is none that anybody could mean.
        return found[0] if whole and len(found) == 1 else None

    return split


def read_documents(
    spark: SparkSession, files: Sequence[SourceFile], base: str, path: str
) -> DataFrame:
    """The objects of documents, a row each, as `read_lines` gives lines.

    A file that is no such document is one row, marked by `__no_document`.
    """
    require_no_value_folder(files[0], base)
    texts = reader(spark, base).text(paths_of(files), wholetext=True)
    split = F.udf(splitter(path), "array<string>")
    found = texts.select("*", "_metadata", split("value").alias("__objects"))
    others = [name for name in found.columns if name not in ("value", "__objects")]
    return found.selectExpr(
        *(identifier(name) for name in others),
        f"__objects IS NULL AS {NO_DOCUMENT}",
        "EXPLODE(COALESCE(__objects, ARRAY(value))) AS value",
    )
