import gzip
from types import SimpleNamespace

import pytest

from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job


def table(columns, location, classification="csv", keys=(), **parameters):
    return {
        "Name": "t",
        "DatabaseName": "d",
        "Parameters": {"classification": classification},
        "PartitionKeys": [{"Name": key, "Type": "string"} for key in keys],
        "StorageDescriptor": {
            "Columns": [{"Name": name, "Type": kind} for name, kind in columns],
            "Location": location,
            "SerdeInfo": {"Parameters": parameters},
        },
    }


def from_catalog(glue_context, clients, description, partitions=None, **arguments):
    glue = clients("glue")
    glue.add_response("get_table", {"Table": description}, {"DatabaseName": "d", "Name": "t"})
    if partitions is not None:
        glue.add_response(
            "get_partitions",
            {
                "Partitions": [
                    {"Values": values, "StorageDescriptor": {"Location": location}}
                    for values, location in partitions
                ]
            },
            {"DatabaseName": "d", "TableName": "t"},
        )
    frame = glue_context.create_dynamic_frame.from_catalog(
        database="d", table_name="t", **arguments
    )
    return frame.toDF()


def test_csv_table(glue_context, clients, bucket):
    (bucket / "csv").mkdir()
    (bucket / "csv" / "a.csv").write_text(
        'Day;Count;Who said\n2020-03-01;7;"a; ""b"""\n2020-03-02;many;\n'
    )
    frame = from_catalog(
        glue_context,
        clients,
        table(
            [("day", "date"), ("count", "bigint"), ("who_said", "string")],
            "s3://bucket/csv/",
            **{"field.delim": ";", "skip.header.line.count": "1"},
        ),
    )
    assert frame.schema.simpleString() == (
        "struct<day:date,count:struct<long:bigint,string:string>,who_said:string>"
    )
    assert [(str(row[0]), *row[1:]) for row in frame.collect()] == [
        ("2020-03-01", (7, None), 'a; "b"'),
        ("2020-03-02", (None, "many"), None),
    ]


def test_json_table_finds_names_in_any_case(glue_context, clients, bucket):
    (bucket / "json").mkdir()
    (bucket / "json" / "a.json").write_text(
        '{"Id": 1, "Inner": {"B": "x", "A": [1, 2]}, "extra": true}\n{"Id": 2}\n'
    )
    frame = from_catalog(
        glue_context,
        clients,
        table(
            [("id", "int"), ("inner", "struct<a:array<int>,b:string>"), ("missing", "string")],
            "s3://bucket/json/",
            "json",
        ),
    )
    assert frame.schema.simpleString() == (
        "struct<id:int,inner:struct<a:array<int>,b:string>,missing:string>"
    )
    first, second = frame.collect()
    assert (first.id, first.inner.a, first.inner.b, first.missing) == (1, [1, 2], "x", None)
    assert second.inner is None


PARTS = """[
  {"Part": "bolt", "sizes": [{"mm": 3, "a b": true}], "no-1": 2},
  {"Part": "nut", "sizes": []}
]
"""


@pytest.mark.parametrize(
    ("path", "columns", "paths", "expected"),
    [
        (
            None,
            [("array", "array<struct<Part:string,sizes:array<struct<mm:int,a b:boolean>>>>")],
            "array",
            [
                {
                    "array": [
                        {"Part": "bolt", "sizes": [{"mm": 3, "a b": True}]},
                        {"Part": "nut", "sizes": []},
                    ]
                }
            ],
        ),
        (
            "$[*]",
            [("part", "string"), ("sizes", "array<struct<mm:int>>"), ("no-1", "int")],
            "Part,sizes,no-1",
            [
                {"part": "bolt", "sizes": [{"mm": 3}], "no-1": 2},
                {"part": "nut", "sizes": [], "no-1": None},
            ],
        ),
        (
            "$[*].sizes[*]",
            [("mm", "bigint"), ("a b", "string")],
            "mm,a b",
            [{"mm": 3, "a b": "true"}],
        ),
        ("$[*].Part", [("record", "string")], "record", [{"record": "bolt"}, {"record": "nut"}]),
        ("$[1]['Part']", [("record", "string")], "record", [{"record": "nut"}]),
        ("$[0].sizes", [("array", "array<struct<mm:int>>")], "array", [{"array": [{"mm": 3}]}]),
    ],
)
def test_json_documents(glue_context, clients, bucket, path, columns, paths, expected):
    (bucket / "documents").mkdir(exist_ok=True)
    (bucket / "documents" / "parts.json").write_text(PARTS)
    description = table(columns, "s3://bucket/documents/", "json", paths=paths)
    if path:
        description["Parameters"]["jsonPath"] = path
    rows = from_catalog(glue_context, clients, description).collect()
    assert [row.asDict(recursive=True) for row in rows] == expected


