"""moto's server in a process of its own."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

#: Seconds in which it must be up.
START_TIMEOUT = 60


class MotoServer:
    """Another emulator of AWS, made by others: what it answers is a second opinion."""

    def __init__(self, log: Path):
        self._log = log
        self.url = ""
        self._process: subprocess.Popen | None = None

    def __enter__(self) -> "MotoServer":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        serve = f"from moto.server import main; main(['-H', '127.0.0.1', '-p', '{port}'])"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", serve],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + START_TIMEOUT
        while True:
            try:
                urllib.request.urlopen(f"{self.url}/moto-api/data.json", timeout=5).close()
                return self
            except OSError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    self._process.kill()
                    raise RuntimeError(f"moto did not start: {self._log.read_text()}") from None
                time.sleep(0.1)

    def __exit__(self, *_exception) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)
