"""A local-glue server in a process of its own, as a user starts it."""

import json
import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]

#: The Node.js that runs the server, where it is not the one on the PATH.
NODE = os.environ.get("LOCAL_GLUE_NODE", "node")

#: Seconds in which the server must be up; generous, for a machine that does other things too.
START_TIMEOUT = 120


class LocalGlueServer:
    """Runs `local-glue serve` on a free port with a data folder of its own."""

    def __init__(self, data: Path):
        self.data = data
        self.log = data.with_suffix(".log")
        self.url = ""
        self._process: subprocess.Popen | None = None

    def __enter__(self) -> "LocalGlueServer":
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [NODE, PACKAGE / "bin/local-glue.js", "--data", self.data, "serve", "--port=0"],
                cwd=PACKAGE,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.url = self._wait_for_endpoint()
        return self

    def __exit__(self, *_exception) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            raise

    def get(self, name: str) -> dict:
        """What the server's own API answers below `/_local-glue/`."""
        with urllib.request.urlopen(f"{self.url}/_local-glue/{name}", timeout=30) as answer:
            return json.load(answer)

    def _wait_for_endpoint(self) -> str:
        deadline = time.monotonic() + START_TIMEOUT
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"local-glue ended: {self.log.read_text()}")
            try:
                self.url = json.loads((self.data / "server.lock").read_text())["endpoint"]
                if self.get("health")["python"]["state"] != "preparing":
                    return self.url
            except (OSError, ValueError):
                pass  # Not there yet, or written half.
            time.sleep(0.1)
        raise TimeoutError(f"local-glue did not start: {self.log.read_text()}")
