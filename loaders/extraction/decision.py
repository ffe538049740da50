"""What was decided on a proposal, and by what."""

from dataclasses import dataclass

from loaders.extraction.meaning import Meaning

FRAMES = "frames 1"
"""Name and version of the rules, as claims carry it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, and what is to be taken instead of what the rules read, where they may err."""

    by: str = FRAMES
    said: Meaning | None = None
    doubt: str | None = None
    """Why no claim is made after all, to be read after "but"."""
