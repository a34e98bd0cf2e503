"""The Data Catalog in Spark SQL: what ``--enable-glue-datacatalog`` is.

AWS Glue Developer Guide, "AWS Glue Data Catalog support for Spark SQL jobs". There it is the
Hive metastore of Spark. Here Spark keeps its catalog in memory, and Python brings what a call
names into it before the call, and takes what the call has changed back to the Data Catalog
after it: databases, tables, their columns and their partitions. A call is ``spark.sql``,
``spark.table``, ``spark.catalog``, ``saveAsTable``, ``insertInto`` and ``writeTo``.

Tables of CSV, Parquet and ORC, and those that Spark made, are the files themselves. JSON tables
of crawlers are read as ``from_catalog`` reads them, and copied for as long as their files stay
the same; SQL cannot insert into them.

What it does not do: Hive's tables (``STORED AS``, ``ROW FORMAT``; write ``USING``), views that
outlive the run, functions, statistics and comments of the catalog, and Iceberg, Delta and Hudi
under a plain name. Two runs that change one table at the same time may both win.
"""

import itertools
import re
import sys
import threading
from dataclasses import dataclass

from pyspark.errors import AnalysisException, PySparkException

from awsglue._bookmarks import list_files
from awsglue._catalog import get_partitions, glue_client, read_table
from awsglue._spark_catalog import SparkCatalog, State
from awsglue._sql_tables import (
    create_statement,
    identifier,
    is_made_by_spark,
    partition_clause,
    provider_of,
    table_input,
)
from awsglue._unsupported import UnsupportedError

# Statements that are about tables which they do not name.
LISTS = re.compile(r"\b(show|drop|alter)\b", re.I)
DROPS_DATABASE = re.compile(r"\bdrop\s+(database|schema|namespace)\b", re.I)

# Of BatchCreatePartition and BatchDeletePartition (AWS Glue API reference).
CREATE_BATCH, DELETE_BATCH = 100, 25
# Partitions of one ALTER TABLE.
ALTER_BATCH = 500


@dataclass
class Known:
    """A table that both have."""

    table: dict
    # To tell whether the Data Catalog's table is another one by now.
    version: str
    # None for a copy, which Spark cannot change.
    state: State | None


