"""Tells how sentences were read, from what their reading went through; decides nothing."""

from collections.abc import Iterator, Mapping, Sequence

from graph.model import Claim, Note
from graph.vocabulary import Relation
from loaders.extraction.decision import Decision
from loaders.extraction.explained import Explained, ExplainedClaim, Mention, Reason, Why
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.proposal import Proposal
from loaders.extraction.recalled import mentions
from loaders.extraction.relations.verdict import key_of
from loaders.extraction.text import stripped
from loaders.extraction.trace import Trace

_FILES = {
    "verb": "verbs.toml", "between": "verbs.toml", "noun": "nouns.toml",
    "compound": "modifiers.toml", "adjective": "modifiers.toml", "title": "titles.toml",
}  # fmt: skip
"""Which file of the lexicon holds a rule's word, by what stands before the rule's colon."""

_CLASSES = {
    "denial": "classes.toml: deny", "sent to support": "classes.toml: sending",
    "yet to leave": "verbs.toml, nouns.toml: rows of mode withdrew",
    "to go on": "classes.toml: remaining",
}  # fmt: skip
"""The same for rules that go by a class of words, or by a mode."""


class Explainer:
    """Explains the sentences of one article."""

    def __init__(self, text: str, lexicon: Lexicon, thresholds: Mapping[Relation, float]) -> None:
        """Begin an article; from these `thresholds` on the model claims by itself."""
        self._text = text
        self._lexicon = lexicon
        self._thresholds = thresholds
        self._explained: list[Explained] = []

    def record(self, trace: Trace) -> None:
        """Explain a sentence that gave claims, or has two known ends and gave none."""
        found = mentions(trace)
        if not trace.claims and not _has_two_ends(found):
            return
        base = trace.sentence.doc.user_data["offset"]
        start, end = stripped(
            self._text, base + trace.sentence.start_char, base + trace.sentence.end_char
        )
        named = {end.id for claim in trace.claims for end in (claim.subject, claim.object)}
        # The reader tries every capitalised word as a place; of new ones only those count that
        # a claim names.
        shown = (one for one in found if one.actor or one.known_place or one.place in named)
        claims = (_explained(claim, trace) for claim in trace.claims)
        reasons = dict.fromkeys(self._reasons(trace))
        self._explained.append(
            Explained(
                start, end, self._text[start:end], tuple(shown), tuple(claims), tuple(reasons)
            )
        )

    def explained(self, unread: Sequence[Note]) -> tuple[Explained, ...]:
        """Return what was explained and the paragraphs that were not read, as the text has them."""
        whole = [
            Explained(
                note.start, note.end, self._text[note.start : note.end], (), (),
                (Reason(Why.UNREAD, note.reason),),
            )
            for note in unread
        ]  # fmt: skip
        return tuple(sorted((*self._explained, *whole), key=lambda one: one.start))

    def _reasons(self, trace: Trace) -> Iterator[Reason]:
        if not trace.parsed:
            yield Reason(
                Why.PASSED_OVER, "not parsed: no word of the lexicon in it states a relation"
            )
            return
        doubts: dict[object, Reason] = {}  # one a doubt, be it the frames' and the model's
        for proposal, decision in trace.decided:
            if reason := _doubt(proposal, decision, trace):
                doubts.setdefault((key_of(proposal), proposal.doubt or decision.doubt), reason)
        yield from doubts.values()
        if trace.claims:
            return
        likeliest = self._likeliest(trace)
        if likeliest is not None:
            yield likeliest
        elif not doubts:
            words = [t.text for t in trace.sentence if t.lower_ in self._lexicon.triggers]
            yield Reason(Why.NO_FRAME, f"no frame joins two ends by {', '.join(words)}")

    def _likeliest(self, trace: Trace) -> Reason | None:
        """Return what the model thinks likeliest of all on which nothing was decided."""
        decided = {key_of(proposal) for proposal, _ in trace.decided}
        left = [verdict for key, verdict in trace.verdicts.items() if key not in decided]
        if not left:
            return None
        best = max(left, key=lambda verdict: verdict.probability)
        subject, target = best.ends
        what = f"{best.relation} ({subject.name} -> {target.name})"
        least = self._thresholds[best.relation]
        sure = f"{best.probability:.2f}, and a claim takes {least:.2f}"
        return Reason(Why.UNSURE, f"the model thinks likeliest {what}: {sure}")


def _has_two_ends(found: Sequence[Mention]) -> bool:
    """Say whether two known actors are mentioned, or a known actor and a known place."""
    return any(
        (other.known_actor and other.actor != one.actor)
        or (other.known_place and other.actor is None)
        for one in found
        if one.known_actor
        for other in found
        if other is not one
    )


def _explained(claim: Claim, trace: Trace) -> ExplainedClaim:
    own = (proposal for proposal, _ in trace.decided if _is_of(claim, proposal, trace))
    verdict = next((trace.verdicts.get(key_of(proposal)) for proposal in own), None)
    kind, _, word = claim.rule.partition(":")
    row = f"{_FILES[kind]}: {word}" if kind in _FILES else _CLASSES.get(kind)
    return ExplainedClaim(claim, row, None if verdict is None else verdict.probability)


def _is_of(claim: Claim, proposal: Proposal, trace: Trace) -> bool:
    """Say whether a claim was made of a proposal; its subject may be what the named one leads."""
    subject, target = proposal.subject, proposal.target
    if subject is None or target is None or target.id != claim.object.id:
        return False
    same = proposal.finding.rule == claim.rule and proposal.finding.relation == claim.relation
    return same and claim.subject.id in (subject.id, trace.context.organisation(subject).id)


def _doubt(proposal: Proposal, decision: Decision, trace: Trace) -> Reason | None:
    """Return why a proposal was left out; None: it was not."""
    doubt = proposal.doubt or decision.doubt
    if doubt is None:
        return None
    finding, subject, target = proposal.finding, proposal.subject, proposal.target
    ends = f"{subject.name if subject else '?'} -> {target.name if target else '?'}"
    text = f"{finding.rule} states {finding.relation} ({ends}), but {doubt}"
    verdict = trace.verdicts.get(key_of(proposal))
    if proposal.doubt and verdict is not None:
        text += f"; the model gives it {verdict.probability:.2f}"
    missing = subject is None or target is None
    return Reason(Why.UNKNOWN_END if missing else Why.DOUBT, text)
