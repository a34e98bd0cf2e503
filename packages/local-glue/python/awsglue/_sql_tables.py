"""One table of the Data Catalog as Spark SQL has it, and one of Spark as the catalog has it."""

import json

from pyspark.sql import types as T

from awsglue._catalog import columns_schema, csv_options, table_format
from awsglue._sink import storage_descriptor
from awsglue._unsupported import UnsupportedError

# What Spark writes into the parameters of its own tables in a metastore.
PROVIDER = "spark.sql.sources.provider"
SCHEMA = "spark.sql.sources.schema"

# Settings of a library in the catalog that are no options of Spark.
LIBRARY_ONLY = {"serialization.format", "path", "field.delim", "escape.delim"}

TABLE_INPUT = (
    "Name",
    "Description",
    "Owner",
    "Retention",
    "StorageDescriptor",
    "PartitionKeys",
    "TableType",
    "Parameters",
)


def provider_of(table):
    """Spark's name of the table's format. Raises an UnsupportedError for what cannot be read."""
    if table.get("TableType") == "VIRTUAL_VIEW":
        raise UnsupportedError(f"views of the Data Catalog in Spark SQL ({table['Name']})")
    parameters = table.get("Parameters") or {}
    if parameters.get("table_type", "").upper() == "ICEBERG":
        raise UnsupportedError(
            f"the Iceberg table {table['Name']} under its plain name",
            "write glue_catalog.database.table and configure that catalog",
        )
    return table_format(table)


def is_made_by_spark(table):
    return PROVIDER in (table.get("Parameters") or {})


def table_schema(table):
    """The columns and the partition keys, in the case that Spark wrote them in."""
    columns = [
        *(table["StorageDescriptor"].get("Columns") or []),
        *(table.get("PartitionKeys") or []),
    ]
    found = columns_schema(columns)
    written = (table.get("Parameters") or {}).get(SCHEMA)
    if written:
        own = T.StructType.fromJson(json.loads(written))
        if own.simpleString().lower() == found.simpleString().lower():
            return own
    return found


def reader_options(table):
    """Spark's options for the files of a table."""
    settings = (table["StorageDescriptor"].get("SerdeInfo") or {}).get("Parameters") or {}
    if is_made_by_spark(table):
        return {name: value for name, value in settings.items() if name not in LIBRARY_ONLY}
    return csv_options(table) if provider_of(table) == "csv" else {}


def create_statement(session, table):
    """The statement that makes the table known to Spark, where its files are."""
    keys = {key["Name"].lower() for key in table.get("PartitionKeys") or []}
    schema = table_schema(table)
    names = [name for name in schema.names if name.lower() in keys]
    ddl = session._jvm.org.apache.spark.sql.types.DataType.fromJson(schema.json()).toDDL()
    options = ", ".join(
        f"{literal(name)} {literal(value)}" for name, value in reader_options(table).items()
    )
    return (
        f"CREATE TABLE {identifier(table['DatabaseName'], table['Name'])} ({ddl}) "
        f"USING {provider_of(table)}"
        + (f" OPTIONS ({options})" if options else "")
        + (f" PARTITIONED BY ({', '.join(identifier(name) for name in names)})" if names else "")
        + f" LOCATION {literal(table['StorageDescriptor']['Location'])}"
    )


def partition_clause(table, partition):
    values = ", ".join(
        f"{identifier(key['Name'])} = {literal(value)}"
        for key, value in zip(table["PartitionKeys"], partition["Values"], strict=True)
    )
    location = partition["StorageDescriptor"]["Location"]
    return f"PARTITION ({values}) LOCATION {literal(location)}"


def table_input(name, state, before):
    """A TableInput of a table in Spark; ``before`` is the catalog's, where only columns differ."""
    fields = [f for f in state.schema.fields if f.name not in state.partition_columns]
    keys = [f for f in state.schema.fields if f.name in state.partition_columns]
    parameters = {PROVIDER: state.provider, SCHEMA: state.schema.json()}
    if before:
        descriptor = {
            **before["StorageDescriptor"],
            "Columns": storage_descriptor(fields, state.location, state.provider, {})["Columns"],
        }
        kept = {member: before[member] for member in TABLE_INPUT if member in before}
        if is_made_by_spark(before):
            kept["Parameters"] = {**before["Parameters"], **parameters}
        return {**kept, "StorageDescriptor": descriptor}
    options = {key.lower(): value for key, value in state.options.items()}
    format_options = {
        "separator": options.get("sep", options.get("delimiter", ",")),
        "writeHeader": options.get("header", "false"),
    }
    descriptor = storage_descriptor(fields, state.location, state.provider, format_options)
    settings = descriptor["SerdeInfo"]["Parameters"]
    settings.update(state.options)
    if state.provider == "csv":
        # What readers by the catalog need to know, too: Spark's own default is a backslash.
        settings["escape.delim"] = options.get("escape", "\\")
        settings["quoteChar"] = options.get("quote", '"')
    return {
        "Name": name,
        "TableType": "MANAGED_TABLE" if state.is_managed else "EXTERNAL_TABLE",
        "Parameters": {"classification": state.provider, **parameters},
        "PartitionKeys": [
            {"Name": f.name.lower(), "Type": f.dataType.simpleString()} for f in keys
        ],
        "StorageDescriptor": descriptor,
    }


def identifier(*names):
    return ".".join("`" + name.replace("`", "``") + "`" for name in names)


def literal(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
