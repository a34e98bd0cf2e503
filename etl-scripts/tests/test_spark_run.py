"""A run that is left to the Spark job, and waits for it."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import PipelineError
from spark_run import ENGINE_PROPERTY, SparkJob, leave_to_spark
from workflow_runs import WorkflowRun

RUN = WorkflowRun("orders", "wr_1")
JOB = "orders-transform"


class Glue:
    """A Glue whose job run goes through the given states."""

    def __init__(self, *states: str, under_way: str | None = None) -> None:
        self.states = list(states)
        self.calls: list[tuple[str, Any]] = []
        self.noted: dict[str, str] = {}
        self._under_way = under_way

    def get_job_runs(self, **_: Any) -> dict[str, Any]:
        other = {"Id": "jr_0", "JobRunState": "RUNNING", "Arguments": {}}
        own = {"--WORKFLOW_RUN_ID": RUN.id}
        ended = {"Id": "jr_e", "JobRunState": "FAILED", "Arguments": own}
        found = [other, ended]
        if self._under_way:
            found.append({"Id": self._under_way, "JobRunState": "RUNNING", "Arguments": own})
        return {"JobRuns": found}

    def start_job_run(self, **given: Any) -> dict[str, Any]:
        self.calls.append(("start", given))
        return {"JobRunId": "jr_1"}

    def get_job_run(self, **_: Any) -> dict[str, Any]:
        state = self.states.pop(0)
        if state == "KILLED":
            raise SystemExit("the job was stopped")
        return {"JobRun": {"JobRunState": state, "ErrorMessage": "no row is left"}}

    def batch_stop_job_run(self, **given: Any) -> None:
        self.calls.append(("stop", given))

    def put_workflow_run_properties(self, **given: Any) -> None:
        self.noted.update(given["RunProperties"])


def leave(glue: Glue, run: WorkflowRun | None = RUN) -> list[float]:
    waits: list[float] = []
    leave_to_spark(SparkJob(glue, JOB, run), "the sources are large", waits.append)
    return waits


def test_the_spark_job_works_for_the_run_of_the_workflow() -> None:
    glue = Glue("STARTING", "RUNNING", "SUCCEEDED")
    waits = leave(glue)
    arguments = {"--WORKFLOW_NAME": "orders", "--WORKFLOW_RUN_ID": "wr_1"}
    assert glue.calls == [("start", {"JobName": JOB, "Arguments": arguments})]
    assert glue.noted == {ENGINE_PROPERTY: "spark the sources are large wr_1"}
    assert waits == sorted(waits)
    assert len(waits) == 3


def test_a_run_that_an_attempt_before_began_is_waited_for() -> None:
    glue = Glue("SUCCEEDED", under_way="jr_7")
    leave(glue)
    assert glue.calls == []


def test_without_a_workflow() -> None:
    glue = Glue("SUCCEEDED", under_way="jr_7")
    leave(glue, None)
    assert glue.calls == [("start", {"JobName": JOB, "Arguments": {}})]
    assert glue.noted == {}


@pytest.mark.parametrize("state", ["FAILED", "STOPPED", "TIMEOUT", "ERROR"])
def test_a_spark_job_that_does_not_succeed_fails_the_run(state: str) -> None:
    glue = Glue("RUNNING", state)
    with pytest.raises(PipelineError, match=f"{JOB} jr_1 ended as {state}: no row is left"):
        leave(glue)
    assert [call for call, _ in glue.calls] == ["start"]


def test_a_job_that_is_stopped_stops_the_spark_job() -> None:
    glue = Glue("RUNNING", "KILLED")
    with pytest.raises(SystemExit):
        leave(glue)
    assert glue.calls[-1] == ("stop", {"JobName": JOB, "JobRunIds": ["jr_1"]})
