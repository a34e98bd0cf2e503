"""What lib/functions/jobFile.py does in S3, of which this keeps the calls. Needs nothing installed."""

import json
import sys
import types
import unittest
from pathlib import Path
from unittest import mock

sys.modules.setdefault("boto3", types.SimpleNamespace(client=None))
sys.path.insert(0, str(Path(__file__).parent.parent / "lib" / "functions"))

import answer  # noqa: E402
import jobFile as job_file  # noqa: E402

WANTED = {
    "ServiceToken": "arn",
    "From": "assets",
    "FromKey": "aa.py",
    "Bucket": "data",
    "Key": "scripts/0f1e/load.py",
}


class NoSuchBucket(Exception):
    pass


class Store:
    exceptions = types.SimpleNamespace(NoSuchBucket=NoSuchBucket)

    def __init__(self, fails=None):
        self.fails, self.calls = fails, []

    def copy_object(self, Bucket, Key, CopySource):
        self.call("copy", f"{CopySource['Bucket']}/{CopySource['Key']}", f"{Bucket}/{Key}")

    def delete_object(self, Bucket, Key):
        self.call("delete", f"{Bucket}/{Key}")

    def call(self, *told):
        self.calls.append(told)
        if self.fails:
            raise self.fails


class JobFile(unittest.TestCase):
    def answer_to(self, store, request, **more):
        event = {
            "RequestType": request,
            "ResponseURL": "https://answers.invalid/",
            "StackId": "s",
            "RequestId": "r",
            "LogicalResourceId": "l",
            "ResourceProperties": WANTED,
            **more,
        }
        context = types.SimpleNamespace(log_stream_name="stream")
        with (
            mock.patch.object(job_file.boto3, "client", lambda _: store, create=True),
            mock.patch.object(answer.urllib.request, "urlopen") as urlopen,
        ):
            job_file.handler(event, context)
        return json.loads(urlopen.call_args.args[0].data)

    def test_copies_it_under_its_name(self):
        store = Store()
        told = self.answer_to(store, "Create")
        self.assertEqual(store.calls, [("copy", "assets/aa.py", "data/scripts/0f1e/load.py")])
        self.assertEqual(told["Status"], "SUCCESS")
        self.assertEqual(told["PhysicalResourceId"], "data/scripts/0f1e/load.py")

    def test_removes_it(self):
        store = Store()
        told = self.answer_to(store, "Delete", PhysicalResourceId="data/scripts/0f1e/load.py")
        self.assertEqual(store.calls, [("delete", "data/scripts/0f1e/load.py")])
        self.assertEqual(told["PhysicalResourceId"], "data/scripts/0f1e/load.py")

    def test_has_nothing_to_remove_of_a_bucket_that_is_gone(self):
        told = self.answer_to(Store(fails=NoSuchBucket()), "Delete", PhysicalResourceId="x")
        self.assertEqual(told["Status"], "SUCCESS")

    def test_tells_why_it_failed(self):
        told = self.answer_to(Store(fails=RuntimeError("AccessDenied")), "Create")
        self.assertEqual(told["Status"], "FAILED")
        self.assertEqual(told["Reason"], "AccessDenied (log stream)")


if __name__ == "__main__":
    unittest.main()
