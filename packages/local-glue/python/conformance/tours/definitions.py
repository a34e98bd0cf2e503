"""Jobs, crawlers, triggers and workflows: their lives without a run."""

from tours import ORDERS, Place

ROLE = "arn:aws:iam::000000000000:role/tour"

JOB = {
    "Role": ROLE,
    "Command": {
        "Name": "pythonshell",
        "ScriptLocation": "s3://tour/scripts/hello.py",
        "PythonVersion": "3.9",
    },
    "Description": "Says hello",
    "DefaultArguments": {"--greeting": "hello"},
    "MaxCapacity": 0.0625,
    "MaxRetries": 0,
    "Timeout": 10,
    "GlueVersion": "3.0",
    "ExecutionProperty": {"MaxConcurrentRuns": 3},
}

SPARK_JOB = {
    "Role": ROLE,
    "Command": {"Name": "glueetl", "ScriptLocation": "s3://tour/scripts/x.py"},
    "GlueVersion": "5.0",
    "WorkerType": "G.1X",
    "NumberOfWorkers": 2,
    "ExecutionClass": "STANDARD",
    "Connections": {"Connections": ["tour-warehouse"]},
    "NonOverridableArguments": {"--a": "b"},
    "NotificationProperty": {"NotifyDelayAfter": 5},
    "MaintenanceWindow": "Sun:5",
    "JobMode": "SCRIPT",
    "JobRunQueuingEnabled": False,
}

CRAWLER = {
    "Role": ROLE,
    "DatabaseName": "tour_crawled",
    "Description": "Crawls orders",
    "Targets": {"S3Targets": [{"Path": ORDERS, "Exclusions": ["**/_*"]}]},
    "TablePrefix": "raw_",
    "SchemaChangePolicy": {
        "UpdateBehavior": "UPDATE_IN_DATABASE",
        "DeleteBehavior": "DEPRECATE_IN_DATABASE",
    },
    "RecrawlPolicy": {"RecrawlBehavior": "CRAWL_EVERYTHING"},
    "Configuration": '{"Version": 1.0}',
}

NIGHTLY = {"Schedule": "cron(0 0 1 1 ? 2199)", "Actions": [{"JobName": "tour-hello"}]}

TAGS = {"team": "data"}


def security_configurations(place: Place) -> None:
    glue = place.glue
    encryption = {
        "S3Encryption": [{"S3EncryptionMode": "SSE-S3"}],
        "CloudWatchEncryption": {"CloudWatchEncryptionMode": "DISABLED"},
        "JobBookmarksEncryption": {"JobBookmarksEncryptionMode": "DISABLED"},
    }
    for name in ("tour-strict", "tour-other"):
        glue("CreateSecurityConfiguration", Name=name, EncryptionConfiguration=encryption)
    glue("GetSecurityConfiguration", Name="tour-strict")
    assert len(glue.pages("GetSecurityConfigurations", "SecurityConfigurations")) == 2
    glue("DeleteSecurityConfiguration", Name="tour-other")


def jobs(place: Place) -> None:
    glue = place.glue
    glue("CreateJob", Name="tour-hello", **JOB, Tags=TAGS)
    glue("CreateJob", Name="tour-spark", **SPARK_JOB)
    glue("CreateJob", Name="tour-old", **JOB)
    glue("GetJob", JobName="tour-spark")
    assert len(glue.pages("GetJobs", "Jobs", PaginationConfig={"PageSize": 2})) == 3
    assert glue("ListJobs", Tags=TAGS)["JobNames"] == ["tour-hello"]
    glue("ListJobs", MaxResults=1)
    found = glue("BatchGetJobs", JobNames=["tour-hello", "missing"])
    assert found["JobsNotFound"] == ["missing"]
    glue("UpdateJob", JobName="tour-old", JobUpdate={**JOB, "Description": "Changed"})
    glue("DeleteJob", JobName="tour-old")


def crawlers(place: Place) -> None:
    glue = place.glue
    glue("CreateDatabase", DatabaseInput={"Name": "tour_crawled"})
    glue("CreateCrawler", Name="tour-raw", **CRAWLER, Tags=TAGS)
    glue("CreateCrawler", Name="tour-scheduled", **CRAWLER, Schedule="cron(0 6 * * ? *)")
    glue("CreateCrawler", Name="tour-old", **CRAWLER)
    glue("GetCrawler", Name="tour-scheduled")
    assert len(glue.pages("GetCrawlers", "Crawlers", PaginationConfig={"PageSize": 2})) == 3
    assert glue("ListCrawlers", Tags=TAGS)["CrawlerNames"] == ["tour-raw"]
    found = glue("BatchGetCrawlers", CrawlerNames=["tour-raw", "missing"])
    assert found["CrawlersNotFound"] == ["missing"]
    glue("StopCrawlerSchedule", CrawlerName="tour-scheduled")
    glue("StartCrawlerSchedule", CrawlerName="tour-scheduled")
    glue("UpdateCrawlerSchedule", CrawlerName="tour-scheduled", Schedule="cron(0 7 * * ? *)")
    glue("GetCrawler", Name="tour-scheduled")
    glue("UpdateCrawler", Name="tour-old", Description="Changed")
    glue("DeleteCrawler", Name="tour-old")


