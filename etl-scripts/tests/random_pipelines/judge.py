"""Asks the language and DuckDB, both in one Node process (`e2e/random/judge.ts`)."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from random_pipelines.tables import Table, texts
from random_pipelines.trees import quoted

_ROOT = Path(__file__).resolve().parents[3]


class Judge:
    """A process that answers one question after the other."""

    def __init__(self) -> None:
        node = os.environ.get("GLUE_PIPELINES_NODE", "node")
        self._process = subprocess.Popen(
            [node, "--import", "tsx", "e2e/random/judge.ts"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def close(self) -> None:
        self._process.communicate(timeout=30)

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{question} ended e2e/random/judge.ts: see above what it said")
        return json.loads(line)

    def problems(self, pipeline: dict[str, Any]) -> list[dict[str, str]]:
        """What the language says is wrong with a pipeline."""
        return self._ask({"pipeline": pipeline}).get("problems", [])

    def foreseen(self, pipeline: dict[str, Any]) -> dict[str, str | None]:
        """The columns of the result of a good pipeline, as the language foresees them."""
        return dict(self._ask({"pipeline": pipeline})["foreseen"])

    def query(self, sql: str, tables: dict[str, Table]) -> dict[str, Any]:
        """The `rows` of a query, as texts, or its `error`."""
        told = [
            {
                "name": name,
                "columns": [f"{quoted(one)} {kind.duckdb}" for one, kind in table.columns.items()],
                "rows": texts(table.rows),
            }
            for name, table in tables.items()
        ]
        return self._ask({"tables": told, "sql": sql})
