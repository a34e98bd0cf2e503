"""Turns the raw sources of a pipeline into its result, as Parquet.

The third step of the workflow, a Spark job. It reads one catalog table per
source (`raw_<source>`), does what `transform` of `pipeline.yaml` says, in this
order: joins, filter, required, deduplicateBy, aggregate, select; and writes
`processed/<table>/` of the data bucket, replacing what was there.

Columns of a join:

- A key of the joined source that has the name of its partner is dropped: it
  says the same.
- Any other column whose name the rows already have becomes
  `<source>_<column>`.

Job arguments: `--PIPELINE_URI` (`s3://bucket/key` of the pipeline as JSON),
`--DATA_BUCKET` and `--CATALOG_DATABASE`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame, Observation
from pyspark.sql import functions as F

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
    return F.col("`" + name.replace("`", "``") + "`")


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


def filter_rows(rows: DataFrame, expression: str) -> DataFrame:
    """Keeps the rows for which a Spark SQL expression is true."""
    return _spark(rows, "transform.filter", lambda: rows.filter(F.expr(expression)))


def drop_incomplete(rows: DataFrame, required: Sequence[str]) -> DataFrame:
    """Drops the rows that lack a value in one of the columns."""
    require_columns(rows, required, "transform.required")
    return rows.dropna(how="any", subset=list(required))


def deduplicate(rows: DataFrame, columns: Sequence[str]) -> DataFrame:
    """Keeps one row, no matter which, of those that agree in all the columns."""
    require_columns(rows, columns, "transform.deduplicateBy")
    return rows.dropDuplicates(list(columns))


def _group(rows: DataFrame, group: Mapping[str, Any], field: str) -> Column:
    if "column" in group:
        require_columns(rows, [group["column"]], f"{field}.column")
        return column(group["column"]).alias(group.get("as", group["column"]))
    # Selected once only to have Spark check it here, where the field is known.
    _spark(rows, f"{field}.expression", lambda: rows.select(F.expr(group["expression"])))
    return F.expr(group["expression"]).alias(group["as"])


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


def write_result(rows: DataFrame, uri: str, partition_by: Sequence[str]) -> int:
    """Replaces the Parquet files below `uri` and returns how many rows it wrote.

    The rows are counted while they are written, by an observation, so they are
    computed only once.
    """
    require_columns(rows, partition_by, "output.partitionBy")
    if partition_by and len(partition_by) >= len(rows.columns):
        raise PipelineError("output.partitionBy: leave at least one column to be stored in files")
    if partition_by:
        # One task writes each folder; otherwise every task would add a file to every folder.
        rows = rows.repartition(*[column(name) for name in partition_by])
    counted = Observation("result")
    observed = rows.observe(counted, F.count(F.lit(1)).alias("rows"))
    observed.write.mode("overwrite").partitionBy(*partition_by).parquet(uri)
    return int(counted.get["rows"])


def read_pipeline(s3: Any, uri: str) -> dict[str, Any]:
    """Reads the pipeline, as JSON, from S3."""
    match = re.fullmatch(r"s3://([^/]+)/(.+)", uri)
    if not match:
        raise PipelineError(f"--PIPELINE_URI: {uri!r} is not s3://bucket/key")
    body = s3.get_object(Bucket=match[1], Key=match[2])["Body"]
    return json.loads(body.read())


def main() -> None:
    # Glue's own, and only on Glue: the functions above are tested without it.
    import boto3
    from awsglue.context import GlueContext
    from awsglue.job import Job
    from awsglue.utils import getResolvedOptions
    from pyspark.context import SparkContext

    options = getResolvedOptions(
        sys.argv, ["JOB_NAME", "PIPELINE_URI", "DATA_BUCKET", "CATALOG_DATABASE"]
    )
    glue = GlueContext(SparkContext.getOrCreate())
    job = Job(glue)
    job.init(options["JOB_NAME"], options)

    pipeline = read_pipeline(boto3.client("s3"), options["PIPELINE_URI"])
    frames = {
        source["name"]: glue.create_dynamic_frame.from_catalog(
            database=options["CATALOG_DATABASE"], table_name=f"raw_{source['name']}"
        ).toDF()
        for source in pipeline["sources"]
    }
    uri = f"s3://{options['DATA_BUCKET']}/processed/{pipeline['warehouse']['table']}/"
    count = write_result(
        transform(frames, pipeline), uri, pipeline.get("output", {}).get("partitionBy", [])
    )
    if count == 0:
        raise PipelineError(
            "transform: no row is left, so nothing is loaded and the table keeps its rows; "
            "check the keys of transform.joins, transform.filter and transform.required"
        )
    print(f"wrote {count} row(s) to {uri}")
    job.commit()


if __name__ == "__main__":
    main()
