"""
Every known difference of local-glue's answers from moto's (5.2.5), and why ours are right.

`+` is what only local-glue answers, `-` what only moto does, `!` an error. Sources are named: an
AWS document, or the service's model in botocore, whose members and errors are AWS's own.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    #: A regular expression over the whole `Call.name`.
    calls: str
    #: A regular expression over the whole difference.
    difference: str
    reason: str

    def explains(self, call: str, difference: str) -> bool:
        is_call = re.fullmatch(self.calls, call)
        return bool(is_call and re.fullmatch(self.difference, difference))

    def __str__(self) -> str:
        return f"{self.calls} {self.difference}"


OVERWRITTEN = "moto lets the duplicate replace what was there, see Create* above"

KNOWN = [
    # AWS Glue, Data Catalog
    Known(
        "GetTables?",
        r"\+\.Table(List\[\])?\.UpdateTime",
        "Table, AWS Glue API Reference: 'The last time that the table was updated'",
    ),
    Known(
        "GetTable(s|Versions?)?",
        r"\+\..*\.IsRegisteredWithLakeFormation",
        "Table, AWS Glue API Reference: a boolean of every table; here always false",
    ),
    Known(
        "DeleteTableVersion missing",
        r"\+!EntityNotFoundException|-!500",
        "DeleteTableVersion's model declares EntityNotFoundException; moto fails inside",
    ),
    Known(
        "(BatchGetPartition|GetPartitions?( filtered)?)",
        r"\+\.Partitions?(\[\])?\.CatalogId",
        "Partition, AWS Glue API Reference: the id of the Data Catalog in which it resides",
    ),
    Known(
        "BatchGetPartition",
        r"\+\.UnprocessedKeys",
        "BatchGetPartition, AWS Glue API Reference: a list, which is empty here",
    ),
    Known(
        "GetConnections?",
        r"\+\.Connection(List\[\])?\.(ConnectionSchemaVersion|ConnectionType|LastUpdatedBy)",
        "Connection, AWS Glue API Reference; moto drops even the type that was given",
    ),
    Known(
        "GetConnections?",
        r"-\.Connection(List\[\])?\.(Athena|Python|Spark)Properties",
        "none were given: moto answers empty maps",
    ),
    # AWS Glue, definitions
    Known(
        "Create(Job|Workflow|Trigger) duplicate",
        r"\+!AlreadyExistsException|-\.Name",
        "the models of all three declare AlreadyExistsException",
    ),
    Known(
        "(GetJobs?( Spark)?|BatchGetJobs)",
        r"\+\.Jobs?(\[\])?\.(AllocatedCapacity|JobMode|JobRunQueuingEnabled|MaintenanceWindow)",
        "Job, AWS Glue API Reference: what was given, and JobMode's default SCRIPT",
    ),
    Known(
        "GetJob Spark",
        r"\+\.Job\.(ExecutionProperty\.MaxConcurrentRuns|MaxCapacity|MaxRetries|Timeout)",
        "Job, AWS Glue API Reference: each has a default, which Glue answers",
    ),
    Known(
        "(GetJob|BatchGetJobs)",
        r"-\.Jobs?(\[\])?\.ExecutionClass",
        "ExecutionClass, AWS Glue API Reference: of Spark jobs ('command type glueetl') only",
    ),
    Known(
        "GetJob Spark",
        r"-\.Job\.DefaultArguments",
        "moto answers an empty map for none",
    ),
    Known(
        "(GetCrawlers?( after a crawl)?|BatchGetCrawlers)",
        r"\+\.Crawlers?(\[\])?\.(Classifiers|LineageConfiguration)",
        "Crawler, AWS Glue API Reference: an empty list, and DISABLE by default",
    ),
    Known(
        "(GetWorkflow|BatchGetWorkflows)",
        r"\+\.Workflows?(\[\])?\.(DefaultRunProperties|MaxConcurrentRuns)",
        OVERWRITTEN,
    ),
    Known("(GetTriggers?|BatchGetTriggers)", r"\+\.Triggers?(\[\])?\.WorkflowName", OVERWRITTEN),
    # AWS Glue, runs
    Known(
        "GetJobRuns?",
        r"\+\.JobRuns?(\[\])?\.(AllocatedCapacity|JobMode|JobRunQueuingEnabled)",
        "JobRun, AWS Glue API Reference; moto keeps none of the job's own",
    ),
    Known(
        "GetJobRuns?",
        r"-\.JobRuns?(\[\])?\.Arguments",
        "moto answers an empty map for none",
    ),
    Known(
        "StartWorkflowRun too many",
        r"\+!ConcurrentRunsExceededException|-\.RunId",
        "StartWorkflowRun's model declares it for runs beyond MaxConcurrentRuns, which is 1",
    ),
    Known(
        "GetWorkflowRun",
        r"\+\.Run\.(CompletedOn|Statistics)",
        "the run really ran; moto's stay RUNNING and count nothing",
    ),
    Known(
        "StopWorkflowRun",
        r"\+!IllegalWorkflowStateException",
        "StopWorkflowRun's model declares it: this run has ended, moto's never does",
    ),
    Known(
        "StopCrawler at rest",
        r"\+!CrawlerNotRunningException",
        "StopCrawler's model declares it: this crawl has ended, moto's never does",
    ),
    Known(
        "ListCrawls",
        r"\+\.Crawls\[\]\.Summary",
        "CrawlerHistory, AWS Glue API Reference: what the crawl did; moto's do nothing",
    ),
    # Amazon EventBridge
    Known(
        "PutEvents",
        r"\+\.(Entries|FailedEntryCount)|-!500",
        "a rule has a Glue workflow as its target: moto cannot start it and fails inside",
    ),
    # Amazon S3
    Known(
        "(ListBuckets|ListObjects|ListParts)",
        r"-\..*\.DisplayName",
        "Amazon S3 API Reference, Owner: S3 no longer returns DisplayName",
    ),
    Known(
        "(PutObject|GetObject)",
        r"\+\.ChecksumType",
        "Amazon S3 API Reference: x-amz-checksum-type stands beside every checksum",
    ),
    Known(
        "GetObject range",
        r"\+\..*|-!InvalidRange",
        "bytes=0-2 of 7 bytes can be satisfied (RFC 9110, 14.1.2)",
    ),
    Known(
        "ListObjects",
        r"\+\.(Contents\[\]\.ChecksumAlgorithm|Marker|Prefix)",
        "Amazon S3 API Reference, ListObjects: in each answer, empty where none were given",
    ),
    Known(
        "CompleteMultipartUpload",
        r"-\.VersionId",
        "Amazon S3 API Reference: of versioned buckets only",
    ),
    # AWS Secrets Manager
    Known(
        "(DescribeSecret|ListSecrets)",
        r"\+\..*\.?Tags",
        "the list of tags that the model has; empty where a secret has none",
    ),
    # Amazon Redshift
    Known(
        "(CreateCluster|DescribeClusters|DeleteCluster)",
        r"\+\.Clusters?(\[\])?\.(ClusterAvailabilityStatus|ClusterNamespaceArn)",
        "Cluster, Amazon Redshift API Reference; moto has neither",
    ),
    Known(
        "(CreateCluster|DescribeClusters|DeleteCluster)",
        r"-\.Clusters?(\[\])?\.\w+",
        "what the warehouse on this machine does not have (networks, snapshots, maintenance, tags):"
        " moto answers made-up defaults",
    ),
    Known("DescribeStatement", r"\+\.ResultFormat", "DescribeStatement's model has it"),
    Known("DescribeStatement", r"-\.SubStatements", "DescribeStatement: of batches only"),
    Known(
        "GetStatementResult",
        r"\+\.(ColumnMetadata\[\]\.\w+|TotalNumRows)|-\.Records\[\]\[\]\.\w+",
        "the statement really ran (select 1): moto answers the same rows to everything",
    ),
    Known(
        "CancelStatement finished",
        r"\+!ValidationException|-\.Status",
        "CancelStatement, Redshift Data API Reference: 'To be canceled, a query must be running'",
    ),
]
