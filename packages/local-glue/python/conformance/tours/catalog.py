"""Databases, tables, partitions and connections of the Data Catalog."""

from tours import ORDERS, Place

DATABASE = "tour_catalog"

COLUMNS = [{"Name": "id", "Type": "bigint", "Comment": "of the order"}]

STORAGE = {
    "Columns": COLUMNS,
    "Location": ORDERS,
    "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
    "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
    "Compressed": False,
    "NumberOfBuckets": -1,
    "SerdeInfo": {
        "Name": "csv",
        "SerializationLibrary": "org.apache.hadoop.hive.serde2.OpenCSVSerde",
        "Parameters": {"separatorChar": ","},
    },
    "BucketColumns": [],
    "SortColumns": [{"Column": "id", "SortOrder": 1}],
    "Parameters": {},
    "StoredAsSubDirectories": False,
}

TABLE = {
    "Name": "orders",
    "Description": "Orders by day",
    "Owner": "tour",
    "Retention": 0,
    "StorageDescriptor": STORAGE,
    "PartitionKeys": [{"Name": "day", "Type": "string"}],
    "TableType": "EXTERNAL_TABLE",
    "Parameters": {"classification": "csv"},
}

IN_TABLE = {"DatabaseName": DATABASE, "TableName": "orders"}


def databases(place: Place) -> None:
    glue = place.glue
    database = {"Name": DATABASE, "Description": "Of the tour", "Parameters": {"team": "data"}}
    glue("CreateDatabase", DatabaseInput=database, Tags={"team": "data"})
    glue("CreateDatabase", DatabaseInput={"Name": "tour_other", "LocationUri": "s3://tour/other/"})
    glue("GetDatabase", Name=DATABASE)
    found = glue.pages("GetDatabases", "DatabaseList", PaginationConfig={"PageSize": 1})
    assert {DATABASE, "tour_other"} <= {each["Name"] for each in found}
    glue("UpdateDatabase", Name=DATABASE, DatabaseInput={**database, "Description": "Changed"})
    glue.refused("CreateDatabase", "AlreadyExistsException", DatabaseInput=database)
    glue("DeleteDatabase", Name="tour_other")
    glue.refused("GetDatabase", "EntityNotFoundException", Name="tour_other")


def tables(place: Place) -> None:
    glue = place.glue
    glue("CreateTable", DatabaseName=DATABASE, TableInput=TABLE)
    for name in ("a", "b", "c"):
        glue("CreateTable", DatabaseName=DATABASE, TableInput={**TABLE, "Name": name})
    glue("GetTable", DatabaseName=DATABASE, Name="orders")
    found = glue.pages(
        "GetTables", "TableList", DatabaseName=DATABASE, PaginationConfig={"PageSize": 2}
    )
    assert [table["Name"] for table in found] == ["a", "b", "c", "orders"]
    glue("GetTables", DatabaseName=DATABASE, Expression="o.*", AttributesToGet=["NAME"])
    glue("UpdateTable", DatabaseName=DATABASE, TableInput={**TABLE, "Description": "Changed"})
    glue("SearchTables", SearchText="changed", SortCriteria=[{"FieldName": "Name", "Sort": "ASC"}])
    glue("DeleteTable", DatabaseName=DATABASE, Name="a")
    deleted = glue("BatchDeleteTable", DatabaseName=DATABASE, TablesToDelete=["b", "c", "missing"])
    assert [error["TableName"] for error in deleted["Errors"]] == ["missing"]


def table_versions(place: Place) -> None:
    glue = place.glue
    for description in ("third", "fourth", "fifth"):
        table = {**TABLE, "Description": description}
        glue("UpdateTable", DatabaseName=DATABASE, TableInput=table)
    glue("UpdateTable", DatabaseName=DATABASE, TableInput=TABLE, SkipArchive=True)
    versions = glue.pages(
        "GetTableVersions", "TableVersions", **IN_TABLE, PaginationConfig={"PageSize": 2}
    )
    oldest, second, *_ = sorted(int(version["VersionId"]) for version in versions)
    glue("GetTableVersion", **IN_TABLE, VersionId=str(oldest))
    glue("DeleteTableVersion", **IN_TABLE, VersionId=str(oldest))
    deleted = glue("BatchDeleteTableVersion", **IN_TABLE, VersionIds=[str(second), "999"])
    assert [error["VersionId"] for error in deleted["Errors"]] == ["999"]
    glue.refused("GetTableVersion", "EntityNotFoundException", **IN_TABLE, VersionId=str(second))


