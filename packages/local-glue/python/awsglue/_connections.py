"""Glue connections. AWS Glue Developer Guide, "AWS Glue connection properties"."""

import json
import re
from dataclasses import dataclass

import boto3

from awsglue._catalog import glue_client


@dataclass(frozen=True)
class JdbcConnection:
    name: str
    vendor: str
    host: str
    port: int | None
    database: str
    secret_id: str | None
    user: str | None
    password: str | None

    @property
    def url_without_database(self):
        return f"jdbc:{self.vendor}://{self.host}{f':{self.port}' if self.port else ''}"

    @property
    def url(self):
        return f"{self.url_without_database}/{self.database}"

    def secret(self):
        """The secret's ARN and its content. Raises a ValueError that names it when missing."""
        client = boto3.client("secretsmanager")
        try:
            answer = client.get_secret_value(SecretId=self.secret_id)
        except client.exceptions.ResourceNotFoundException as error:
            raise ValueError(
                f"the secret {self.secret_id} of the connection {self.name} does not exist"
            ) from error
        return answer["ARN"], json.loads(answer["SecretString"])

    def credentials(self):
        """(user, password) of the connection's secret, or of the connection itself."""
        if self.secret_id:
            content = self.secret()[1]
            return content.get("username") or content.get("user"), content.get("password")
        return self.user, self.password


def jdbc_connection(name):
    """Looks a connection up. Raises a ValueError that names what is missing."""
    client = glue_client()
    try:
        connection = client.get_connection(Name=name, HidePassword=False)["Connection"]
    except client.exceptions.EntityNotFoundException as error:
        raise ValueError(f"there is no Glue connection {name}") from error
    properties = connection.get("ConnectionProperties") or {}
    url = properties.get("JDBC_CONNECTION_URL", "")
    match = re.fullmatch(r"jdbc:([a-z0-9]+)://([^:/?;]+)(?::(\d+))?/([^?;]*)(?:[?;].*)?", url)
    if not match:
        raise ValueError(
            f"the connection {name} has the JDBC_CONNECTION_URL {url!r}, which is not "
            "jdbc:<vendor>://<host>:<port>/<database>"
        )
    vendor, host, port, database = match.groups()
    return JdbcConnection(
        name=name,
        vendor=vendor,
        host=host,
        port=int(port) if port else None,
        database=database,
        secret_id=properties.get("SECRET_ID"),
        user=properties.get("USERNAME"),
        password=properties.get("PASSWORD"),
    )
