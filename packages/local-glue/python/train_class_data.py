"""Does once what pipelines usually do, so that the JVM records the classes they need.

Run with -XX:ArchiveClassesAtExit; nothing depends on its results.
Usage: train_class_data.py S3_LOCATION
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.window import Window


def main(location):
    spark = SparkSession.builder.appName("class-data").getOrCreate()
    logger = spark.sparkContext._jvm.org.apache.log4j.LogManager.getLogger("local_glue.job")
    logger.debug("training")

    rows = [
        (f"2024-01-{day:02d}", day, day * 1.5, None if day % 7 else "x") for day in range(1, 29)
    ]
    source = spark.createDataFrame(rows, "date string, number bigint, amount double, note string")
    source.write.mode("overwrite").option("header", True).csv(f"{location}/csv/")
    source.write.mode("overwrite").json(f"{location}/json/")

    left = spark.read.option("header", True).option("inferSchema", True).csv(f"{location}/csv/")
    left = left.select(
        F.col("date").cast("date"),
        F.col("number").cast("bigint"),
        F.col("amount").cast("double"),
        F.col("note").cast("string"),
    )
    right = spark.read.json(f"{location}/json/").withColumnRenamed("number", "other")
    joined = (
        left.alias("a")
        .join(right.alias("b"), left["date"].cast("string") == right["date"], "left")
        .where(F.expr("a.number > 1 and a.date >= date'2024-01-02'"))
        .select("a.date", "a.number", "a.amount", "b.other")
        .na.drop(subset=["number"])
        .dropDuplicates(["date"])
    )
    aggregated = joined.groupBy(
        "number", F.expr("date_format(date, 'yyyy-MM')").alias("month")
    ).agg(
        F.count(F.lit(1)).alias("rows"),
        F.sum("amount").alias("total"),
        F.avg("amount").alias("average"),
        F.min("other").alias("least"),
        F.max("other").alias("most"),
    )
    aggregated.write.mode("overwrite").partitionBy("month").parquet(f"{location}/parquet/")
    joined.withColumn(
        "position", F.row_number().over(Window.partitionBy("number").orderBy("date"))
    ).repartition(2).write.mode("overwrite").parquet(f"{location}/plain/")

    spark.read.option("basePath", f"{location}/parquet/").parquet(f"{location}/parquet/").where(
        "month = '2024-01'"
    ).count()
    spark.read.parquet(f"{location}/plain/").printSchema()
    spark.read.parquet(f"{location}/plain/").limit(3).show()
    joined.rdd.map(lambda row: row.number).take(1)


if __name__ == "__main__":
    main(sys.argv[1])
