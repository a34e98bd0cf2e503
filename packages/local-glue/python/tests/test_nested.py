import json
from datetime import UTC, datetime, timedelta

import pytest

from awsglue.dynamicframe import DynamicFrame
from awsglue.transforms import (
    DropFields,
    DropNullFields,
    FlatMap,
    Map,
    MapToCollection,
    Relationalize,
    RenameField,
    ResolveChoice,
    SelectFields,
    Spigot,
    SplitFields,
    Unbox,
)


@pytest.fixture(scope="module")
def people(spark, glue_context):
    rows = [
        ("a", ("Ada", None), [("mail", ["a@x", "b@x"]), ("phone", [])], '{"n": 1}', {"k": 1}),
        ("b", ("Ben", None), [], '{"n": "x", "more": [2]}', {"k": 2}),
        ("c", None, None, "not json", {}),
    ]
    schema = (
        "id string, name struct<first: string, nick: string>, "
        "contacts array<struct<kind: string, values: array<string>>>, raw string, "
        "marks map<string, int>"
    )
    return DynamicFrame(spark.createDataFrame(rows, schema), glue_context, "people")


def values(frame):
    return [row.asDict(recursive=True) for row in frame.toDF().collect()]


def test_relationalize_makes_a_table_of_each_array(people):
    tables = Relationalize.apply(people, "s3://bucket/temp/", "root")
    assert list(tables.keys()) == ["root", "root_contacts", "root_contacts.val.values"]
    root = {row["id"]: row for row in values(tables.select("root"))}
    assert root["a"]["name.first"] == "Ada"
    assert root["c"]["name.first"] is None
    assert root["c"]["contacts"] is None
    contacts = values(tables["root_contacts"])
    assert [row["id"] for row in contacts] == [root["a"]["contacts"]] * 2
    assert [(row["index"], row["contacts.val.kind"]) for row in contacts] == [
        (0, "mail"),
        (1, "phone"),
    ]
    assert values(tables["root_contacts.val.values"]) == [
        {"id": contacts[0]["contacts.val.values"], "index": n, "contacts.val.values.val": text}
        for n, text in enumerate(["a@x", "b@x"])
    ]


def test_keys_of_relationalized_tables_are_one_for_each_row(spark, glue_context):
    frame = spark.range(50).selectExpr("id", "array(id, -id) as both").repartition(7)
    tables = DynamicFrame(frame, glue_context).relationalize("t", "s3://bucket/temp/")
    joined = tables["t"].rename_field("id", "no").join(["both"], ["id"], tables["t_both"])
    assert joined.count() == 100
    assert all(abs(row["both.val"]) == row["no"] for row in values(joined))


def test_unbox_reads_json_in_a_text(people):
    unboxed = Unbox.apply(people, "raw", "json")
    assert unboxed.toDF().schema["raw"].dataType.simpleString() == (
        "struct<n:struct<int:int,string:string>,more:array<int>>"
    )
    assert [row["raw"] for row in values(unboxed)] == [
        {"n": {"int": 1, "string": None}, "more": None},
        {"n": {"int": None, "string": "x"}, "more": [2]},
        None,
    ]


def test_unbox_reads_csv_in_a_field(spark, glue_context):
    frame = DynamicFrame(spark.sql("select struct('1|\"a|b\"|' as line) as s"), glue_context)
    (row,) = values(frame.unbox("s.line", "csv", separator="|"))
    assert row == {"s": {"line": {"col0": "1", "col1": "a|b", "col2": None}}}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda f: f.unbox("raw", "avro"), "unbox of the format 'avro'"),
        (lambda f: f.unbox("raw", "json", withSchema="{}"), "the option 'withSchema'"),
        (lambda f: f.rename_field("name.first", "a.b"), "rename_field from one struct"),
        (lambda f: f.spigot("s3://bucket/x", {"every": 2}), "the option 'every'"),
    ],
)
def test_what_is_missing_is_named(people, call, message):
    with pytest.raises(NotImplementedError, match=message):
        call(people)


