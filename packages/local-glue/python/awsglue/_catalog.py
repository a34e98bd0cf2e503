"""Tables of the Glue Data Catalog as DataFrames."""

from contextlib import contextmanager
from functools import reduce

import boto3
from pyspark.sql import functions as F
from pyspark.sql import types as T

from awsglue._choice import texts_as_choices, union
from awsglue._formats import READABLE
from awsglue._json import json_path, member_names, read_documents
from awsglue._types import conform_frame, spark_type
from awsglue._unsupported import UnsupportedError


def glue_client():
    """Reaches the endpoint that AWS_ENDPOINT_URL names."""
    return boto3.client("glue")


def get_table(database, table_name, client=None):
    """The table's description. Raises a ValueError that names it when there is none."""
    client = client or glue_client()
    try:
        return client.get_table(DatabaseName=database, Name=table_name)["Table"]
    except client.exceptions.EntityNotFoundException as error:
        raise ValueError(
            f"the Data Catalog has no table {database}.{table_name}: has its crawler run?"
        ) from error


def get_partitions(table, client=None):
    """All partitions of a table, as [{Values, StorageDescriptor}]."""
    client = client or glue_client()
    pages = client.get_paginator("get_partitions").paginate(
        DatabaseName=table["DatabaseName"], TableName=table["Name"]
    )
    return [partition for page in pages for partition in page["Partitions"]]


def table_format(table):
    """``csv``, ``json``, ``orc`` or ``parquet``; UnsupportedError for other tables."""
    parameters = table.get("Parameters") or {}
    descriptor = table.get("StorageDescriptor") or {}
    serde = (descriptor.get("SerdeInfo") or {}).get("SerializationLibrary", "")
    classification = (
        parameters.get("classification")
        or (descriptor.get("Parameters") or {}).get("classification")
        or ""
    ).lower()
    if classification in READABLE:
        return classification
    if classification:
        raise UnsupportedError(f"tables classified as {classification!r} ({table['Name']})")
    for part, name in (
        ("OpenCSVSerde", "csv"),
        ("LazySimpleSerDe", "csv"),
        ("JsonSerDe", "json"),
        ("ParquetHiveSerDe", "parquet"),
        ("OrcSerde", "orc"),
    ):
        if part in serde:
            return name
    raise UnsupportedError(f"the table {table['Name']} with the library {serde!r}")


def columns_schema(columns):
    return T.StructType(
        [T.StructField(column["Name"], spark_type(column["Type"])) for column in columns]
    )


def csv_options(table):
    """Spark's reader options of a CSV table, from what its crawler found."""
    descriptor = table["StorageDescriptor"]
    settings = {
        **(table.get("Parameters") or {}),
        **(descriptor.get("Parameters") or {}),
        **((descriptor.get("SerdeInfo") or {}).get("Parameters") or {}),
    }
    skipped = int(settings.get("skip.header.line.count", "0"))
    if skipped > 1:
        raise UnsupportedError(f"CSV with {skipped} header lines ({table['Name']})")
    separator = (
        settings.get("separatorChar")
        or settings.get("field.delim")
        or settings.get("delimiter")
        or ","
    )
    quote = settings.get("quoteChar", '"')
    return {
        "sep": separator,
        "quote": quote,
        # A quote within quotes is doubled unless the table says how it is escaped.
        "escape": settings.get("escapeChar") or settings.get("escape.delim") or quote,
        "header": str(skipped == 1).lower(),
        # The catalog's columns count, in their order, whatever the header says.
        "enforceSchema": "true",
    }


def read_table(
    spark, database, table_name, push_down_predicate="", source=None, with_choices=False
):
    """The rows of a table with the catalog's names and types; see ``create_dynamic_frame``.

    With a BookmarkedSource only those of its new files. With choices, a column of numbers in
    CSV that has other values, too, is a choice of both; otherwise those are null.
    """
    client = glue_client()
    table = get_table(database, table_name, client)
    keys = table.get("PartitionKeys") or []
    descriptor = table["StorageDescriptor"]
    if not keys:
        if push_down_predicate:
            raise ValueError(
                f"push_down_predicate: {database}.{table_name} has no partitions to choose from"
            )
        paths = [descriptor["Location"]]
        if source:
            paths = source.new_files(spark, paths)
        if not paths:
            return spark.createDataFrame([], columns_schema(descriptor.get("Columns") or []))
        return _read_location(spark, table, paths, with_choices)
    partitions = _chosen(spark, keys, get_partitions(table, client), push_down_predicate)
    return _read_partitions(spark, table, keys, partitions, source, with_choices)


