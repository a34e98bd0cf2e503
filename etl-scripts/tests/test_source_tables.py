"""Sources that are tables of the Data Catalog: what is read of them, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from lake import Lake
from memory_glue import MemoryGlue
from pyspark.sql import SparkSession
from reading import column, needs_avro

import transform
from catalog_tables import PARQUET
from source_files import SourceError

AVRO = "org.apache.hadoop.hive.serde2.avro.AvroSerDe"
LAZY = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
OPEN_CSV = "org.apache.hadoop.hive.serde2.OpenCSVSerde"
OPENX = "org.openx.data.jsonserde.JsonSerDe"
TEXT = "org.apache.hadoop.mapred.TextInputFormat"


class Runs:
    """Runs of a pipeline whose one source is the table `shop.orders`."""

    def __init__(self, spark: SparkSession, lake: Lake) -> None:
        self.spark, self.lake, self.glue = spark, lake, MemoryGlue()
        self.uri = f"s3://{lake.theirs}/orders/"

    def table(
        self, storage: dict[str, Any], columns: str, keys: str = "", **members: Any
    ) -> dict[str, Any]:
        """Makes the table of `name type` pairs, and returns it."""

        def named(text: str) -> list[dict[str, str]]:
            return [dict(zip(("Name", "Type"), one.split())) for one in text.split(",") if one]

        table = {
            "Name": "orders",
            "StorageDescriptor": {**storage, "Columns": named(columns), "Location": self.uri[:-1]},
            "PartitionKeys": named(keys),
            **members,
        }
        self.glue.tables["orders"] = table
        self.glue.partitions["orders"] = {}
        return table

    def partition(self, *values: str, at: str) -> None:
        storage = self.glue.tables["orders"]["StorageDescriptor"]
        self.glue.partitions["orders"][values] = {**storage, "Location": f"{self.uri}{at}"}

    def __call__(self, *columns: dict[str, Any], **options: Any) -> list[tuple[Any, ...]]:
        """The rows of the result."""
        source = {
            "name": "orders",
            "format": "table",
            "uri": options.pop("uri", self.uri),
            "table": {"database": "shop", "name": "orders", **options},
            "columns": list(columns),
        }
        pipeline = {
            "name": "orders",
            "warehouse": {"table": "result"},
            "catalog": {"tables": "crawled"},
            "sources": [source],
        }
        data = self.lake.data
        transform.run(self.spark, self.lake.s3, pipeline, data, None, glue=self.glue)
        rows = self.spark.read.parquet(f"s3://{data}/processed/result/").collect()
        return sorted(map(tuple, rows), key=repr)


def text(library: str, **parameters: str) -> dict[str, Any]:
    serde = {"SerializationLibrary": library, "Parameters": parameters}
    return {"InputFormat": TEXT, "SerdeInfo": serde}


ID, DAY = column("id", "bigint"), column("day", "date")


@pytest.fixture
def run(spark: SparkSession, lake: Lake) -> Runs:
    return Runs(spark, lake)


def write_days(run: Runs, *days: str) -> None:
    for number, day in enumerate(days):
        rows = run.spark.createDataFrame([(number,)], "Id bigint")
        rows.write.parquet(f"{run.uri}day={day}/")


def test_partitions_are_those_of_the_catalog(run: Runs) -> None:
    run.table(PARQUET, "id bigint", "day string")
    # What no partition has is not read: nobody has said yet that it is there.
    write_days(run, "2024-01-01", "2024-01-02", "2024-01-03")
    run.partition("2024-01-01", at="day=2024-01-01")
    run.partition("2024-01-02", at="day=2024-01-02/")
    assert [row[0] for row in run(ID, DAY)] == [0, 1]
    run.glue.conditions["day > '2024-01-01'"] = lambda values: values[0] > "2024-01-01"
    rows = run(ID, DAY, where="day > '2024-01-01'")
    assert [(row[0], str(row[1])) for row in rows] == [(1, "2024-01-02")]


@needs_avro
def test_files_of_avro(run: Runs) -> None:
    run.table({"SerdeInfo": {"SerializationLibrary": AVRO}}, "id bigint,day date")
    rows = run.spark.sql("SELECT 7L AS Id, DATE'2024-01-31' AS day, 'x' AS more")
    rows.write.format("avro").save(run.uri)
    assert [(row[0], str(row[1])) for row in run(ID, DAY)] == [(7, "2024-01-31")]


def test_columns_of_csv_go_by_their_position(run: Runs) -> None:
    told = {"skip.header.line.count": "1"}
    run.table(text(LAZY, **{"field.delim": ";"}), "id bigint,note string", Parameters=told)
    run.lake.put("orders/a.csv", 'Number;Remark\n1;"a\n2;\\N\n')
    run.lake.put("orders/b.csv", "Number;Remark\n3;\n")
    assert run(column("note"), ID) == [('"a', 1), (None, 2), (None, 3)]


@pytest.mark.parametrize(
    ("storage", "columns", "content", "rows"),
    [
        (text(LAZY), "id bigint,note string", "1\x01a,b\n", [(1, "a,b")]),
        (
            text(LAZY, **{"field.delim": ","}, areColumnsQuoted="true"),
            "id bigint,note string",
            '1,"a,b"\n',
            [(1, "a,b")],
        ),
        (
            text(OPEN_CSV, separatorChar="|", quoteChar="'", escapeChar="'"),
            "id bigint,note string",
            "1|'it''s'\n",
            [(1, "it's")],
        ),
        (text(OPEN_CSV), "id bigint,note string", '1,"a\\"b"\n', [(1, 'a"b')]),
        (
            text(OPENX, paths="Id,Note,More"),
            "id bigint,note string,more string",
            '{"Id": 1, "Note": "a"}\n',
            [(1, "a")],
        ),
        (
            text(OPENX, **{"mapping.note": "the note"}),
            "id bigint,note string",
            '{"id": 1, "the note": "a"}\n',
            [(1, "a")],
        ),
    ],
)
def test_formats(
    run: Runs, storage: dict[str, Any], columns: str, content: str, rows: list[Any]
) -> None:
    run.table(storage, columns)
    run.lake.put("orders/part-0", content)
    assert run(ID, column("note")) == rows


@pytest.mark.parametrize(
    ("change", "options", "message"),
    [
        (lambda run: run.glue.tables.clear(), {}, r"sources\[0\]\.table: there is no table shop"),
        (
            lambda run: run.table(PARQUET, "id bigint", TableType="VIRTUAL_VIEW"),
            {},
            "is a view",
        ),
        (
            lambda run: run.table(PARQUET, "id bigint", Parameters={"table_type": "ICEBERG"}),
            {},
            "is a table of Iceberg",
        ),
        (
            lambda run: run.table(text("com.amazonaws.glue.serde.GrokSerDe"), "id bigint"),
            {},
            "is read by com.amazonaws.glue.serde.GrokSerDe",
        ),
        (lambda run: run.table(PARQUET, "number bigint"), {}, "has no column id; .*are number"),
        (lambda run: run.table(PARQUET, "id bigint"), {}, "shop.orders holds no data"),
        (
            lambda run: run.table(PARQUET, "id bigint"),
            {"where": "id > 1"},
            r"table\.where: is a condition on partition keys, and the table shop.orders has none",
        ),
        (
            lambda run: run.table(PARQUET, "id bigint", "day string"),
            {"where": "day >"},
            r"table\.where: the Data Catalog does not take the condition: Unsupported: day >",
        ),
        (
            lambda run: run.table(PARQUET, "id bigint"),
            {"uri": "s3://elsewhere/orders/"},
            r"sources\[0\]\.uri: is s3://elsewhere/orders/, below which the job may read",
        ),
        (
            lambda run: (
                run.table(PARQUET, "id bigint", "day string"),
                run.partition("2024-01-01", at="2024/01/01/"),
            ),
            {},
            r"the partition 2024-01-01 of shop.orders lies at .*/2024/01/01/, and a run reads",
        ),
        (
            lambda run: (
                run.table(PARQUET, "id bigint", "day string"),
                run.partition("2024-01-01", at="day=2024-01-01/"),
                run.glue.tables["orders"].update(
                    StorageDescriptor={
                        **run.glue.tables["orders"]["StorageDescriptor"],
                        **text(LAZY),
                    }
                ),
            ),
            {},
            "the partition 2024-01-01 of shop.orders is written otherwise than the table",
        ),
        (
            lambda run: (
                run.table(
                    text(LAZY, **{"field.delim": ","}),
                    "id bigint,note string",
                    Parameters={"skip.header.line.count": "1"},
                ),
                run.lake.put("orders/a.csv", "id\n1\n"),
            ),
            {},
            r"orders/a\.csv: has 1 column\(s\), and its table has 2",
        ),
    ],
)
def test_what_is_refused(run: Runs, change: Any, options: dict[str, Any], message: str) -> None:
    change(run)
    with pytest.raises(SourceError, match=message):
        run(ID, **options)