def partitions(place: Place) -> None:
    glue = place.glue

    def partition(day: str) -> dict:
        location = f"{ORDERS}day={day}/"
        return {"Values": [day], "StorageDescriptor": {**STORAGE, "Location": location}}

    glue("CreatePartition", **IN_TABLE, PartitionInput=partition("2026-01-01"))
    created = glue(
        "BatchCreatePartition",
        **IN_TABLE,
        PartitionInputList=[partition("2026-01-01"), partition("2026-01-02"), partition("x")],
    )
    assert [error["PartitionValues"] for error in created["Errors"]] == [["2026-01-01"]]
    glue("GetPartition", **IN_TABLE, PartitionValues=["2026-01-02"])
    found = glue.pages("GetPartitions", "Partitions", **IN_TABLE, PaginationConfig={"PageSize": 2})
    assert len(found) == 3
    found = glue("GetPartitions", **IN_TABLE, Expression="day > '2026-01-01' AND day < 'a'")
    assert [each["Values"] for each in found["Partitions"]] == [["2026-01-02"]]
    keys = [{"Values": ["2026-01-01"]}, {"Values": ["missing"]}]
    assert len(glue("BatchGetPartition", **IN_TABLE, PartitionsToGet=keys)["Partitions"]) == 1
    change = {**partition("x"), "Parameters": {"rows": "1"}}
    glue("UpdatePartition", **IN_TABLE, PartitionValueList=["x"], PartitionInput=change)
    updated = glue(
        "BatchUpdatePartition",
        **IN_TABLE,
        Entries=[
            {"PartitionValueList": ["x"], "PartitionInput": change},
            {"PartitionValueList": ["missing"], "PartitionInput": partition("missing")},
        ],
    )
    assert [error["PartitionValueList"] for error in updated["Errors"]] == [["missing"]]
    glue("DeletePartition", **IN_TABLE, PartitionValues=["x"])
    deleted = glue(
        "BatchDeletePartition",
        **IN_TABLE,
        PartitionsToDelete=[{"Values": ["2026-01-02"]}, {"Values": ["missing"]}],
    )
    assert [error["PartitionValues"] for error in deleted["Errors"]] == [["missing"]]


def connections(place: Place) -> None:
    glue = place.glue
    connection = {
        "Name": "tour-warehouse",
        "ConnectionType": "JDBC",
        "ConnectionProperties": {
            "JDBC_CONNECTION_URL": "jdbc:redshift://tour.local:5439/dev",
            "USERNAME": "admin",
            "PASSWORD": "secret",
        },
        "PhysicalConnectionRequirements": {"SubnetId": "subnet-1", "SecurityGroupIdList": ["sg-1"]},
    }
    glue("CreateConnection", ConnectionInput=connection, Tags={"team": "data"})
    glue("CreateConnection", ConnectionInput={**connection, "Name": "tour-other"})
    glue("CreateConnection", ConnectionInput={**connection, "Name": "tour-third"})
    glue("GetConnection", Name="tour-warehouse", HidePassword=True)
    found = glue.pages(
        "GetConnections",
        "ConnectionList",
        Filter={"ConnectionType": "JDBC"},
        PaginationConfig={"PageSize": 2},
    )
    assert len(found) == 3
    update = {**connection, "Description": "Changed"}
    glue("UpdateConnection", Name="tour-warehouse", ConnectionInput=update)
    glue("DeleteConnection", ConnectionName="tour-other")
    deleted = glue("BatchDeleteConnection", ConnectionNameList=["tour-third", "missing"])
    assert list(deleted["Errors"]) == ["missing"]


def partition_indexes(place: Place) -> None:
    glue = place.glue
    glue(
        "CreatePartitionIndex",
        **IN_TABLE,
        PartitionIndex={"IndexName": "by_day", "Keys": ["day"]},
    )
    found = glue("GetPartitionIndexes", **IN_TABLE)["PartitionIndexDescriptorList"]
    assert [index["IndexName"] for index in found] == ["by_day"]
    glue("DeletePartitionIndex", **IN_TABLE, IndexName="by_day")
    missing = {**IN_TABLE, "IndexName": "by_day"}
    glue.refused("DeletePartitionIndex", "EntityNotFoundException", **missing)


TOURS = (databases, tables, table_versions, partitions, partition_indexes, connections)
