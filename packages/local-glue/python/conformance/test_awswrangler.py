"""awswrangler (AWS SDK for pandas) reads what a crawler found and writes tables of its own."""

import awswrangler as wr
import pandas as pd
import pytest

from waiting import until

BUCKET = "wrangler"
CRAWLED = "wrangler_crawled"
WRITTEN = "wrangler_written"

FLIGHTS = pd.DataFrame(
    {
        "carrier": ["AA", "DL", "UA", "AA"],
        "delay": [1.5, -2.0, 30.25, 0.0],
        "distance": [100, 200, 300, 400],
        "cancelled": [False, False, True, False],
        "departed": pd.to_datetime(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"]),
        "year": ["2025", "2026", "2026", "2026"],
    }
)


@pytest.fixture(scope="module", autouse=True)
def configured(local_glue):
    """awswrangler's own settings of endpoints, and nothing else."""
    names = [name for name in dir(wr.config) if name.endswith("_endpoint_url")]
    for name in ("s3_endpoint_url", "glue_endpoint_url", "sts_endpoint_url"):
        assert name in names
        setattr(wr.config, name, local_glue.url)
    yield
    for name in names:
        wr.config.reset(name)


@pytest.fixture(scope="module")
def aws(session, local_glue, configured):
    session.client("s3", endpoint_url=local_glue.url).create_bucket(Bucket=BUCKET)
    for name in (CRAWLED, WRITTEN):
        wr.catalog.create_database(name, boto3_session=session)
    return session


@pytest.fixture(scope="module")
def crawled(aws, local_glue):
    """A table that a crawler made of partitioned Parquet files: its name."""
    path = f"s3://{BUCKET}/flights/"
    wr.s3.to_parquet(FLIGHTS, path, dataset=True, partition_cols=["year"], boto3_session=aws)
    glue = aws.client("glue", endpoint_url=local_glue.url)
    glue.create_crawler(
        Name="wrangler",
        Role="arn:aws:iam::000000000000:role/x",
        DatabaseName=CRAWLED,
        Targets={"S3Targets": [{"Path": path}]},
    )
    glue.start_crawler(Name="wrangler")
    crawler = until(
        lambda: glue.get_crawler(Name="wrangler")["Crawler"],
        lambda found: found["State"] == "READY",
    )
    assert crawler["LastCrawl"]["Status"] == "SUCCEEDED", crawler["LastCrawl"]
    return "flights"


def test_crawled_tables_are_found(aws, crawled):
    assert CRAWLED in list(wr.catalog.databases(boto3_session=aws)["Database"])
    tables = wr.catalog.tables(database=CRAWLED, boto3_session=aws)
    assert list(tables["Table"]) == [crawled]
    assert list(tables["Partitions"]) == ["year"]
    assert wr.catalog.does_table_exist(CRAWLED, crawled, boto3_session=aws)
    found = wr.catalog.search_tables(text="flight", boto3_session=aws)
    assert crawled in [table["Name"] for table in found]


def test_types_of_a_crawled_table(aws, crawled):
    assert wr.catalog.get_table_types(CRAWLED, crawled, boto3_session=aws) == {
        "carrier": "string",
        "delay": "double",
        "distance": "bigint",
        "cancelled": "boolean",
        "departed": "timestamp",
        "year": "string",
    }
    assert wr.catalog.get_table_location(CRAWLED, crawled, boto3_session=aws).startswith(
        f"s3://{BUCKET}/flights"
    )
    columns = wr.catalog.table(database=CRAWLED, table=crawled, boto3_session=aws)
    assert list(columns[columns["Partition"]]["Column Name"]) == ["year"]


def test_a_crawled_table_is_read(aws, crawled):
    read = wr.s3.read_parquet_table(database=CRAWLED, table=crawled, boto3_session=aws)
    assert same_rows(read, FLIGHTS)


def test_a_crawled_table_is_read_by_partition(aws, crawled):
    read = wr.s3.read_parquet_table(
        database=CRAWLED,
        table=crawled,
        partition_filter=lambda partition: partition["year"] == "2025",
        boto3_session=aws,
    )
    assert same_rows(read, FLIGHTS[FLIGHTS["year"] == "2025"])
    partitions = wr.catalog.get_parquet_partitions(
        CRAWLED, crawled, expression="year > '2025'", boto3_session=aws
    )
    assert list(partitions.values()) == [["2026"]]


def test_a_table_is_written_and_grows(aws):
    def write(rows: pd.DataFrame, mode: str) -> list[str]:
        written = wr.s3.to_parquet(
            rows,
            f"s3://{BUCKET}/written/",
            dataset=True,
            database=WRITTEN,
            table="written",
            mode=mode,
            partition_cols=["year"],
            glue_table_settings={
                "description": "Flights",
                "parameters": {"owner": "wrangler"},
                "columns_comments": {"delay": "in minutes"},
            },
            boto3_session=aws,
        )
        return sorted("/".join(values) for values in written["partitions_values"].values())

    assert write(FLIGHTS, "overwrite") == ["2025", "2026"]
    assert write(FLIGHTS[:1].assign(year="2024"), "append") == ["2024"]
    partitions = wr.catalog.get_partitions(WRITTEN, "written", boto3_session=aws)
    assert sorted(values[0] for values in partitions.values()) == ["2024", "2025", "2026"]
    assert write(FLIGHTS[1:], "overwrite_partitions") == ["2026"]
    read = wr.s3.read_parquet_table(database=WRITTEN, table="written", boto3_session=aws)
    assert len(read) == 5
    assert wr.catalog.get_columns_comments(WRITTEN, "written", boto3_session=aws)["delay"] == (
        "in minutes"
    )
    assert wr.catalog.get_table_parameters(WRITTEN, "written", boto3_session=aws)["owner"] == (
        "wrangler"
    )


def test_a_new_column_evolves_the_table(aws):
    def write(rows: pd.DataFrame) -> None:
        wr.s3.to_parquet(
            rows,
            f"s3://{BUCKET}/evolving/",
            dataset=True,
            database=WRITTEN,
            table="evolving",
            mode="append",
            catalog_versioning=True,
            boto3_session=aws,
        )

    write(FLIGHTS[["carrier"]])
    write(FLIGHTS[["carrier", "delay"]])
    assert wr.catalog.get_table_types(WRITTEN, "evolving", boto3_session=aws) == {
        "carrier": "string",
        "delay": "double",
    }
    versions = wr.catalog.get_table_number_of_versions(WRITTEN, "evolving", boto3_session=aws)
    assert versions == 2


def test_a_table_is_described_and_deleted(aws):
    wr.catalog.create_parquet_table(
        database=WRITTEN,
        table="described",
        path=f"s3://{BUCKET}/described/",
        columns_types={"id": "bigint", "name": "string"},
        partitions_types={"day": "string"},
        boto3_session=aws,
    )
    wr.catalog.add_parquet_partitions(
        database=WRITTEN,
        table="described",
        partitions_values={f"s3://{BUCKET}/described/day=1/": ["1"]},
        boto3_session=aws,
    )
    wr.catalog.delete_partitions(
        database=WRITTEN, table="described", partitions_values=[["1"]], boto3_session=aws
    )
    assert wr.catalog.get_partitions(WRITTEN, "described", boto3_session=aws) == {}
    assert wr.catalog.delete_table_if_exists(WRITTEN, "described", boto3_session=aws)
    assert not wr.catalog.does_table_exist(WRITTEN, "described", boto3_session=aws)


def same_rows(read: pd.DataFrame, written: pd.DataFrame) -> bool:
    order = list(written.columns)
    pd.testing.assert_frame_equal(
        read[order].astype({"year": str}).sort_values(order).reset_index(drop=True),
        written.sort_values(order).reset_index(drop=True),
        check_dtype=False,
    )
    return True