class SqlCatalog:
    """Keeps Spark's catalog and the Data Catalog together. Calls wait for each other."""

    def __init__(self, session):
        self._spark = SparkCatalog(session)
        self._glue = glue_client()
        self._known = {}
        # Their places.
        self._databases = {}
        # Why a table is not in Spark.
        self._refused = {}
        # What is told once.
        self._told = set()
        self._numbers = itertools.count()
        self._lock = threading.RLock()
        self._is_busy = False

    def around(self, session, text, changes, call):
        """Calls with the catalog brought up to date before, for what the text names, and after."""
        with self._lock:
            if self._is_busy:
                return call()
            self._is_busy = True
            try:
                self._spark.session = session
                return self._around(text, changes, call)
            finally:
                self._is_busy = False

    def _around(self, text, changes, call):
        self._bring(text)
        drops = DROPS_DATABASE.search(text) is not None
        if drops:
            for name in self._databases:
                self._spark.place(name)
        try:
            return call()
        except AnalysisException as error:
            explained = self._explained(error, text)
            if explained is error:
                raise
            raise explained from error
        finally:
            if drops:
                for name in self._databases.keys() & self._spark.databases():
                    self._spark.place(name, self._databases[name])
            if changes:
                self._take()

    def _explained(self, error, text):
        kind = error.getErrorClass()
        if kind == "NOT_SUPPORTED_COMMAND_WITHOUT_HIVE_SUPPORT":
            return UnsupportedError(
                "tables of Hive in Spark SQL", "write CREATE TABLE ... USING parquet (csv, json)"
            )
        if kind == "TABLE_OR_VIEW_NOT_FOUND":
            for (_database, name), reason in self._refused.items():
                if is_in(name, text.lower()):
                    return reason
        return error

    # From the Data Catalog into Spark.

    def _bring(self, text):
        lowered = text.lower()
        found = self._pages("get_databases", "DatabaseList")
        databases = {each["Name"]: each.get("LocationUri") for each in found}
        for name in self._databases.keys() - databases.keys():
            self._forget_database(name)
        for name, location in databases.items():
            if name not in self._databases:
                self._spark.create_database(name)
            if self._databases.get(name) != location:
                self._spark.place(name, location)
        self._databases = databases
        current = self._spark.current_database()
        for name in databases:
            if is_in(name, lowered) or name == current:
                self._bring_tables(name, lowered)

    def _bring_tables(self, database, lowered):
        tables = self._pages("get_tables", "TableList", DatabaseName=database)
        names = {table["Name"] for table in tables}
        for key in [key for key in self._known if key[0] == database and key[1] not in names]:
            self._forget(key)
        for table in tables:
            if is_in(table["Name"], lowered) or LISTS.search(lowered):
                self._bring_table(table)

    def _bring_table(self, table):
        key = (table["DatabaseName"], table["Name"])
        self._refused.pop(key, None)
        try:
            is_copy = provider_of(table) == "json" and not is_made_by_spark(table)
            partitions = self._partitions(table)
            version = self._version(table, partitions, is_copy)
            known = self._known.get(key)
            if known and known.version == version:
                if not is_copy:
                    # Somebody else may have changed the files.
                    self._spark.session.catalog.refreshTable(identifier(*key))
                return
            self._forget(key)
            if is_copy:
                self._copy(key)
            else:
                self._register(key, table, partitions)
        except (NotImplementedError, ValueError, PySparkException) as error:
            # Only who asks for this very table is to fail.
            self._refused[key] = error
            self._spark.session.sql(f"DROP TABLE IF EXISTS {identifier(*key)}")
            return
        state = None if is_copy else self._spark.state(key)
        self._known[key] = Known(table, version, state)

    def _register(self, key, table, partitions):
        session = self._spark.session
        session.sql(create_statement(session, table))
        for start in range(0, len(partitions), ALTER_BATCH):
            clauses = " ".join(
                partition_clause(table, each) for each in partitions[start : start + ALTER_BATCH]
            )
            session.sql(f"ALTER TABLE {identifier(*key)} ADD IF NOT EXISTS {clauses}")
        if table.get("TableType") == "MANAGED_TABLE":
            self._spark.set_managed(key, True)

    def _copy(self, key):
        """A view of the rows in Parquet: Spark refuses to insert into it."""
        path = self._spark.scratch(f"_copies/{next(self._numbers)}")
        session = self._spark.session
        read_table(session, *key).write.parquet(path)
        session.sql(f"CREATE VIEW {identifier(*key)} AS SELECT * FROM parquet.{identifier(path)}")

    def _partitions(self, table):
        return get_partitions(table, self._glue) if table.get("PartitionKeys") else []

    def _version(self, table, partitions, is_copy):
        places = [(each["Values"], each["StorageDescriptor"]["Location"]) for each in partitions]
        files = []
        if is_copy:
            paths = [place for _values, place in places]
            if not table.get("PartitionKeys"):
                paths = [table["StorageDescriptor"]["Location"]]
            found = list_files(self._spark.session, paths, True) if paths else []
            files = sorted((file.path, file.modified) for file in found)
        members = ("StorageDescriptor", "PartitionKeys", "Parameters", "TableType")
        return repr([[table.get(member) for member in members], places, files])

    # From Spark into the Data Catalog.

    def _take(self):
        databases = self._spark.databases()
        for name in sorted(databases - self._databases.keys() - {"default"}):
            self._create_database(name)
        for name in self._databases.keys() - databases:
            self._glue.delete_database(Name=name)
            self._forget_database(name)
        there = {key for name in databases for key in self._spark.tables(name)}
        for key in [key for key in self._known if key not in there]:
            del self._known[key]
            self._glue.delete_table(DatabaseName=key[0], Name=key[1])
        for key in sorted(there):
            self._take_table(key)

    def _create_database(self, name):
        location, description = self._spark.database(name)
        database = {"Name": name, "Description": description}
        if location.startswith("s3"):
            database["LocationUri"] = location
        self._glue.create_database(DatabaseInput=database)
        self._databases[name] = database.get("LocationUri")

    def _take_table(self, key):
        known = self._known.get(key)
        if known and known.state is None:
            return
        state = self._spark.state(key)
        if state is None:
            self._tell(f"{'.'.join(key)} is a table or view of this run only")
            return
        if known and known.state == state:
            return
        if not state.location.startswith("s3"):
            self._spark.session.sql(f"DROP TABLE {identifier(*key)}")
            raise ValueError(
                f"the table {'.'.join(key)} has no place on S3: give it a path "
                "(option('path', 's3://...') or LOCATION), or its database a LocationUri"
            )
        database, name = key
        if database not in self._databases:
            self._create_database(database)
        before = known.table if known and state.is_like(known.state) else None
        definition = table_input(name, state, before)
        if known is None:
            self._glue.create_table(DatabaseName=database, TableInput=definition)
        elif before is None or known.state.schema != state.schema:
            self._glue.update_table(DatabaseName=database, TableInput=definition)
        self._take_partitions(key, definition, known.state.partitions if known else {}, state)
        table = self._glue.get_table(DatabaseName=database, Name=name)["Table"]
        self._known[key] = Known(table, self._version(table, self._partitions(table), False), state)

    def _take_partitions(self, key, definition, before, state):
        where = {"DatabaseName": key[0], "TableName": key[1]}
        gone = [{"Values": list(each)} for each in before if each not in state.partitions]
        for start in range(0, len(gone), DELETE_BATCH):
            self._glue.batch_delete_partition(
                **where, PartitionsToDelete=gone[start : start + DELETE_BATCH]
            )
        descriptor = definition["StorageDescriptor"]
        added = [
            {"Values": list(each), "StorageDescriptor": {**descriptor, "Location": location}}
            for each, location in state.partitions.items()
            if each not in before
        ]
        for start in range(0, len(added), CREATE_BATCH):
            self._glue.batch_create_partition(
                **where, PartitionInputList=added[start : start + CREATE_BATCH]
            )

    def _tell(self, what):
        if what not in self._told:
            self._told.add(what)
            print(f"WARN {what}: the Data Catalog is not told of it", file=sys.stderr)

    # Both.

    def _forget(self, key):
        """Takes a table out of Spark; its files stay."""
        known = self._known.pop(key, None)
        if known is None:
            return
        if known.state and known.state.is_managed:
            self._spark.set_managed(key, False)
        kind = "TABLE" if known.state else "VIEW"
        self._spark.session.sql(f"DROP {kind} IF EXISTS {identifier(*key)}")

    def _forget_database(self, name):
        is_there = name in self._spark.databases()
        for key in [key for key in self._known if key[0] == name]:
            if is_there:
                self._forget(key)
            else:
                del self._known[key]
        self._databases.pop(name)
        if is_there and name != "default":
            self._spark.place(name)
            self._spark.session.sql(f"DROP DATABASE {identifier(name)} CASCADE")

    def _pages(self, operation, member, **arguments):
        pages = self._glue.get_paginator(operation).paginate(**arguments)
        return [each for page in pages for each in page[member]]


def is_in(name, text):
    """Whether a text has a name as a word; both in lower case."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
