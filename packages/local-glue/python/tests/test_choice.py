import json

import pytest

from awsglue.dynamicframe import DynamicFrame, ResolveOption
from awsglue.transforms import ApplyMapping, Filter, Map, ResolveChoice

STOCK = [
    {"no": 1, "size": 4, "at": {"shelf": 7}, "seen": [{"by": "a"}], "odd": True},
    {"no": "2b", "size": 4.5, "at": {"shelf": "top"}, "seen": [{"by": 3}], "odd": {"x": 1}},
    {"no": None, "at": None, "seen": [], "odd": [1, "two"]},
]


@pytest.fixture(scope="module")
def stock(glue_context, bucket):
    (bucket / "stock").mkdir()
    (bucket / "stock" / "a.json").write_text("\n".join(json.dumps(each) for each in STOCK) + "\n")
    return glue_context.create_dynamic_frame.from_options(
        "s3", {"paths": ["s3://bucket/stock/"]}, "json"
    )


def values(frame):
    return [row.asDict(recursive=True) for row in frame.toDF().collect()]


def kinds(frame):
    return {field.name: field.dataType.simpleString() for field in frame.toDF().schema.fields}


def test_json_with_values_of_several_types_has_choices(stock, capsys):
    stock.printSchema()
    assert capsys.readouterr().out == (
        "root\n|-- no: choice\n|    |-- int\n|    |-- string\n"
        "|-- size: choice\n|    |-- int\n|    |-- double\n"
        "|-- at: struct\n|    |-- shelf: choice\n|    |    |-- int\n|    |    |-- string\n"
        "|-- seen: array\n|    |-- element: struct\n|    |    |-- by: choice\n"
        "|    |    |    |-- string\n|    |    |    |-- int\n"
        "|-- odd: choice\n|    |-- boolean\n|    |-- struct\n|    |    |-- x: long\n"
        "|    |-- array\n|    |    |-- element: string\n"
    )
    stock.show(2)
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert shown == STOCK[:2]


def test_a_data_frame_has_a_struct_of_the_types(stock):
    first, second, third = values(stock)
    assert (first["no"], second["no"], third["no"]) == (
        {"int": 1, "string": None},
        {"int": None, "string": "2b"},
        None,
    )
    assert second["at"] == {"shelf": {"int": None, "string": "top"}}
    again = DynamicFrame.fromDF(stock.toDF(), stock.glue_ctx, "again")
    assert again.resolveChoice(choice="make_cols").toDF().columns == list(STOCK[0])


@pytest.mark.parametrize(
    ("specs", "types", "found"),
    [
        ([("no", "cast:long")], {"no": "bigint"}, [1, None, None]),
        ([("no", "project:string")], {"no": "string"}, ["1", "2b", None]),
        ([("no", "project:int")], {"no": "int"}, [1, None, None]),
        ([("size", "cast:double"), ("no", "cast:string")], {"size": "double"}, ["1", "2b", None]),
        ([("no", "make_struct")], {"no": "struct<int:int,string:string>"},
         [{"int": 1, "string": None}, {"int": None, "string": "2b"}, None]),
        ([("at.shelf", "cast:string"), ("no", "cast:int")], {"at": "struct<shelf:string>"},
         [1, None, None]),
        ([("seen[].by", "cast:string"), ("no", "cast:int")], {"seen": "array<struct<by:string>>"},
         [1, None, None]),
        ([("odd", "cast:string"), ("no", "cast:int")], {"odd": "string"}, [1, None, None]),
        ([("odd", "cast:int"), ("no", "cast:int")], {"odd": "int"}, [1, None, None]),
    ],
)  # fmt: skip
def test_actions(stock, specs, types, found):
    resolved = ResolveChoice.apply(stock, specs=specs)
    assert types.items() <= kinds(resolved).items()
    assert [row["no"] for row in values(resolved)] == found


def test_make_cols(stock):
    resolved = stock.resolveChoice(specs=[("no", "make_cols"), ("at.shelf", "make_cols")])
    assert kinds(resolved)["at"] == "struct<shelf_int:int,shelf_string:string>"
    columns = resolved.toDF().select("no_int", "no_string").collect()
    assert [tuple(row) for row in columns] == [(1, None), (None, "2b"), (None, None)]


def test_one_action_for_all(stock):
    resolved = stock.resolveChoice(choice="cast:string")
    assert kinds(resolved) == {
        "no": "string",
        "size": "string",
        "at": "struct<shelf:string>",
        "seen": "array<struct<by:string>>",
        "odd": "string",
    }
    assert [row["odd"] for row in values(resolved)] == ["true", '{"x":1}', '["1","two"]']


def test_a_type_that_a_choice_has_not_is_named(stock):
    with pytest.raises(ValueError, match="no is no date, which project needs; its types are int"):
        stock.resolveChoice(specs=[("no", "project:date")])
    with pytest.raises(ValueError, match=r"there is no field 'at\.row'"):
        stock.resolveChoice(specs=[("at.row", "cast:int")])


def test_match_catalog(stock, clients):
    columns = [{"Name": "no", "Type": "bigint"}, {"Name": "elsewhere", "Type": "int"}]
    clients("glue").add_response(
        "get_table", {"Table": {"Name": "t", "StorageDescriptor": {"Columns": columns}}}
    )
    resolved = stock.resolveChoice(choice="match_catalog", database="d", table_name="t")
    assert kinds(resolved)["no"] == "bigint"


def test_to_a_data_frame_with_options(stock):
    options = [
        ResolveOption("no", "Cast", "string"),
        ResolveOption("size", "Project", "DoubleType()"),
        ResolveOption("at.shelf", "KeepAsStruct"),
    ]
    frame = stock.toDF(options)
    assert frame.schema["no"].dataType.simpleString() == "string"
    assert frame.schema["size"].dataType.simpleString() == "double"
    assert frame.schema["at"].dataType.simpleString() == (
        "struct<shelf:struct<int:int,string:string>>"
    )


def test_functions_see_the_value(stock):
    kept = Filter.apply(stock, lambda row: row["no"] in (1, "2b"))
    assert kept.count() == 2
    assert kept.schema() == stock.schema()

    def double(row):
        row["no"] = row["no"] * 2 if row["no"] else None
        return row

    assert [row["no"] for row in values(Map.apply(stock, double))] == [
        {"int": 2, "string": None},
        {"int": None, "string": "2b2b"},
        None,
    ]


def test_mapping_casts_a_choice(stock):
    mapped = ApplyMapping.apply(
        stock, [("no", "choice", "item.no", "long"), ("at.shelf", "choice", "shelf", "string")]
    )
    assert values(mapped)[:2] == [
        {"item": {"no": 1}, "shelf": "7"},
        {"item": {"no": None}, "shelf": "top"},
    ]


def test_rows_of_other_types_come_to_a_choice(spark, glue_context):
    numbers = DynamicFrame(spark.sql("select 1 as id, array(struct(1 as n)) as s"), glue_context)
    texts = DynamicFrame(spark.sql("select 'x' as ID, array(struct('y' as n)) as s"), glue_context)
    both = numbers.union(texts)
    assert kinds(both) == {
        "id": "struct<int:int,string:string>",
        "s": "array<struct<n:struct<int:int,string:string>>>",
    }
    assert [row["id"] for row in values(both)] == [
        {"int": 1, "string": None},
        {"int": None, "string": "x"},
    ]
    merged = numbers.mergeDynamicFrame(both.resolveChoice(specs=[("id", "cast:int")]), ["id"])
    assert sorted(str(row["id"]) for row in values(merged)) == ["1", "None"]
