"""GlueContext. AWS Glue Developer Guide, "GlueContext class"."""

from pyspark.sql import SparkSession

from awsglue._bookmarks import BookmarkedSource
from awsglue._catalog import read_table
from awsglue._connections import jdbc_connection
from awsglue._formats import read_files
from awsglue._json_choices import read_json
from awsglue._purge import purge_path, purge_table
from awsglue._redshift import load_redshift
from awsglue._sink import S3Sink, write_to_table
from awsglue._unsupported import (
    UnsupportedError,
    instance_attribute,
    module_attribute,
    refuse_options,
)
from awsglue.dynamicframe import DynamicFrame

# Reader options that only change how fast Glue lists and groups files.
SPEED_ONLY = {"groupFiles", "groupSize", "useS3ListImplementation", "maxFilesInBand", "maxBand"}


def __getattr__(name):
    return module_attribute(__name__, name)


class GlueContext:
    """Reads and writes DynamicFrames in the Spark session of the job."""

    def __init__(self, sparkContext, **_):
        self._spark_context = sparkContext
        self.spark_session = SparkSession.builder.getOrCreate()
        self.create_dynamic_frame = DynamicFrameReader(self)
        self.write_dynamic_frame = DynamicFrameWriter(self)
        # Set by Job.init.
        self._bookmarks = None

    def _source(self, transformation_ctx, options):
        """Tells new files from old ones; None for a read without a bookmark."""
        if not self._bookmarks or not transformation_ctx:
            return None
        return BookmarkedSource(self._bookmarks, transformation_ctx, options)

    def __getattr__(self, name):
        return instance_attribute("GlueContext", name)

    # What it has of Spark's SQLContext, which it is on Glue.

    @property
    def read(self):
        return self.spark_session.read

    def sql(self, sqlQuery, args=None, **kwargs):
        return self.spark_session.sql(sqlQuery, args, **kwargs)

    def table(self, tableName):
        return self.spark_session.table(tableName)

    def createDataFrame(self, data, schema=None, samplingRatio=None, verifySchema=True):
        return self.spark_session.createDataFrame(data, schema, samplingRatio, verifySchema)

    def get_logger(self):
        """A logger with debug, info, warn and error; writes to the job's error log."""
        jvm = self.spark_session.sparkContext._jvm
        return jvm.org.apache.logging.log4j.LogManager.getLogger("local_glue.job")

    def create_dynamic_frame_from_catalog(
        self,
        database,
        table_name,
        redshift_tmp_dir="",
        transformation_ctx="",
        push_down_predicate="",
        additional_options=None,
        catalog_id=None,
        **_,
    ):
        return self.create_dynamic_frame.from_catalog(
            database,
            table_name,
            redshift_tmp_dir,
            transformation_ctx,
            push_down_predicate,
            additional_options,
            catalog_id,
        )

    def create_dynamic_frame_from_options(
        self,
        connection_type,
        connection_options=None,
        format=None,
        format_options=None,
        transformation_ctx="",
        **_,
    ):
        return self.create_dynamic_frame.from_options(
            connection_type, connection_options, format, format_options, transformation_ctx
        )

    def write_dynamic_frame_from_options(
        self,
        frame,
        connection_type,
        connection_options=None,
        format=None,
        format_options=None,
        transformation_ctx="",
    ):
        return self.write_dynamic_frame.from_options(
            frame, connection_type, connection_options, format, format_options, transformation_ctx
        )

    def write_dynamic_frame_from_catalog(
        self,
        frame,
        database,
        table_name,
        redshift_tmp_dir="",
        transformation_ctx="",
        additional_options=None,
        catalog_id=None,
    ):
        return self.write_dynamic_frame.from_catalog(
            frame,
            database,
            table_name,
            redshift_tmp_dir,
            transformation_ctx,
            additional_options,
            catalog_id,
        )

    def write_dynamic_frame_from_jdbc_conf(
        self,
        frame,
        catalog_connection,
        connection_options=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        catalog_id=None,
    ):
        return self.write_dynamic_frame.from_jdbc_conf(
            frame,
            catalog_connection,
            connection_options,
            redshift_tmp_dir,
            transformation_ctx,
            catalog_id,
        )

    def create_data_frame_from_catalog(
        self, database, table_name, transformation_ctx="", additional_options=None, **_
    ):
        """As ``create_dynamic_frame.from_catalog``, as a DataFrame: each column has one type."""
        refuse_options("create_data_frame.from_catalog", additional_options, SPEED_ONLY)
        source = self._source(transformation_ctx, additional_options)
        return read_table(self.spark_session, database, table_name, "", source)

    def create_data_frame_from_options(
        self,
        connection_type,
        connection_options=None,
        format=None,
        format_options=None,
        transformation_ctx="",
        **_,
    ):
        """As ``create_dynamic_frame.from_options``, as a DataFrame."""
        return self.create_dynamic_frame.from_options(
            connection_type, connection_options, format, format_options, transformation_ctx
        ).toDF()

    def create_dynamic_frame_from_rdd(
        self, data, name, schema=None, sample_ratio=None, transformation_ctx=""
    ):
        frame = self.spark_session.createDataFrame(data, schema, sample_ratio)
        return DynamicFrame(frame, self, name)

    def getSink(self, connection_type, format=None, transformation_ctx="", **options):
        if connection_type != "s3":
            raise UnsupportedError(f"getSink(connection_type={connection_type!r})", "use s3")
        return S3Sink(format=format, **options)

    def purge_s3_path(self, s3_path, options=None, transformation_ctx=""):
        """Deletes files below a path that are older than ``retentionPeriod`` hours (a week)."""
        purge_path(s3_path, options)

    def purge_table(
        self, catalog_id=None, database="", table_name="", options=None, transformation_ctx=""
    ):
        """The same for the files of a catalog table."""
        purge_table(database, table_name, options)

    def extract_jdbc_conf(self, connection_name, catalog_id=None):
        """user, password, vendor, url and fullUrl (with the database) of a Glue connection."""
        connection = jdbc_connection(connection_name)
        user, password = connection.credentials()
        return {
            "user": user,
            "password": password,
            "vendor": connection.vendor,
            "url": connection.url_without_database,
            "fullUrl": connection.url,
        }


