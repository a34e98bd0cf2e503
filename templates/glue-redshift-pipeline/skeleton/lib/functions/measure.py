"""Measures a job of a pipeline when it ends: metrics that Glue itself does not give.

Namespace `GluePipelines`, dimension `Pipeline`: `Rows` that a run loaded,
`RunMinutes` that it took, `RulesBroken` by its result; with the dimension `Job`
as well `DpuHours` and `JobMinutes`.
"""

import json
import os

import boto3

ROWS = "glue-pipelines.io/rows-loaded"
QUALITY = "glue-pipelines.io/quality"


def noted(properties, name, run_id):
    """What a job of this run noted; a resumed run begins with the notes of the one before."""
    value, _, noted_by = properties.get(name, "").rpartition(" ")
    return value if noted_by == run_id else None


def of_job(run):
    # DPUSeconds is told of runs whose capacity changes (JobRun, AWS Glue API reference).
    seconds = run.get("DPUSeconds") or run.get("MaxCapacity", 0) * run.get("ExecutionTime", 0)
    return {"DpuHours": seconds / 3600, "JobMinutes": run.get("ExecutionTime", 0) / 60}


def of_run(glue, workflow, job, run):
    run_id = run.get("Arguments", {}).get("--WORKFLOW_RUN_ID")
    if not run_id:
        return {}
    place = {"Name": workflow, "RunId": run_id}
    properties = glue.get_workflow_run_properties(**place)["RunProperties"]
    if job.endswith("-transform"):
        found = noted(properties, QUALITY, run_id)
        rules = json.loads(found)["rules"] if found else []
        broken = [rule for rule in rules if rule["outcome"] not in ("passed", "unknown")]
        return {"RulesBroken": len(broken)}
    if not job.endswith("-load") or run["JobRunState"] != "SUCCEEDED":
        return {}
    began = glue.get_workflow_run(**place)["Run"]["StartedOn"]
    rows = noted(properties, ROWS, run_id)
    return {
        "RunMinutes": (run["CompletedOn"] - began).total_seconds() / 60,
        **({"Rows": int(rows)} if rows else {}),
    }


def measure(glue, workflow, job, run_id):
    """The data points of a job's run, as PutMetricData takes them."""
    run = glue.get_job_run(JobName=job, RunId=run_id)["JobRun"]
    pipeline = {"Name": "Pipeline", "Value": workflow}
    step = {"Name": "Job", "Value": job.removeprefix(workflow + "-")}
    return [
        {"MetricName": name, "Value": value, "Dimensions": dimensions}
        for values, dimensions in (
            (of_job(run), [pipeline, step]),
            (of_run(glue, workflow, job, run), [pipeline]),
        )
        for name, value in values.items()
    ]


def handler(event, _context):
    told = event["detail"]
    points = measure(
        boto3.client("glue"), os.environ["WORKFLOW"], told["jobName"], told["jobRunId"]
    )
    boto3.client("cloudwatch").put_metric_data(Namespace="GluePipelines", MetricData=points)
