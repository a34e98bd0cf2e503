"""Resolves one choice in each of the ways there are, and asks the result by SQL."""

from pyspark.context import SparkContext

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame

glue = GlueContext(SparkContext.getOrCreate())
bills = glue.create_dynamic_frame.from_catalog(database="library", table_name="bills")
for action in ("cast:long", "project:long", "make_cols", "make_struct"):
    resolved = bills.resolveChoice(specs=[("shop id", action)])
    frame = resolved.toDF().drop("repair", "shop name", "shop town", "average price")
    print(action, frame.schema.simpleString(), [tuple(row) for row in frame.collect()])
    if action == "cast:long":
        resolved.toDF().createOrReplaceTempView("bills")
many = glue.spark_session.sql("SELECT * FROM bills WHERE `repairs done` > 30")
print("many", DynamicFrame.fromDF(many, glue, "many").count())
