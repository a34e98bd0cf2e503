"""An operation that is not supported answers with an error that names it."""

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from conftest import SERVICES
from inputs import valid

CODES = {"json": "UnknownOperationException", "query": "InvalidAction"}


@pytest.fixture(scope="module")
def client(local_glue, session):
    def make(service):
        config = Config(
            parameter_validation=False,
            retries={"total_max_attempts": 1},
            # Some operations have a host of their own on AWS.
            inject_host_prefix=False,
        )
        return session.client(service, endpoint_url=local_glue.url, config=config)

    return make


@pytest.mark.parametrize("service", [name for name in SERVICES if name != "s3"])
def test_every_other_operation_is_refused_by_name(client, supported, models, service):
    model = models(service)
    names = {operation["name"] for operation in supported[service]}
    others = set(model.operation_names) - names
    api = client(service)
    wrong = []
    for name in sorted(others):
        try:
            answer = api._make_api_call(name, {})
        except ClientError as error:
            answer = error.response["Error"]
        code = CODES[model.resolved_protocol]
        if answer.get("Code") != code or name not in answer["Message"]:
            wrong.append(f"{name}: {answer}")
    assert not wrong, "\n".join(wrong)


def what_tells_it_apart(operation) -> str:
    """S3's requests do not name their operation: a query parameter tells what they are about."""
    _path, _mark, query = operation.http["requestUri"].partition("?")
    return {
        "ListDirectoryBuckets": "s3express",
        "WriteGetObjectResponse": "s3-object-lambda",
    }.get(operation.name) or query.partition("&")[0]


def test_every_other_operation_of_s3_is_refused_by_name(client, supported, models):
    model = models("s3")
    names = {operation["name"] for operation in supported["s3"]}
    # Some operations are others' former names, and the same request.
    requests = [model.operation_model(name).http for name in names]
    api = client("s3")
    api.create_bucket(Bucket="unsupported")
    wrong = []
    for name in sorted(set(model.operation_names) - names):
        operation = model.operation_model(name)
        if operation.http in requests:
            continue
        members = {**valid(operation.input_shape)} if operation.input_shape else {}
        if "Bucket" in members:
            members["Bucket"] = "unsupported"
        try:
            answer = api._make_api_call(name, members)
        except ClientError as error:
            answer = error.response["Error"]
        what = what_tells_it_apart(operation)
        is_refused = answer.get("Code") in {"NotImplemented", "MethodNotAllowed"}
        if not is_refused or what not in answer["Message"]:
            wrong.append(f"{name}: {answer}")
    assert not wrong, "\n".join(wrong)
