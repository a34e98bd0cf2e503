"""What a run of transform leaves for the load, last of all, whatever engine computed it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, NamedTuple

from loaded import NOTHING_NEW, SKIPPED_PROPERTY, is_incremental, read_loaded
from pipeline import PipelineError
from result_files import Written, loading_manifest, redshift_names
from units import Unit


class ResultFiles(NamedTuple):
    """The result as it was written: its columns by their own names, and where the load finds it."""

    names: Sequence[str]
    written: Written
    uri: str


def write_units(s3: Any, bucket: str, name: str, units: Sequence[Unit]) -> None:
    """Lists what was read with its versions, a JSON object a line, as COPY of Redshift reads it."""
    lines = [json.dumps({"file": unit.name, "etag": unit.version}) for unit in units]
    listed = "\n".join(lines).encode()
    s3.put_object(Bucket=bucket, Key=f"{name}.json", Body=listed, ContentType="application/json")
    manifest = {"entries": [{"url": f"s3://{bucket}/{name}.json", "mandatory": True}]}
    s3.put_object(
        Bucket=bucket,
        Key=f"{name}.manifest",
        Body=json.dumps(manifest).encode(),
        ContentType="application/json",
    )


def tell_load(
    s3: Any,
    pipeline: Mapping[str, Any],
    bucket: str,
    units: Sequence[Unit],
    result: ResultFiles,
    more: Mapping[str, Any] = {},
) -> None:
    """Writes down what the load needs; `loading/<table>.json` last of all.

    `units`: those of the first source; `more`: what else the load is told.
    """
    table = pipeline["warehouse"]["table"]
    manifest = loading_manifest(s3, bucket, result.uri[len(f"s3://{bucket}/") :])
    put = {"Bucket": bucket, "ContentType": "application/json"}
    s3.put_object(Key=f"loading/{table}.manifest", Body=json.dumps(manifest).encode(), **put)
    write_units(s3, bucket, f"loading/{table}.sources", units)
    told = {
        "pipeline": pipeline["name"],
        "rows": result.written.rows,
        "columns": result.written.columns,
        # What the pipeline calls them, and Redshift.
        "names": dict(zip(result.names, redshift_names(result.names))),
        "computedAt": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f"),
        "files": [
            {"url": entry["url"], "content_length": entry["meta"]["content_length"]}
            for entry in manifest["entries"]
        ],
    }
    told.update(loaded_before(s3, pipeline, bucket), **more)
    s3.put_object(Key=f"loading/{table}.json", Body=json.dumps(told).encode(), **put)


def least_new(pipeline: Mapping[str, Any]) -> int:
    """How many files or partitions of the first source a run wants at least that are new."""
    condition = pipeline.get("start", {}).get("condition", {})
    return condition.get("newFiles", condition.get("newPartitions", 1))


def skip(
    s3: Any, pipeline: Mapping[str, Any], bucket: str, tell: Callable[[str, str], None]
) -> None:
    """Leaves nothing to load, because nothing has come, or too little."""
    told = {"pipeline": pipeline["name"], "skipped": NOTHING_NEW}
    s3.put_object(
        Bucket=bucket,
        Key=f"loading/{pipeline['warehouse']['table']}.json",
        Body=json.dumps({**told, **loaded_before(s3, pipeline, bucket)}).encode(),
        ContentType="application/json",
    )
    tell(SKIPPED_PROPERTY, NOTHING_NEW)


def loaded_before(s3: Any, pipeline: Mapping[str, Any], bucket: str) -> dict[str, Any]:
    """How much earlier runs have loaded, for the load to compare with the table."""
    if not is_incremental(pipeline):
        return {}
    return {
        "incremental": pipeline["sources"][0]["incremental"],
        "loadedBefore": len(read_loaded(s3, bucket, pipeline["warehouse"])),
    }


def no_rows_left() -> PipelineError:
    """What is wrong with a result without rows, where output.whenEmpty does not allow it."""
    return PipelineError(
        "transform: no row is left, so nothing is loaded and the table keeps its rows; "
        "check the keys of its joins and its conditions, "
        "or set output.whenEmpty: load where an empty result is right"
    )
