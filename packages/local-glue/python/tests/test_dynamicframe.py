from decimal import Decimal

import pytest
from chispa import assert_df_equality
from pyspark.sql import types as T

from awsglue.dynamicframe import DynamicFrame
from awsglue.transforms import (
    ApplyMapping,
    DropFields,
    DropNullFields,
    Filter,
    Join,
    Map,
    RenameField,
    ResolveChoice,
    SelectFields,
    SelectFromCollection,
    SplitFields,
    SplitRows,
    UnnestFrame,
)


@pytest.fixture
def cases(spark, glue_context):
    frame = spark.createDataFrame(
        [
            ("2020-03-01", "USA", "10", 1.5, ("x", 1), None),
            ("2020-03-01", "DEU", "7", None, ("y", 2), None),
            ("2020-03-02", "USA", "n/a", 2.5, None, None),
        ],
        "date string, iso_code string, cases string, rate double, "
        "place struct<name: string, number: int>, empty string",
    )
    return DynamicFrame.fromDF(frame, glue_context, "cases")


def rows(frame):
    return [tuple(row) for row in frame.toDF().collect()]


def test_from_and_to_dataframe(cases, spark):
    assert cases.count() == 3
    assert cases.schema() == cases.toDF().schema
    assert_df_equality(DynamicFrame(cases.toDF(), cases.glue_ctx).toDF(), cases.toDF())


def test_apply_mapping_chooses_renames_and_casts(cases):
    mapped = ApplyMapping.apply(
        cases,
        [
            ("date", "string", "day", "date"),
            ("cases", "string", "cases", "long"),
            ("place.name", "string", "place_name", "string"),
            ("rate", "double", "rate", "decimal(5,2)"),
        ],
    )
    assert mapped.toDF().schema.simpleString() == (
        "struct<day:date,cases:bigint,place_name:string,rate:decimal(5,2)>"
    )
    assert [row[1:] for row in rows(mapped)] == [
        (10, "x", Decimal("1.50")),
        (7, "y", None),
        (None, None, Decimal("2.50")),
    ]


def test_apply_mapping_names_a_column_that_is_not_there(cases):
    with pytest.raises(ValueError, match="there is no column 'deaths'"):
        cases.apply_mapping([("deaths", "long", "deaths", "long")])


@pytest.mark.parametrize(
    ("mappings", "schema", "first"),
    [
        (
            [
                ("iso_code", "string", "country.code", "string"),
                ("cases", "string", "country.counts.cases", "long"),
                ("date", "string", "day", "date"),
                ("rate", "double", "country.counts.rate", "string"),
            ],
            "struct<country:struct<code:string,counts:struct<cases:bigint,rate:string>>,day:date>",
            {"country": {"code": "USA", "counts": {"cases": 10, "rate": "1.5"}}},
        ),
        (
            [("iso_code", "string", "`iso.code`", "string"), ("date", "`in.a`.`b.c`")],
            "struct<iso.code:string,in.a:struct<b.c:string>>",
            {"iso.code": "USA", "in.a": {"b.c": "2020-03-01"}},
        ),
        (
            [("place.number", "int", "at.no", "string"), ("place", "struct", "place", "string")],
            "struct<at:struct<no:string>,place:string>",
            {"at": {"no": "1"}, "place": '{"name":"x","number":1}'},
        ),
    ],
)
def test_apply_mapping_into_fields_of_structs(cases, mappings, schema, first):
    mapped = cases.apply_mapping(mappings).toDF()
    assert mapped.schema.simpleString() == schema
    assert first.items() <= mapped.first().asDict(recursive=True).items()


def test_apply_mapping_out_of_fields_of_structs(spark, glue_context):
    frame = DynamicFrame(
        spark.sql("select named_struct('b.c', named_struct('d', 7), 'e', array(1)) as `a.x`"),
        glue_context,
    )
    mapped = frame.apply_mapping(
        [("`a.x`.`b.c`.d", "int", "d", "string"), ("`a.x`.e", "array", "e.list", "array<string>")]
    )
    assert [row.asDict(recursive=True) for row in mapped.toDF().collect()] == [
        {"d": "7", "e": {"list": ["1"]}}
    ]


@pytest.mark.parametrize(
    ("mappings", "message"),
    [
        ([("place.town", "string", "town", "string")], "there is no field 'place.town'"),
        ([("date", "string", "a", "string"), ("cases", "string", "a.b", "string")], "value itself"),
        ([("date", "string", "a.b", "string"), ("cases", "string", "a", "string")], "value itself"),
        ([("date", "string", "day")], r"is not \(source"),
    ],
)
def test_apply_mapping_names_what_does_not_fit(cases, mappings, message):
    with pytest.raises(ValueError, match=message):
        cases.apply_mapping(mappings)


def test_select_drop_rename(cases):
    selected = SelectFields.apply(cases, ["iso_code", "place.number"])
    assert rows(selected) == [("USA", (1,)), ("DEU", (2,)), ("USA", None)]
    dropped = DropFields.apply(cases, ["empty", "place.name", "never_there"])
    assert dropped.toDF().schema.simpleString() == (
        "struct<date:string,iso_code:string,cases:string,rate:double,place:struct<number:int>>"
    )
    renamed = RenameField.apply(cases, "iso_code", "country")
    assert renamed.toDF().columns[1] == "country"


