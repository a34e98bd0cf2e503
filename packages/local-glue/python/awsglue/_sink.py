"""Writing to S3 and telling the Data Catalog. AWS Glue Developer Guide, "Updating the schema,
and adding new partitions in the Data Catalog using AWS Glue ETL jobs"."""

from awsglue._catalog import csv_options, get_table, glue_client, table_format
from awsglue._formats import format_name, write_files
from awsglue._json import json_path
from awsglue._types import quoted
from awsglue._unsupported import UnsupportedError, instance_attribute, refuse_options

SINK_OPTIONS = {"path", "partitionKeys", "enableUpdateCatalog", "updateBehavior", "compression"}

# What CreatePartition takes at once (AWS Glue API, BatchCreatePartition).
PARTITION_BATCH = 100

_HIVE_QL = "org.apache.hadoop.hive.ql.io"
_SERDES = {
    "csv": (
        "org.apache.hadoop.mapred.TextInputFormat",
        f"{_HIVE_QL}.HiveIgnoreKeyTextOutputFormat",
        "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
    ),
    "json": (
        "org.apache.hadoop.mapred.TextInputFormat",
        f"{_HIVE_QL}.HiveIgnoreKeyTextOutputFormat",
        "org.openx.data.jsonserde.JsonSerDe",
    ),
    "orc": (
        f"{_HIVE_QL}.orc.OrcInputFormat",
        f"{_HIVE_QL}.orc.OrcOutputFormat",
        f"{_HIVE_QL}.orc.OrcSerde",
    ),
    "parquet": (
        f"{_HIVE_QL}.parquet.MapredParquetInputFormat",
        f"{_HIVE_QL}.parquet.MapredParquetOutputFormat",
        f"{_HIVE_QL}.parquet.serde.ParquetHiveSerDe",
    ),
}


class S3Sink:
    """What ``getSink(connection_type="s3", ...)`` returns."""

    def __init__(self, format=None, **options):
        refuse_options("the sink s3", options, SINK_OPTIONS)
        if not options.get("path"):
            raise ValueError("the sink s3 needs a path")
        self._path = options["path"].rstrip("/") + "/"
        self._partition_keys = list(options.get("partitionKeys") or [])
        self._compression = options.get("compression")
        self._updates = str(options.get("enableUpdateCatalog", False)).lower() == "true"
        self._behavior = options.get("updateBehavior") or "UPDATE_IN_DATABASE"
        self._format, self._format_options = format, {}
        self._database = self._table = None

    def __getattr__(self, name):
        return instance_attribute("the sink s3", name)

    def setFormat(self, format, **options):
        self._format, self._format_options = format, options

    def setCatalogInfo(self, catalogDatabase, catalogTableName, **_):
        self._database, self._table = catalogDatabase, catalogTableName

    def writeFrame(self, dynamic_frame, info=""):
        """Adds files, then makes or updates the catalog's table and its partitions."""
        frame = dynamic_frame.toDF()
        if self._updates and not self._table:
            raise ValueError("enableUpdateCatalog needs setCatalogInfo")
        write_files(
            frame,
            self._path,
            self._format,
            self._format_options,
            self._partition_keys,
            self._compression,
        )
        if self._updates:
            update_catalog(
                frame,
                self._database,
                self._table,
                self._path,
                self._format,
                self._format_options,
                self._partition_keys,
                self._behavior,
            )
        return dynamic_frame


def write_to_table(dynamic_frame, database, table_name, options):
    """``write_dynamic_frame.from_catalog``: files in the table's own format and place."""
    known = {"enableUpdateCatalog", "partitionKeys", "updateBehavior"}
    refuse_options("write_dynamic_frame.from_catalog", options, known)
    table = get_table(database, table_name)
    name = table_format(table)
    if name == "json" and json_path(table):
        raise UnsupportedError(
            f"writing into {database}.{table_name}, whose records are inside of JSON documents"
        )
    keys = [key["Name"] for key in table.get("PartitionKeys") or []]
    if options.get("partitionKeys") not in (None, [], keys):
        raise ValueError(
            f"partitionKeys {options['partitionKeys']}: {database}.{table_name} has {keys}"
        )
    format_options = {}
    if name == "csv":
        found = csv_options(table)
        format_options = {
            "separator": found["sep"],
            "quoteChar": found["quote"],
            "escaper": found["escape"],
            "writeHeader": found["header"],
        }
    path = table["StorageDescriptor"]["Location"].rstrip("/") + "/"
    frame = dynamic_frame.toDF()
    write_files(frame, path, name, format_options, keys)
    if str(options.get("enableUpdateCatalog", False)).lower() == "true":
        behavior = options.get("updateBehavior") or "UPDATE_IN_DATABASE"
        update_catalog(frame, database, table_name, path, name, format_options, keys, behavior)


