"""Leaves a run of transform to the Spark job, from a job that waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from pipeline import PipelineError
from workflow_runs import WorkflowRun, note

# The run property that tells which engine computed, and why where it was left to Spark.
ENGINE_PROPERTY = "glue-pipelines.io/engine"

# AWS Glue API, JobRunState: those in which a run has not ended.
_UNDER_WAY = frozenset(["STARTING", "RUNNING", "STOPPING", "WAITING"])

# Of a run property: it is for people, and the log has all of it.
_LONGEST_REASON = 200

# How long to wait before the state is asked for again, in seconds: at first, and at most.
_FIRST_WAIT, _LONGEST_WAIT = 1, 20


class SparkJob(NamedTuple):
    """The Spark job of the pipeline, by its name, and the workflow's run that it works for."""

    glue: Any
    name: str
    run: WorkflowRun | None

    def _arguments(self) -> dict[str, str]:
        """What Glue gives to jobs that a trigger starts."""
        if self.run is None:
            return {}
        return {"--WORKFLOW_NAME": self.run.workflow, "--WORKFLOW_RUN_ID": self.run.id}

    def _under_way(self) -> str | None:
        """A run of the job for this run of the workflow, which an attempt before this one began."""
        for run in self.glue.get_job_runs(JobName=self.name)["JobRuns"]:
            own = run.get("Arguments", {}).get("--WORKFLOW_RUN_ID")
            if run["JobRunState"] in _UNDER_WAY and self.run and own == self.run.id:
                return run["Id"]
        return None

    def start(self) -> str:
        """The id of the job's run, begun unless it is under way already."""
        there = self._under_way()
        if there:
            return there
        return self.glue.start_job_run(JobName=self.name, Arguments=self._arguments())["JobRunId"]

    def wait_for(self, run_id: str, sleep: Callable[[float], None] = time.sleep) -> None:
        """Returns when the run has succeeded. Raises PipelineError where it ended otherwise.

        Whatever ends this job before then stops the run: nobody would wait for it.
        """
        state, wait = "STARTING", float(_FIRST_WAIT)
        try:
            while state in _UNDER_WAY:
                sleep(wait)
                wait = min(wait * 1.5, _LONGEST_WAIT)
                run = self.glue.get_job_run(JobName=self.name, RunId=run_id)["JobRun"]
                state = run["JobRunState"]
        finally:
            if state in _UNDER_WAY:
                self.glue.batch_stop_job_run(JobName=self.name, JobRunIds=[run_id])
        if state != "SUCCEEDED":
            reason = run.get("ErrorMessage") or "its log says why"
            raise PipelineError(f"{self.name} {run_id} ended as {state}: {reason}")


def leave_to_spark(job: SparkJob, reason: str, sleep: Callable[[float], None] = time.sleep) -> None:
    """Has Spark do the work, and says so, on the run of the workflow as well."""
    run_id = job.start()
    print(f"left to Spark: {reason}; {job.name} {run_id} does it")
    note(job.glue, job.run, ENGINE_PROPERTY, f"spark {reason[:_LONGEST_REASON]}")
    job.wait_for(run_id, sleep)
