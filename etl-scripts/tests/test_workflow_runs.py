"""What jobs note on the run of their workflow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from load import ROWS_PROPERTY
from workflow_runs import WorkflowRun, note, workflow_run


class Runs:
    """Keeps run properties, or refuses them."""

    def __init__(self, refusal: str | None = None) -> None:
        self.refusal = refusal
        self.put: list[Mapping[str, Any]] = []

    def put_workflow_run_properties(self, **given: Any) -> None:
        if self.refusal:
            raise RuntimeError(self.refusal)
        self.put.append(given)


@pytest.mark.parametrize(
    ("arguments", "run"),
    [
        (["load.py", "--WORKFLOW_NAME", "orders", "--WORKFLOW_RUN_ID", "wr_1"], ("orders", "wr_1")),
        (["load.py", "--DATA_BUCKET", "bucket"], None),
        (["load.py", "--WORKFLOW_NAME", "orders"], None),
        (["load.py"], None),
    ],
)
def test_the_run_is_that_of_glues_arguments(
    arguments: list[str], run: tuple[str, str] | None
) -> None:
    assert workflow_run(arguments) == run


def test_the_run_keeps_the_note() -> None:
    glue = Runs()
    note(glue, WorkflowRun("orders", "wr_1"), ROWS_PROPERTY, "1234")
    assert glue.put == [
        {
            "Name": "orders",
            "RunId": "wr_1",
            "RunProperties": {"glue-pipelines.io/rows-loaded": "1234 wr_1"},
        }
    ]


def test_a_job_that_was_started_by_itself_has_no_run() -> None:
    glue = Runs()
    note(glue, None, ROWS_PROPERTY, "1234")
    assert glue.put == []


def test_a_refusal_is_told_and_fails_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    note(Runs("AccessDeniedException"), WorkflowRun("orders", "wr_1"), ROWS_PROPERTY, "1234")
    assert (
        "wr_1 does not keep glue-pipelines.io/rows-loaded: AccessDenied" in capsys.readouterr().out
    )
