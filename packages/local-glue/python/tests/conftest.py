import os
import sys
from pathlib import Path

import boto3
import pytest
from botocore.stub import Stubber
from pyspark.sql import SparkSession

# Clients must never find the person's own account.
os.environ.update(
    AWS_ACCESS_KEY_ID="local",
    AWS_SECRET_ACCESS_KEY="local",
    AWS_DEFAULT_REGION="us-east-1",
    AWS_EC2_METADATA_DISABLED="true",
    AWS_ENDPOINT_URL="http://127.0.0.1:9",
    AWS_CONFIG_FILE="/dev/null",
    AWS_SHARED_CREDENTIALS_FILE="/dev/null",
    PYSPARK_PYTHON=sys.executable,
    # Spark's own Python processes need what jobs' have.
    PYTHONPATH=str(Path(__file__).parents[1]),
    SPARK_LOCAL_IP="127.0.0.1",
    TZ="UTC",
)

VIEW_FS = "org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme"
RAW_FS = "org.apache.hadoop.fs.RawLocalFileSystem"


@pytest.fixture(scope="session")
def bucket(tmp_path_factory) -> Path:
    """The folder that is ``s3://bucket`` in the session."""
    return tmp_path_factory.mktemp("bucket")


@pytest.fixture(scope="session")
def spark(bucket, tmp_path_factory):
    options = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.timezone=UTC"
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", False)
        .config("spark.sql.shuffle.partitions", 1)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.extraJavaOptions", options)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.hadoop.fs.s3.impl", VIEW_FS)
        .config("spark.hadoop.fs.viewfs.overload.scheme.target.s3.impl", RAW_FS)
        .config("spark.hadoop.fs.viewfs.mounttable.bucket.linkFallback", f"file://{bucket}")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def glue_context(spark):
    from awsglue.context import GlueContext

    return GlueContext(spark.sparkContext)


@pytest.fixture
def clients(monkeypatch):
    """Real clients with answers given in advance; both sides must fit AWS's model."""
    made = {}

    def client(service):
        if service not in made:
            made[service] = boto3.session.Session().client(service)
            made[service].stub = Stubber(made[service])
            made[service].stub.activate()
        return made[service]

    monkeypatch.setattr(boto3, "client", client)
    yield lambda service: client(service).stub
    for each in made.values():
        each.stub.assert_no_pending_responses()
