"""
The AWS CLI against local-glue: its own commands for S3 and logs, its paging and queries.

One command runs as a process of its own, as users run it; the others inside this one, which spares
a second each.
"""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import awscli.clidriver
import pytest

import answers
from waiting import until

#: The exit code of version 1 of the CLI after any error.
FAILURE = 255

ROLE = "arn:aws:iam::000000000000:role/x"


@pytest.fixture(scope="module")
def environment(local_glue, tmp_path_factory):
    """What a user exports instead of giving `--endpoint-url` each time."""
    empty = tmp_path_factory.mktemp("aws") / "config"
    empty.touch()
    return {
        "AWS_ENDPOINT_URL": local_glue.url,
        "AWS_ACCESS_KEY_ID": "any",
        "AWS_SECRET_ACCESS_KEY": "any",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(empty),
        "AWS_SHARED_CREDENTIALS_FILE": str(empty),
        "AWS_PAGER": "",
    }


@pytest.fixture(scope="module")
def deviations():
    """What botocore's model did not allow in the answers so far."""
    return []


@pytest.fixture(scope="module")
def driver(environment, deviations):
    """The CLI, which remembers the services' models that it has read."""

    def check(operation_model, response_dict, **_event):
        status = response_dict["status_code"]
        if status < 300:
            headers, body = response_dict["headers"], response_dict["body"]
            deviations.extend(answers.deviations(operation_model, status, headers, body))

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        driver = awscli.clidriver.create_clidriver()
        driver.session.register("before-parse", check)
        yield driver


@pytest.fixture
def aws(driver, deviations, capfd):
    """`aws("glue list-jobs")`: what the command prints, read as JSON where it is JSON."""

    def run(command: str, *arguments: str, expect: int = 0):
        code = driver.main([*shlex.split(command), *map(str, arguments)])
        printed = capfd.readouterr()
        assert code == expect, printed.err
        assert deviations == []
        return read(printed.out) if expect == 0 else printed.err

    return run


def read(text: str):
    try:
        return json.loads(text)
    except ValueError:
        return text


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder to copy to S3."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "sub").mkdir()
    (folder / "one.csv").write_text("id,amount\n1,2.5\n")
    (folder / "sub/two.csv").write_text("id,amount\n2,3.5\n")
    (folder / "hello.py").write_text("print('hello from the job')\n")
    with (folder / "large.bin").open("wb") as large:
        large.truncate(9 * 1024 * 1024)  # More than one part.
    return folder


def test_a_process_of_its_own(environment):
    answer = subprocess.run(
        [sys.executable, "-m", "awscli", "sts", "get-caller-identity", "--output", "json"],
        env={**environment, "PATH": ""},
        capture_output=True,
        check=True,
    )
    assert json.loads(answer.stdout)["Account"] == "000000000000"


def test_s3_commands(aws, folder):
    aws("s3 mb s3://cli")
    aws("s3 cp", folder / "large.bin", "s3://cli/large.bin", "--only-show-errors")
    assert "9437184 large.bin" in aws("s3 ls s3://cli/")
    synced = aws("s3 sync", folder, "s3://cli/in/", "--exclude", "large.bin", "--no-progress")
    assert synced.count("upload:") == 3
    # Nothing has changed since.
    again = aws("s3 sync", folder, "s3://cli/in/", "--exclude", "large.bin", "--no-progress")
    assert again == ""
    listed = aws("s3 ls s3://cli/in/ --recursive --summarize")
    assert "in/sub/two.csv" in listed
    assert "Total Objects: 3" in listed
    assert "PRE sub/" in aws("s3 ls s3://cli/in/")
    aws("s3 mv s3://cli/large.bin s3://cli/moved.bin --only-show-errors")
    target = folder / "back.bin"
    aws("s3 cp s3://cli/moved.bin", target, "--only-show-errors")
    assert target.read_bytes() == (folder / "large.bin").read_bytes()
    target.unlink()
    assert aws("s3 cp s3://cli/in/one.csv -") == "id,amount\n1,2.5\n"
    aws("s3 rm s3://cli/moved.bin")
    aws("s3 mb s3://cli-old")
    aws("s3 cp s3://cli/in/ s3://cli-old/copy/ --recursive --only-show-errors")
    aws("s3 rb s3://cli-old --force")
    names = aws("s3api list-buckets --query", "Buckets[].Name")
    assert "cli" in names
    assert "cli-old" not in names


def test_s3api_waits_and_pages(aws, folder):
    aws("s3api wait bucket-exists --bucket cli")
    aws("s3api wait object-exists --bucket cli --key in/one.csv")
    aws("s3api wait object-not-exists --bucket cli --key moved.bin")
    first = aws("s3api list-objects-v2 --bucket cli --max-items 1")
    rest = aws(
        "s3api list-objects-v2 --bucket cli --starting-token", first["NextToken"], "--page-size=1"
    )
    assert [each["Key"] for each in first["Contents"] + rest["Contents"]] == [
        "in/hello.py",
        "in/one.csv",
        "in/sub/two.csv",
    ]
    message = aws("s3api head-object --bucket cli --key missing", expect=FAILURE)
    assert "(404)" in message


