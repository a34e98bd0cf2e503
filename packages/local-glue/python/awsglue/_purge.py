"""Deleting what tables and folders hold. AWS Glue Developer Guide, "purge_table" and
"purge_s3_path"."""

from datetime import UTC, datetime, timedelta

import boto3

from awsglue._catalog import get_partitions, get_table
from awsglue._unsupported import refuse_options

# Hours; what is younger stays.
RETENTION = 168

# Of one call (Amazon S3 API, DeleteObjects).
MOST_KEYS = 1000


def purge_path(path, options):
    """Deletes the objects below a path that are older than ``retentionPeriod`` hours."""
    given = dict(options or {})
    refuse_options("purge_s3_path", given, {"retentionPeriod", "excludeStorageClasses"})
    scheme, _colon, rest = path.partition("://")
    bucket, _slash, prefix = rest.partition("/")
    if not scheme.startswith("s3") or not bucket:
        raise ValueError(f"purge_s3_path: {path!r} is no s3:// path")
    excluded = set(given.get("excludeStorageClasses") or [])
    until = datetime.now(UTC) - timedelta(hours=float(given.get("retentionPeriod", RETENTION)))
    client = boto3.client("s3")
    keys = [
        {"Key": item["Key"]}
        for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        for item in page.get("Contents") or []
        if item["LastModified"] <= until and item.get("StorageClass", "STANDARD") not in excluded
    ]
    for start in range(0, len(keys), MOST_KEYS):
        answer = client.delete_objects(
            Bucket=bucket, Delete={"Objects": keys[start : start + MOST_KEYS]}
        )
        for error in answer.get("Errors") or []:
            raise RuntimeError(f"s3://{bucket}/{error['Key']} is not deleted: {error['Message']}")


def purge_table(database, table_name, options):
    """The same for the files of a table and of its partitions; the table stays."""
    table = get_table(database, table_name)
    places = {table["StorageDescriptor"]["Location"]}
    if table.get("PartitionKeys"):
        places |= {each["StorageDescriptor"]["Location"] for each in get_partitions(table)}
    for place in sorted(places):
        purge_path(place.rstrip("/") + "/", options)
