"""Delayed flights per airport and month, in the style of tutorials about AWS Glue.

DynamicFrames, a join of them, a filter in Python row by row, and one file as
the result. It computes what the pipeline flight-delays computes.
"""

import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.transforms import Filter, Join
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext
from pyspark.sql import functions as F

args = getResolvedOptions(sys.argv, ["JOB_NAME", "OUTPUT", "FLIGHTS", "AIRPORTS"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)

flights = glue.create_dynamic_frame.from_options(
    connection_type="s3", connection_options={"paths": [args["FLIGHTS"]]}, format="parquet"
)
airports = glue.create_dynamic_frame.from_options(
    connection_type="s3",
    connection_options={"paths": [args["AIRPORTS"]]},
    format="csv",
    format_options={"withHeader": True},
)
joined = Join.apply(flights, airports, "origin", "iata")
delayed = Filter.apply(frame=joined, f=lambda row: row["delay"] >= 15)
result = (
    delayed.toDF()
    .withColumn("month", F.date_format("date", "yyyy-MM"))
    .groupBy("origin", "name", "city", "state", "month")
    .agg(
        F.count(F.lit(1)).alias("delayed_flights"),
        F.avg("delay").alias("average_delay"),
        F.max("delay").alias("longest_delay"),
        F.sum("delay").alias("total_delay"),
    )
)
DynamicFrame.fromDF(result, glue, "result").toDF().coalesce(1).write.mode("overwrite").parquet(
    args["OUTPUT"]
)
job.commit()
