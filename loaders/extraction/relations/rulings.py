"""What follows from the network's verdicts: which claims are made, and told as what."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction.decision import FRAMES, Decision
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import AFFIRMED, meaning
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.overruling import overruled
from loaders.extraction.relations.verdict import Verdict

VETO = 0.05
"""The probability below which what the frames put forward makes no claim."""
UNSAID = 0.95
"""What the model alone finds needs this much where no word states it."""
OPEN, DENIED = 0.75, 0.3
"""A fact needs at least this probability that the text tells it as one: found by the model alone,
and where the frames' rules read it as a fact."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decides by probabilities.

    `model` is the network's name, `threshold` the probability from which it makes a claim by
    itself. If `blind`, the reader shows nothing that the frames put forward.
    """

    model: str
    threshold: float
    lexicon: Lexicon
    blind: bool = False

    def on_frames(self, proposal: Proposal, verdict: Verdict | None) -> Decision:
        """Decide on what the frames put forward."""
        if verdict is None:
            return Decision()
        if verdict.probability < VETO:
            return Decision(doubt=f"the model doubts it ({verdict.probability:.2f})")
        if meaning(proposal.finding, self.lexicon) == AFFIRMED and verdict.happened < DENIED:
            return Decision(doubt=_unsure(verdict))
        return Decision(by=f"{FRAMES} + {self.model}")

    def on_its_own(self, verdict: Verdict, proposals: Sequence[Proposal]) -> Decision | None:
        """Decide on what the model alone has found; None: it does not take it for a claim.

        `proposals` are what the frames put forward in the sentence.
        """
        if verdict.probability < self.threshold:
            return None
        if reason := overruled(verdict, proposals, self.lexicon):
            return Decision(by=self.model, doubt=reason)
        if verdict.probability < UNSAID and not self._is_said(verdict):
            return Decision(by=self.model, doubt="no word between the two states it")
        if verdict.said == AFFIRMED and verdict.happened < OPEN:
            return Decision(by=self.model, doubt=_unsure(verdict))
        return Decision(by=self.model, said=verdict.said)

    def _is_said(self, verdict: Verdict) -> bool:
        """Say whether a verb or a word of the lexicon stands on the way between the ends."""
        trigger = verdict.finding.trigger
        return trigger.pos_ == "VERB" or trigger.lower_ in self.lexicon.triggers


def _unsure(verdict: Verdict) -> str:
    return f"the model is not sure that it is told as a fact ({verdict.happened:.2f})"
