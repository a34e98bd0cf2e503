"""The result of this repository's pipeline on its samples, held against the golden file.

`npm run golden` writes the file anew; look at what changed in it before you commit.
"""

from __future__ import annotations

import json
import os
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from golden import GoldenError, difference, nothing_to_compare, result_lines
from pyspark.sql import SparkSession
from reading import column

from source_files import SourceError

ROOT = Path(__file__).parents[3]
UPDATE = os.environ.get("GOLDEN") == "update"


def sample_pipeline() -> dict[str, Any]:
    """The pipeline as it runs on the samples."""
    # npm writes its name so.
    node = os.environ.get("npm_node_execpath", "node")  # noqa: SIM112
    command = [node, "--import", "tsx", "scripts/samplePipeline.ts"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(told.stdout)


@pytest.mark.skipif(
    not (ROOT / "pipeline.yaml").exists(), reason="only in the repository of a pipeline"
)
def test_the_result_on_the_samples_is_as_before(spark: SparkSession, tmp_path: Path) -> None:
    pipeline = sample_pipeline()
    samples = {
        source["name"]: ROOT / "sample" / f"{source['name']}.jsonl"
        for source in pipeline["sources"]
    }
    file = Path(__file__).parent / f"{pipeline['warehouse']['table']}.jsonl"
    reason = nothing_to_compare(file, samples.values(), UPDATE)
    if reason:
        pytest.skip(reason)
    lines = result_lines(spark, pipeline, samples, tmp_path)
    if UPDATE:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    changed = difference(file.read_text(encoding="utf-8").splitlines(), lines)
    assert not changed, f"the result changed; npm run golden keeps it so:\n{changed}"


@pytest.mark.parametrize(
    ("has_file", "has_sample", "is_update", "outcome"),
    [
        (True, True, False, None),
        (False, True, True, None),
        (False, True, False, "no golden file yet"),
        (False, False, False, "no golden file yet"),
        (True, False, False, GoldenError),
        (False, False, True, GoldenError),
    ],
)
def test_only_what_nobody_wanted_is_skipped(
    tmp_path: Path,
    has_file: bool,
    has_sample: bool,
    is_update: bool,
    outcome: str | type[Exception] | None,
) -> None:
    file, sample = tmp_path / "sales.jsonl", tmp_path / "orders.jsonl"
    for path, is_there in ((file, has_file), (sample, has_sample)):
        if is_there:
            path.touch()
    if outcome is GoldenError:
        with pytest.raises(GoldenError, match=r"sample/ has no orders\.jsonl, .* sales\.jsonl"):
            nothing_to_compare(file, [sample], is_update)
        return
    told = nothing_to_compare(file, [sample], is_update)
    assert told is None if outcome is None else outcome in told


PIPELINE = {
    "name": "orders",
    "sources": [
        {
            "name": "orders",
            "format": "json",
            "columns": [
                column("id", "bigint"),
                column("day", "date"),
                column("price", "decimal", precision=6, scale=2),
                column("note"),
            ],
        }
    ],
    "transform": [{"kind": "filter", "condition": "id < 3"}],
}
ROWS = """{"id": 2, "day": "2026-01-02", "price": 1.5, "note": "für"}
{"id": 1, "day": "2026-01-01", "price": 2.25, "note": null}
{"id": 3, "day": null, "price": null, "note": null}
"""


def lines_of(spark: SparkSession, tmp_path: Path, content: str) -> list[str]:
    sample = tmp_path / "orders.jsonl"
    sample.write_text(content, encoding="utf-8")
    return result_lines(spark, PIPELINE, {"orders": sample}, tmp_path / "scratch")


def test_rows_are_lines_in_an_order_of_their_own(spark: SparkSession, tmp_path: Path) -> None:
    assert lines_of(spark, tmp_path, ROWS) == [
        '{"id": 1, "day": "2026-01-01", "price": "2.25", "note": null}',
        '{"id": 2, "day": "2026-01-02", "price": "1.50", "note": "für"}',
    ]


def test_a_sample_is_held_to_the_declared_columns(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="price is no decimal"):
        lines_of(spark, tmp_path, ROWS.replace("1.5", str(Decimal("1.505"))))


@pytest.mark.parametrize(
    ("golden", "found", "told"),
    [
        (["a", "b"], ["a", "b"], ""),
        (["a", "b"], ["b", "c"], "- a\n+ c"),
        (["a"], ["a", "a"], "+ a\n+ a"),
    ],
)
def test_what_changed_is_told(golden: list[str], found: list[str], told: str) -> None:
    assert difference(golden, found) == told