def test_names_with_dots(spark, glue_context):
    frame = DynamicFrame(spark.createDataFrame([(1, 2)], "`a.b` int, c int"), glue_context)
    assert rows(frame.select_fields(["`a.b`"])) == [(1,)]
    assert rows(frame.drop_fields(["`a.b`"])) == [(2,)]


def test_resolve_choice_casts(cases):
    resolved = ResolveChoice.apply(cases, specs=[("cases", "cast:int")])
    assert resolved.toDF().schema["cases"].dataType == T.IntegerType()
    assert [row[2] for row in rows(resolved)] == [10, 7, None]


@pytest.mark.parametrize("choice", ["make_cols", "make_struct", "cast:long", "project:string"])
def test_no_column_has_a_choice_of_types(cases, choice):
    assert ResolveChoice.apply(cases, choice=choice).schema() == cases.schema()


@pytest.mark.parametrize(
    "arguments",
    [
        {"specs": [("cases", "make_rows")]},
        {"specs": [("cases", "make_cols:int")]},
        {"choice": "make_rows"},
    ],
)
def test_resolve_choice_names_what_it_cannot_do(cases, arguments):
    with pytest.raises(ValueError, match="make_"):
        cases.resolveChoice(**arguments)


def test_drop_null_fields(cases):
    assert "empty" not in DropNullFields.apply(cases).toDF().columns
    assert len(DropNullFields.apply(cases).toDF().columns) == 5


def test_filter_sees_rows_as_dictionaries(cases):
    kept = Filter.apply(cases, lambda row: row["iso_code"] == "USA" and "rate" in row)
    assert [row[0] for row in rows(kept)] == ["2020-03-01", "2020-03-02"]
    assert kept.toDF().schema == cases.toDF().schema


def test_map_adds_fields_and_keeps_types(cases, spark):
    def add(row):
        row["key"] = f"{row['iso_code']}-{row['date']}"
        row["place"] = row["place"] and row["place"]["name"]
        return row

    narrow = cases.resolveChoice(specs=[("cases", "cast:int")])
    mapped = Map.apply(narrow, add)
    assert mapped.toDF().schema.simpleString() == (
        "struct<date:string,iso_code:string,cases:int,rate:double,"
        "place:string,empty:string,key:string>"
    )
    assert rows(mapped)[0][-1] == "USA-2020-03-01"


def test_map_of_no_rows(cases):
    none = cases.filter(lambda _: False).map(lambda row: row)
    assert none.toDF().schema == cases.toDF().schema


def test_join_keeps_both_sides(cases, spark, glue_context):
    hiring = DynamicFrame(
        spark.createDataFrame([("2020-03-01", "3")], "post_date string, cases string"), glue_context
    )
    joined = Join.apply(cases, hiring, ["date"], ["post_date"])
    assert joined.toDF().columns == [*cases.toDF().columns, "post_date", ".cases"]
    assert joined.count() == 2
    with pytest.raises(ValueError, match="there is no column 'nothing'"):
        Join.apply(cases, hiring, "date", "nothing")


def test_union_matches_by_name(cases):
    assert cases.union(cases.select_fields(["iso_code", "date"])).count() == 6


def test_unnest_names_columns_by_their_path(cases):
    unnested = UnnestFrame.apply(cases).toDF()
    assert unnested.columns[4:6] == ["place.name", "place.number"]
    assert [row[4] for row in unnested.collect()] == ["x", "y", None]


def test_split_fields(cases):
    parts = SplitFields.apply(cases, ["date", "Rate"], "one", "two")
    assert set(parts.keys()) == {"one", "two"}
    assert SelectFromCollection.apply(parts, "one").toDF().columns == ["date", "rate"]
    assert parts["two"].toDF().columns == ["iso_code", "cases", "place", "empty"]
    counts = parts.map(lambda frame, context: frame.select_fields(frame.toDF().columns[:1]))
    assert [frame.toDF().columns for frame in counts.values()] == [["date"], ["iso_code"]]


def test_split_rows_puts_unknown_values_with_the_others(cases):
    parts = SplitRows.apply(cases, {"rate": {">": 1, "<=": 1.5}}, "low", "others")
    assert [row[3] for row in rows(parts["low"])] == [1.5]
    assert [row[3] for row in rows(parts["others"])] == [None, 2.5]
    with pytest.raises(ValueError, match="'like' is none of"):
        cases.split_rows({"rate": {"like": 1}}, "one", "two")


def test_merge_replaces_rows_by_their_keys(spark, glue_context):
    def frame(*values):
        return DynamicFrame(spark.createDataFrame(list(values), "n int, id int"), glue_context)

    merged = frame((10, 1), (20, 2)).mergeDynamicFrame(frame((21, 2), (30, 3)), ["id"])
    assert merged.toDF().columns == ["n", "id"]
    assert sorted(rows(merged)) == [(10, 1), (21, 2), (30, 3)]
