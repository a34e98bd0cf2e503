"""Turns the sources of a small pipeline into its result on DuckDB, as transform does on Spark.

A Python shell job, the step transform of a pipeline whose `compute.engine` is `duckdb`, or
`auto` where all of it means the same on both engines. What turns out to be too large, or
not to be the same, it leaves to the Spark job of the pipeline, for which it waits: a run has
one result, whichever engine computed it.

Job arguments: those of transform, `--MODULES_URI`, the archive of modules (prepare says
why), and `--SPARK_JOB`, the name of the Spark job. Of `--additional-python-modules` it needs
duckdb and fsspec.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from typing import Any

import boto3


def fetch_modules(s3: Any, uri: str, folder: str) -> None:
    """Lets Python import the modules of an archive in S3, from a copy in a folder."""
    bucket, key = uri.removeprefix("s3://").split("/", 1)
    archive = os.path.join(folder, "modules.zip")
    s3.download_file(bucket, key, archive)
    sys.path.insert(0, archive)


def compute(s3: Any, glue: Any, options: dict[str, str]) -> None:
    """Computes on DuckDB or, where that is not to be, waits until Spark has."""
    from catalog_tables import Catalog
    from duckdb_engine.running import run
    from duckdb_engine.spark_needed import SparkNeeded
    from pipeline import read_pipeline
    from spark_run import ENGINE_PROPERTY, SparkJob, leave_to_spark
    from workflow_runs import note, workflow_run

    bucket, workflow = options["DATA_BUCKET"], workflow_run(sys.argv)
    pipeline = read_pipeline(s3, options["PIPELINE_URI"])

    def tell(name: str, value: str) -> None:
        note(glue, workflow, name, value)

    try:
        run(s3, pipeline, bucket, Catalog(glue, options["CATALOG_DATABASE"], s3, bucket), tell)
    except SparkNeeded as needed:
        leave_to_spark(SparkJob(glue, options["SPARK_JOB"], workflow), str(needed))
    else:
        tell(ENGINE_PROPERTY, "duckdb")


def main() -> None:
    from awsglue.utils import getResolvedOptions  # Glue's own; absent in tests

    # Ends as an exception does, so that a Spark job that was begun is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("the job was stopped"))
    names = ["PIPELINE_URI", "DATA_BUCKET", "CATALOG_DATABASE", "MODULES_URI", "SPARK_JOB"]
    options = getResolvedOptions(sys.argv, names)
    s3 = boto3.client("s3")
    with tempfile.TemporaryDirectory() as folder:
        fetch_modules(s3, options["MODULES_URI"], folder)
        compute(s3, boto3.client("glue"), options)


if __name__ == "__main__":
    main()
