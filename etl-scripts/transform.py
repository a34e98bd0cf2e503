"""Turns the sources of a pipeline into its result, as Parquet.

A Spark job. It reads the files of the sources where they lie, or the copies of
those that prepare copied, by the columns that `pipeline.yaml` declares, does what
`transform` says, step by step (one module of `modules/transforms/` for each
kind), and writes `processed/<table>/` of the data bucket, replacing what was
there. The rules of `quality` then judge what was written. A source that changes
meanwhile fails the run. Last of all it writes `loading/<table>.json`, without
which nothing is loaded.

Spark computes in its ANSI mode: an overflow, a cast that fails and a division
by zero end the run instead of giving a wrong value or none.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON),
`--DATA_BUCKET` and `--CATALOG_DATABASE`, the database of the catalog that gets
the table of the result unless a crawler makes it. Within a workflow Glue adds `--WORKFLOW_NAME` and
`--WORKFLOW_RUN_ID`: then the run keeps what the rules found, for the developer
portal to show.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, NamedTuple

from py4j.protocol import Py4JJavaError
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession

from catalog_tables import Catalog
from checked import CheckedSource, unreadable
from columns import require_columns
from connections import Connections
from found import Found, find, no_connections, verify
from news import find_news
from pipeline import PipelineError, read_pipeline
from quality.judging import Bucket, Quality
from result_files import Written, redshift_names
from results import (
    for_redshift,
    rows_per_file,
    value_problem,
    write_partitioned,
    write_rows,
)
from source_files import SourceFile
from sources import read_found
from telling import ResultFiles, least_new, no_rows_left, skip, tell_load
from transforms import transform
from transforms.script import script_problem
from watermarks import Window
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


MEGABYTE = 1024 * 1024


def check_partitions(rows: DataFrame, partition_by: Sequence[str]) -> None:
    """Raises unless the result has the columns, and others beside them."""
    require_columns(rows, partition_by, "output.partitionBy")
    if partition_by and len(partition_by) >= len(rows.columns):
        raise PipelineError("output.partitionBy: leave at least one column to be stored in files")


def write_result(
    rows: DataFrame,
    root: str,
    table: str,
    partition_by: Sequence[str],
    file_size: int | None = None,
) -> tuple[Written, str]:
    """Replaces the result of the run before, and returns where the load finds the rows.

    `file_size`: about how many bytes a file of a partition has at most.

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
    most = file_size and rows_per_file(spark, loading, written.rows, file_size)
    stored = spark.read.schema(result.schema).parquet(loading)
    write_partitioned(stored, processed, folders, most)
    return written, loading


class Result(NamedTuple):
    """The result as it was written: its rows by their own names, and where the load finds them."""

    rows: DataFrame
    written: Written
    uri: str


def problem_of(
    error: Py4JJavaError | PythonException,
    pipeline: Mapping[str, Any],
    files: Sequence[SourceFile],
) -> str | None:
    """What kept the rows from being computed, in words; None where nobody knows it."""
    told = script_problem(error, pipeline.get("transform", []))
    if told or isinstance(error, PythonException):
        return told
    return value_problem(error) or unreadable(error, files)


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


def compute(
    spark: SparkSession,
    pipeline: Mapping[str, Any],
    place: Bucket,
    found: Mapping[str, Found],
    tell: Callable[[str, str], None],
    window: Window | None = None,
) -> Result:
    """Reads the files, writes the result and judges it.

    `window`: which rows of the first source are read, unless all are.
    """
    sources = {}
    for name, one in found.items():
        rows = read_found(spark, one)
        if window and name == pipeline["sources"][0]["name"]:
            rows = rows.filter(window.condition())
        sources[name] = CheckedSource(one.source, one.files, rows)
    output = pipeline.get("output", {})
    source_rows = {name: source.rows for name, source in sources.items()}
    quality = Quality(pipeline, source_rows, place, datetime.now(timezone.utc))
    rows = transform(source_rows, pipeline)
    table, partition_by = pipeline["warehouse"]["table"], output.get("partitionBy", [])
    try:
        rows = quality.set_aside(rows)
        size = output.get("fileSizeMb")
        bytes_of_file = size and size * MEGABYTE
        written, uri = write_result(rows, place.root, table, partition_by, bytes_of_file)
    except (Py4JJavaError, PythonException) as error:
        all_files = [file for one in found.values() for file in one.files]
        problem = problem_of(error, pipeline, all_files)
        if problem is None:
            raise
        # Not from the error, whose text shows values.
        raise PipelineError(problem) from None
    for name, source in sources.items():
        set_aside = source.settle(f"{place.root}/rejected/{name}/")
        if set_aside:
            print(f"set aside: {set_aside}")
    is_empty = written.rows == 0 and output.get("whenEmpty", "fail") == "fail"
    judge(quality, rows, uri, written, not is_empty, tell)
    if is_empty:
        raise no_rows_left()
    return Result(rows, written, uri)


