"""What the reading of one sentence went through, as it happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span

from graph.model import Claim
from loaders.extraction.context import Context
from loaders.extraction.decision import Decision
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.verdict import Key, Verdict


@dataclass(slots=True)
class Trace:
    """Filled by the reader as it reads; holds tokens, so it is gone with the paragraph."""

    sentence: Span
    context: Context
    """The article so far; its countries and local names are those of the whole text."""
    parsed: bool
    named: list[Candidate] = field(default_factory=list)
    """The actors that the reader remembers for what follows."""
    candidates: list[Candidate] | None = None
    """The ends that the model was shown; None: it was not asked."""
    verdicts: dict[Key, Verdict] = field(default_factory=dict)
    """What the model makes of each relation of each two of them."""
    decided: list[tuple[Proposal, Decision]] = field(default_factory=list)
    claims: Sequence[Claim] = ()


Record = Callable[[Trace], None]
"""What is called with each sentence's trace, at the end of the sentence."""
