"""What runs before found, kept in the data bucket."""

from __future__ import annotations

import json
from typing import Any

from pipeline import read_json


def _folder(table: str) -> str:
    return f"quality/{table}/"


def keep(s3: Any, bucket: str, table: str, time: str, report: dict[str, Any]) -> None:
    """Keeps what a run found. `time` names it, so that names sort by time."""
    s3.put_object(
        Bucket=bucket,
        Key=f"{_folder(table)}{time}.json",
        Body=json.dumps(report, ensure_ascii=False).encode(),
        ContentType="application/json",
    )


def rows_before(s3: Any, bucket: str, table: str, last: int) -> list[int]:
    """How many rows the last results had that were not stopped, the newest first."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=_folder(table))
    keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
    rows: list[int] = []
    for key in sorted(keys, reverse=True):
        if len(rows) == last:
            break
        report = read_json(s3, bucket, key)
        if not report["stopped"]:
            rows.append(report["rows"])
    return rows
