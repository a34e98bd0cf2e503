"""Calls operations through boto3 and checks every answer against botocore's model."""

from dataclasses import dataclass, field

from botocore.client import BaseClient
from botocore.exceptions import ClientError

import answers


@dataclass
class Visits:
    """What a tour called, and what was wrong with the answers."""

    #: Operations that answered with success, by service.
    succeeded: dict[str, set[str]] = field(default_factory=dict)
    deviations: list[str] = field(default_factory=list)


class Visitor:
    """`visitor("GetJob", JobName="x")` is a client's `get_job`, checked."""

    def __init__(self, client: BaseClient, visits: Visits):
        self.client = client
        self._service = client.meta.service_model.service_name
        self._visits = visits
        self._methods = {
            operation: method for method, operation in client.meta.method_to_api_mapping.items()
        }
        client.meta.events.register("before-parse", self._check)

    def __call__(self, operation: str, **members) -> dict:
        return getattr(self.client, self._methods[operation])(**members)

    def refused(self, operation: str, code: str, **members) -> str:
        """Calls what must fail with the code; returns the message."""
        try:
            self(operation, **members)
        except ClientError as error:
            answer = error.response["Error"]
            assert answer["Code"] == code, answer
            return answer["Message"]
        raise AssertionError(f"{operation} of {members} was not refused")

    def pages(self, operation: str, member: str, **members) -> list:
        """Everything that botocore's own paginator collects."""
        paginator = self.client.get_paginator(self._methods[operation])
        return [each for page in paginator.paginate(**members) for each in page.get(member, [])]

    def _check(self, operation_model, response_dict, **_event) -> None:
        status = response_dict["status_code"]
        if status >= 300:
            return
        self._visits.succeeded.setdefault(self._service, set()).add(operation_model.name)
        self._visits.deviations += [
            f"{self._service}: {deviation}"
            for deviation in answers.deviations(
                operation_model, status, response_dict["headers"], response_dict["body"]
            )
        ]
