"""What earlier runs have loaded: what a source with `incremental` leaves out.

The truth is the table `<table>_loads` beside the table, which changes in the
transaction that loads the rows. Jobs that do not ask the warehouse read the
copy of it that the load leaves in the data bucket after each transaction. A
load that is killed in between leaves an old copy; whatever is then read again
is found in the table, and not loaded a second time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from source_files import ALL, Choice
from units import check_kind, partition_of, partitions_of

# The run property that tells why a run did nothing, and the reason.
SKIPPED_PROPERTY = "glue-pipelines.io/skipped"
NOTHING_NEW = "nothing-new"


def is_incremental(pipeline: Mapping[str, Any]) -> bool:
    """Whether a run reads only what no run before it has loaded."""
    return pipeline["sources"][0].get("incremental") is not None


def table_name(warehouse: Mapping[str, Any]) -> str:
    """The table with its database and schema."""
    database, schema = warehouse.get("database", "dev"), warehouse.get("schema", "public")
    return f"{database}.{schema}.{warehouse['table']}"


def _key(warehouse: Mapping[str, Any]) -> str:
    return f"loading/{warehouse['table']}.loaded.json"


def read_loaded(s3: Any, bucket: str, warehouse: Mapping[str, Any]) -> dict[str, str]:
    """The versions of what is in the table by its name: of files their ETags, by URI."""
    try:
        body = s3.get_object(Bucket=bucket, Key=_key(warehouse))["Body"]
    except s3.exceptions.NoSuchKey:
        return {}
    told = json.loads(body.read())
    return told["files"] if told["table"] == table_name(warehouse) else {}


def write_loaded(
    s3: Any, bucket: str, warehouse: Mapping[str, Any], files: Mapping[str, str]
) -> None:
    """Replaces what `read_loaded` gives."""
    told = {"table": table_name(warehouse), "files": files}
    s3.put_object(
        Bucket=bucket,
        Key=_key(warehouse),
        Body=json.dumps(told).encode(),
        ContentType="application/json",
    )


def choice_of(s3: Any, pipeline: Mapping[str, Any], index: int, bucket: str) -> Choice:
    """Which files of a source a run reads: those that are new, or all.

    Raises PipelineError where runs before went by something else.
    """
    if index > 0 or not is_incremental(pipeline):
        return ALL
    source, warehouse = pipeline["sources"][0], pipeline["warehouse"]
    loaded = read_loaded(s3, bucket, warehouse)
    check_kind(loaded, source)
    appended = warehouse.get("load", {}).get("mode") == "append"
    if source["incremental"] == "watermark":
        return ALL
    if source["incremental"] == "partitions":
        return Choice(loaded, appended, partitions_of, partition_of)
    return Choice(loaded, appended)
