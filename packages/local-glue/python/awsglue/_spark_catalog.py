"""Spark's own catalog, which only the JVM tells all of."""

import json
from dataclasses import dataclass

from pyspark.sql import types as T

from awsglue._formats import READABLE
from awsglue._sql_tables import identifier, literal


@dataclass(frozen=True)
class State:
    """What of a table in Spark the Data Catalog is told."""

    provider: str
    is_managed: bool
    location: str
    schema: T.StructType
    partition_columns: tuple
    options: dict
    # Places by values.
    partitions: dict

    def is_like(self, other):
        """Whether the tables differ in their columns and partitions at most."""
        return (
            self.provider == other.provider
            and self.is_managed == other.is_managed
            and self.location == other.location
            and self.partition_columns == other.partition_columns
            and self.options == other.options
        )


class SparkCatalog:
    def __init__(self, session):
        self.session = session

    @property
    def _catalog(self):
        return self.session._jsparkSession.sessionState().catalog()

    def current_database(self):
        return self._catalog.getCurrentDatabase()

    def databases(self):
        return set(_list(self._catalog.listDatabases())) - {"global_temp"}

    def database(self, name):
        """(location, description)"""
        metadata = self._catalog.getDatabaseMetadata(name)
        return self._folder(metadata.locationUri()), metadata.description()

    def create_database(self, name):
        """Past SQL, which has no names with signs such as hyphens: the Data Catalog has them."""
        like = self._catalog.getDatabaseMetadata("default")
        place = self.session._jvm.java.io.File(self.scratch(f"{name}.db").removeprefix("file:"))
        database = like.copy(name, "", place.toURI(), getattr(like, "copy$default$4")())
        shared = self.session._jsparkSession.sharedState()
        shared.externalCatalog().createDatabase(database, True)

    def scratch(self, name):
        """A folder of the run."""
        return f"{self.session.conf.get('spark.sql.warehouse.dir').rstrip('/')}/{name}"

    def place(self, name, location=None):
        """Sets where a database is; Spark deletes that folder with the database."""
        place = location or self.scratch(f"{name}.db")
        self.session.sql(f"ALTER DATABASE {identifier(name)} SET LOCATION {literal(place)}")

    def tables(self, database):
        found = _list(self._catalog.listTables(database))
        # Temporary views are in no database.
        return {(database, each.table()) for each in found if each.database().isDefined()}

    def state(self, key):
        """None for what the Data Catalog is not told of: views, and formats that it has not."""
        metadata = self._metadata(key)
        provider = metadata.provider().get() if metadata.provider().isDefined() else None
        kind = metadata.tableType().name()
        if kind == "VIEW" or provider not in READABLE:
            return None
        columns = tuple(_list(metadata.partitionColumnNames()))
        properties = metadata.storage().properties()
        return State(
            provider=provider,
            is_managed=kind == "MANAGED",
            location=self._folder(metadata.location()),
            schema=T.StructType.fromJson(json.loads(metadata.schema().json())),
            partition_columns=columns,
            options={
                name: properties.apply(name)
                for name in _list(properties.keys().toSeq())
                if name != "path"
            },
            partitions=self._partitions(key, columns) if columns else {},
        )

    def set_managed(self, key, is_managed):
        """Says whether Spark deletes the files of a table with it: SQL cannot say that."""
        types = self.session._jvm.org.apache.spark.sql.catalyst.catalog.CatalogTableType
        metadata = self._metadata(key)
        members = [
            getattr(metadata, f"copy$default${number}")()
            for number in range(1, metadata.productArity() + 1)
        ]
        members[1] = types.MANAGED() if is_managed else types.EXTERNAL()
        self._catalog.alterTable(metadata.copy(*members))

    def _partitions(self, key, columns):
        none = self.session._jvm.scala.Option.empty()
        partitions = {}
        for each in _list(self._catalog.listPartitions(self._identifier(key), none)):
            values = tuple(each.spec().apply(column) for column in columns)
            partitions[values] = self._folder(each.location())
        return partitions

    def _folder(self, uri):
        """As the Data Catalog has it, where nothing is escaped."""
        path = self.session._jvm.org.apache.hadoop.fs.Path(uri)
        return path.toString().rstrip("/") + "/"

    def _metadata(self, key):
        return self._catalog.getTableMetadata(self._identifier(key))

    def _identifier(self, key):
        database, name = key
        jvm = self.session._jvm
        return jvm.org.apache.spark.sql.catalyst.TableIdentifier(name, jvm.scala.Some(database))


def _list(sequence):
    return [sequence.apply(number) for number in range(sequence.size())]
