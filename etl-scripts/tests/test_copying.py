"""Which files of a source are data, their headers, and the copies of them. S3 is one of memory."""

from __future__ import annotations

import bz2
import gzip
import json
from typing import Any

import pytest
from memory_s3 import MemoryS3

from copying import plan_copies, replace_source
from csv_headers import catalog_names
from source_files import S3Location, S3Object, SourceError, data_files, parse_s3_uri

COLUMNS = [{"name": "id"}, {"name": "note"}]
CASES = {"name": "cases", "uri": "s3://lake/cases/2020.csv", "format": "csv", "columns": COLUMNS}
FOLDER = {**CASES, "uri": "s3://lake/cases/"}
ROWS = b"id,note\n1,x\n"


def lake(files: dict[str, bytes]) -> MemoryS3:
    return MemoryS3({("lake", key): content for key, content in files.items()})


def run(s3: MemoryS3, source: dict[str, Any] = FOLDER) -> int:
    return replace_source(s3, source, 1, "data")


def copies(s3: MemoryS3) -> list[str]:
    return sorted(
        key for bucket, key in s3.objects if bucket == "data" and not key.endswith("_files.json")
    )


def files(s3: MemoryS3) -> list[dict[str, Any]]:
    return json.loads(s3.objects["data", "raw/cases/_files.json"])["files"]


def targets(source: dict[str, Any], keys: list[str], size: int = 10) -> list[str]:
    location = parse_s3_uri(source["uri"], "sources[0].uri")
    objects = [S3Object(key, size, "e") for key in keys]
    files = data_files(source, location, objects)
    return [copy.target_key for copy in plan_copies(source, files)]


def test_a_uri_is_a_bucket_and_a_key() -> None:
    assert parse_s3_uri("s3://lake/a/b.csv", "x") == S3Location("lake", "a/b.csv")


@pytest.mark.parametrize("uri", ["", "lake/a", "https://lake/a", "s3://lake", "s3://lake/"])
def test_other_uris_are_refused_by_their_field(uri: str) -> None:
    with pytest.raises(SourceError, match=r"sources\[2\]\.uri"):
        parse_s3_uri(uri, "sources[2].uri")


def test_a_uri_cannot_climb_out_of_its_bucket() -> None:
    with pytest.raises(SourceError, match=r"sources\[0\]\.uri"):
        parse_s3_uri("s3://lake/a/../../other/b", "sources[0].uri")


def test_names_do_not_depend_on_the_names_of_the_source() -> None:
    assert targets(CASES, ["cases/2020.csv"]) == ["raw/cases/part-00000.csv"]
    assert targets(CASES, ["overall.csv.part_00000"]) == ["raw/cases/part-00000.csv"]


def test_partition_folders_are_kept_and_others_are_not() -> None:
    assert targets(FOLDER, ["cases/year=2020/x/a.csv", "cases/year=2021/b.csv"]) == [
        "raw/cases/year=2020/part-00000.csv",
        "raw/cases/year=2021/part-00001.csv",
    ]


def test_folders_of_two_kinds_are_refused() -> None:
    with pytest.raises(SourceError, match=r"cases/a\.csv and .*year=2020.*not partitions of one"):
        targets(FOLDER, ["cases/a.csv", "cases/year=2020/b.csv"])


def test_compression_stays_visible_in_the_name() -> None:
    assert targets(FOLDER, ["cases/a.csv.gz", "cases/b.GZ", "cases/c.txt"]) == [
        "raw/cases/part-00000.csv.gz",
        "raw/cases/part-00001.csv.gz",
        "raw/cases/part-00002.csv",
    ]


def test_compressions_that_spark_may_lack_are_refused() -> None:
    with pytest.raises(SourceError, match=r"s3://lake/cases/a\.csv\.zst: is compressed as zst"):
        targets(FOLDER, ["cases/a.csv.zst"])


def test_what_is_hidden_is_no_data() -> None:
    hidden = ["cases/_SUCCESS", "cases/.a.csv.crc", "cases/_temporary/b.csv", "cases/.x/c.csv"]
    assert targets(FOLDER, [*hidden, "cases/a.csv", "cases/_p=1/b.csv"][:-1]) == [
        "raw/cases/part-00000.csv"
    ]
    assert targets(FOLDER, ["cases/_p=1/b.csv"]) == ["raw/cases/_p=1/part-00000.csv"]
    assert targets(FOLDER, ["cases/a.csv"], size=0) == []
    assert targets({**CASES, "uri": "s3://lake/_x/a.csv"}, ["_x/a.csv"]) != []


