"""Functions of the repository, as steps."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from py4j.protocol import Py4JJavaError
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession
from steps import same, steps

from pipeline import PipelineError
from transforms.script import script_problem

HEAD = "from pyspark.sql import functions as F\n"

Write = Callable[[str, str], Path]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Writes a file of scripts as the repository has it."""
    folder = tmp_path / "scripts"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    mine = {name: sys.modules.pop(name) for name in list(sys.modules) if name == "scripts"}

    def write(name: str, text: str) -> Path:
        path = folder / f"{name}.py"
        path.write_text(HEAD + text)
        return path

    yield write
    for name in [name for name in sys.modules if name.split(".")[0] == "scripts"]:
        del sys.modules[name]
    sys.modules.update(mine)


def step(name: str, columns: str, *sources: str) -> dict[str, Any]:
    pairs = [column.split(" ") for column in columns.split(", ")]
    return {
        "kind": "script",
        "function": name,
        "sources": sources,
        "columns": [{"name": column, "type": kind} for column, kind in pairs],
    }


def test_a_function_makes_the_declared_columns(cases: DataFrame, script: Write) -> None:
    script("least", "def least(rows):\n    return rows.groupBy('iso_code').min('new_cases')\n")
    with pytest.raises(PipelineError, match=r"gave no column least; its columns are iso_code, min"):
        steps(cases, step("least", "least int"))
    text = "rows.groupBy('iso_code').agg(F.count('*').alias('n'), F.lit(7).alias('more'))"
    script("counted", f"def counted(rows):\n    return {text}\n")
    same(
        steps(cases, step("counted", "n bigint, iso_code string")),
        [(3, "USA"), (1, "FRA")],
        "n bigint, iso_code string",
    )


def test_a_function_is_given_sources_in_order(
    cases: DataFrame, hiring: DataFrame, script: Write
) -> None:
    script(
        "joined",
        "def joined(rows, one, two):\n"
        "    both = rows.join(one, rows.date == one.post_date)\n"
        "    return both.join(two, 'iso_code', 'left_semi')\n",
    )
    codes = cases.select("iso_code")
    same(
        steps(
            cases,
            step("joined", "date string, new_cases int", "hiring", "codes"),
            hiring=hiring,
            codes=codes,
        ),
        [("2020-03-01", 7), ("2020-03-02", None), ("2020-03-01", 3)],
        "date string, new_cases int",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("def other(rows):\n    return rows\n", "the file has no function bad: name it so"),
        ("def bad(rows):\n    return rows.select('nope')\n", "AnalysisException: .*nope"),
        ("def bad(rows):\n    raise KeyError('deaths')\n", "KeyError: 'deaths'"),
        ("def bad(rows):\n    return 7\n", "gave a int, and no DataFrame"),
        ("def bad(rows\n", "cannot be read: SyntaxError"),
        ("import no_such_module\ndef bad(rows):\n    return rows\n", "cannot be read: No module"),
        ("def bad(rows, more):\n    return rows\n", "TypeError: .* 'more'"),
        (
            "def bad(rows):\n    return rows.select(F.lit('7').alias('new_cases'))\n",
            "gave new_cases as string, and columns declares int; cast it in the function",
        ),
        (
            "def bad(rows):\n    return rows.select(F.array('new_cases').alias('new_cases'))\n",
            "gave new_cases as array<int>, and columns declares int",
        ),
    ],
)
def test_what_a_function_does_wrong(
    cases: DataFrame, script: Write, text: str, message: str
) -> None:
    script("bad", text)
    with pytest.raises(
        PipelineError, match=rf"transform\[0\] \(bad of jobs/scripts/bad\.py\): {message}"
    ):
        steps(cases, step("bad", "new_cases int"))


@pytest.mark.usefixtures("script")
def test_without_the_file(cases: DataFrame) -> None:
    with pytest.raises(PipelineError, match=r"gone\.py\): the jobs were deployed without the file"):
        steps(cases, step("gone", "new_cases int"))


def test_what_a_function_raises_for_a_row_is_told_without_the_row(
    spark: SparkSession, cases: DataFrame, script: Write, tmp_path: Path
) -> None:
    path = script(
        "strict",
        "def judged(code):\n"
        "    if code == 'FRA':\n"
        "        raise ValueError(f'not {code}')\n"
        "    return code\n"
        "\n"
        "def strict(rows):\n"
        "    return rows.select(F.udf(judged, 'string')('iso_code').alias('iso_code'))\n",
    )
    archive = tmp_path / "scripts-of-the-test.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        # Python finds no folder in an archive that is no package.
        packed.writestr("scripts/__init__.py", "")
        packed.write(path, "scripts/strict.py")
    spark.sparkContext.addPyFile(str(archive))
    wanted = step("strict", "iso_code string")
    rows = steps(cases, wanted)
    with pytest.raises((PythonException, Py4JJavaError)) as raised:
        rows.write.parquet(f"{tmp_path.as_uri()}/out")
    told = script_problem(raised.value, [{"kind": "filter"}, wanted])
    assert told == (
        "transform[1] (strict of jobs/scripts/strict.py): line 4 raised ValueError for a row"
    )
