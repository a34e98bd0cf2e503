"""The names and the copying of prepare.py. Only S3's answers are stubbed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

import prepare
from prepare import PipelineError, S3Location

CASES = {"name": "cases", "uri": "s3://lake/cases/2020.csv", "format": "csv"}
FOLDER = {"name": "cases", "uri": "s3://lake/cases/", "format": "csv"}


@pytest.fixture
def s3() -> Any:
    return boto3.client(
        "s3", region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
    )


@pytest.fixture
def answers(s3: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stubber]:
    # The stub answers in a fixed order, so the requests must come in one.
    monkeypatch.setattr(prepare, "PARALLEL_REQUESTS", 1)
    with Stubber(s3) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


def targets(source: dict[str, Any], keys: list[str], size: int = 10) -> list[str]:
    location = prepare.parse_s3_uri(source["uri"], "sources[0].uri")
    copies = prepare.plan_copies(source, location, [(key, size) for key in keys])
    return [copy.target_key for copy in copies]


def test_a_uri_is_a_bucket_and_a_key() -> None:
    assert prepare.parse_s3_uri("s3://lake/a/b.csv", "x") == S3Location("lake", "a/b.csv")


@pytest.mark.parametrize("uri", ["", "lake/a", "https://lake/a", "s3://lake", "s3://lake/"])
def test_other_uris_are_refused_by_their_field(uri: str) -> None:
    with pytest.raises(PipelineError, match=r"sources\[2\]\.uri"):
        prepare.parse_s3_uri(uri, "sources[2].uri")


def test_a_uri_cannot_climb_out_of_its_bucket() -> None:
    with pytest.raises(PipelineError, match=r"sources\[0\]\.uri"):
        prepare.parse_s3_uri("s3://lake/a/../../other/b", "sources[0].uri")


def test_names_do_not_depend_on_the_names_of_the_source() -> None:
    assert targets(CASES, ["cases/2020.csv"]) == ["raw/cases/part-00000.csv"]
    assert targets(CASES, ["overall.csv.part_00000"]) == ["raw/cases/part-00000.csv"]


def test_objects_are_numbered_in_the_order_of_their_keys() -> None:
    location = S3Location("lake", "cases/")
    copies = prepare.plan_copies(FOLDER, location, [("cases/b.csv", 1), ("cases/a.csv", 1)])
    assert [(copy.source.key, copy.target_key) for copy in copies] == [
        ("cases/a.csv", "raw/cases/part-00000.csv"),
        ("cases/b.csv", "raw/cases/part-00001.csv"),
    ]


def test_partition_folders_are_kept_and_others_are_not() -> None:
    assert targets(FOLDER, ["cases/year=2020/x/a.csv", "cases/year=2021/b.csv"]) == [
        "raw/cases/year=2020/part-00000.csv",
        "raw/cases/year=2021/part-00001.csv",
    ]


def test_compression_stays_visible_in_the_name() -> None:
    assert targets(FOLDER, ["cases/a.csv.gz", "cases/b.GZ", "cases/c.txt"]) == [
        "raw/cases/part-00000.csv.gz",
        "raw/cases/part-00001.csv.gz",
        "raw/cases/part-00002.csv",
    ]


def test_markers_are_not_data() -> None:
    assert targets(FOLDER, ["cases/_SUCCESS", "cases/.a.csv.crc", "cases/a.csv"]) == [
        "raw/cases/part-00000.csv"
    ]
    assert targets(FOLDER, ["cases/a.csv"], size=0) == []


def head(answers: Stubber, bucket: str, key: str, size: int) -> None:
    answers.add_response("head_object", {"ContentLength": size}, {"Bucket": bucket, "Key": key})


def test_an_object_is_copied_and_older_copies_are_deleted(s3: Any, answers: Stubber) -> None:
    head(answers, "lake", "cases/2020.csv", 10)
    head(answers, "lake", "cases/2020.csv", 10)  # boto3's own, to choose how to copy
    answers.add_response(
        "copy_object",
        {},
        {
            "Bucket": "data",
            "Key": "raw/cases/part-00000.csv",
            "CopySource": {"Bucket": "lake", "Key": "cases/2020.csv"},
            "TaggingDirective": "REPLACE",
        },
    )
    answers.add_response(
        "list_objects_v2",
        {
            "Contents": [
                {"Key": "raw/cases/part-00000.csv", "Size": 10},
                {"Key": "raw/cases/part-00001.csv", "Size": 10},
            ]
        },
        {"Bucket": "data", "Prefix": "raw/cases/"},
    )
    answers.add_response("delete_object", {}, {"Bucket": "data", "Key": "raw/cases/part-00001.csv"})

    assert prepare.replace_source(s3, CASES, 0, "data") == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("404", r"sources\[1\]\.uri: there is no object s3://lake/cases/2020\.csv.*folder"),
        ("403", r"sources\[1\]\.uri: the job may not read .*s3:GetObject"),
        ("NoSuchBucket", r"sources\[1\]\.uri: there is no bucket lake"),
        ("SlowDown", r"sources\[1\]\.uri: .*cannot be read.*SlowDown"),
    ],
)
def test_an_unreachable_source_is_named(s3: Any, answers: Stubber, code: str, message: str) -> None:
    answers.add_client_error("head_object", code)
    with pytest.raises(PipelineError, match=message):
        prepare.replace_source(s3, CASES, 1, "data")


def test_an_empty_folder_is_an_error_and_deletes_nothing(s3: Any, answers: Stubber) -> None:
    answers.add_response("list_objects_v2", {}, {"Bucket": "lake", "Prefix": "cases/"})
    with pytest.raises(PipelineError, match=r"sources\[0\]\.uri: s3://lake/cases/ holds no data"):
        prepare.replace_source(s3, FOLDER, 0, "data")


def test_an_object_that_may_be_listed_but_not_read(s3: Any, answers: Stubber) -> None:
    answers.add_response(
        "list_objects_v2",
        {"Contents": [{"Key": "cases/a.csv", "Size": 1}]},
        {"Bucket": "lake", "Prefix": "cases/"},
    )
    answers.add_client_error("head_object", "403")
    with pytest.raises(PipelineError, match=r"may not read s3://lake/cases/a\.csv"):
        prepare.replace_source(s3, FOLDER, 0, "data")


def test_the_pipeline_is_read_as_json(s3: Any, answers: Stubber) -> None:
    body = json.dumps({"sources": [CASES]}).encode()
    answers.add_response(
        "get_object", {"Body": io.BytesIO(body)}, {"Bucket": "assets", "Key": "p.json"}
    )
    assert prepare.read_pipeline(s3, "s3://assets/p.json") == {"sources": [CASES]}
