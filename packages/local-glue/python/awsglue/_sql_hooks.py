"""Where Spark SQL meets the Data Catalog: Spark's own calls, with SqlCatalog around them."""

import functools
import re

from pyspark.sql import DataFrame, DataFrameReader, DataFrameWriter, SparkSession
from pyspark.sql.catalog import Catalog
from pyspark.sql.readwriter import DataFrameWriterV2

from awsglue._sql_catalog import SqlCatalog

# Statements that may change the catalog: one too many costs a look, one too few a table.
CHANGES = re.compile(
    r"\b(create|drop|alter|insert|replace|truncate|msck|repair|load|merge|delete|update)\b", re.I
)

_catalogs = {}


def _catalog_of(session):
    """One for all sessions of a Spark context: they share Spark's catalog."""
    context = session.sparkContext
    if context not in _catalogs:
        _catalogs[context] = SqlCatalog(session)
    return _catalogs[context]


def install():
    """Puts the Data Catalog around Spark's own calls, from now on."""

    def wrap(owner, name, session_of, text_of, changes):
        original = getattr(owner, name)

        @functools.wraps(original)
        def call(self, *args, **kwargs):
            text = text_of(*args, **kwargs)
            session = session_of(self)
            return _catalog_of(session).around(
                session, text, changes(text), lambda: original(self, *args, **kwargs)
            )

        setattr(owner, name, call)

    def named(*args, **kwargs):
        return " ".join(each for each in [*args, *kwargs.values()] if isinstance(each, str))

    def everything(*args, **kwargs):
        return f"show {named(*args, **kwargs)}"

    def never(_text):
        return False

    def always(_text):
        return True

    def statement(text):
        return CHANGES.search(text) is not None

    def own(each):
        return each._spark

    wrap(SparkSession, "sql", lambda session: session, named, statement)
    wrap(SparkSession, "table", lambda session: session, named, never)
    wrap(DataFrameReader, "table", own, named, never)
    wrap(DataFrame, "writeTo", lambda frame: frame.sparkSession, named, never)
    for name in ("saveAsTable", "insertInto"):
        wrap(DataFrameWriter, name, own, named, always)
    for name in (
        "create",
        "replace",
        "createOrReplace",
        "append",
        "overwrite",
        "overwritePartitions",
    ):
        wrap(DataFrameWriterV2, name, own, named, always)
    for name in (
        "databaseExists",
        "getDatabase",
        "getTable",
        "listColumns",
        "listDatabases",
        "listTables",
        "refreshTable",
        "setCurrentDatabase",
        "tableExists",
    ):
        wrap(Catalog, name, lambda catalog: catalog._sparkSession, everything, never)
    for name in ("createTable", "createExternalTable", "recoverPartitions"):
        wrap(Catalog, name, lambda catalog: catalog._sparkSession, named, always)

    builder = SparkSession.Builder
    get_or_create = builder.getOrCreate

    @functools.wraps(get_or_create)
    def without_hive(self):
        # What enableHiveSupport asks for is here already.
        self._options.pop("spark.sql.catalogImplementation", None)
        return get_or_create(self)

    builder.getOrCreate = without_hive