def test_copies_replace_those_of_the_run_before() -> None:
    s3 = lake({"cases/b.csv": ROWS, "cases/a.csv": ROWS})
    s3.objects["data", "raw/cases/part-00007.csv"] = b"old"
    assert run(s3) == 2
    assert copies(s3) == ["raw/cases/part-00000.csv", "raw/cases/part-00001.csv"]
    assert files(s3)[0] == {
        "key": "raw/cases/part-00000.csv",
        "source": "s3://lake/cases/a.csv",
        "size": len(ROWS),
        "etag": MemoryS3.etag(ROWS),
        "header": ["id", "note"],
    }


@pytest.mark.parametrize(
    ("name", "content", "csv", "header"),
    [
        ("a.csv", "\ufeffID, Note \n1,x\n".encode(), {}, ["ID", " Note "]),
        ("a.csv", b'"id","no""te"\n1,x\n', {}, ["id", 'no"te']),
        ("a.csv", b"id;note\n", {"delimiter": ";"}, ["id", "note"]),
        ("a.csv", b"'id','note'\n", {"quote": "'"}, ["id", "note"]),
        ("a.csv", b'"id\\"",note\n', {"escape": "backslash"}, ['id"', "note"]),
        ("a.csv", b'id,"note\n', {"quote": "none"}, ["id", '"note']),
        ("a.csv", b"\r\n\r\nid,note\r\n1,x\r\n", {}, ["id", "note"]),
        ("a.csv", b"id,note", {}, ["id", "note"]),
        ("a.csv", b"id,gr\xf6\xdfe\n", {"encoding": "ISO-8859-1"}, ["id", "größe"]),
        ("a.csv", "\ufeffid,note\n".encode("utf-16-le"), {"encoding": "UTF-16"}, ["id", "note"]),
        ("a.csv.gz", gzip.compress(b"id,note\n" + b"1,x\n" * 100_000), {}, ["id", "note"]),
        ("a.csv.bz2", bz2.compress(b"id,note\n1,x\n"), {}, ["id", "note"]),
        # Streams one after the other, as tools write them that append.
        ("a.csv.gz", gzip.compress(b"id,") + gzip.compress(b"note\n1,x\n"), {}, ["id", "note"]),
        ("a.csv.bz2", bz2.compress(b"id,") + bz2.compress(b"note\n"), {}, ["id", "note"]),
        # The first read ends behind a line break inside of quotes.
        ("a.csv", b'id,"' + b"n" * 65_531 + b'\nx"\n1,x\n', {}, ["id", "n" * 65_531 + "\nx"]),
        ("a.csv", "\ufeff1,x\n".encode("utf-16"), {"encoding": "UTF-16", "header": False}, None),
        ("a.csv", b"id," + b"n" * 70_000 + b"\n1,x\n", {}, ["id", "n" * 70_000]),
        ("a.csv", (b"id,note\n" + b"1,x\n" * 50_000), {"header": False}, None),
    ],
)
def test_headers(name: str, content: bytes, csv: dict[str, Any], header: list[str] | None) -> None:
    s3 = lake({f"cases/{name}": content})
    wanted = [{"name": name} for name in catalog_names(header or [])]
    run(s3, {**FOLDER, "csv": csv, "columns": wanted})
    assert files(s3)[0]["header"] == header


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id\n1\n", r"s3://lake/cases/b\.csv: has no column note; its columns are id"),
        (b"note,id,NOTE\n1,2,3\n", r"b\.csv: has the column note twice"),
        (b"id,gr\xf6\xdfe\n", r"b\.csv: has a header that is not UTF-8: choose csv\.encoding"),
        (b'id,"note" x\n', r"b\.csv: has a header that is no CSV"),
        (b'id,"note\n', r"b\.csv: has a header that is no CSV"),
    ],
)
def test_a_header_that_does_not_fit(content: bytes, message: str) -> None:
    s3 = lake({"cases/a.csv": ROWS, "cases/b.csv": content})
    with pytest.raises(SourceError, match=message):
        run(s3)
    assert ("data", "raw/cases/_files.json") not in s3.objects


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("ISO-8859-1", "id,note\r\n1,Köln\r\n".encode("latin-1")),
        ("windows-1252", "id,note\r\n1,Köln\r\n".encode("cp1252")),
        ("UTF-16", "id,note\r\n1,Köln\r\n".encode("utf-16")),
        ("UTF-16", "\ufeffid,note\r\n1,Köln\r\n".encode("utf-16-be")),
    ],
)
def test_texts_become_utf8(encoding: str, content: bytes) -> None:
    source = {**FOLDER, "csv": {"encoding": encoding}}
    s3 = lake({"cases/a.csv": content, "cases/b.csv.gz": gzip.compress(content)})
    assert run(s3, source) == 2
    wanted = "id,note\r\n1,Köln\r\n".encode()
    assert s3.objects["data", "raw/cases/part-00000.csv"] == wanted
    assert gzip.decompress(s3.objects["data", "raw/cases/part-00001.csv.gz"]) == wanted