class DynamicFrameReader:
    """``glueContext.create_dynamic_frame``."""

    def __init__(self, glue_context):
        self._glue_context = glue_context

    def __getattr__(self, name):
        return instance_attribute("create_dynamic_frame", name)

    def from_catalog(
        self,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        push_down_predicate="",
        additional_options=None,
        catalog_id=None,
        **_,
    ):
        """The rows of a catalog table, with its columns' types and its partition columns."""
        refuse_options("from_catalog", additional_options, SPEED_ONLY)
        source = self._glue_context._source(transformation_ctx, additional_options)
        frame = read_table(
            self._glue_context.spark_session,
            database,
            table_name,
            push_down_predicate,
            source,
            with_choices=True,
        )
        return DynamicFrame(frame, self._glue_context, table_name)

    def from_options(
        self,
        connection_type,
        connection_options=None,
        format=None,
        format_options=None,
        transformation_ctx="",
        push_down_predicate="",
        **_,
    ):
        """The files below ``paths``. CSV columns are strings, JSON ones may be choices."""
        if connection_type != "s3":
            raise UnsupportedError(
                f"create_dynamic_frame.from_options(connection_type={connection_type!r})",
                "use s3, or from_catalog",
            )
        options = dict(connection_options or {})
        refuse_options("the connection s3", options, {"paths", "path", "recurse"} | SPEED_ONLY)
        paths = options.get("paths") or [options["path"]]
        is_json = (format or "").lower() == "json"
        frame = (read_json if is_json else read_files)(
            self._glue_context.spark_session,
            paths,
            format,
            format_options,
            str(options.get("recurse", False)).lower() == "true",
            self._glue_context._source(transformation_ctx, options),
        )
        if push_down_predicate:
            frame = frame.where(push_down_predicate)
        return DynamicFrame(frame, self._glue_context, transformation_ctx)


class DynamicFrameWriter:
    """``glueContext.write_dynamic_frame``. Each method returns the frame it wrote."""

    def __init__(self, glue_context):
        self._glue_context = glue_context

    def __getattr__(self, name):
        return instance_attribute("write_dynamic_frame", name)

    def from_options(
        self,
        frame,
        connection_type,
        connection_options=None,
        format=None,
        format_options=None,
        transformation_ctx="",
    ):
        """Adds files below ``path``, in folders by ``partitionKeys``."""
        if connection_type != "s3":
            raise UnsupportedError(
                f"write_dynamic_frame.from_options(connection_type={connection_type!r})",
                "use s3, or from_jdbc_conf",
            )
        sink = S3Sink(format=None, **dict(connection_options or {}))
        sink.setFormat(format, **dict(format_options or {}))
        return sink.writeFrame(frame)

    def from_catalog(
        self,
        frame,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        additional_options=None,
        catalog_id=None,
    ):
        """Adds files to a table, in its format; ``enableUpdateCatalog`` adds its partitions."""
        write_to_table(frame, database, table_name, dict(additional_options or {}))
        return frame

    def from_jdbc_conf(
        self,
        frame,
        catalog_connection,
        connection_options=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        catalog_id=None,
    ):
        """Copies the rows into a Redshift table through files in ``redshift_tmp_dir``."""
        load_redshift(
            frame.toDF(), catalog_connection, dict(connection_options or {}), redshift_tmp_dir
        )
        return frame
