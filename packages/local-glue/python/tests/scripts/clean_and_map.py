"""Cleans the bills of repair shops: a number that is none, prices with a sign, flat rows."""

from pyspark.context import SparkContext
from pyspark.sql.functions import udf
from pyspark.sql.types import StringType

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame

glue = GlueContext(SparkContext.getOrCreate())
bills = glue.create_dynamic_frame.from_catalog(database="library", table_name="bills")
bills.printSchema()
resolved = bills.resolveChoice(specs=[("shop id", "cast:long")])
resolved.printSchema()
rows = resolved.toDF()
print("without a number", rows.where("`shop id` is NULL").count())

chop = udf(lambda text: text[1:], StringType())
rows = rows.where("`shop id` is NOT NULL").withColumn("amount", chop(rows["average price"]))
nested = DynamicFrame.fromDF(rows, glue, "nested").apply_mapping(
    [
        ("repair", "string", "repair", "string"),
        ("shop id", "long", "shop.id", "long"),
        ("shop name", "string", "shop.name", "string"),
        ("shop town", "string", "shop.address.town", "string"),
        ("amount", "string", "price.average", "double"),
    ]
)
nested.printSchema()
glue.write_dynamic_frame.from_options(
    frame=nested,
    connection_type="s3",
    connection_options={"path": "s3://library/out/bills"},
    format="glueparquet",
)
print(
    "written", glue.spark_session.read.parquet("s3://library/out/bills").orderBy("repair").first()
)
