"""A statement whose ends are known: what the frames, or the relation model, put forward."""

from dataclasses import dataclass

from graph.model import Actor, Entity, Speaker
from loaders.extraction.finding import Finding
from loaders.extraction.sources import Source


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding with whom its words mean, according to whom, and why it may make no claim."""

    finding: Finding
    subject: Actor | None
    target: Entity | None
    source: Source | None
    speaker: Speaker | None
    doubt: str | None
