"""Joins the branches, readers and cards of a library, and loads the flat tables into Redshift."""

from pyspark.context import SparkContext

from awsglue.context import GlueContext
from awsglue.transforms import Join

glue = GlueContext(SparkContext.getOrCreate())


def read(table):
    return glue.create_dynamic_frame.from_catalog(database="library", table_name=table)


branches = (
    read("branches")
    .drop_fields(["rooms", "open"])
    .rename_field("id", "branch_no")
    .rename_field("name", "branch_name")
)
readers = read("readers")
history = Join.apply(
    branches, Join.apply(readers, read("cards"), "id", "reader_id"), "branch_no", "branch_id"
).drop_fields(["reader_id", "branch_no"])
print("joined", history.count(), sorted(history.toDF().columns))

glue.write_dynamic_frame.from_options(
    frame=history,
    connection_type="s3",
    connection_options={"path": "s3://library/out/history"},
    format="parquet",
)
history.toDF().write.mode("overwrite").parquet(
    "s3://library/out/by_branch", partitionBy=["branch_name"]
)

tables = history.relationalize("card", "s3://library/temporary/")
names = tables.keys()
for name in names:
    glue.write_dynamic_frame.from_jdbc_conf(
        frame=tables.select(name),
        catalog_connection="library-redshift",
        connection_options={"dbtable": name, "database": "dev"},
        redshift_tmp_dir="s3://library/temporary/",
    )
print("tables", sorted(names))