def test_a_text_of_another_encoding_than_told() -> None:
    s3 = lake({"cases/a.csv": b"id,note\n1,\x81\n"})
    with pytest.raises(SourceError, match=r"cases/a\.csv: is not windows-1252"):
        run(s3, {**FOLDER, "csv": {"encoding": "windows-1252"}})


def test_other_columns_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    run(lake({"cases/a.csv": b"id,extra,note\n1,2,3\n"}))
    assert "s3://lake/cases/a.csv: not read" in capsys.readouterr().out


def test_the_list_is_gone_until_all_is_copied() -> None:
    s3 = lake({"cases/a.csv": ROWS})
    run(s3)
    s3.failures["CopyObject"] = "SlowDown"
    with pytest.raises(SourceError, match="SlowDown"):
        run(s3)
    assert copies(s3) == ["raw/cases/part-00000.csv"]
    assert ("data", "raw/cases/_files.json") not in s3.objects


def test_a_source_that_changes_while_it_is_copied() -> None:
    s3 = lake({"cases/a.csv": ROWS})
    listed = s3.paginate

    def list_then_change(Bucket: str, Prefix: str) -> Any:  # noqa: N803 - boto3's names
        pages = listed(Bucket, Prefix)
        s3.objects["lake", "cases/a.csv"] = ROWS + b"2,y\n"
        return pages

    # Only the listing differs, as when somebody writes between it and the copy.
    s3.paginate = list_then_change  # type: ignore[method-assign]
    with pytest.raises(SourceError, match=r"cases/a\.csv: changed while it was read"):
        run(s3)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("404", r"sources\[1\]\.uri: there is no object s3://lake/cases/2020\.csv.*folder"),
        ("403", r"sources\[1\]\.uri: the job may not read .*s3:GetObject"),
        ("NoSuchBucket", r"sources\[1\]\.uri: there is no bucket lake"),
        ("SlowDown", r"sources\[1\]\.uri: .*cannot be read.*SlowDown"),
    ],
)
def test_an_unreachable_source_is_named(code: str, message: str) -> None:
    s3 = lake({})
    s3.failures["HeadObject"] = code
    with pytest.raises(SourceError, match=message):
        run(s3, CASES)


@pytest.mark.parametrize("header", [True, False])
def test_utf_16_without_its_mark_is_refused(header: bool) -> None:
    content = "id,note\n1,x\n".encode("utf-16-le")
    csv = {"encoding": "UTF-16", "header": header}
    with pytest.raises(SourceError, match=r"cases/a\.csv: does not begin with the mark"):
        run(lake({"cases/a.csv": content}), {**FOLDER, "csv": csv})


def test_a_name_that_lies_about_the_compression() -> None:
    with pytest.raises(SourceError, match=r"cases/a\.csv\.gz: is not compressed as"):
        run(lake({"cases/a.csv.gz": ROWS}))


@pytest.mark.parametrize("folder", ["year=", "=2020"])
def test_a_folder_that_is_half_a_partition(folder: str) -> None:
    with pytest.raises(SourceError, match="nothing before or behind the ="):
        targets(FOLDER, [f"cases/{folder}/a.csv"])


@pytest.mark.parametrize("operation", ["GetObject", "CopyObject"])
def test_a_source_that_vanishes_while_it_is_copied(operation: str) -> None:
    s3 = lake({"cases/a.csv": ROWS})
    s3.failures[operation] = "NoSuchKey"
    with pytest.raises(SourceError, match=r"cases/a\.csv: changed while it was read"):
        run(s3)


def test_an_object_that_is_named_by_itself_may_have_any_name() -> None:
    assert targets({**CASES, "uri": "s3://lake/_x.csv"}, ["_x.csv"]) == ["raw/cases/part-00000.csv"]


def test_an_empty_folder_is_an_error() -> None:
    with pytest.raises(SourceError, match=r"sources\[1\]\.uri: s3://lake/cases/ holds no data"):
        run(lake({}))


def test_an_object_that_may_be_listed_but_not_read() -> None:
    s3 = lake({"cases/a.csv": ROWS})
    s3.failures["GetObject"] = "403"
    with pytest.raises(SourceError, match=r"may not read s3://lake/cases/a\.csv"):
        run(s3)
