"""Progress on stderr, for what takes longer than a second."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

from api.intake import Tally

FIRST, _AGAIN = 1.0, 2.0
"""Seconds before the first word, and between words."""


class Progress:
    """Says how far a load is; says nothing of a short one."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Say where to; default: stderr."""
        self._stream = stream or sys.stderr
        self._clock = clock
        self._next = clock() + FIRST

    def __call__(self, tally: Tally) -> None:
        """Say how far it is, if it is time to."""
        if self._clock() < self._next:
            return
        self._next = self._clock() + _AGAIN
        self.say(f"{tally.read:,} read, {tally.stored:,} stored, {tally.claims:,} claims")

    def say(self, line: str) -> None:
        """Say something else, on a line of its own."""
        # In one piece: print() may be interrupted between a line and its end.
        self._stream.write(f"whobacks: {line}\n")
        self._stream.flush()

    def close(self) -> None:
        """Say no more."""
