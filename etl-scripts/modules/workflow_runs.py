"""What a job notes on the run of the workflow that it is part of.

A note is a run property, for the developer portal to show. It ends with the
run's id, since a resumed run begins with the properties of the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class WorkflowRun(NamedTuple):
    """The run of a workflow, as Glue names it to a job."""

    workflow: str
    id: str


def workflow_run(arguments: Sequence[str]) -> WorkflowRun | None:
    """The run that a job is part of, None where the job was started by itself.

    Glue gives jobs of a workflow `--WORKFLOW_NAME` and `--WORKFLOW_RUN_ID`.
    """
    given = dict(zip(arguments, arguments[1:]))
    name, run_id = given.get("--WORKFLOW_NAME"), given.get("--WORKFLOW_RUN_ID")
    return WorkflowRun(name, run_id) if name and run_id else None


def note(glue: Any, run: WorkflowRun | None, name: str, value: str) -> None:
    """Notes something on a run as the property `name`.

    That a note fails is told, and no failure: the job's own work is done.
    """
    if run is None:
        return
    try:
        glue.put_workflow_run_properties(
            Name=run.workflow, RunId=run.id, RunProperties={name: f"{value} {run.id}"}
        )
    except Exception as error:
        print(f"the run {run.id} does not keep {name}: {error}")
