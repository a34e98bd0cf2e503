"""The table that transform declares in the catalog. Glue and S3 are ones of memory."""

from __future__ import annotations

from typing import Any

import pytest
from memory_glue import MemoryGlue
from memory_s3 import MemoryS3

from catalog_tables import Catalog
from pipeline import PipelineError

COLUMNS = [
    {"name": "city", "type": "string"},
    {"name": "day", "type": "date"},
    {"name": "price", "type": "decimal", "precision": 6, "scale": 2},
    {"name": "sold", "type": "bigint"},
]


def declare(
    glue: MemoryGlue, folders: list[str], partition_by: list[str], columns: Any = COLUMNS
) -> None:
    keys = [f"processed/sales/{folder}part-0.parquet" for folder in folders]
    s3 = MemoryS3({("data", key): b"rows" for key in [*keys, "processed/sales/_SUCCESS"]})
    Catalog(glue, "shop", s3, "data").declare("processed/sales/", columns, partition_by)


def test_the_table_has_the_columns_that_were_written() -> None:
    glue = MemoryGlue()
    declare(glue, [""], [])
    table = glue.tables["processed_sales"]
    assert table["PartitionKeys"] == []
    assert table["Parameters"]["classification"] == "parquet"
    storage = table["StorageDescriptor"]
    assert storage["Location"] == "s3://data/processed/sales/"
    assert [(one["Name"], one["Type"]) for one in storage["Columns"]] == [
        ("city", "string"),
        ("day", "date"),
        ("price", "decimal(6,2)"),
        ("sold", "bigint"),
    ]


def test_a_second_run_follows_the_result() -> None:
    glue = MemoryGlue()
    declare(glue, [""], [])
    declare(glue, [""], [], COLUMNS[:2])
    columns = glue.tables["processed_sales"]["StorageDescriptor"]["Columns"]
    assert [one["Name"] for one in columns] == ["city", "day"]
    assert glue.calls == ["create_table", "update_table"]


def test_partitions_come_and_go_with_their_folders() -> None:
    glue = MemoryGlue()
    keys = ["day", "city"]
    declare(glue, ["day=2020-01-01/city=A%2FB/", "day=2020-01-02/city=C/"], keys)
    declare(glue, ["day=2020-01-02/city=C/", "day=2020-01-03/city=D/"], keys)
    there = glue.partitions["processed_sales"]
    assert sorted(there) == [("2020-01-02", "C"), ("2020-01-03", "D")]
    storage = there["2020-01-03", "D"]
    assert storage["Location"] == "s3://data/processed/sales/day=2020-01-03/city=D/"
    assert [one["Name"] for one in storage["Columns"]] == ["price", "sold"]
    # One that stays as it is costs no call.
    calls = len(glue.calls)
    declare(glue, ["day=2020-01-02/city=C/", "day=2020-01-03/city=D/"], keys)
    assert glue.calls[calls:] == ["update_table"]


def test_values_are_as_they_were_before_they_named_folders() -> None:
    glue = MemoryGlue()
    declare(glue, ["city=A%2FB/"], ["city"])
    assert list(glue.partitions["processed_sales"]) == [("A/B",)]


def test_partitions_get_the_columns_of_the_table() -> None:
    glue = MemoryGlue()
    declare(glue, ["city=C/"], ["city"], COLUMNS[:2])
    declare(glue, ["city=C/"], ["city"], COLUMNS)
    storage = glue.partitions["processed_sales"]["C",]
    assert [one["Name"] for one in storage["Columns"]] == ["day", "price", "sold"]


def test_other_keys_make_another_table() -> None:
    glue = MemoryGlue()
    declare(glue, ["city=C/"], ["city"])
    declare(glue, ["day=2020-01-01/"], ["day"])
    assert list(glue.partitions["processed_sales"]) == [("2020-01-01",)]
    assert glue.calls[2:] == ["delete_table", "create_table", "batch_create_partition"]


def test_more_partitions_than_a_call_takes() -> None:
    glue = MemoryGlue()
    declare(glue, [f"city={number}/" for number in range(230)], ["city"])
    declare(glue, [], ["city"])
    assert glue.partitions["processed_sales"] == {}
    assert glue.calls.count("batch_create_partition") == 3
    assert glue.calls.count("batch_delete_partition") == 10


@pytest.mark.parametrize("operation", ["create_table", "batch_create_partition"])
def test_a_catalog_that_refuses_is_named(operation: str) -> None:
    glue = MemoryGlue()
    glue.refuses = operation
    with pytest.raises(PipelineError, match=r"catalog\.tables: the table shop\.processed_sales"):
        declare(glue, ["city=C/"], ["city"])


def test_a_partition_that_is_refused_is_named() -> None:
    glue = MemoryGlue()
    declare(glue, [""], ["city"])
    glue.paginate = lambda **_: []  # type: ignore[method-assign]
    glue.partitions["processed_sales"]["C",] = {}
    with pytest.raises(PipelineError, match="AlreadyExistsException"):
        declare(glue, ["city=C/"], ["city"])
