"""
local-glue and moto's server get the same calls; their answers have the same members and the same
error codes, but for the differences that are listed with the reason why local-glue's is right.
"""

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

import answer_shape
from moto_calls import CALLS
from moto_differences import KNOWN
from moto_server import MotoServer
from waiting import until


@pytest.fixture(scope="module")
def moto(tmp_path_factory):
    with MotoServer(tmp_path_factory.mktemp("moto") / "moto.log") as server:
        yield server


class Caller:
    """Calls one server, and remembers what it answered."""

    def __init__(self, session, url: str, settles: bool):
        self._session = session
        self._url = url
        self._settles = settles
        self._clients = {}
        self._answers = {}

    def __call__(self, call) -> set[str]:
        """The members of the answer, or `!` and an error's code."""
        client = self._client(call.service)
        members = call.members(self._answers) if callable(call.members) else call.members
        try:
            if call.is_settled and self._settles:
                answer = until(
                    lambda: client._make_api_call(call.operation, members), call.is_settled
                )
            else:
                answer = client._make_api_call(call.operation, members)
        except ClientError as error:
            return {f"!{error.response['Error']['Code']}"}
        self._answers[call.name] = answer
        output = client.meta.service_model.operation_model(call.operation).output_shape
        return answer_shape.members(output, answer)

    def _client(self, service: str):
        if service not in self._clients:
            config = Config(retries={"total_max_attempts": 1})
            self._clients[service] = self._session.client(
                service, endpoint_url=self._url, config=config
            )
        return self._clients[service]


@pytest.fixture(scope="module")
def differences(empty_local_glue, moto, session):
    """By call: what only local-glue has (`+.Member`) and what only moto has (`-.Member`)."""
    put_scripts(session, empty_local_glue.url)
    here = Caller(session, empty_local_glue.url, settles=True)
    there = Caller(session, moto.url, settles=False)
    found = {}
    for call in CALLS:
        ours, theirs = here(call), there(call)
        # Members below one that is missing go without saying.
        found[call.name] = {f"+{each}" for each in answer_shape.topmost(ours - theirs)} | {
            f"-{each}" for each in answer_shape.topmost(theirs - ours)
        }
    return found


def put_scripts(session, url: str) -> None:
    s3 = session.client("s3", endpoint_url=url)
    s3.create_bucket(Bucket="tour")
    # Its run must still be going on when the next call comes, on a busy machine too.
    script = b"import time; time.sleep(2); print('hello')"
    s3.put_object(Bucket="tour", Key="scripts/hello.py", Body=script)
    s3.put_object(Bucket="tour", Key="orders/day=1/a.csv", Body=b"id,n\n1,2\n")


def test_every_difference_is_known(differences):
    unknown = [
        f"{name}: {difference}"
        for name, found in differences.items()
        for difference in sorted(found)
        if not any(known.explains(name, difference) for known in KNOWN)
    ]
    assert not unknown, "\n".join(unknown)


@pytest.mark.parametrize("known", KNOWN, ids=str)
def test_every_known_difference_still_exists(differences, known):
    assert any(
        known.explains(name, difference)
        for name, found in differences.items()
        for difference in found
    )