def storage_descriptor(fields, location, name, format_options):
    input_format, output_format, serde = _SERDES[name]
    parameters = {"serialization.format": "1"}
    if name == "csv":
        parameters = {"field.delim": format_options.get("separator", ",")}
        if str(format_options.get("writeHeader", True)).lower() == "true":
            parameters["skip.header.line.count"] = "1"
    return {
        "Columns": [{"Name": f.name.lower(), "Type": f.dataType.simpleString()} for f in fields],
        "Location": location,
        "InputFormat": input_format,
        "OutputFormat": output_format,
        "SerdeInfo": {"SerializationLibrary": serde, "Parameters": parameters},
        "Parameters": {"classification": name},
    }


def update_catalog(
    frame, database, table_name, path, format, format_options, partition_keys, behavior
):
    """Makes the table, or updates its columns unless told to LOG only, and adds new partitions."""
    if behavior not in ("UPDATE_IN_DATABASE", "LOG"):
        raise UnsupportedError(f"updateBehavior {behavior!r}")
    client = glue_client()
    name = format_name(format)
    lowered = {key.lower() for key in partition_keys}
    fields = [field for field in frame.schema.fields if field.name.lower() not in lowered]
    table_input = {
        "Name": table_name,
        "TableType": "EXTERNAL_TABLE",
        "Parameters": {"classification": name},
        "PartitionKeys": [{"Name": key.lower(), "Type": "string"} for key in partition_keys],
        "StorageDescriptor": storage_descriptor(fields, path, name, format_options),
    }
    try:
        client.create_table(DatabaseName=database, TableInput=table_input)
    except client.exceptions.AlreadyExistsException:
        if behavior == "UPDATE_IN_DATABASE":
            client.update_table(DatabaseName=database, TableInput=table_input)
    if partition_keys:
        _add_partitions(client, frame, database, table_input, partition_keys)


def _add_partitions(client, frame, database, table_input, partition_keys):
    """The partitions that the frame has rows of; Spark names their folders."""
    descriptor = table_input["StorageDescriptor"]
    rows = frame.select(*[quoted(key) for key in partition_keys]).distinct().collect()
    inputs = []
    for row in rows:
        values = ["__HIVE_DEFAULT_PARTITION__" if v is None else _text(v) for v in row]
        folder = "/".join(
            f"{key}={_folder_name(v)}" for key, v in zip(partition_keys, values, strict=True)
        )
        location = f"{descriptor['Location']}{folder}/"
        inputs.append({"Values": values, "StorageDescriptor": {**descriptor, "Location": location}})
    for start in range(0, len(inputs), PARTITION_BATCH):
        answer = client.batch_create_partition(
            DatabaseName=database,
            TableName=table_input["Name"],
            PartitionInputList=inputs[start : start + PARTITION_BATCH],
        )
        for failure in answer.get("Errors") or []:
            if failure["ErrorDetail"]["ErrorCode"] != "AlreadyExistsException":
                raise RuntimeError(
                    f"partition {failure['PartitionValues']} of {database}.{table_input['Name']}: "
                    f"{failure['ErrorDetail']['ErrorMessage']}"
                )


def _text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def _folder_name(value):
    """As Hive escapes values in paths: these characters and control characters as %XX."""
    special = "\"#%'*/:=?\\{[]^\x7f"
    return "".join(
        f"%{ord(character):02X}" if character in special or ord(character) < 32 else character
        for character in value
    )
