"""What happens when workflows, jobs and crawlers run."""

from tours import Place
from tours.definitions import JOB, SPARK_JOB
from waiting import until

JOB_RUN_ENDS = {"SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT", "ERROR"}


def workflow_runs(place: Place) -> None:
    glue = place.glue
    run_id = glue("StartWorkflowRun", Name="tour", RunProperties={"day": "2026-01-01"})["RunId"]
    run = {"Name": "tour", "RunId": run_id}
    glue("PutWorkflowRunProperties", **run, RunProperties={"rows": "3"})
    properties = glue("GetWorkflowRunProperties", **run)["RunProperties"]
    assert properties == {"env": "local", "day": "2026-01-01", "rows": "3"}
    # Asked for while it runs, too: the answers differ in what they have.
    ended = until(
        lambda: glue("GetWorkflowRun", **run, IncludeGraph=True)["Run"],
        lambda found: found["Status"] != "RUNNING",
    )
    assert ended["Status"] == "COMPLETED", ended
    assert ended["Statistics"]["SucceededActions"] == 2, ended["Statistics"]
    glue("StartWorkflowRun", Name="tour")
    assert len(glue("GetWorkflowRuns", Name="tour", IncludeGraph=True, MaxResults=1)["Runs"]) == 1
    glue("GetWorkflow", Name="tour", IncludeGraph=True)


def resumed_workflow_run(place: Place) -> None:
    glue = place.glue
    glue("CreateJob", Name="tour-fails-once", **{**JOB, "Command": script("fail_once")})
    glue("CreateWorkflow", Name="tour-resumed")
    glue(
        "CreateTrigger",
        Name="tour-resumed-start",
        WorkflowName="tour-resumed",
        Type="ON_DEMAND",
        Actions=[{"JobName": "tour-fails-once"}],
    )
    run_id = glue("StartWorkflowRun", Name="tour-resumed")["RunId"]

    def ended(run_id: str) -> dict:
        return until(
            lambda: glue("GetWorkflowRun", Name="tour-resumed", RunId=run_id, IncludeGraph=True),
            lambda found: found["Run"]["Status"] != "RUNNING",
        )["Run"]

    failed = ended(run_id)
    assert failed["Statistics"]["FailedActions"] == 1, failed["Statistics"]
    node = next(node for node in failed["Graph"]["Nodes"] if node["Type"] == "JOB")
    resumed = glue(
        "ResumeWorkflowRun", Name="tour-resumed", RunId=run_id, NodeIds=[node["UniqueId"]]
    )
    assert ended(resumed["RunId"])["Statistics"]["SucceededActions"] == 1


def stopped_workflow_run(place: Place) -> None:
    glue = place.glue
    glue("CreateJob", Name="tour-sleep", **{**JOB, "Command": script("sleep")})
    glue("CreateWorkflow", Name="tour-stopped")
    glue(
        "CreateTrigger",
        Name="tour-stopped-start",
        WorkflowName="tour-stopped",
        Type="ON_DEMAND",
        Actions=[{"JobName": "tour-sleep"}],
    )
    run_id = glue("StartWorkflowRun", Name="tour-stopped")["RunId"]
    run = {"Name": "tour-stopped", "RunId": run_id}
    glue("StopWorkflowRun", **run)
    until(
        lambda: glue("GetWorkflowRun", **run)["Run"]["Status"],
        lambda status: status == "STOPPED",
    )


def job_runs(place: Place) -> None:
    glue = place.glue
    run_id = glue("StartJobRun", JobName="tour-hello", Arguments={"--greeting": "hi"})["JobRunId"]
    ended = until(
        lambda: glue("GetJobRun", JobName="tour-hello", RunId=run_id)["JobRun"],
        lambda run: run["JobRunState"] in JOB_RUN_ENDS,
    )
    assert ended["JobRunState"] == "SUCCEEDED", ended
    place.job_run_id = run_id

    sleeping_id = glue("StartJobRun", JobName="tour-sleep")["JobRunId"]
    stopped = glue("BatchStopJobRun", JobName="tour-sleep", JobRunIds=[sleeping_id, "jr_missing"])
    assert [each["JobRunId"] for each in stopped["SuccessfulSubmissions"]] == [sleeping_id]
    assert [each["JobRunId"] for each in stopped["Errors"]] == ["jr_missing"]
    until(
        lambda: glue("GetJobRun", JobName="tour-sleep", RunId=sleeping_id)["JobRun"]["JobRunState"],
        lambda state: state == "STOPPED",
    )
    found = glue.pages(
        "GetJobRuns", "JobRuns", JobName="tour-sleep", PaginationConfig={"PageSize": 1}
    )
    assert len(found) == 2


def bookmarks(place: Place) -> None:
    glue = place.glue
    glue(
        "CreateJob",
        Name="tour-bookmarked",
        **{
            **SPARK_JOB,
            "Command": script("bookmarked", "glueetl"),
            "DefaultArguments": {"--job-bookmark-option": "job-bookmark-enable"},
        },
    )
    run_id = glue("StartJobRun", JobName="tour-bookmarked")["JobRunId"]
    ended = until(
        lambda: glue("GetJobRun", JobName="tour-bookmarked", RunId=run_id)["JobRun"],
        lambda run: run["JobRunState"] in JOB_RUN_ENDS,
    )
    assert ended["JobRunState"] == "SUCCEEDED", ended
    glue("GetJobBookmark", JobName="tour-bookmarked")
    glue("ResetJobBookmark", JobName="tour-bookmarked")


def crawls(place: Place) -> None:
    glue = place.glue

    def state() -> str:
        return glue("GetCrawler", Name="tour-raw")["Crawler"]["State"]

    glue("StartCrawler", Name="tour-raw")
    until(state, lambda found: found == "READY")
    glue.refused("StopCrawler", "CrawlerNotRunningException", Name="tour-raw")
    glue("GetCrawlerMetrics", CrawlerNameList=["tour-raw"])
    assert len(glue("ListCrawls", CrawlerName="tour-raw", MaxResults=1)["Crawls"]) == 1
    table = glue("GetTable", DatabaseName="tour_crawled", Name="raw_orders")["Table"]
    assert [key["Name"] for key in table["PartitionKeys"]] == ["day"]
    found = glue("GetPartitions", DatabaseName="tour_crawled", TableName="raw_orders")
    assert len(found["Partitions"]) == 2

    def is_stopped() -> bool:
        """False where the crawl was over before it could be stopped."""
        glue("StartCrawler", Name="tour-raw")
        try:
            glue("StopCrawler", Name="tour-raw")
            return True
        except glue.client.exceptions.CrawlerNotRunningException:
            return False
        finally:
            until(state, lambda found: found == "READY")

    until(is_stopped, bool)


def script(name: str, kind: str = "pythonshell") -> dict:
    command = {"Name": kind, "ScriptLocation": f"s3://tour/scripts/{name}.py"}
    return {**command, "PythonVersion": "3.9" if kind == "pythonshell" else "3"}


TOURS = (
    workflow_runs,
    resumed_workflow_run,
    stopped_workflow_run,
    job_runs,
    bookmarks,
    crawls,
)
