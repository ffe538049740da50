"""Where the parse knows better than the network: who did it, by the frames' reading of one word."""

from collections.abc import Sequence

from spacy.tokens import Token

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import children, conjuncts, head_of_conjuncts
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.pairs import Pair
from loaders.extraction.relations.paths import path
from loaders.extraction.relations.verdict import Verdict


def overruled(verdict: Verdict, proposals: Sequence[Proposal], lexicon: Lexicon) -> str | None:
    """Return why the frames' proposals rule out what the model found, to be read after "but".

    In "A is backed by B; C is supported by D" the network likes to have B back C. The frames have
    both in other statements of the same relation. And where they say who did to the object what
    the same word states, nobody else did it.
    """
    if _contrasted(verdict.pair, lexicon):
        return "the sentence sets the two against each other, and has each do something else"
    subject, target = verdict.ends
    trigger = verdict.finding.trigger
    engaged = taken = False
    apart = _is_apart(verdict)
    for proposal in proposals:
        if proposal.doubt or proposal.finding.relation is not verdict.relation:
            continue
        assert proposal.subject is not None and proposal.target is not None  # else a doubt
        own = proposal.subject.id == subject.id
        same = proposal.target.id == target.id
        if own and not same:
            engaged = True
            if apart and proposal.finding.trigger == trigger:
                return f"{trigger.text!r} tells it of {proposal.target.name}"
        if same and not own and not _listed(verdict.pair.subject.token, proposal.finding.subject):
            taken = True
            if proposal.finding.trigger == trigger:
                return f"{trigger.text!r} tells it of {proposal.subject.name}"
    return "each of the two is in another statement of this sentence" if engaged and taken else None


def _is_apart(verdict: Verdict) -> bool:
    """Say whether the object stands in the sentence before the subject's."""
    subject, target = verdict.pair.subject.token, verdict.pair.object.token
    return target.sent.start != subject.sent.start


def _contrasted(pair: Pair, lexicon: Lexicon) -> bool:
    """Say whether one end stands in a clause of its own with "while", and the other outside it."""
    way = path(pair.subject.token, pair.object.token)
    return any(
        clause.dep_ == "advcl"
        and children(clause, "nsubj", "nsubj:pass")
        and any(lexicon.within(m, "contrast") for m in children(clause, "mark"))
        for clause in (*way.up, *way.down)
    )


def _listed(word: Token, subject: Token | None) -> bool:
    """Say whether a word is co-ordinated with a subject: the parse may have lost it."""
    return subject is not None and word in conjuncts(head_of_conjuncts(subject))
