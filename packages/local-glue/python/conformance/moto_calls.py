"""
The calls that local-glue and moto both get, in this order.

Each names an operation and its input, and what the call is about where the operation is called more
than once. An input may be a function of what earlier calls on the same server answered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tours.catalog import STORAGE, TABLE
from tours.definitions import CRAWLER, JOB, SPARK_JOB

Answers = dict[str, Any]


@dataclass(frozen=True)
class Call:
    service: str
    operation: str
    members: dict | Callable[[Answers], dict]
    #: `missing`, `duplicate`: what the call is about.
    about: str = ""
    #: Whether the answer shows what it will stay; asked again until then, but not of moto.
    is_settled: Callable[[Any], bool] | None = None

    @property
    def name(self) -> str:
        return f"{self.operation} {self.about}".strip()


def glue(operation: str, about: str = "", is_settled=None, **members) -> Call:
    return Call("glue", operation, members, about, is_settled)


def glue_from(operation: str, members: Callable[[Answers], dict], is_settled=None) -> Call:
    return Call("glue", operation, members, "", is_settled)


DATABASE = {"DatabaseName": "db"}
IN_TABLE = {"DatabaseName": "db", "TableName": "orders"}
MISSING_TABLE = {"DatabaseName": "db", "TableName": "missing"}
JOB_ARN = "arn:aws:glue:us-east-1:{account}:job/job"


def partition(day: str) -> dict:
    return {"Values": [day], "StorageDescriptor": STORAGE}


CATALOG = [
    glue("CreateDatabase", DatabaseInput={"Name": "db", "Description": "d"}),
    glue("CreateDatabase", "duplicate", DatabaseInput={"Name": "db"}),
    glue("GetDatabase", Name="db"),
    glue("GetDatabase", "missing", Name="missing"),
    glue("GetDatabases"),
    glue("UpdateDatabase", Name="db", DatabaseInput={"Name": "db"}),
    glue("UpdateDatabase", "missing", Name="missing", DatabaseInput={"Name": "missing"}),
    glue("DeleteDatabase", "missing", Name="missing"),
    glue("CreateTable", **DATABASE, TableInput=TABLE),
    glue("CreateTable", "duplicate", **DATABASE, TableInput=TABLE),
    glue("CreateTable", "missing", DatabaseName="missing", TableInput=TABLE),
    glue("GetTable", **DATABASE, Name="orders"),
    glue("GetTable", "missing", **DATABASE, Name="missing"),
    glue("GetTables", **DATABASE),
    glue("GetTables", "missing", DatabaseName="missing"),
    glue("UpdateTable", **DATABASE, TableInput={**TABLE, "Owner": "other"}),
    glue("UpdateTable", "missing", **DATABASE, TableInput={**TABLE, "Name": "missing"}),
    glue("GetTableVersions", **IN_TABLE),
    glue("GetTableVersions", "missing", **MISSING_TABLE),
    glue_from(
        "GetTableVersion",
        lambda answers: {
            **IN_TABLE,
            "VersionId": answers["GetTableVersions"]["TableVersions"][0]["VersionId"],
        },
    ),
    glue("GetTableVersion", "missing", **IN_TABLE, VersionId="99"),
    glue("DeleteTableVersion", "missing", **IN_TABLE, VersionId="99"),
    glue("CreatePartition", **IN_TABLE, PartitionInput=partition("1")),
    glue("CreatePartition", "duplicate", **IN_TABLE, PartitionInput=partition("1")),
    glue("CreatePartition", "missing", **MISSING_TABLE, PartitionInput=partition("1")),
    glue("BatchCreatePartition", **IN_TABLE, PartitionInputList=[partition("1"), partition("2")]),
    glue("GetPartition", **IN_TABLE, PartitionValues=["1"]),
    glue("GetPartition", "missing", **IN_TABLE, PartitionValues=["9"]),
    glue("GetPartitions", **IN_TABLE),
    glue("GetPartitions", "filtered", **IN_TABLE, Expression="day = '1'"),
    glue("BatchGetPartition", **IN_TABLE, PartitionsToGet=[{"Values": ["1"]}, {"Values": ["9"]}]),
    glue("UpdatePartition", **IN_TABLE, PartitionValueList=["2"], PartitionInput=partition("2")),
    glue(
        "UpdatePartition",
        "missing",
        **IN_TABLE,
        PartitionValueList=["9"],
        PartitionInput=partition("9"),
    ),
    glue(
        "BatchUpdatePartition",
        **IN_TABLE,
        Entries=[{"PartitionValueList": ["9"], "PartitionInput": partition("9")}],
    ),
    glue(
        "BatchDeletePartition",
        **IN_TABLE,
        PartitionsToDelete=[{"Values": ["2"]}, {"Values": ["9"]}],
    ),
    glue("DeletePartition", **IN_TABLE, PartitionValues=["1"]),
    glue("DeletePartition", "missing", **IN_TABLE, PartitionValues=["1"]),
    glue("DeleteTable", **DATABASE, Name="orders"),
    glue("DeleteTable", "missing", **DATABASE, Name="orders"),
    glue("BatchDeleteTable", **DATABASE, TablesToDelete=["missing"]),
    glue(
        "CreateConnection",
        ConnectionInput={
            "Name": "connection",
            "ConnectionType": "JDBC",
            "ConnectionProperties": {"JDBC_CONNECTION_URL": "jdbc:redshift://x", "USERNAME": "u"},
        },
    ),
    glue("GetConnection", Name="connection"),
    glue("GetConnection", "missing", Name="missing"),
    glue("GetConnections"),
]

DEFINITIONS = [
    glue("CreateJob", Name="job", **JOB, Tags={"team": "data"}),
    glue("CreateJob", "duplicate", Name="job", **JOB),
    glue("CreateJob", "Spark", Name="spark", **SPARK_JOB),
    glue("GetJob", JobName="job"),
    glue("GetJob", "Spark", JobName="spark"),
    glue("GetJob", "missing", JobName="missing"),
    glue("GetJobs"),
    glue("ListJobs"),
    glue("BatchGetJobs", JobNames=["job", "missing"]),
    glue("CreateDatabase", "for the crawler", DatabaseInput={"Name": "tour_crawled"}),
    glue("CreateCrawler", Name="crawler", **CRAWLER),
    glue("CreateCrawler", "duplicate", Name="crawler", **CRAWLER),
    glue("GetCrawler", Name="crawler"),
    glue("GetCrawler", "missing", Name="missing"),
    glue("GetCrawlers"),
    glue("ListCrawlers"),
    glue("BatchGetCrawlers", CrawlerNames=["crawler", "missing"]),
    glue("CreateWorkflow", Name="flow", DefaultRunProperties={"a": "b"}, MaxConcurrentRuns=1),
    glue("CreateWorkflow", "duplicate", Name="flow"),
    glue("GetWorkflow", Name="flow"),
    glue("GetWorkflow", "missing", Name="missing"),
    glue("ListWorkflows"),
    glue("BatchGetWorkflows", Names=["flow", "missing"]),
    glue("UpdateWorkflow", Name="flow", Description="d", DefaultRunProperties={"a": "b"}),
    glue("UpdateWorkflow", "missing", Name="missing"),
    glue(
        "CreateTrigger",
        Name="start",
        WorkflowName="flow",
        Type="ON_DEMAND",
        Actions=[{"JobName": "job"}],
    ),
    glue(
        "CreateTrigger", "duplicate", Name="start", Type="ON_DEMAND", Actions=[{"JobName": "job"}]
    ),
    glue(
        "CreateTrigger",
        "scheduled",
        Name="nightly",
        Type="SCHEDULED",
        Schedule="cron(0 0 1 1 ? 2199)",
        Actions=[{"JobName": "job", "Arguments": {"--a": "b"}}],
    ),
    glue("GetTrigger", Name="start"),
    glue("GetTrigger", "missing", Name="missing"),
    glue("GetTriggers"),
    glue("ListTriggers"),
    glue("BatchGetTriggers", TriggerNames=["start", "missing"]),
    glue("StartTrigger", Name="nightly"),
    glue("StartTrigger", "missing", Name="missing"),
    glue("StopTrigger", Name="nightly"),
    glue("StopTrigger", "missing", Name="missing"),
]

JOB_ENDS = {"SUCCEEDED", "FAILED"}

RUNS = [
    glue("StartJobRun", JobName="job"),
    glue("StartJobRun", "missing", JobName="missing"),
    glue_from(
        "GetJobRun",
        lambda answers: {"JobName": "job", "RunId": answers["StartJobRun"]["JobRunId"]},
        is_settled=lambda answer: answer["JobRun"]["JobRunState"] in JOB_ENDS,
    ),
    glue("GetJobRun", "missing", JobName="job", RunId="jr_missing"),
    glue("GetJobRuns", JobName="job"),
    glue("GetJobRuns", "missing", JobName="missing"),
    glue("StartWorkflowRun", Name="flow", RunProperties={"c": "d"}),
    glue("StartWorkflowRun", "too many", Name="flow"),
    glue("StartWorkflowRun", "missing", Name="missing"),
    *[
        glue_from(
            operation,
            lambda answers, rest=rest: {
                "Name": "flow",
                "RunId": answers["StartWorkflowRun"]["RunId"],
                **rest,
            },
            is_settled=is_settled,
        )
        for operation, rest, is_settled in (
            ("PutWorkflowRunProperties", {"RunProperties": {"e": "f"}}, None),
            ("GetWorkflowRunProperties", {}, None),
            ("GetWorkflowRun", {}, lambda answer: answer["Run"]["Status"] == "COMPLETED"),
            ("StopWorkflowRun", {}, None),
        )
    ],
    glue("GetWorkflowRun", "missing", Name="flow", RunId="wr_missing"),
    glue("GetWorkflowRuns", "missing", Name="missing"),
    glue("StartCrawler", Name="crawler"),
    glue("StartCrawler", "missing", Name="missing"),
    glue(
        "GetCrawler",
        "after a crawl",
        is_settled=lambda answer: answer["Crawler"]["State"] == "READY",
        Name="crawler",
    ),
    glue("StopCrawler", "at rest", Name="crawler"),
    glue("StopCrawler", "missing", Name="missing"),
    glue("ListCrawls", CrawlerName="crawler"),
    glue("ListCrawls", "missing", CrawlerName="missing"),
]


def job_arn(answers: Answers) -> dict:
    account = answers["GetCallerIdentity"]["Account"]
    return {"ResourceArn": JOB_ARN.format(account=account)}


TAGS = [
    glue_from("TagResource", lambda answers: {**job_arn(answers), "TagsToAdd": {"cost": "1"}}),
    glue_from("GetTags", job_arn),
    glue_from("UntagResource", lambda answers: {**job_arn(answers), "TagsToRemove": ["cost"]}),
]

DELETIONS = [
    glue("DeleteTrigger", Name="nightly"),
    glue("DeleteTrigger", "missing", Name="missing"),
    glue("DeleteWorkflow", Name="flow"),
    glue("DeleteWorkflow", "missing", Name="missing"),
    glue("DeleteCrawler", Name="crawler"),
    glue("DeleteCrawler", "missing", Name="missing"),
    glue("DeleteJob", JobName="job"),
    glue("DeleteJob", "missing", JobName="missing"),
    glue("DeleteDatabase", Name="db"),
]


def s3(operation: str, about: str = "", **members) -> Call:
    return Call("s3", operation, members, about)


OBJECT = {"Bucket": "differential", "Key": "a/b.txt"}
MISSING_OBJECT = {"Bucket": "differential", "Key": "missing"}
MISSING_BUCKET = {"Bucket": "no-such-bucket"}


def upload(answers: Answers) -> dict:
    return {**OBJECT, "UploadId": answers["CreateMultipartUpload"]["UploadId"]}


STORAGE_CALLS = [
    s3("CreateBucket", Bucket="differential"),
    s3("HeadBucket", Bucket="differential"),
    s3("HeadBucket", "missing", **MISSING_BUCKET),
    s3("ListBuckets"),
    s3("GetBucketLocation", Bucket="differential"),
    s3("GetBucketVersioning", Bucket="differential"),
    s3("PutObject", **OBJECT, Body=b"content", ContentType="text/plain", Metadata={"a": "b"}),
    s3("PutObject", "missing", **MISSING_BUCKET, Key="x", Body=b""),
    s3("GetObject", **OBJECT),
    s3("GetObject", "range", **OBJECT, Range="bytes=0-2"),
    s3("GetObject", "bad range", **OBJECT, Range="bytes=100-"),
    s3("GetObject", "condition", **OBJECT, IfMatch='"other"'),
    s3("GetObject", "missing", **MISSING_OBJECT),
    s3("HeadObject", **OBJECT),
    s3("HeadObject", "missing", **MISSING_OBJECT),
    s3("CopyObject", Bucket="differential", Key="copy", CopySource=OBJECT),
    s3("CopyObject", "missing", Bucket="differential", Key="copy", CopySource=MISSING_OBJECT),
    s3("ListObjects", Bucket="differential", Delimiter="/"),
    s3("ListObjectsV2", Bucket="differential", Delimiter="/"),
    s3("ListObjectsV2", "page", Bucket="differential", MaxKeys=1),
    s3("ListObjectsV2", "missing", **MISSING_BUCKET),
    s3("CreateMultipartUpload", **OBJECT),
    Call("s3", "UploadPart", lambda answers: {**upload(answers), "PartNumber": 1, "Body": b"x"}),
    Call("s3", "ListParts", upload),
    Call(
        "s3",
        "UploadPartCopy",
        lambda answers: {
            **upload(answers),
            "PartNumber": 2,
            "CopySource": {"Bucket": "differential", "Key": "copy"},
        },
    ),
    Call(
        "s3",
        "CompleteMultipartUpload",
        lambda answers: {
            **upload(answers),
            "MultipartUpload": {
                "Parts": [{"PartNumber": 1, "ETag": answers["UploadPart"]["ETag"]}]
            },
        },
    ),
    s3("AbortMultipartUpload", "missing", **OBJECT, UploadId="missing"),
    s3("DeleteBucket", "not empty", Bucket="differential"),
    s3("DeleteObject", Bucket="differential", Key="copy"),
    s3("DeleteObject", "missing", **MISSING_OBJECT),
    s3("DeleteObjects", Bucket="differential", Delete={"Objects": [{"Key": "a/b.txt"}]}),
    s3("DeleteBucket", Bucket="differential"),
    s3("DeleteBucket", "missing", **MISSING_BUCKET),
]


def secrets(operation: str, about: str = "", **members) -> Call:
    return Call("secretsmanager", operation, members, about)


SECRETS = [
    secrets("CreateSecret", Name="differential", SecretString="one", Description="d"),
    secrets("CreateSecret", "duplicate", Name="differential", SecretString="one"),
    secrets("PutSecretValue", SecretId="differential", SecretString="two"),
    secrets("UpdateSecret", SecretId="differential", SecretString="three"),
    secrets("UpdateSecret", "missing", SecretId="missing", SecretString="three"),
    secrets("GetSecretValue", SecretId="differential"),
    secrets("GetSecretValue", "missing", SecretId="missing"),
    secrets("GetSecretValue", "missing stage", SecretId="differential", VersionStage="NONE"),
    secrets("DescribeSecret", SecretId="differential"),
    secrets("DescribeSecret", "missing", SecretId="missing"),
    secrets("ListSecrets"),
    secrets("DeleteSecret", "short", SecretId="differential", RecoveryWindowInDays=1),
    secrets("DeleteSecret", SecretId="differential"),
    secrets("GetSecretValue", "deleted", SecretId="differential"),
    secrets("DeleteSecret", "missing", SecretId="missing"),
]

CLUSTER = {
    "ClusterIdentifier": "differential",
    "NodeType": "ra3.large",
    "NumberOfNodes": 2,
    "MasterUsername": "admin",
    "MasterUserPassword": "Secret-123",
    "DBName": "dev",
}
WAREHOUSE = {"ClusterIdentifier": "differential", "Database": "dev", "DbUser": "admin"}


def statement(answers: Answers) -> dict:
    return {"Id": answers["ExecuteStatement"]["Id"]}


WAREHOUSE_CALLS = [
    Call("redshift", "CreateCluster", CLUSTER),
    Call("redshift", "CreateCluster", CLUSTER, "duplicate"),
    Call("redshift", "DescribeClusters", {}),
    Call("redshift", "DescribeClusters", {"ClusterIdentifier": "missing"}, "missing"),
    Call("redshift-data", "ExecuteStatement", {**WAREHOUSE, "Sql": "select 1 as one"}),
    Call(
        "redshift-data",
        "DescribeStatement",
        statement,
        is_settled=lambda answer: answer["Status"] == "FINISHED",
    ),
    Call("redshift-data", "GetStatementResult", statement),
    Call("redshift-data", "CancelStatement", statement, "finished"),
    Call("redshift-data", "DescribeStatement", {"Id": "x"}, "malformed"),
    Call(
        "redshift-data",
        "DescribeStatement",
        {"Id": "00000000-0000-4000-8000-000000000000"},
        "missing",
    ),
    Call(
        "redshift",
        "DeleteCluster",
        {**{"ClusterIdentifier": "differential"}, "SkipFinalClusterSnapshot": True},
    ),
    Call(
        "redshift",
        "DeleteCluster",
        {"ClusterIdentifier": "missing", "SkipFinalClusterSnapshot": True},
        "missing",
    ),
]

RULE = {"Name": "rule", "EventPattern": '{"source": ["x"]}'}


def rule_arn(answers: Answers) -> dict:
    account = answers["GetCallerIdentity"]["Account"]
    return {"ResourceARN": f"arn:aws:events:us-east-1:{account}:rule/rule"}


def workflow_arn(answers: Answers) -> str:
    account = answers["GetCallerIdentity"]["Account"]
    return f"arn:aws:glue:us-east-1:{account}:workflow/flow"


def events(operation: str, about: str = "", **members) -> Call:
    return Call("events", operation, members, about)


EVENTS = [
    events("PutRule", **RULE, Description="d", Tags=[{"Key": "team", "Value": "data"}]),
    events("DescribeRule", Name="rule"),
    events("DescribeRule", "missing", Name="missing"),
    events("ListRules"),
    events("DisableRule", Name="rule"),
    events("DisableRule", "missing", Name="missing"),
    events("EnableRule", Name="rule"),
    Call(
        "events",
        "PutTargets",
        lambda answers: {
            "Rule": "rule",
            "Targets": [
                {
                    "Id": "flow",
                    "Arn": workflow_arn(answers),
                    "RoleArn": "arn:aws:iam::000000000000:role/x",
                }
            ],
        },
    ),
    events("PutTargets", "missing", Rule="missing", Targets=[{"Id": "x", "Arn": "arn:aws:x"}]),
    events("ListTargetsByRule", Rule="rule"),
    events("ListTargetsByRule", "missing", Rule="missing"),
    Call("events", "ListRuleNamesByTarget", lambda answers: {"TargetArn": workflow_arn(answers)}),
    events("PutEvents", Entries=[{"Source": "x", "DetailType": "d", "Detail": "{}"}]),
    events("PutEvents", "incomplete", Entries=[{"Source": "x"}]),
    Call("events", "ListTagsForResource", rule_arn),
    Call(
        "events",
        "TagResource",
        lambda answers: {**rule_arn(answers), "Tags": [{"Key": "cost", "Value": "1"}]},
    ),
    Call("events", "UntagResource", lambda answers: {**rule_arn(answers), "TagKeys": ["cost"]}),
    events("DeleteRule", "with targets", Name="rule"),
    events("RemoveTargets", Rule="rule", Ids=["flow"]),
    events("RemoveTargets", "missing", Rule="missing", Ids=["flow"]),
    events("DeleteRule", Name="rule"),
]

LOGS = [
    Call("logs", "DescribeLogGroups", {"logGroupNamePrefix": "/none"}),
    Call("logs", "DescribeLogStreams", {"logGroupName": "missing"}, "missing"),
    Call("logs", "GetLogEvents", {"logGroupName": "missing", "logStreamName": "x"}, "missing"),
    Call("logs", "FilterLogEvents", {"logGroupName": "missing"}, "missing"),
]

CALLS = [
    Call("sts", "GetCallerIdentity", {}),
    *CATALOG,
    *DEFINITIONS,
    *RUNS,
    *TAGS,
    *DELETIONS,
    *STORAGE_CALLS,
    *SECRETS,
    *WAREHOUSE_CALLS,
    *EVENTS,
    *LOGS,
]