def test_json_documents_follow_each_other_in_partitions(glue_context, clients, bucket):
    for day in ("01", "02"):
        (bucket / "by-day" / f"day={day}").mkdir(parents=True)
        with gzip.open(bucket / "by-day" / f"day={day}" / "a.json.gz", "wt") as file:
            file.write('\ufeff{"of": [{"n": 1},\n {"n": ' + day[1])
            file.write('}]}\n{"of": []} {"of": 7}')
    description = table([("n", "int")], "s3://bucket/by-day/", "json", ["day"])
    description["Parameters"]["jsonPath"] = "$.of[*]"
    partitions = [([day], f"s3://bucket/by-day/day={day}/") for day in ("01", "02")]
    frame = from_catalog(glue_context, clients, description, partitions)
    assert frame.schema.simpleString() == "struct<n:int,day:string>"
    assert sorted(map(tuple, frame.collect())) == [(1, "01"), (1, "01"), (1, "02"), (2, "02")]


def test_json_documents_are_not_written_into(glue_context, clients, spark):
    description = table([("n", "int")], "s3://bucket/documents/", "json")
    description["Parameters"]["jsonPath"] = "$[*]"
    clients("glue").add_response("get_table", {"Table": description})
    frame = DynamicFrame(spark.sql("select 1 as n"), glue_context)
    with pytest.raises(NotImplementedError, match=r"writing into d\.t"):
        glue_context.write_dynamic_frame.from_catalog(frame, database="d", table_name="t")


def test_json_members_with_other_names(glue_context, clients, bucket):
    (bucket / "renamed").mkdir()
    (bucket / "renamed" / "a.json").write_text('{"Line\\tNo": 1, "v": 2}\n')
    description = table(
        [("line_no", "int"), ("v", "int")],
        "s3://bucket/renamed/",
        "json",
        **{"mapping.line_no": "Line\tNo", "paths": "Line\tNo,v"},
    )
    assert [tuple(row) for row in from_catalog(glue_context, clients, description).collect()] == [
        (1, 2)
    ]


@pytest.mark.parametrize("classification", ["csv", "json", "parquet"])
def test_partitioned_table(glue_context, clients, bucket, spark, classification):
    location = f"s3://bucket/parts-{classification}"
    source = spark.createDataFrame([(1, "01"), (2, "02"), (3, "02")], "n int, month string")
    source.write.partitionBy("month").format(classification).save(location)
    description = table([("n", "bigint")], f"{location}/", classification, ["month"])
    partitions = [([month], f"{location}/month={month}/") for month in ("01", "02")]
    frame = from_catalog(
        glue_context, clients, description, partitions, push_down_predicate="month > '01'"
    )
    assert frame.schema.simpleString() == "struct<n:bigint,month:string>"
    assert sorted(map(tuple, frame.collect())) == [(2, "02"), (3, "02")]
    assert from_catalog(glue_context, clients, description, []).count() == 0


def test_partitions_whose_folders_do_not_name_the_keys(glue_context, clients, bucket):
    for year in ("2023", "2024"):
        (bucket / "years" / year).mkdir(parents=True)
        (bucket / "years" / year / "a.csv").write_text(f"{year[-1]}\n")
    frame = from_catalog(
        glue_context,
        clients,
        table([("n", "int")], "s3://bucket/years/", keys=["partition_0"]),
        [([year], f"s3://bucket/years/{year}/") for year in ("2023", "2024")],
    )
    assert sorted(map(tuple, frame.collect())) == [(3, "2023"), (4, "2024")]


def test_a_missing_table_is_named(glue_context, clients):
    clients("glue").add_client_error("get_table", "EntityNotFoundException")
    with pytest.raises(ValueError, match=r"the Data Catalog has no table d\.t"):
        glue_context.create_dynamic_frame.from_catalog(database="d", table_name="t")


def test_other_classifications_are_named(glue_context, clients):
    with pytest.raises(NotImplementedError, match="tables classified as 'avro'"):
        from_catalog(glue_context, clients, table([], "s3://bucket/x/", "avro"))


def test_options_round_trip(glue_context, spark):
    frame = DynamicFrame(
        spark.createDataFrame([("a,b", 1), ('q"q', 2)], "text string, n int"), glue_context
    )
    for format, format_options in [
        ("csv", {"withHeader": True}),
        ("json", {}),
        ("glueparquet", {}),
        ("orc", {}),
    ]:
        path = f"s3://bucket/options-{format}/"
        for _ in range(2):
            glue_context.write_dynamic_frame.from_options(
                frame=frame, connection_type="s3", connection_options={"path": path}, format=format
            )
        read = glue_context.create_dynamic_frame.from_options(
            "s3", {"paths": [path], "recurse": True}, format, format_options
        )
        # Glue's writers add files, they never replace any.
        assert read.count() == 4
        texts = {row["text"] for row in read.toDF().collect()}
        assert texts == {"a,b", 'q"q'}


