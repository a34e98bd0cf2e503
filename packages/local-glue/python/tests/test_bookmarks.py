import json

import pytest

from awsglue._bookmarks import Bookmarks, SourceFile
from awsglue.job import Job

T = 1_700_000_000_000
MINUTE = 60_000


def files(*pairs):
    return [SourceFile(path, T + minutes * MINUTE) for path, minutes in pairs]


def chosen(bookmarks, found, minutes, **options):
    moment = T + minutes * MINUTE
    return [file.path for file in bookmarks.choose("source", found, options, moment)]


def following(bookmarks):
    """The bookmark that the next run gets, if this one commits and succeeds."""
    states = json.loads(json.dumps({**bookmarks.states, **bookmarks.reached}))
    return Bookmarks(True, states)


def test_a_run_reads_what_no_run_before_it_has_read():
    first = Bookmarks(True, {})
    assert chosen(first, files(("a", -60), ("b", -1)), 0) == ["a", "b"]
    second = following(first)
    assert chosen(second, files(("a", -60), ("b", -1), ("c", 1)), 2) == ["c"]
    third = following(second)
    assert chosen(third, files(("a", -60), ("b", -1), ("c", 1)), 3) == []
    fourth = following(third)
    assert chosen(fourth, files(("a", 4), ("b", -1), ("c", 1)), 5) == ["a"]


def test_a_file_that_shows_up_late_is_read_within_the_band():
    second = following_of(files(("a", -1)), 0)
    assert chosen(second, files(("a", -1), ("late", -14), ("too late", -16)), 1) == ["late"]
    second = following_of(files(("a", -1)), 0, maxBand=20 * MINUTE)
    assert chosen(second, files(("late", -14), ("less late", -16)), 1) == ["late", "less late"]


def following_of(found, minutes, **options):
    first = Bookmarks(True, {})
    chosen(first, found, minutes, **options)
    return following(first)


def test_files_beyond_the_limit_of_the_band_wait_for_the_next_run():
    found = files(("a", -3), ("b", -2), ("c", -1), ("old", -60))
    first = Bookmarks(True, {})
    assert chosen(first, found, 0, maxFilesInBand=2) == ["a", "b", "old"]
    second = following(first)
    assert chosen(second, found, 1, maxFilesInBand=3) == ["c"]
    assert chosen(following(second), found, 2) == []


def test_what_is_written_at_the_moment_of_the_listing_is_read_once():
    found = files(("a", 0), ("b", 1))
    first = Bookmarks(True, {})
    assert chosen(first, found, 0) == ["a"]
    second = following(first)
    assert chosen(second, found, 1) == ["b"]
    assert chosen(following(second), found, 2) == []


def test_a_paused_run_may_read_what_the_runs_between_two_have_read():
    found = files(("a", -1), ("b", 1), ("c", 3))
    one = following_of(found[:1], 0)
    two = following_of(found[:2], 2)
    between = Bookmarks(False, one.states, two.states)
    assert chosen(between, found, 9) == ["b"]
    assert between.reached == {}


def test_sources_have_a_state_each():
    first = Bookmarks(True, {})
    first.choose("one", files(("a", -1)), {}, T)
    second = following(first)
    assert second.choose("two", files(("a", -1)), {}, T) == files(("a", -1))
    assert set(following(second).states) == {"one", "two"}


class TestReads:
    """Through Spark, as a script does."""

    @pytest.fixture
    def begin(self, glue_context, tmp_path, monkeypatch):
        """Begins a run with the bookmark that the last one committed."""
        given, commit = tmp_path / "bookmark.json", tmp_path / "committed.json"
        monkeypatch.setenv("LOCAL_GLUE_BOOKMARK", str(given))
        monkeypatch.setenv("LOCAL_GLUE_BOOKMARK_COMMIT", str(commit))

        def begin(commits=True):
            states = json.loads(commit.read_text())["states"] if commit.exists() else {}
            given.write_text(json.dumps({"commits": commits, "version": 1, "states": states}))
            job = Job(glue_context)
            job.init("demo", {})
            return job

        yield begin
        glue_context._bookmarks = None

    @pytest.mark.parametrize("recurse", [False, True])
    @pytest.mark.parametrize("format", ["csv", "json", "parquet"])
    def test_from_options(self, glue_context, spark, begin, format, recurse):
        # Characters that patterns and URIs give a meaning.
        location = f"s3://bucket/marked-{format}-{recurse}/a b %20"

        def write(numbers):
            frame = spark.createDataFrame(
                [(number, "[x]") for number in numbers], "n int, k string"
            )
            write = frame.coalesce(1).write.mode("append")
            if not recurse:
                write = write.partitionBy("k")
            write.format(format).save(location)

        def read(**context):
            frame = glue_context.create_dynamic_frame.from_options(
                "s3", {"paths": [location], "recurse": recurse}, format, **context
            ).toDF()
            if not frame.columns:
                return []
            assert recurse or frame.columns[-1] == "k"
            return sorted(int(row[0]) for row in frame.select(number).collect())

        number = "col0" if format == "csv" else "n"
        write([1, 2])
        job = begin()
        assert read(transformation_ctx="rows") == [1, 2]
        job.commit()
        write([3])
        job = begin(commits=False)
        assert read(transformation_ctx="rows") == [3]
        job.commit()
        job = begin()
        assert read() == [1, 2, 3]
        assert read(transformation_ctx="rows") == [3]
        job.commit()
        begin()
        assert read(transformation_ctx="rows") == []

    def test_a_table_with_partitions(self, glue_context, spark, clients, begin, bucket):
        location = "s3://bucket/marked-table"
        partitions = [{"Values": [k], "StorageDescriptor": {"Location": f"{location}/k={k}/"}}
                      for k in ("1", "2")]  # fmt: skip
        description = {
            "Name": "t",
            "DatabaseName": "d",
            "Parameters": {"classification": "csv"},
            "PartitionKeys": [{"Name": "k", "Type": "string"}],
            "StorageDescriptor": {
                "Columns": [{"Name": "n", "Type": "int"}],
                "Location": location,
                "SerdeInfo": {"Parameters": {}},
            },
        }

        def write(name, text):
            path = bucket / "marked-table" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

        def read(**arguments):
            clients("glue").add_response("get_table", {"Table": description})
            clients("glue").add_response("get_partitions", {"Partitions": partitions})
            frame = glue_context.create_dynamic_frame.from_catalog(
                "d", "t", transformation_ctx="t", **arguments
            ).toDF()
            assert frame.columns == ["n", "k"]
            return sorted(map(tuple, frame.collect()))

        write("k=1/a.csv", "1\n")
        write("k=2/a.csv", "2\n")
        job = begin()
        assert read() == [(1, "1"), (2, "2")]
        job.commit()
        write("k=2/b.csv", "3\n")
        begin()
        assert read(push_down_predicate="k = '1'") == []
        assert read() == [(3, "2")]
