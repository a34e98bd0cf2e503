"""Walks through the local AWS endpoint with an unmodified boto3.

Prints one JSON document of what it saw; the test beside it judges that.
"""

import json
import os
import sys
import time

import boto3

ENDPOINT = sys.argv[1]
WORKFLOW = sys.argv[2]


def client(service: str):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id="any",
        aws_secret_access_key="any",
    )


def follow_run(glue, run_id: str) -> list[str]:
    """The statuses of the run, in the order in which they were seen."""
    seen: list[str] = []
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        run = glue.get_workflow_run(Name=WORKFLOW, RunId=run_id, IncludeGraph=True)["Run"]
        if not seen or seen[-1] != run["Status"]:
            seen.append(run["Status"])
        if run["Status"] in ("COMPLETED", "STOPPED", "ERROR"):
            statistics = run["Statistics"]
            assert statistics["SucceededActions"] == statistics["TotalActions"], statistics
            return seen
        time.sleep(0.2)
    raise TimeoutError(f"{WORKFLOW} {run_id} is still {seen[-1]}")


def query(data, sql: str) -> list[list[dict]]:
    statement = data.execute_statement(WorkgroupName=WORKFLOW, Database="dev", Sql=sql)["Id"]
    while (state := data.describe_statement(Id=statement))["Status"] not in ("FINISHED", "FAILED", "ABORTED"):
        time.sleep(0.1)
    assert state["Status"] == "FINISHED", state
    return data.get_statement_result(Id=statement)["Records"]


def main() -> None:
    glue, s3, data = client("glue"), client("s3"), client("redshift-data")
    graph = glue.get_workflow(Name=WORKFLOW, IncludeGraph=True)["Workflow"]["Graph"]
    run_id = glue.start_workflow_run(Name=WORKFLOW)["RunId"]

    s3.create_bucket(Bucket="boto3-tour")
    body = os.urandom(12 * 1024 * 1024)
    s3.upload_fileobj(__import__("io").BytesIO(body), "boto3-tour", "folder/a b+ü.bin")
    read = s3.get_object(Bucket="boto3-tour", Key="folder/a b+ü.bin")["Body"].read()
    listed = s3.list_objects_v2(Bucket="boto3-tour", Prefix="folder/")["Contents"]

    print(
        json.dumps(
            {
                "account": client("sts").get_caller_identity()["Account"],
                "nodes": [[node["Type"], node["Name"]] for node in graph["Nodes"]],
                "edges": len(graph["Edges"]),
                "intact": read == body,
                "listed": [[item["Key"], item["Size"]] for item in listed],
                "statuses": follow_run(glue, run_id),
                "rows": query(data, "select count(*) from covid_hiring_table")[0][0],
            }
        )
    )


if __name__ == "__main__":
    main()