def test_csv_with_another_quote_doubles_it(glue_context, spark, bucket):
    frame = DynamicFrame(spark.createDataFrame([('it\'s, "so"',)], "text string"), glue_context)
    glue_context.write_dynamic_frame.from_options(
        frame, "s3", {"path": "s3://bucket/quotes/"}, "csv", {"quoteChar": "'"}
    )
    (part,) = (bucket / "quotes").glob("*.csv")
    assert part.read_text().splitlines()[1] == "'it''s, \"so\"'"
    read = glue_context.create_dynamic_frame.from_options(
        "s3", {"paths": ["s3://bucket/quotes/"]}, "csv", {"quoteChar": "'", "withHeader": True}
    )
    assert [tuple(row) for row in read.toDF().collect()] == [('it\'s, "so"',)]


def test_csv_without_header_names_columns_by_position(glue_context, bucket):
    (bucket / "bare").mkdir()
    (bucket / "bare" / "a.csv").write_text("1,x\n")
    frame = glue_context.create_dynamic_frame.from_options(
        "s3", {"paths": ["s3://bucket/bare/"]}, "csv"
    ).toDF()
    assert frame.schema.simpleString() == "struct<col0:string,col1:string>"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("s3", {"paths": ["s3://bucket/x"]}, "avro"), "the format 'avro'"),
        (("s3", {"paths": ["s3://bucket/x"], "exclusions": "[]"}, "csv"), "'exclusions'"),
        (("s3", {"paths": ["s3://bucket/x"]}, "json", {"jsonPath": "$"}), "'jsonPath'"),
        (("kafka", {}), "connection_type='kafka'"),
    ],
)
def test_options_that_it_lacks_are_named(glue_context, arguments, message):
    with pytest.raises(NotImplementedError, match=message):
        glue_context.create_dynamic_frame.from_options(*arguments)


def test_sink_makes_the_table_and_its_partitions(glue_context, clients, spark, bucket):
    columns = [{"Name": "n", "Type": "int"}]
    glue = clients("glue")
    created, batches = [], []
    glue.add_response("create_table", {})
    glue.add_response("batch_create_partition", {"Errors": []})
    from awsglue import _catalog

    client = _catalog.glue_client()
    client.meta.events.register(
        "provide-client-params.glue.CreateTable", lambda params, **_: created.append(params)
    )
    client.meta.events.register(
        "provide-client-params.glue.BatchCreatePartition",
        lambda params, **_: batches.append(params),
    )
    sink = glue_context.getSink(
        connection_type="s3",
        path="s3://bucket/sink",
        enableUpdateCatalog=True,
        partitionKeys=["day"],
    )
    sink.setFormat("glueparquet")
    sink.setCatalogInfo(catalogDatabase="d", catalogTableName="t")
    sink.writeFrame(
        DynamicFrame(spark.createDataFrame([(1, "a/b")], "n int, day string"), glue_context)
    )
    assert created[0]["TableInput"]["StorageDescriptor"]["Columns"] == columns
    assert created[0]["TableInput"]["PartitionKeys"] == [{"Name": "day", "Type": "string"}]
    (partition,) = batches[0]["PartitionInputList"]
    assert partition["Values"] == ["a/b"]
    assert partition["StorageDescriptor"]["Location"] == "s3://bucket/sink/day=a%2Fb/"
    assert list((bucket / "sink" / "day=a%2Fb").glob("*.parquet"))


def test_a_glue_context_is_a_context_of_spark_sql(glue_context):
    glue_context.createDataFrame([(1,), (2,)], "n int").createOrReplaceTempView("numbers")
    total = glue_context.sql("select sum(n) as total from numbers where n > :low", {"low": 1})
    assert total.first().total == 2
    assert glue_context.table("numbers").count() == 2
    glue_context.table("numbers").write.parquet("s3://bucket/numbers/")
    assert glue_context.read.parquet("s3://bucket/numbers/").count() == 2


def test_logger(glue_context):
    glue_context.get_logger().info("as Glue's logger")


def test_a_job_without_init_commits_nothing_and_says_so(glue_context, monkeypatch, tmp_path):
    bookmark, committed = tmp_path / "bookmark.json", tmp_path / "committed.json"
    bookmark.write_text('{"commits": true, "states": {}}')
    monkeypatch.setenv("LOCAL_GLUE_BOOKMARK", str(bookmark))
    monkeypatch.setenv("LOCAL_GLUE_BOOKMARK_COMMIT", str(committed))
    monkeypatch.setattr(glue_context, "_bookmarks", None)
    logged = []
    monkeypatch.setattr(glue_context, "get_logger", lambda: SimpleNamespace(warn=logged.append))
    job = Job(glue_context)
    job.commit()
    assert not job.isInitialized()
    assert not committed.exists()
    assert logged == ["job.commit() commits nothing: job.init() was not called before it"]
    job.init("demo", {})
    job.commit()
    assert committed.exists()
    assert len(logged) == 1
