"""CloudWatch Logs: what a job run wrote."""

from tours import Place

GROUP = "/aws-glue/python-jobs/output"


def logs(place: Place) -> None:
    logs = place.logs
    groups = logs.pages("DescribeLogGroups", "logGroups", PaginationConfig={"PageSize": 1})
    assert GROUP in {group["logGroupName"] for group in groups}
    stream = {"logGroupName": GROUP, "logStreamName": place.job_run_id}
    streams = logs.pages("DescribeLogStreams", "logStreams", logGroupName=GROUP)
    assert place.job_run_id in {each["logStreamName"] for each in streams}
    found = logs("GetLogEvents", **stream, startFromHead=True)
    assert any("hello" in event["message"] for event in found["events"])
    assert logs.pages("FilterLogEvents", "events", logGroupName=GROUP, filterPattern="hello")


TOURS = (logs,)
