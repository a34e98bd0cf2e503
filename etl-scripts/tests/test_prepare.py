"""The script of prepare, which brings its modules with it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from memory_s3 import MemoryS3

import prepare

ROWS = b"id,note\n1,x\n"


def source(name: str, copy: bool) -> dict[str, object]:
    columns = [{"name": "id"}, {"name": "note"}]
    uri = f"s3://lake/{name}.csv"
    return {"name": name, "uri": uri, "format": "csv", "columns": columns, "copy": copy}


def test_only_those_sources_are_copied_that_are_to_be() -> None:
    s3 = MemoryS3({("lake", "a.csv"): ROWS, ("lake", "b.csv"): ROWS})
    prepare.run(s3, {"sources": [source("a", True), source("b", False)]}, "data")
    assert sorted(key for bucket, key in s3.objects if bucket == "data") == [
        "raw/a/_files.json",
        "raw/a/part-00000.csv",
    ]
    assert json.loads(s3.objects["data", "raw/a/_files.json"])["files"][0]["header"]


def test_the_modules_are_imported_from_their_archive(tmp_path: Path) -> None:
    """In a Python of its own, which has the script and the archive and nothing else of the jobs."""
    jobs = Path(prepare.__file__).parent
    archive = shutil.make_archive(str(tmp_path / "stored"), "zip", jobs / "modules")
    script = shutil.copy(jobs / "prepare.py", tmp_path / "prepare.py")
    program = f"""
import shutil, sys
sys.path.insert(0, {str(Path(script).parent)!r})
import prepare

class S3:
    def download_file(self, bucket, key, path):
        assert (bucket, key) == ("assets", "modules.zip")
        shutil.copy({archive!r}, path)

prepare.fetch_modules(S3(), "s3://assets/modules.zip", {str(tmp_path)!r})
import copying, pipeline
print(copying.__file__)
assert "pyspark" not in sys.modules
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"{tmp_path}/modules.zip/copying.py"
