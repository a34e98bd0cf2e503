"""Turns the sources of a pipeline into its result, as Parquet.

The third step of the workflow, a Spark job. It reads the files that prepare
copied by the columns that `pipeline.yaml` declares, does what `transform`
says, step by step (one module of `modules/transforms/` for each kind), and
writes `processed/<table>/` of the data bucket, replacing what was there. The
rules of `quality` then judge what was written. Last of all it writes
`loading/<table>.json`, without which nothing is loaded.

Spark computes in its ANSI mode: an overflow, a cast that fails and a division
by zero end the run instead of giving a wrong value or none.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON) and
`--DATA_BUCKET`. Within a workflow Glue adds `--WORKFLOW_NAME` and
`--WORKFLOW_RUN_ID`: then the run keeps what the rules found, for the developer
portal to show.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession

from checked import CheckedSource, unreadable
from columns import require_columns
from pipeline import PipelineError, read_json, read_pipeline
from quality.judging import Bucket, Quality
from results import (
    Written,
    for_redshift,
    loading_manifest,
    redshift_names,
    value_problem,
    write_partitioned,
    write_rows,
)
from rows import SourceFile
from sources import read_source
from transforms import transform
from workflow_runs import note, workflow_run

# Set before any row is read: what they decide is which rows are right.
SPARK_CONF: Mapping[str, str] = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
    # Names of folders are texts until the pipeline says what they are.
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    # Records of a wrong number of values are found only when all columns are parsed.
    "spark.sql.csv.parser.columnPruning.enabled": "false",
    # Otherwise sources that find no partner are not counted to their end.
    "spark.sql.adaptive.optimizer.excludedRules": (
        "org.apache.spark.sql.execution.adaptive.AQEPropagateEmptyRelation"
    ),
    # Days before 1582 and times before 1900 as they are, instead of a failure.
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.parquet.int96RebaseModeInWrite": "CORRECTED",
}


def check_partitions(rows: DataFrame, partition_by: Sequence[str]) -> None:
    """Raises unless the result has the columns, and others beside them."""
    require_columns(rows, partition_by, "output.partitionBy")
    if partition_by and len(partition_by) >= len(rows.columns):
        raise PipelineError("output.partitionBy: leave at least one column to be stored in files")


def write_result(
    rows: DataFrame, root: str, table: str, partition_by: Sequence[str]
) -> tuple[Written, str]:
    """Replaces the result of the run before, and returns where the load finds the rows.

    The rows are computed once: a partitioned result is made of an
    unpartitioned one, which is also what Redshift loads, because its COPY does
    not read columns from the names of folders.
    """
    check_partitions(rows, partition_by)
    names = dict(zip(rows.columns, redshift_names(rows.columns)))
    folders = [names[name] for name in partition_by]
    result = for_redshift(rows)
    processed = f"{root}/processed/{table}/"
    if not folders:
        return write_rows(result, processed, []), processed
    loading = f"{root}/loading/{table}/"
    written = write_rows(result, loading, folders)
    spark = rows.sparkSession
    write_partitioned(spark.read.schema(result.schema).parquet(loading), processed, folders)
    return written, loading


def prepared_files(s3: Any, bucket: str, root: str, source: str) -> list[SourceFile]:
    """The files of a source, as prepare wrote them down."""
    key = f"raw/{source}/_files.json"
    try:
        listed = read_json(s3, bucket, key)["files"]
    except s3.exceptions.NoSuchKey as error:
        raise PipelineError(
            f"{source}: s3://{bucket}/{key} is missing, so prepare has not finished: "
            "start the workflow from its beginning"
        ) from error
    return [
        SourceFile(f"{root}/{file['key']}", file["source"], file.get("header"), file["etag"])
        for file in listed
    ]


def write_source_files(s3: Any, bucket: str, name: str, files: Sequence[SourceFile]) -> None:
    """Lists files with their versions, a JSON object a line, as COPY of Redshift reads them."""
    lines = [json.dumps({"file": file.origin, "etag": file.etag}) for file in files]
    listed = "\n".join(lines).encode()
    s3.put_object(Bucket=bucket, Key=f"{name}.json", Body=listed, ContentType="application/json")
    manifest = {"entries": [{"url": f"s3://{bucket}/{name}.json", "mandatory": True}]}
    s3.put_object(
        Bucket=bucket,
        Key=f"{name}.manifest",
        Body=json.dumps(manifest).encode(),
        ContentType="application/json",
    )


def judge(
    quality: Quality,
    rows: DataFrame,
    uri: str,
    written: Written,
    is_loaded: bool,
    tell: Callable[[str, str], None],
) -> None:
    """Judges the result that was written at `uri`, by the names and order of columns of `rows`."""
    spark = rows.sparkSession
    stored = spark.read.schema(for_redshift(rows).schema).parquet(uri).toDF(*rows.columns)
    try:
        quality.judge(stored, written.rows, tell, is_loaded)
    except Py4JJavaError as error:
        problem = value_problem(error, "quality")
        if problem is None:
            raise
        raise PipelineError(problem) from None


def run(
    spark: SparkSession,
    s3: Any,
    pipeline: Mapping[str, Any],
    bucket: str,
    root: str,
    tell: Callable[[str, str], None] = lambda _name, _value: None,
) -> Written:
    """Computes and writes the result of a pipeline.

    `root` is the bucket as Spark names it; `tell` notes a property on the
    workflow's run.
    """
    for name, value in SPARK_CONF.items():
        spark.conf.set(name, value)
    table = pipeline["warehouse"]["table"]
    told = f"loading/{table}.json"
    # Without it nothing is loaded: what a run before this one left is no longer true.
    s3.delete_object(Bucket=bucket, Key=told)

    sources: dict[str, CheckedSource] = {}
    files_of: dict[str, list[SourceFile]] = {}
    for source in pipeline["sources"]:
        name = source["name"]
        files_of[name] = prepared_files(s3, bucket, root, name)
        rows = read_source(spark, source, files_of[name], f"{root}/raw/{name}/")
        sources[name] = CheckedSource(source, files_of[name], rows)
    all_files = [file for files in files_of.values() for file in files]

    output = pipeline.get("output", {})
    source_rows = {name: source.rows for name, source in sources.items()}
    place = Bucket(s3, bucket, root)
    quality = Quality(pipeline, source_rows, place, datetime.now(timezone.utc))
    rows = transform(source_rows, pipeline)
    try:
        rows = quality.set_aside(rows)
        written, uri = write_result(rows, root, table, output.get("partitionBy", []))
    except Py4JJavaError as error:
        problem = value_problem(error) or unreadable(error, all_files)
        if problem is None:
            raise
        # Not from the error, whose text shows values.
        raise PipelineError(problem) from None
    for name, source in sources.items():
        set_aside = source.settle(f"{root}/rejected/{name}/")
        if set_aside:
            print(f"set aside: {set_aside}")
    is_empty = written.rows == 0 and output.get("whenEmpty", "fail") == "fail"
    judge(quality, rows, uri, written, not is_empty, tell)
    if is_empty:
        raise PipelineError(
            "transform: no row is left, so nothing is loaded and the table keeps its rows; "
            "check the keys of its joins and its conditions, "
            "or set output.whenEmpty: load where an empty result is right"
        )
    manifest = loading_manifest(s3, bucket, uri[len(root) + 1 :])
    put = {"Bucket": bucket, "ContentType": "application/json"}
    s3.put_object(Key=f"loading/{table}.manifest", Body=json.dumps(manifest).encode(), **put)
    first = files_of[pipeline["sources"][0]["name"]]
    write_source_files(s3, bucket, f"loading/{table}.sources", first)
    result = {
        "pipeline": pipeline["name"],
        "rows": written.rows,
        "columns": written.columns,
        # What the pipeline calls them, and Redshift.
        "names": dict(zip(rows.columns, redshift_names(rows.columns))),
        "computedAt": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f"),
        "files": [
            {"url": entry["url"], "content_length": entry["meta"]["content_length"]}
            for entry in manifest["entries"]
        ],
    }
    s3.put_object(Key=told, Body=json.dumps(result).encode(), **put)
    print(f"wrote {written.rows} row(s) to {uri}")
    return written


def main() -> None:
    # Glue's own, and only on Glue: the functions above are tested without it.
    import boto3
    from awsglue.context import GlueContext
    from awsglue.job import Job
    from awsglue.utils import getResolvedOptions
    from pyspark.context import SparkContext

    options = getResolvedOptions(sys.argv, ["JOB_NAME", "PIPELINE_URI", "DATA_BUCKET"])
    glue = GlueContext(SparkContext.getOrCreate())
    job = Job(glue)
    job.init(options["JOB_NAME"], options)
    s3 = boto3.client("s3")
    pipeline = read_pipeline(s3, options["PIPELINE_URI"])
    bucket = options["DATA_BUCKET"]
    workflow, client = workflow_run(sys.argv), boto3.client("glue")
    run(
        glue.spark_session,
        s3,
        pipeline,
        bucket,
        f"s3://{bucket}",
        lambda name, value: note(client, workflow, name, value),
    )
    job.commit()


if __name__ == "__main__":
    main()
