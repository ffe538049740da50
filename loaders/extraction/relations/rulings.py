"""What follows from the network's verdicts: which claims are made, and told as what."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.vocabulary import Modality
from loaders.extraction.decision import FRAMES, Decision
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import AFFIRMED, Meaning, meaning
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.overruling import overruled
from loaders.extraction.relations.verdict import Verdict

VETO = 0.3
"""The probability below which what the frames put forward makes no claim."""
CERTAIN, LIKELY, DENIED = 0.9, 0.6, 0.3
"""How probable it is that the text tells it as a fact. What the rules read as one is one, if the
model alone found it only from `LIKELY` on; what they read as none is one from `CERTAIN` on. Below
`DENIED` it is none."""


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
        read = meaning(proposal.finding, self.lexicon)
        if read == AFFIRMED and verdict.happened < DENIED:
            return Decision(doubt=_unsure(verdict))
        return Decision(by=f"{FRAMES} + {self.model}", said=_told(verdict, read))

    def on_its_own(self, verdict: Verdict, proposals: Sequence[Proposal]) -> Decision | None:
        """Decide on what the model alone has found; None: it does not take it for a claim.

        `proposals` are what the frames put forward in the sentence and the model did not veto.
        """
        if verdict.probability < self.threshold:
            return None
        if reason := overruled(verdict, proposals, self.lexicon):
            return Decision(by=self.model, doubt=reason)
        said = _told(verdict, meaning(verdict.finding, self.lexicon))
        if said == AFFIRMED and verdict.happened < LIKELY:
            return Decision(by=self.model, doubt=_unsure(verdict))
        return Decision(by=self.model, said=said)


def _told(verdict: Verdict, read: Meaning) -> Meaning:
    """Return as what it is told: `read` is what the rules take it for."""
    if read.modality is Modality.CONDITIONAL:
        return read  # an "if" is a word that rules do not miss
    if verdict.said.modality is Modality.ALLEGED or verdict.happened < DENIED:
        return verdict.said
    return AFFIRMED if verdict.happened >= CERTAIN else read


def _unsure(verdict: Verdict) -> str:
    return f"the model is not sure that it is told as a fact ({verdict.happened:.2f})"
