"""Turns the sources of a pipeline into its result, as Parquet.

The third step of the workflow, a Spark job. It reads the files that prepare
copied by the columns that `pipeline.yaml` declares, does what `transform`
says, in this order: joins, filter, required, deduplicateBy, aggregate, select;
and writes `processed/<table>/` of the data bucket, replacing what was there.
Last of all it writes `loading/<table>.json`, without which nothing is loaded.

Columns of a join:

- A key of the joined source that has the name of its partner is dropped: it
  says the same.
- Any other column whose name the rows already have becomes
  `<source>_<column>`.

Spark computes in its ANSI mode: an overflow, a cast that fails and a division
by zero end the run instead of giving a wrong value or none.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON) and
`--DATA_BUCKET`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from checked import CheckedSource, unreadable
from expressions import ExpressionError, check_expression
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
from values import identifier

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

AGGREGATES: Mapping[str, Callable[[Column], Column]] = {
    "count": F.count,
    "sum": F.sum,
    "avg": F.avg,
    "min": F.min,
    "max": F.max,
}


class PipelineError(ValueError):
    """Something that `pipeline.yaml` says cannot be done. Names the field."""


def column(name: str) -> Column:
    """A column by its literal name, whatever characters it has."""
    return F.col(identifier(name))


def require_columns(rows: DataFrame, names: Sequence[str], field: str) -> None:
    """Raises unless the rows have all these columns. Case does not matter to Spark."""
    present = {name.lower() for name in rows.columns}
    unknown = [name for name in names if name.lower() not in present]
    if unknown:
        raise PipelineError(
            f"{field}: no column {', '.join(unknown)}; "
            f"the columns here are {', '.join(rows.columns)}"
        )


def _spark(rows: DataFrame, field: str, make: Callable[[], DataFrame]) -> DataFrame:
    """Runs a step whose SQL or types Spark may reject, and says where it came from."""
    try:
        return make()
    except AnalysisException as error:
        if str(error.getErrorClass()).startswith("UNRESOLVED_COLUMN"):
            unknown = (error.getMessageParameters() or {}).get("objectName", "?")
            raise PipelineError(
                f"{field}: no column {unknown.replace('`', '')}; "
                f"the columns here are {', '.join(rows.columns)}"
            ) from error
        reason = str(error).strip().splitlines()[0]
        raise PipelineError(f"{field}: {reason}") from error


def join_source(
    rows: DataFrame, other: DataFrame, join: Mapping[str, Any], field: str
) -> DataFrame:
    """Joins one source onto the rows so far. For its columns see the module."""
    source, keys = join["source"], join["keys"]
    for index, key in enumerate(keys):
        require_columns(rows, [key["left"]], f"{field}.keys[{index}].left")
        require_columns(other, [key["right"]], f"{field}.keys[{index}].right")

    taken = {name.lower() for name in rows.columns}
    redundant = {
        key["right"].lower() for key in keys if key["left"].lower() == key["right"].lower()
    }
    names: dict[str, str] = {}
    for name in other.columns:
        if name.lower() in redundant:
            names[name.lower()] = f"__key_{name}"
        elif name.lower() in taken:
            names[name.lower()] = f"{source}_{name}"
        else:
            names[name.lower()] = name
    clashes = taken.intersection(name.lower() for name in names.values())
    if clashes:
        raise PipelineError(
            f"{field}: {source} brings a second column {', '.join(sorted(clashes))}; "
            "name the source otherwise"
        )

    renamed = other.select([column(name).alias(names[name.lower()]) for name in other.columns])
    condition = reduce(
        Column.__and__,
        [column(key["left"]) == column(names[key["right"].lower()]) for key in keys],
    )
    joined = _spark(rows, field, lambda: rows.join(renamed, condition, join.get("type", "inner")))
    return joined.drop(*(names[name] for name in redundant))


def join_sources(
    frames: Mapping[str, DataFrame], first: str, joins: Sequence[Mapping[str, Any]]
) -> DataFrame:
    """Joins the sources in the given order, each onto the rows so far."""
    rows = frames[first]
    for index, join in enumerate(joins):
        field = f"transform.joins[{index}]"
        if join["source"] not in frames:
            raise PipelineError(
                f"{field}.source: no source {join['source']}; the sources are {', '.join(frames)}"
            )
        rows = join_source(rows, frames[join["source"]], join, field)
    return rows


def _allowed(rows: DataFrame, expression: str, field: str) -> Column:
    """An expression that only computes with columns of the rows, as a column.

    Left alone, Spark finds columns that an earlier step left out, and reads
    names such as current_date and user as functions where no column has them.
    """
    try:
        names = check_expression(rows.sparkSession, expression)
    except ExpressionError as error:
        raise PipelineError(f"{field}: {error}") from error
    require_columns(rows, names, field)
    return F.expr(expression)


def filter_rows(rows: DataFrame, expression: str) -> DataFrame:
    """Keeps the rows for which a Spark SQL expression is true."""
    field = "transform.filter"
    condition = _allowed(rows, expression, field)
    return _spark(rows, field, lambda: rows.filter(condition))


def drop_incomplete(rows: DataFrame, required: Sequence[str]) -> DataFrame:
    """Drops the rows that lack a value in one of the columns."""
    require_columns(rows, required, "transform.required")
    for name in required:
        value = column(name)
        # What is no number is no value either.
        fraction = rows.select(value).schema[0].dataType.typeName() in ("float", "double")
        rows = rows.filter(value.isNotNull() & ~F.isnan(value) if fraction else value.isNotNull())
    return rows


def deduplicate(rows: DataFrame, columns: Sequence[str]) -> DataFrame:
    """Keeps one row, no matter which, of those that agree in all the columns."""
    require_columns(rows, columns, "transform.deduplicateBy")
    return rows.dropDuplicates(list(columns))


def _group(rows: DataFrame, group: Mapping[str, Any], field: str) -> Column:
    if "column" in group:
        require_columns(rows, [group["column"]], f"{field}.column")
        return column(group["column"]).alias(group.get("as", group["column"]))
    value = _allowed(rows, group["expression"], f"{field}.expression")
    # Selected once only to have Spark check it here, where the field is known.
    _spark(rows, f"{field}.expression", lambda: rows.select(value))
    return value.alias(group["as"])


def _measure(rows: DataFrame, measure: Mapping[str, Any], field: str) -> Column:
    function = AGGREGATES[measure["function"]]
    if "column" not in measure:
        if measure["function"] != "count":
            raise PipelineError(f"{field}: {measure['function']} needs a column")
        return F.count(F.lit(1)).alias(measure["as"])
    require_columns(rows, [measure["column"]], f"{field}.column")
    return function(column(measure["column"])).alias(measure["as"])


def aggregate_rows(rows: DataFrame, aggregate: Mapping[str, Any]) -> DataFrame:
    """Groups the rows and computes the measures of each group."""
    field = "transform.aggregate"
    groups = [
        _group(rows, group, f"{field}.groupBy[{index}]")
        for index, group in enumerate(aggregate["groupBy"])
    ]
    measures = [
        _measure(rows, measure, f"{field}.measures[{index}]")
        for index, measure in enumerate(aggregate["measures"])
    ]
    return _spark(rows, f"{field}.measures", lambda: rows.groupBy(*groups).agg(*measures))


def select_columns(rows: DataFrame, columns: Sequence[str]) -> DataFrame:
    """Keeps the columns, in the given order."""
    require_columns(rows, columns, "transform.select")
    return rows.select([column(name) for name in columns])


def transform(frames: Mapping[str, DataFrame], pipeline: Mapping[str, Any]) -> DataFrame:
    """The result of a pipeline.

    `frames` holds the rows of each source by its name. Nothing is computed
    before the result is written: Spark plans all steps as one.
    """
    steps = pipeline.get("transform", {})
    rows = join_sources(frames, pipeline["sources"][0]["name"], steps.get("joins", []))
    if steps.get("filter"):
        rows = filter_rows(rows, steps["filter"])
    if steps.get("required"):
        rows = drop_incomplete(rows, steps["required"])
    if steps.get("deduplicateBy"):
        rows = deduplicate(rows, steps["deduplicateBy"])
    if steps.get("aggregate"):
        rows = aggregate_rows(rows, steps["aggregate"])
    if steps.get("select"):
        rows = select_columns(rows, steps["select"])
    return rows


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


def split_uri(uri: str, field: str) -> tuple[str, str]:
    """Bucket and key of `s3://bucket/key`."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match:
        raise PipelineError(f"{field}: {uri!r} is not s3://bucket/key")
    return match[1], match[2]


