"""Tells where no run has loaded the table within the day before the time that was promised."""

import os
from datetime import datetime, timedelta, timezone

import boto3


def is_late(glue, job, now):
    """Whether the last day has seen no run of the load that ended well. Glue tells the newest first."""
    runs = glue.get_job_runs(JobName=job, MaxResults=200)["JobRuns"]
    since = now - timedelta(days=1)
    return not any(
        run["JobRunState"] == "SUCCEEDED" and run.get("CompletedOn", since) > since for run in runs
    )


def handler(_event, _context):
    if is_late(boto3.client("glue"), os.environ["JOB"], datetime.now(timezone.utc)):
        boto3.client("sns").publish(
            TopicArn=os.environ["TOPIC"],
            Subject=os.environ["SUBJECT"],
            Message=os.environ["MESSAGE"],
        )
