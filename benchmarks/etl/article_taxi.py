"""Revenue and passengers per pickup time, in the style of tutorials about AWS Glue.

A DynamicFrame, a filter in Python row by row, and one file as the result. It
computes what the pipeline taxi of this benchmark computes.
"""

import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.transforms import Filter
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext
from pyspark.sql import functions as F

args = getResolvedOptions(sys.argv, ["JOB_NAME", "OUTPUT", "TRIPS"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)

trips = glue.create_dynamic_frame.from_options(
    connection_type="s3", connection_options={"paths": [args["TRIPS"]]}, format="parquet"
)
once = DynamicFrame.fromDF(
    trips.toDF().dropDuplicates(["pickup_at", "pickup_longitude"]), glue, "once"
)
paid = Filter.apply(frame=once, f=lambda row: row["total_amount"] is not None)
result = (
    paid.toDF()
    .groupBy("pickup_at")
    .agg(
        F.sum("total_amount").alias("revenue"), F.avg("passenger_count").alias("average_passengers")
    )
)
result.coalesce(1).write.mode("overwrite").parquet(args["OUTPUT"])
job.commit()