def read_json(s3: Any, bucket: str, key: str) -> Any:
    """Reads a JSON object of S3."""
    return json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())


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
        SourceFile(f"{root}/{file['key']}", file["source"], file.get("header")) for file in listed
    ]


def run(
    spark: SparkSession, s3: Any, pipeline: Mapping[str, Any], bucket: str, root: str
) -> Written:
    """Computes and writes the result of a pipeline. `root` is the bucket as Spark names it."""
    for name, value in SPARK_CONF.items():
        spark.conf.set(name, value)
    table = pipeline["warehouse"]["table"]
    told = f"loading/{table}.json"
    # Without it nothing is loaded: what a run before this one left is no longer true.
    s3.delete_object(Bucket=bucket, Key=told)

    sources: dict[str, CheckedSource] = {}
    all_files: list[SourceFile] = []
    for source in pipeline["sources"]:
        files = prepared_files(s3, bucket, root, source["name"])
        rows = read_source(spark, source, files, f"{root}/raw/{source['name']}/")
        sources[source["name"]] = CheckedSource(source, files, rows)
        all_files += files

    output = pipeline.get("output", {})
    rows = transform({name: source.rows for name, source in sources.items()}, pipeline)
    try:
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
    if written.rows == 0 and output.get("whenEmpty", "fail") == "fail":
        raise PipelineError(
            "transform: no row is left, so nothing is loaded and the table keeps its rows; "
            "check the keys of transform.joins, transform.filter and transform.required, "
            "or set output.whenEmpty: load where an empty result is right"
        )
    manifest = loading_manifest(s3, bucket, uri[len(root) + 1 :])
    put = {"Bucket": bucket, "ContentType": "application/json"}
    s3.put_object(Key=f"loading/{table}.manifest", Body=json.dumps(manifest).encode(), **put)
    result = {
        "pipeline": pipeline["name"],
        "rows": written.rows,
        "columns": written.columns,
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
    pipeline = read_json(s3, *split_uri(options["PIPELINE_URI"], "--PIPELINE_URI"))
    bucket = options["DATA_BUCKET"]
    run(glue.spark_session, s3, pipeline, bucket, f"s3://{bucket}")
    job.commit()


if __name__ == "__main__":
    main()