def run(
    spark: SparkSession,
    s3: Any,
    pipeline: Mapping[str, Any],
    bucket: str,
    catalog: Catalog,
    tell: Callable[[str, str], None] = lambda _name, _value: None,
    glue: Any = None,
    connections: Connections = no_connections,
) -> Written | None:
    """Computes and writes the result of a pipeline; None where there is nothing new to read.

    `bucket` is the data bucket; `tell` notes a property on the workflow's run;
    `glue` is asked for sources that are tables of the catalog, `connections` for databases.
    """
    for name, value in SPARK_CONF.items():
        spark.conf.set(name, value)
    table = pipeline["warehouse"]["table"]
    # Without it nothing is loaded: what a run before this one left is no longer true.
    s3.delete_object(Bucket=bucket, Key=f"loading/{table}.json")
    found = {
        source["name"]: find(s3, glue, pipeline, index, bucket, connections)
        for index, source in enumerate(pipeline["sources"])
    }
    first, wanted = pipeline["sources"][0]["name"], least_new(pipeline)
    news = find_news(spark, s3, pipeline, bucket, found[first])
    if len(news.units) < wanted:
        skip(s3, pipeline, bucket, tell)
        print(f"nothing is done: of the first source {len(news.units)} are new, of {wanted}")
        return None
    found[first] = news.found
    failure = None
    try:
        place = Bucket(s3, bucket, f"s3://{bucket}")
        result = compute(spark, pipeline, place, found, tell, news.window)
    except Exception as error:
        failure = error
    # First of all: where a file has changed, that is why the rest failed.
    verify(s3, pipeline, found)
    if failure:
        raise failure
    if pipeline["catalog"]["tables"] == "declared":
        partition_by = pipeline.get("output", {}).get("partitionBy", [])
        names = dict(zip(result.rows.columns, redshift_names(result.rows.columns)))
        folders = [names[name] for name in partition_by]
        catalog.declare(f"processed/{table}/", result.written.columns, folders)
    told = ResultFiles(result.rows.columns, result.written, result.uri)
    continues = {"continues": news.window.loaded} if news.window else {}
    tell_load(s3, pipeline, bucket, news.units, told, continues)
    print(f"wrote {result.written.rows} row(s) to {result.uri}")
    return result.written


def main() -> None:
    # Glue's own, and only on Glue: the functions above are tested without it.
    import boto3
    from awsglue.context import GlueContext
    from awsglue.job import Job
    from awsglue.utils import getResolvedOptions
    from pyspark.context import SparkContext

    names = ["JOB_NAME", "PIPELINE_URI", "DATA_BUCKET", "CATALOG_DATABASE"]
    options = getResolvedOptions(sys.argv, names)
    context = GlueContext(SparkContext.getOrCreate())
    job = Job(context)
    job.init(options["JOB_NAME"], options)
    s3, glue, bucket = boto3.client("s3"), boto3.client("glue"), options["DATA_BUCKET"]
    pipeline, workflow = read_pipeline(s3, options["PIPELINE_URI"]), workflow_run(sys.argv)
    run(
        context.spark_session,
        s3,
        pipeline,
        bucket,
        Catalog(glue, options["CATALOG_DATABASE"], s3, bucket),
        lambda name, value: note(glue, workflow, name, value),
        glue,
        context.extract_jdbc_conf,
    )
    job.commit()


if __name__ == "__main__":
    main()
