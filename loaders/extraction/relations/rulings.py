"""What follows from the network's verdicts: which claims are made, and told as what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.decision import FRAMES, Decision
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import AFFIRMED, Meaning, Settled, meaning
from loaders.extraction.phrases import leads_a_list
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.overruling import overruled
from loaders.extraction.relations.verdict import Key, Verdict, key_of

VETO = 0.1
"""The probability below which what the frames put forward makes no claim."""
DOUBTED = 0.2
"""The probability below which it makes none if the model is certain of another who did it."""
UNTOLD, UNFOUND = 0.28, 0.4
"""How probable that is at most where the rules read a fact and the model none: `UNTOLD` of what
the frames put forward, `UNFOUND` of what the model alone found."""
CERTAIN, LIKELY = 0.95, 0.7
"""How probable it is that the text tells it as a fact: what the rules read as none is one from
`CERTAIN` on, and what the model alone found is one only from `LIKELY` on."""
CLEAR, LIKELIER = 0.9, 0.55
"""Of a pair that the model holds for that clear, `LIKELIER` is enough to be a fact."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decides by probabilities.

    `model` is the network's name, `thresholds` are the probabilities from which it makes a claim
    of each relation by itself. If `blind`, the reader shows nothing that the frames put forward.
    """

    model: str
    thresholds: Mapping[Relation, float]
    lexicon: Lexicon
    blind: bool = False

    def on_frames(self, proposal: Proposal, verdicts: Mapping[Key, Verdict]) -> Decision:
        """Decide on what the frames put forward, by the `verdicts` on its sentence."""
        verdict = verdicts.get(key_of(proposal))
        if verdict is None:
            return Decision()
        subject = proposal.finding.subject
        if not (proposal.finding.sure or (subject and leads_a_list(subject))):
            if verdict.probability < VETO:
                return Decision(doubt=f"the model doubts it ({verdict.probability:.2f})")
            if verdict.probability < DOUBTED and (rival := _rival(proposal, verdicts.values())):
                return Decision(doubt=f"the model tells it of {rival.ends[0].name}")
        read = meaning(proposal.finding, self.lexicon)
        denies = proposal.finding.polarity is Polarity.DENIED  # "lifted sanctions"
        said = read if denies else _told(verdict, read, UNTOLD)
        return Decision(by=f"{FRAMES} + {self.model}", said=said)

    def likely(self, verdicts: Iterable[Verdict]) -> list[Verdict]:
        """Return the verdicts that may be claims by themselves, the likeliest first."""
        found = (v for v in verdicts if v.probability >= self.thresholds[v.relation])
        return sorted(found, key=lambda verdict: -verdict.probability)

    def on_its_own(self, verdict: Verdict, proposals: Sequence[Proposal]) -> Decision:
        """Decide on what the model alone has found likely.

        `proposals` are what the frames put forward in the sentence and the model did not veto.
        """
        if reason := overruled(verdict, proposals, self.lexicon):
            return Decision(by=self.model, doubt=reason)
        said = _told(verdict, meaning(verdict.finding, self.lexicon), UNFOUND)
        least = LIKELY if verdict.probability < CLEAR else LIKELIER
        sure = isinstance(said, Settled) or verdict.happened >= least
        if said == AFFIRMED and not sure:
            unsure = f"the model is not sure that it is told as a fact ({verdict.happened:.2f})"
            return Decision(by=self.model, doubt=unsure)
        return Decision(by=self.model, said=said)


def _rival(proposal: Proposal, verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return a verdict that is certain of another who did the same to the same, by one word."""
    finding, target = proposal.finding, proposal.target
    return next(
        (
            verdict
            for verdict in verdicts
            if verdict.probability >= CERTAIN
            and verdict.relation is finding.relation
            and target is not None
            and verdict.ends[1].id == target.id
            and verdict.finding.trigger == finding.trigger
        ),
        None,
    )


def _told(verdict: Verdict, read: Meaning, least: float) -> Meaning:
    """Return as what it is told: `read` is what the rules take it for.

    What they read as a fact is one if the model holds that for at least as likely as `least`.

    What one of the two takes for no fact is none, unless the other is certain. An "if" and a
    "not" are words that rules do not misread.
    """
    if isinstance(read, Settled):
        return read
    if read == AFFIRMED:
        alleged = verdict.said.modality is Modality.ALLEGED
        return verdict.said if alleged or verdict.happened < least else read
    sure = read.modality is Modality.CONDITIONAL or read.polarity is Polarity.DENIED
    certain = verdict.happened >= CERTAIN and not sure
    return verdict.said if certain else read