def test_glue_workflow(aws):
    aws(
        "glue create-job --name cli-job --role",
        ROLE,
        "--command",
        "Name=pythonshell,ScriptLocation=s3://cli/in/hello.py,PythonVersion=3.9",
        "--default-arguments",
        '{"--a":"b"}',
    )
    aws("glue create-workflow --name cli --default-run-properties env=local --tags team=data")
    aws(
        "glue create-trigger --name cli-start --workflow-name cli --type ON_DEMAND --actions",
        "JobName=cli-job",
    )
    graph = aws("glue get-workflow --name cli --include-graph --query Workflow.Graph")
    assert {node["Type"] for node in graph["Nodes"]} == {"TRIGGER", "JOB"}
    assert len(graph["Edges"]) == 1
    run_id = aws("glue start-workflow-run --name cli --query RunId --output text").strip()
    status = until(
        lambda: aws(
            "glue get-workflow-run --name cli --query Run.Status --output text --run-id", run_id
        ).strip(),
        lambda found: found != "RUNNING",
    )
    assert status == "COMPLETED"
    table = aws("glue get-workflow-run --name cli --include-graph --output table --run-id", run_id)
    assert "SucceededActions" in table
    assert aws("glue get-workflow-run-properties --name cli --run-id", run_id) == {
        "RunProperties": {"env": "local"}
    }


def test_glue_pages(aws):
    for name in ("a", "b", "c"):
        aws(f"glue create-database --database-input Name=cli_{name}")
    names = aws("glue get-databases --page-size 1 --query", "DatabaseList[].Name")
    assert {"cli_a", "cli_b", "cli_c"} <= set(names)
    first = aws("glue get-databases --max-items 1")
    assert len(first["DatabaseList"]) == 1
    second = aws("glue get-databases --max-items 1 --starting-token", first["NextToken"])
    assert second["DatabaseList"] != first["DatabaseList"]
    runs = aws("glue get-job-runs --job-name cli-job --no-paginate")
    assert [run["JobRunState"] for run in runs["JobRuns"]] == ["SUCCEEDED"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("glue get-job --job-name missing", "(EntityNotFoundException)"),
        (f"glue create-workflow --name {'x' * 256}", "(ValidationException)"),
        ("glue list-blueprints", "does not support glue:ListBlueprints"),
        ("redshift describe-cluster-snapshots", "does not support redshift:"),
        ("s3api get-bucket-acl --bucket cli", "(NotImplemented)"),
        ("logs describe-log-streams --log-group-name x", "(ResourceNotFoundException)"),
    ],
)
def test_errors_are_shown_by_name(aws, command, message):
    assert message in aws(command, expect=FAILURE)


def test_logs(aws):
    group = "/aws-glue/python-jobs/output"
    found = aws(
        f"logs filter-log-events --log-group-name {group} --filter-pattern job --page-size 1"
    )
    assert any("hello from the job" in event["message"] for event in found["events"])
    streams = aws(f"logs describe-log-streams --log-group-name {group} --query", "logStreams[]")
    events = aws(
        f"logs get-log-events --log-group-name {group} --start-from-head --log-stream-name",
        streams[-1]["logStreamName"],
        "--query",
        "events[].message",
    )
    assert any("hello from the job" in message for message in events)


def test_redshift(aws):
    target = "--workgroup-name local-glue --database dev"
    run = f"redshift-data execute-statement {target} --query Id --output text --sql"

    def ended(sql: str) -> dict:
        statement = aws(run, sql).strip()
        return until(
            lambda: aws("redshift-data describe-statement --id", statement),
            lambda found: found["Status"] in {"FINISHED", "FAILED"},
        )

    assert ended("create table cli_orders (id bigint, amount double precision)")["Status"] == (
        "FINISHED"
    )
    copy = "copy cli_orders from 's3://cli/in/one.csv' iam_role default csv ignoreheader 1"
    assert ended(copy)["Status"] == "FINISHED"
    statement = ended("select id, amount from cli_orders")
    result = aws("redshift-data get-statement-result --id", statement["Id"], "--query", "Records")
    assert result == [[{"longValue": 1}, {"doubleValue": 2.5}]]
    tables = aws(f"redshift-data list-tables {target} --table-pattern cli%")
    assert [table["name"] for table in tables["Tables"]] == ["cli_orders"]
    aws(
        "redshift create-cluster --cluster-identifier cli --node-type ra3.large --number-of-nodes 2"
        " --master-username admin --master-user-password Secret-123"
    )
    aws("redshift wait cluster-available --cluster-identifier cli")
    aws("redshift-serverless create-namespace --namespace-name cli --db-name dev")
    assert aws("redshift-serverless get-namespace --namespace-name cli --query namespace.status")


def test_secrets(aws):
    aws("secretsmanager create-secret --name cli --secret-string", '{"password":"x"}')
    value = aws("secretsmanager get-secret-value --secret-id cli --query SecretString")
    assert json.loads(value) == {"password": "x"}
