"""Where Glue connections of the type JDBC lead. Without Spark, as the job on DuckDB has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from source_files import SourceError

# The drivers that Glue has, by what `jdbc:` is followed by ("JDBC connections", AWS Glue Developer
# Guide). Spark finds none by itself that came after it had started.
DRIVERS: Mapping[str, str] = {
    "mysql": "com.mysql.cj.jdbc.Driver",
    "oracle": "oracle.jdbc.OracleDriver",
    "postgresql": "org.postgresql.Driver",
    "sqlserver": "com.microsoft.sqlserver.jdbc.SQLServerDriver",
}


# How each driver is told to speak TLS or nothing, where a connection enforces it. Oracle's is told
# by its URL.
_TLS: Mapping[str, Mapping[str, str]] = {
    "mysql": {"sslMode": "REQUIRED"},
    "postgresql": {"sslmode": "require"},
    "sqlserver": {"encrypt": "true"},
}


class Database(NamedTuple):
    """Where a Glue connection leads.

    `place`: what an error names; `properties`: what else its driver is told.
    """

    place: str
    url: str
    user: str
    password: str
    driver: str
    properties: Mapping[str, str] = {}

    def __repr__(self) -> str:
        return f"Database({self.place!r})"


# What GlueContext.extract_jdbc_conf gives for the name of a connection.
Connections = Callable[[str], Mapping[str, str]]


def find_database(source: Mapping[str, Any], connections: Connections, index: int) -> Database:
    """The database of a source. Raises SourceError with the field."""
    field, name = f"sources[{index}].jdbc.connection", source["jdbc"]["connection"]
    try:
        told = connections(name)
    except Exception as error:
        reason = str(error).strip().splitlines()[0]
        raise SourceError(
            f"{field}: the connection {name} cannot be looked up: {reason}. Check its name, and "
            "that jdbc.secret is the secret that it names"
        ) from error
    vendor = told["fullUrl"].split(":")[1]
    if vendor not in DRIVERS:
        raise SourceError(
            f"{field}: the connection {name} is to {vendor}, and a run reads "
            f"{', '.join(sorted(DRIVERS))}: choose another connection"
        )
    enforces = str(told.get("enforceSSL", "false")).lower() == "true"
    if enforces and vendor not in _TLS:
        raise SourceError(
            f"{field}: the connection {name} enforces SSL, which a run cannot have of {vendor}: "
            "write an address of its own for TLS into the connection, and let it enforce nothing"
        )
    place = f"sources[{index}].jdbc: the database of the connection {name}"
    return Database(
        place,
        told["fullUrl"],
        told["user"],
        told["password"],
        DRIVERS[vendor],
        _TLS[vendor] if enforces else {},
    )