def test_fields_in_structs_and_arrays(people):
    assert SelectFields.apply(people, ["contacts.kind", "name.first"]).toDF().columns == [
        "contacts",
        "name",
    ]
    assert values(people.select_fields(["contacts.kind"]))[0] == {
        "contacts": [{"kind": "mail"}, {"kind": "phone"}]
    }
    renamed = RenameField.apply(people, "contacts.kind", "sort")
    assert values(renamed)[0]["contacts"][1] == {"sort": "phone", "values": []}
    dropped = DropFields.apply(people, ["contacts.values", "name", "raw", "marks"])
    assert dropped.toDF().schema.simpleString() == (
        "struct<id:string,contacts:array<struct<kind:string>>>"
    )
    parts = SplitFields.apply(people, ["name.first"], "one", "two")
    assert parts["one"].toDF().schema.simpleString() == "struct<name:struct<first:string>>"
    assert parts["two"].toDF().schema["name"].dataType.simpleString() == "struct<nick:string>"


def test_null_fields_in_structs_go(people):
    kept = DropNullFields.apply(people).toDF()
    assert kept.schema["name"].dataType.simpleString() == "struct<first:string>"


def test_map_makes_structs_of_dictionaries_and_keeps_maps(people):
    def add(row):
        row["size"] = {"of": [len(row["id"])], "half": 0.5}
        row["marks"]["z"] = 9
        return row

    mapped = Map.apply(people, add)
    assert mapped.toDF().schema["size"].dataType.simpleString() == (
        "struct<of:array<int>,half:double>"
    )
    assert values(mapped)[1]["marks"] == {"k": 2, "z": 9}
    assert mapped.toDF().schema["contacts"] == people.toDF().schema["contacts"]


def test_transforms_of_collections(people):
    parts = people.split_fields(["id"], "ids", "others")
    plain = MapToCollection.apply(parts, ResolveChoice, "frame", choice="cast:string")
    assert list(plain.keys()) == ["ids", "others"]
    flat = FlatMap.apply(parts, Relationalize, name="r")
    assert list(flat.keys()) == [
        "ids_r",
        "others_r",
        "others_r_contacts",
        "others_r_contacts.val.values",
    ]
    seen = []
    parts.map(lambda frame, context: seen.append(context) or frame, "ctx")
    assert seen == ["ctx", "ctx"]


def test_spigot_writes_a_sample_and_passes_the_rows_on(people, bucket):
    assert Spigot.apply(people, "s3://bucket/spigot", {"topk": 2}) is people
    written = [
        json.loads(line)
        for file in (bucket / "spigot").glob("*.json")
        for line in file.read_text().splitlines()
    ]
    assert [row["id"] for row in written] == ["a", "b"]


def test_purge_deletes_what_is_old(glue_context, clients):
    now = datetime.now(UTC)
    s3 = clients("s3")
    listed = [
        {"Key": "old/a", "LastModified": now - timedelta(hours=3)},
        {"Key": "old/b", "LastModified": now - timedelta(minutes=3)},
        {"Key": "old/c", "LastModified": now - timedelta(hours=3), "StorageClass": "GLACIER"},
    ]
    expected = {"Bucket": "b", "Delete": {"Objects": [{"Key": "old/a"}]}}
    s3.add_response("list_objects_v2", {"Contents": listed}, {"Bucket": "b", "Prefix": "old/"})
    s3.add_response("delete_objects", {}, expected)
    glue_context.purge_s3_path(
        "s3://b/old/", {"retentionPeriod": 1, "excludeStorageClasses": ["GLACIER"]}
    )
    with pytest.raises(NotImplementedError, match="'manifestFilePath'"):
        glue_context.purge_s3_path("s3://b/old/", {"manifestFilePath": "s3://b/m/"})
    with pytest.raises(ValueError, match="is no s3:// path"):
        glue_context.purge_s3_path("/tmp")


def test_purge_of_a_table_takes_its_partitions(glue_context, clients):
    place = {"Location": "s3://b/t"}
    table = {"Name": "t", "DatabaseName": "d", "StorageDescriptor": place,
             "PartitionKeys": [{"Name": "k"}]}  # fmt: skip
    clients("glue").add_response("get_table", {"Table": table})
    partition = {"Values": ["1"], "StorageDescriptor": {"Location": "s3://b/t/k=1/"}}
    clients("glue").add_response("get_partitions", {"Partitions": [partition]})
    for prefix in ("t/", "t/k=1/"):
        expected = {"Bucket": "b", "Prefix": prefix}
        clients("s3").add_response("list_objects_v2", {}, expected)
    glue_context.purge_table(database="d", table_name="t", options={"retentionPeriod": 0})
