"""Progress as a bar, for who sits at a terminal."""

from typing import TextIO

from tqdm import tqdm  # type: ignore[import-untyped]  # it ships no types

from api.intake import Tally
from api.progress import FIRST, Progress

_BAR = (
    "whobacks: {percentage:3.0f}%|{bar}| {n:,}/{total:,} articles,"
    " {rate_noinv_fmt}{postfix}, {remaining} left"
)
_ENDLESS = "whobacks: {n:,} articles, {rate_noinv_fmt}{postfix}, {elapsed}"


class ProgressBar(Progress):
    """Draws how far a load is; a short one draws nothing, and in the end the bar is gone.

    tqdm draws it: spaCy needs it anyway, and it needs neither other packages nor a thread.
    """

    def __init__(self, total: int | None, stream: TextIO | None = None) -> None:
        """Say how many articles there are, None if that is not known, and where to."""
        super().__init__(stream)
        self._bar = _Bar(
            total=total, file=self._stream, unit=" articles", delay=FIRST, leave=False,
            dynamic_ncols=True, bar_format=_BAR if total else _ENDLESS,
        )  # fmt: skip

    def __call__(self, tally: Tally) -> None:
        """Draw how far it is, if it is time to."""
        self._bar.set_postfix_str(f"{tally.claims:,} claims", refresh=False)
        done = tally.read + len(tally.refusals)
        if self._bar.total:  # counted beforehand, and perhaps too few
            self._bar.total = max(self._bar.total, done)
        self._bar.update(done - self._bar.n)

    def say(self, line: str) -> None:
        """Say something else where the bar is; it is drawn again below."""
        self._bar.clear()
        super().say(line)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


class _Bar(tqdm):  # type: ignore[misc]  # untyped as it is
    """A bar without the thread that would look after it."""

    monitor_interval = 0
