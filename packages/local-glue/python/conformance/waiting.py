"""Waits for what a server does in the background."""

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

#: Seconds; generous, for a machine that does other things too.
LIMIT = 120


def until(ask: Callable[[], Result], is_done: Callable[[Result], bool]) -> Result:
    """Asks again and again until the answer is what is waited for; returns that answer."""
    deadline = time.monotonic() + LIMIT
    while True:
        answer = ask()
        if is_done(answer):
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"Still {answer} after {LIMIT} seconds")
        time.sleep(0.1)
