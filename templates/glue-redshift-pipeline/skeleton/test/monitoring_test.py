"""What lib/functions/measure.py, late.py and slack.py make of what AWS tells. Needs nothing installed."""

import json
import sys
import types
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

sys.modules.setdefault("boto3", types.SimpleNamespace(client=None))
sys.path.insert(0, str(Path(__file__).parent.parent / "lib" / "functions"))

import late  # noqa: E402
import measure  # noqa: E402
import slack  # noqa: E402

NOW = datetime(2026, 3, 1, 7, 0, tzinfo=timezone.utc)


class Glue:
    """Answers as Glue does, of one run."""

    def __init__(self, properties=None, runs=(), **run):
        self.properties, self.runs = properties or {}, runs
        self.run = {
            "JobRunState": "SUCCEEDED",
            "CompletedOn": NOW,
            "ExecutionTime": 120,
            "MaxCapacity": 2.0,
            "Arguments": {"--WORKFLOW_RUN_ID": "wr_2"},
            **run,
        }

    def get_job_run(self, JobName, RunId):
        return {"JobRun": self.run}

    def get_job_runs(self, JobName, MaxResults):
        return {"JobRuns": self.runs}

    def get_workflow_run(self, Name, RunId):
        return {"Run": {"StartedOn": NOW - timedelta(minutes=12)}}

    def get_workflow_run_properties(self, Name, RunId):
        return {"RunProperties": self.properties}


def values(glue, job):
    points = measure.measure(glue, "orders", f"orders-{job}", "jr_1")
    return {point["MetricName"]: point["Value"] for point in points}


class Measure(unittest.TestCase):
    def test_tells_what_a_job_used(self):
        self.assertEqual(values(Glue(), "prepare"), {"DpuHours": 240 / 3600, "JobMinutes": 2})

    def test_takes_what_glue_counted_where_the_capacity_changed(self):
        self.assertEqual(values(Glue(DPUSeconds=1800.0), "prepare")["DpuHours"], 0.5)

    def test_tells_of_each_job_and_of_the_pipeline(self):
        points = measure.measure(Glue(), "orders", "orders-load", "jr_1")
        named = {p["MetricName"]: [d["Value"] for d in p["Dimensions"]] for p in points}
        self.assertEqual(named["DpuHours"], ["orders", "load"])
        self.assertEqual(named["RunMinutes"], ["orders"])

    def test_tells_the_rows_and_the_time_of_a_run_that_loaded(self):
        told = values(Glue({measure.ROWS: "7 wr_2"}), "load")
        self.assertEqual((told["Rows"], told["RunMinutes"]), (7, 12))

    def test_leaves_out_what_the_run_before_noted(self):
        self.assertNotIn("Rows", values(Glue({measure.ROWS: "7 wr_1"}), "load"))

    def test_tells_nothing_of_a_run_that_failed(self):
        told = values(Glue({measure.ROWS: "7 wr_2"}, JobRunState="FAILED"), "load")
        self.assertEqual(sorted(told), ["DpuHours", "JobMinutes"])

    def test_tells_nothing_of_runs_of_a_job_that_was_started_by_itself(self):
        self.assertEqual(sorted(values(Glue(Arguments={}), "load")), ["DpuHours", "JobMinutes"])

    def test_counts_the_rules_that_were_broken(self):
        rules = [{"outcome": o} for o in ("passed", "failed", "warned", "quarantined", "unknown")]
        told = {measure.QUALITY: f"{json.dumps({'rules': rules})} wr_2"}
        self.assertEqual(values(Glue(told, JobRunState="FAILED"), "transform")["RulesBroken"], 3)
        self.assertEqual(values(Glue(), "transform")["RulesBroken"], 0)


class Late(unittest.TestCase):
    def test_is_so_unless_a_load_ended_well_within_the_day(self):
        ended = lambda state, hours: {  # noqa: E731
            "JobRunState": state,
            "CompletedOn": NOW - timedelta(hours=hours),
        }
        for runs, is_late in (
            ([], True),
            ([ended("SUCCEEDED", 1)], False),
            ([ended("FAILED", 1), ended("SUCCEEDED", 23)], False),
            ([ended("FAILED", 1), ended("SUCCEEDED", 25)], True),
            ([{"JobRunState": "RUNNING"}], True),
        ):
            self.assertEqual(late.is_late(Glue(runs=runs), "orders-load", NOW), is_late)


class Slack(unittest.TestCase):
    def post(self, message, secret="https://hooks.invalid/x\n"):
        client = mock.Mock()
        client.get_secret_value.return_value = {"SecretString": secret}
        with (
            mock.patch.dict(slack.os.environ, {"SECRET": "hook"}),
            mock.patch.object(slack.boto3, "client", lambda _: client, create=True),
            mock.patch.object(slack.urllib.request, "urlopen") as urlopen,
        ):
            slack.handler({"Records": [{"Sns": {"Message": message}}]}, None)
        request = urlopen.call_args.args[0]
        return request.full_url, json.loads(request.data)["text"]

    def test_posts_words_as_they_are_and_an_alarm_in_words(self):
        alarm = {"NewStateValue": "ALARM", "AlarmDescription": "Too long"}
        for message, words in (("a failed", "a failed"), (json.dumps(alarm), "ALARM: Too long")):
            self.assertEqual(self.post(message), ("https://hooks.invalid/x", words))

    def test_sends_the_password_nowhere_in_the_clear(self):
        with self.assertRaisesRegex(ValueError, "The secret hook holds no URL"):
            self.post("a", secret="http://hooks.invalid/x")


if __name__ == "__main__":
    unittest.main()