def _read_location(spark, table, paths, with_choices, base_path=None, keys=()):
    """Files of one table; with a base path Spark takes the values of ``keys`` from the paths."""
    data = columns_schema(table["StorageDescriptor"].get("Columns") or [])
    whole = T.StructType(data.fields + columns_schema(keys).fields)
    format = table_format(table)
    read = spark.read.format(format)
    if base_path:
        read = read.option("basePath", base_path)
    if format == "csv":
        # As text first: Spark's cast reads dates and numbers as the catalog means them.
        text = [T.StructField(field.name, T.StringType()) for field in whole.fields]
        read = read.options(**csv_options(table)).schema(T.StructType(text))
    path = json_path(table) if format == "json" else None
    names = member_names(table) if format == "json" else {}
    with _partition_values_as_text(spark):
        if path:
            partition = T.StructType(
                [T.StructField(key["Name"], T.StringType()) for key in keys if base_path]
            )
            frame, names = read_documents(read, paths, path, data, names, partition), {}
        else:
            frame = read.load(paths)
    if format == "csv" and with_choices:
        return texts_as_choices(frame, whole)
    return conform_frame(frame, whole, names)


@contextmanager
def _partition_values_as_text(spark):
    """Keeps Spark from guessing types for values in paths, where 01 would become 1."""
    setting = "spark.sql.sources.partitionColumnTypeInference.enabled"
    before = spark.conf.get(setting)
    spark.conf.set(setting, "false")
    try:
        yield
    finally:
        spark.conf.set(setting, before)


def _read_partitions(spark, table, keys, partitions, source, with_choices):
    columns = table["StorageDescriptor"].get("Columns") or []
    location = table["StorageDescriptor"]["Location"].rstrip("/")
    paths = [[partition["StorageDescriptor"]["Location"]] for partition in partitions]
    is_hive = all(_is_hive_path(location, path, keys) for (path,) in paths)
    if source:
        paths = source.new_files_of(spark, [(path, False) for path in paths])
    if not any(paths):
        return spark.createDataFrame([], columns_schema([*columns, *keys]))
    if is_hive:
        every = [path for group in paths for path in group]
        return _read_location(spark, table, every, with_choices, location, keys)
    # Folders that do not name their keys: the catalog knows the values.
    frames = []
    for partition, group in zip(partitions, paths, strict=True):
        if not group:
            continue
        frame = _read_location(spark, table, group, with_choices)
        for key, value in zip(keys, partition["Values"], strict=True):
            frame = frame.withColumn(key["Name"], F.lit(value).cast(spark_type(key["Type"])))
        frames.append(frame)
    return reduce(union, frames)


def _is_hive_path(location, path, keys):
    """Whether the path is the location and one ``key=value`` folder for each key."""
    if not path.startswith(f"{location}/"):
        return False
    folders = path[len(location) + 1 :].rstrip("/").split("/")
    return [folder.partition("=")[0].lower() for folder in folders] == [
        key["Name"].lower() for key in keys
    ] and all("=" in folder for folder in folders)


def _chosen(spark, keys, partitions, predicate):
    """The partitions that a predicate, Spark SQL on the partition columns, selects."""
    if not predicate or not partitions:
        return partitions
    schema = T.StructType(
        [T.StructField("position", T.IntegerType())]
        + [T.StructField(key["Name"], T.StringType()) for key in keys]
    )
    rows = [(number, *partition["Values"]) for number, partition in enumerate(partitions)]
    values = spark.createDataFrame(rows, schema)
    for key in keys:
        values = values.withColumn(key["Name"], F.col(key["Name"]).cast(spark_type(key["Type"])))
    selected = {row.position for row in values.where(predicate).select("position").collect()}
    return [partition for number, partition in enumerate(partitions) if number in selected]
