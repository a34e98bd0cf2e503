"""What a result is to its table and to the load, whatever engine computed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

# The longest VARCHAR of Redshift, in bytes of UTF-8.
MAX_TEXT_BYTES = 65535

# Amazon Redshift Database Developer Guide, "Names and identifiers".
MAX_NAME = 127


class ResultError(ValueError):
    """A result that a table of Redshift cannot hold. Names the column."""


class Written(NamedTuple):
    """What was written: how many rows, and their columns in the language's words."""

    rows: int
    columns: list[dict[str, Any]]


def redshift_names(names: Sequence[str]) -> list[str]:
    """The names that columns of a result get in Parquet and in Redshift.

    Lower case, `_` for each character that is no letter of a to z, digit or
    `_`, `_` before a leading digit, at most 127 characters, repetitions
    numbered.

    >>> redshift_names(["Sold On", "2nd-hand?", "sold_on"])
    ['sold_on', '_2nd_hand_', 'sold_on_2']
    """
    plain = [
        re.sub(r"^(?=\d)", "_", re.sub(r"[^a-z0-9_]", "_", name.lower()), flags=re.ASCII)[:MAX_NAME]
        for name in names
    ]
    taken = set(plain)
    seen: set[str] = set()
    unique = []
    for name in plain:
        number = 2
        candidate = name
        while candidate in seen or (candidate != name and candidate in taken):
            ending = f"_{number}"
            candidate = name[: MAX_NAME - len(ending)] + ending
            number += 1
        seen.add(candidate)
        taken.add(candidate)
        unique.append(candidate)
    return unique


def check_length(name: str, longest: int) -> None:
    """Raises ResultError for a text, in bytes of UTF-8, that a column of Redshift cannot hold."""
    if longest > MAX_TEXT_BYTES:
        raise ResultError(
            f"column {name} has a text of {longest} bytes, and Redshift holds at most "
            f"{MAX_TEXT_BYTES}: shorten it, for example by left({name}, 16000), or leave it out"
        )


def no_empty_folder(name: str) -> ResultError:
    """Why a column with empty texts cannot be folders."""
    return ResultError(
        f"output.partitionBy: {name} has empty texts, which the name of a folder cannot "
        "hold: filter them out, or partition by another column"
    )


def loading_manifest(s3: Any, bucket: str, prefix: str) -> dict[str, Any]:
    """The Parquet files of a result as COPY of Redshift wants them named."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return {
        "entries": [
            {
                "url": f"s3://{bucket}/{item['Key']}",
                "mandatory": True,
                "meta": {"content_length": item["Size"]},
            }
            for page in pages
            for item in page.get("Contents", [])
            if item["Key"].endswith(".parquet")
        ]
    }
