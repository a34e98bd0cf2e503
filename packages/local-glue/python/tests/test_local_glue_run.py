import json
import subprocess
import sys
from pathlib import Path

import pytest

from local_glue_run import without_jvm_frames

WRAPPER = Path(__file__).parent.parent / "local_glue_run.py"


def run(tmp_path, script, *arguments, env=None):
    path = tmp_path / "job.py"
    path.write_text(script)
    result = tmp_path / "result.json"
    process = subprocess.run(
        [sys.executable, str(WRAPPER), str(path), *arguments],
        capture_output=True,
        text=True,
        env={"LOCAL_GLUE_RESULT": str(result), **(env or {})},
    )
    return process, json.loads(result.read_text())


def test_success(tmp_path):
    process, result = run(
        tmp_path,
        "import sys\nif __name__ == '__main__': print(sys.argv[1:], sys.path[0])",
        "--A",
        "b",
    )
    assert process.returncode == 0
    assert process.stdout == f"['--A', 'b'] {tmp_path}\n"
    assert result == {"ok": True}


@pytest.mark.parametrize(
    ("script", "code", "kind", "message", "line"),
    [
        ("\n1 / 0", 1, "ZeroDivisionError", "division by zero", 2),
        ("import json\n\njson.loads('x')", 1, "JSONDecodeError", "Expecting value", 3),
        ("x = (", 1, "SyntaxError", "was never closed", 1),
        ("import sys\nsys.exit(5)", 5, "SystemExit", "5", 2),
        ("raise SystemExit('no rows')", 1, "SystemExit", "no rows", 1),
    ],
)
def test_failures(tmp_path, script, code, kind, message, line):
    process, result = run(tmp_path, script)
    assert process.returncode == code
    assert result["type"] == kind
    assert message in result["message"]
    assert (result["file"], result["line"]) == ("job.py", line)
    assert "local_glue_run" not in process.stderr


def test_insights_tell_where_the_script_was(tmp_path):
    insights = tmp_path / "insights.log"
    script = (
        "import os\n"
        "def column(row):\n"
        "    return row['price']\n"
        "\n"
        "print(os.environ.get('LOCAL_GLUE_INSIGHTS'))\n"
        "column({})\n"
    )
    process, _ = run(tmp_path, script, env={"LOCAL_GLUE_INSIGHTS": str(insights)})
    assert process.stdout == "None\n"
    head, event = insights.read_text().split("[Glue Exception Analysis] ")
    assert head.endswith("Z ERROR GlueExceptionAnalysisListener: ")
    event = json.loads(event)
    assert event["Event"] == "GlueETLJobExceptionEvent"
    assert event["Failure Reason"].endswith("KeyError: 'price'")
    assert [
        (frame["Declaring Class"], frame["Method Name"], frame["Line Number"])
        for frame in event["Stack Trace"]
    ] == [("column", "return row['price']", 3), ("<module>", "column({})", 6)]
    assert (event["Last Executed Line number"], event["script"]) == (6, "job.py")


def test_no_insights_of_what_succeeds_or_asks_for_none(tmp_path):
    insights = tmp_path / "insights.log"
    run(tmp_path, "print(1)", env={"LOCAL_GLUE_INSIGHTS": str(insights)})
    run(tmp_path, "1 / 0")
    assert not insights.exists()


def test_java_stack_traces_become_one_line():
    text = (
        "An error occurred while calling o61.parquet.\n"
        ": org.apache.spark.SparkException: Job aborted.\n"
        "\tat org.apache.spark.A.b(A.scala:1)\n"
        "Caused by: java.io.IOException: middle\n"
        "\tat x.Y.z(Y.java:2)\n"
        "\t... 3 more\n"
        "Caused by: java.io.IOException: disk is full\n"
        "\tat x.Y.z(Y.java:2)\n"
    )
    assert without_jvm_frames(text) == (
        "An error occurred while calling o61.parquet. : org.apache.spark.SparkException: "
        "Job aborted. (Caused by: java.io.IOException: disk is full)"
    )
