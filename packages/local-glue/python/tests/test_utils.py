import pytest

from awsglue.utils import GlueArgumentError, getResolvedOptions


@pytest.mark.parametrize(
    ("arguments", "names", "resolved"),
    [
        (["--DATA", "x"], ["DATA"], {"DATA": "x"}),
        (["--DATA=x=y"], ["DATA"], {"DATA": "x=y"}),
        (["--DATA", ""], ["DATA"], {"DATA": ""}),
        (["--DATA", "-5"], ["DATA"], {"DATA": "-5"}),
        (["--DATA", "x", "--OTHER", "y"], ["DATA"], {"DATA": "x"}),
        (["--DATA", "x", "--DATA", "y"], ["DATA"], {"DATA": "y"}),
        (["--day_key", "1", "--day", "2"], ["day"], {"day": "2"}),
        (["--input-path", "x"], ["input-path"], {"input_path": "x"}),
        (["--flag", "--DATA", "x"], ["DATA"], {"DATA": "x"}),
        (
            ["--TempDir", "s3://t/", "--JOB_NAME", "j", "--job-bookmark-option", "b"],
            [],
            {"TempDir": "s3://t/", "JOB_NAME": "j", "job_bookmark_option": "b"},
        ),
    ],
)
def test_resolves(arguments, names, resolved):
    assert getResolvedOptions(["script.py", *arguments], names) == resolved


@pytest.mark.parametrize(
    ("arguments", "message"),
    [([], "argument --DATA is required"), (["--DATA"], "argument --DATA expects a value")],
)
def test_names_the_missing_argument(arguments, message):
    with pytest.raises(GlueArgumentError, match=message):
        getResolvedOptions(["script.py", *arguments], ["DATA"])
