"""
Requests that break the rules of a service's model are refused as AWS refuses them.

AWS checks requests in front of its JSON services: a value of another type is a
SerializationException, a broken constraint a ValidationException that names the member ("Common
Error Types", AWS General Reference).
"""

import json
import re
from collections import defaultdict
from functools import partial

import pytest
import urllib3

from inputs import broken
from test_constraints import KNOWN

#: Where local-glue does not check what the model says; test_constraints.py has the reasons.
UNCHECKED = [where for where, what, _why in KNOWN if what.startswith(("any ", "pattern None"))]


def is_unchecked(operation: str, path: tuple[str, ...]) -> bool:
    text = operation + "".join(step if step[0] in "[{" else f".{step}" for step in path)
    return any(re.search(where, text) for where in UNCHECKED)


#: What each service calls a broken constraint.
CONSTRAINT = defaultdict(lambda: "ValidationException", logs="InvalidParameterException")


@pytest.fixture(scope="module")
def send(local_glue):
    """Sends what botocore would not: (target, body) to (status, answer)."""
    with urllib3.PoolManager() as pool:

        def request(target, body):
            headers = {"X-Amz-Target": target}
            answer = pool.request("POST", local_glue.url, body=body, headers=headers)
            return answer.status, json.loads(answer.data)

        yield request


def test_every_input_with_a_fault_is_refused(send, supported, models):
    wrong = []
    count = 0
    for service, operations in supported.items():
        for name in (each["name"] for each in operations if "input" in each):
            model = models(service).operation_model(name)
            target = f"{model.service_model.metadata['targetPrefix']}.{name}"
            for case in broken(model.input_shape, partial(is_unchecked, name)):
                count += 1
                status, answer = send(target, json.dumps(case.members))
                code = "SerializationException" if case.fault == "type" else CONSTRAINT[service]
                is_named = case.member in answer.get("Message", "")
                if status != 400 or answer["__type"] != code or not is_named:
                    wrong.append(f"{name} {case}: {status} {answer}")
    assert not wrong, "\n".join(wrong)
    # So that a generator that generates nothing does not look like a server that refuses all.
    assert count > 1000


def test_what_is_no_json_is_refused(send):
    for body in ("{", "[]", '"x"', "null"):
        status, answer = send("AWSGlue.ListJobs", body)
        assert (status, answer["__type"]) == (400, "SerializationException"), body


def test_an_operation_that_no_model_has_is_refused_by_name(send):
    status, answer = send("AWSGlue.GetNothing", "{}")
    assert (status, answer["__type"]) == (400, "UnknownOperationException")
    assert "glue:GetNothing" in answer["Message"]
