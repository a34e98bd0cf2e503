"""What the suites share: one local-glue server, botocore's service models, and clients."""

import botocore.session
import pytest
from boto3.session import Session

from local_glue_server import LocalGlueServer

#: The services that local-glue serves, by the names of their clients.
SERVICES = (
    "events",
    "glue",
    "logs",
    "redshift",
    "redshift-data",
    "redshift-serverless",
    "s3",
    "secretsmanager",
    "sts",
)

CREDENTIALS = {"aws_access_key_id": "any", "aws_secret_access_key": "any"}


@pytest.fixture(scope="session")
def local_glue(tmp_path_factory):
    data = tmp_path_factory.mktemp("local-glue") / "data"
    data.mkdir()
    with LocalGlueServer(data) as server:
        yield server


@pytest.fixture(scope="module")
def empty_local_glue(tmp_path_factory):
    """A server of one suite's own, in which there is only what that suite made."""
    data = tmp_path_factory.mktemp("empty") / "data"
    data.mkdir()
    with LocalGlueServer(data) as server:
        yield server


@pytest.fixture(scope="session")
def supported(local_glue):
    """The operations that the server says it supports, by service."""
    services = local_glue.get("operations")["services"]
    return {service["id"]: service["operations"] for service in services}


@pytest.fixture(scope="session")
def models():
    """`models('glue')` is botocore's model of a service."""
    session = botocore.session.get_session()
    return session.get_service_model


@pytest.fixture(scope="session")
def session():
    return Session(region_name="us-east-1", **CREDENTIALS)