def classifiers(place: Place) -> None:
    glue = place.glue
    csv = {"Name": "tour-csv", "Delimiter": ";", "QuoteSymbol": "'", "ContainsHeader": "PRESENT"}
    glue("CreateClassifier", CsvClassifier=csv)
    glue("CreateClassifier", CsvClassifier={**csv, "Name": "tour-old"})
    json = {"Name": "tour-json", "JsonPath": "$[*]"}
    glue("CreateClassifier", JsonClassifier=json)
    unknown = {"Name": "tour-unknown", "JsonPath": "$..deep"}
    glue.refused("CreateClassifier", "InvalidInputException", JsonClassifier=unknown)
    grok = {"Name": "tour-grok", "Classification": "lines", "GrokPattern": "%{GREEDYDATA:line}"}
    glue.refused("CreateClassifier", "InvalidInputException", GrokClassifier=grok)
    glue("GetClassifier", Name="tour-csv")
    glue("GetClassifier", Name="tour-json")
    glue("UpdateClassifier", CsvClassifier={**csv, "Delimiter": "|"})
    glue("UpdateClassifier", JsonClassifier={**json, "JsonPath": "$.rows[*]"})
    found = glue.pages("GetClassifiers", "Classifiers", PaginationConfig={"PageSize": 1})
    assert len(found) == 3
    glue("DeleteClassifier", Name="tour-old")
    glue.refused("GetClassifier", "EntityNotFoundException", Name="tour-old")


def workflows(place: Place) -> None:
    glue = place.glue
    glue(
        "CreateWorkflow",
        Name="tour",
        Description="Of the tour",
        DefaultRunProperties={"env": "local"},
        MaxConcurrentRuns=2,
        Tags=TAGS,
    )
    glue("CreateWorkflow", Name="tour-old")
    glue("GetWorkflow", Name="tour")
    glue("UpdateWorkflow", Name="tour-old", Description="Changed")
    assert glue("ListWorkflows", MaxResults=1)["Workflows"] == ["tour"]
    found = glue("BatchGetWorkflows", Names=["tour", "missing"], IncludeGraph=True)
    assert found["MissingWorkflows"] == ["missing"]
    glue("DeleteWorkflow", Name="tour-old")


def triggers(place: Place) -> None:
    glue = place.glue
    glue(
        "CreateTrigger",
        Name="tour-start",
        WorkflowName="tour",
        Type="ON_DEMAND",
        Actions=[{"CrawlerName": "tour-raw"}],
        Tags=TAGS,
    )
    succeeded = {
        "LogicalOperator": "EQUALS",
        "CrawlerName": "tour-raw",
        "CrawlState": "SUCCEEDED",
    }
    glue(
        "CreateTrigger",
        Name="tour-then",
        WorkflowName="tour",
        Type="CONDITIONAL",
        Predicate={"Logical": "AND", "Conditions": [succeeded]},
        Actions=[
            {
                "JobName": "tour-hello",
                "Arguments": {"--greeting": "hi"},
                "Timeout": 5,
                "NotificationProperty": {"NotifyDelayAfter": 1},
            }
        ],
        StartOnCreation=True,
    )
    glue(
        "CreateTrigger",
        Name="tour-nightly",
        Type="SCHEDULED",
        **NIGHTLY,
    )
    glue("GetTrigger", Name="tour-then")
    assert len(glue.pages("GetTriggers", "Triggers", PaginationConfig={"PageSize": 2})) == 3
    glue("GetTriggers", DependentJobName="tour-hello")
    assert glue("ListTriggers", Tags=TAGS)["TriggerNames"] == ["tour-start"]
    found = glue("BatchGetTriggers", TriggerNames=["tour-start", "missing"])
    assert found["TriggersNotFound"] == ["missing"]
    glue("StartTrigger", Name="tour-nightly")
    glue("StopTrigger", Name="tour-nightly")
    glue("UpdateTrigger", Name="tour-nightly", TriggerUpdate=NIGHTLY)
    glue("DeleteTrigger", Name="tour-nightly")
    glue("GetWorkflow", Name="tour", IncludeGraph=True)


def tags(place: Place) -> None:
    glue = place.glue
    job = "arn:aws:glue:us-east-1:000000000000:job/tour-hello"
    glue("TagResource", ResourceArn=job, TagsToAdd={"cost": "1"})
    assert glue("GetTags", ResourceArn=job)["Tags"] == {"team": "data", "cost": "1"}
    glue("UntagResource", ResourceArn=job, TagsToRemove=["cost"])


TOURS = (security_configurations, jobs, crawlers, classifiers, workflows, triggers, tags)
