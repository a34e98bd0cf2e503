"""
What the portal asks of AWS Glue, asked by its own code of moto and of local-glue: what one emulator
of AWS understands and the other does not, is not what AWS speaks.
"""

import json
import subprocess
from pathlib import Path

import pytest

from answer_shape import topmost
from local_glue_server import NODE
from moto_server import MotoServer
from tours.definitions import JOB

PLUGIN = Path(__file__).resolve().parents[4] / "plugins/glue-pipelines-backend"

FLOW = "portal-flow"
TRIGGER = "portal-flow-start"
JOB_NAME = "portal-flow-job"
#: It goes on until the portal stops it.
SCRIPT = "import time; time.sleep(600)"
TAGS = {"glue-pipelines.io/entity": "component:default/portal-flow"}

#: Operations that moto does not have.
NOT_IN_MOTO = {"ResumeWorkflowRun"}

#: Members that moto's answers do not have: it draws no graphs, counts nothing and runs nothing.
NOT_IN_MOTOS_ANSWERS = {
    "BatchGetWorkflows with graphs": {".workflows[].Graph"},
    "GetWorkflowRuns": {"[].Statistics"},
    "GetWorkflowRun": {".Statistics", ".Graph"},
}


def outcomes(session, url: str) -> dict:
    """What came of each call of the portal, by its name."""
    glue = session.client("glue", endpoint_url=url)
    account = session.client("sts", endpoint_url=url).get_caller_identity()["Account"]
    s3 = session.client("s3", endpoint_url=url)
    s3.create_bucket(Bucket="tour")
    s3.put_object(Bucket="tour", Key="scripts/hello.py", Body=SCRIPT.encode())
    glue.create_job(Name=JOB_NAME, **JOB)
    glue.create_workflow(Name=FLOW, DefaultRunProperties={"a": "b"}, Tags=TAGS)
    glue.create_trigger(
        Name=TRIGGER, WorkflowName=FLOW, Type="ON_DEMAND", Actions=[{"JobName": JOB_NAME}]
    )
    arn = f"arn:aws:glue:us-east-1:{account}:workflow/{FLOW}"
    done = subprocess.run(
        [NODE, "--import", "tsx", "scripts/callGlue.ts", url, arn, TRIGGER],
        cwd=PLUGIN,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def moto(tmp_path_factory, session):
    with MotoServer(tmp_path_factory.mktemp("moto") / "moto.log") as server:
        yield outcomes(session, server.url)


@pytest.fixture(scope="module")
def ours(empty_local_glue, session):
    return outcomes(session, empty_local_glue.url)


def members(value, path: str = "") -> set[str]:
    """The paths of what an answer has, without values."""
    if isinstance(value, dict):
        below = {f"{path}.{key}": inside for key, inside in value.items()}
        return set(below).union(*(members(inside, at) for at, inside in below.items()))
    if isinstance(value, list):
        return set().union(*(members(inside, f"{path}[]") for inside in value))
    return set()


def kind_of(outcome: dict) -> str:
    """`answer`, or the name of the error that the portal makes of it."""
    return outcome["error"].split(":")[0] if "error" in outcome else "answer"


def test_moto_understands_what_the_portal_asks(moto):
    failed = {name for name, each in moto.items() if kind_of(each) == "ServiceUnavailableError"}
    assert failed == NOT_IN_MOTO


def test_the_portal_understands_both_alike(moto, ours):
    assert moto.keys() == ours.keys()
    for name in moto.keys() - NOT_IN_MOTO:
        assert kind_of(moto[name]) == kind_of(ours[name]), name


def test_their_answers_have_the_same_members(moto, ours):
    for name in moto.keys() - NOT_IN_MOTO:
        theirs, own = (members(each.get("answer")) for each in (moto[name], ours[name]))
        assert topmost(own - theirs) == NOT_IN_MOTOS_ANSWERS.get(name, set()), name
        assert topmost(theirs - own) == set(), name


def test_what_was_put_is_what_the_portal_reads(moto):
    assert moto["GetTags"] == {"answer": TAGS}
    assert moto["BatchGetWorkflows"]["answer"]["missing"] == ["missing"]
    assert moto["GetTrigger"]["answer"]["Type"] == "ON_DEMAND"
    run = moto["GetWorkflowRun"]["answer"]
    assert run["WorkflowRunId"] == moto["StartWorkflowRun"]["answer"]
    assert run["WorkflowRunProperties"] == {"a": "b", "day": "2026-11-28"}
    assert [each["WorkflowRunId"] for each in moto["GetWorkflowRuns"]["answer"]] == [
        run["WorkflowRunId"]
    ]
