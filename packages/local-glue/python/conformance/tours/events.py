"""EventBridge, as far as it starts workflows; and what S3 tells it."""

import json

from tours import Place
from waiting import until

PATTERN = json.dumps({"source": ["tour"], "detail-type": ["Day ended"]})

ACCOUNT = "000000000000"

WORKFLOW_ARN = f"arn:aws:glue:us-east-1:{ACCOUNT}:workflow/tour-events"

RULE_ARN = f"arn:aws:events:us-east-1:{ACCOUNT}:rule/tour"


def rules(place: Place) -> None:
    events = place.events
    tags = [{"Key": "team", "Value": "data"}]
    events("PutRule", Name="tour", EventPattern=PATTERN, Description="Of the tour", Tags=tags)
    events("PutRule", Name="tour-old", EventPattern=PATTERN, State="DISABLED")
    events("DescribeRule", Name="tour")
    assert len(events.pages("ListRules", "Rules", PaginationConfig={"PageSize": 1})) >= 2
    events("EnableRule", Name="tour-old")
    events("DisableRule", Name="tour-old")
    events("DeleteRule", Name="tour-old")
    events.refused("DescribeRule", "ResourceNotFoundException", Name="tour-old")
    events("TagResource", ResourceARN=RULE_ARN, Tags=[{"Key": "cost", "Value": "1"}])
    events("UntagResource", ResourceARN=RULE_ARN, TagKeys=["cost"])
    assert events("ListTagsForResource", ResourceARN=RULE_ARN)["Tags"] == tags
    event = {
        "id": "1",
        "account": ACCOUNT,
        "source": "tour",
        "time": "2026-01-01T00:00:00Z",
        "region": "us-east-1",
        "resources": [],
        "detail-type": "Day ended",
        "detail": {},
    }
    assert events("TestEventPattern", EventPattern=PATTERN, Event=json.dumps(event))["Result"]


def workflow_started_by_an_event(place: Place) -> None:
    events, glue = place.events, place.glue
    glue("CreateWorkflow", Name="tour-events")
    glue(
        "CreateTrigger",
        Name="tour-on-event",
        WorkflowName="tour-events",
        Type="EVENT",
        Actions=[{"JobName": "tour-hello"}],
        EventBatchingCondition={"BatchSize": 2, "BatchWindow": 900},
    )
    glue("GetTrigger", Name="tour-on-event")
    target = {"Id": "workflow", "Arn": WORKFLOW_ARN, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/x"}
    events("PutTargets", Rule="tour", Targets=[target])
    found = events.pages("ListTargetsByRule", "Targets", Rule="tour")
    assert [each["Id"] for each in found] == ["workflow"]
    assert "tour" in events("ListRuleNamesByTarget", TargetArn=WORKFLOW_ARN)["RuleNames"]
    event = {"Source": "tour", "DetailType": "Day ended", "Detail": "{}"}
    assert events("PutEvents", Entries=[event, event])["FailedEntryCount"] == 0
    runs = until(
        lambda: glue("GetWorkflowRuns", Name="tour-events", IncludeGraph=True)["Runs"],
        lambda found: found and found[0]["Status"] == "COMPLETED",
    )
    assert runs[0]["StartingEventBatchCondition"]["BatchSize"] == 2
    events("RemoveTargets", Rule="tour", Ids=["workflow"])


def notifications(place: Place) -> None:
    s3 = place.s3
    s3(
        "PutBucketNotificationConfiguration",
        Bucket="tour",
        NotificationConfiguration={"EventBridgeConfiguration": {}},
    )
    found = s3("GetBucketNotificationConfiguration", Bucket="tour")
    assert "EventBridgeConfiguration" in found


TOURS = (rules, workflow_started_by_an_event, notifications)
