"""Denials of what was said before: "Ankara denied it", "X rejected the accusation"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Claim, Speaker
from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.clauses import subjects
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import Meaning
from loaders.extraction.parties import with_party
from loaders.extraction.phrases import children
from loaders.extraction.sheet import Statement
from loaders.extraction.sources import Source
from loaders.extraction.speech import Speech

_DENIABLE = (Relation.CAPTURED, Relation.DEPLOYED_TO, Relation.BACKS, Relation.OPPOSES)
_DENIED = Meaning(Polarity.DENIED, Modality.ACTUAL)


class Denials:
    """Finds who denies, in the sentences of one article."""

    def __init__(self, context: Context, lexicon: Lexicon, speech: Speech) -> None:
        """Name speakers by way of `speech`."""
        self._context = context
        self._lexicon = lexicon
        self._speech = speech

    def speaker(self, verb: Token) -> Speaker | None:
        """Return who denies what was said before, not something that the sentence names."""
        if verb.pos_ != "VERB" or not self._lexicon.within(verb, "deny"):
            return None
        what = children(verb, "obj", "ccomp", "xcomp")
        deniers = subjects(verb)
        if not deniers or any(not self._lexicon.within(token, "charges") for token in what):
            return None
        return self._speech.speaker(Source(deniers[0], verb))

    def of(self, speaker: Speaker, said: Sequence[Claim]) -> Iterator[Statement]:
        """Return what a speaker denies of what others said, or of what is not told as a fact."""
        for claim in said:
            same_voice = claim.speaker is not None and _voice(claim.speaker) == _voice(speaker)
            open_question = claim.speaker is not None or claim.modality is not Modality.ACTUAL
            if claim.relation in _DENIABLE and open_question and not same_voice:
                ends = {claim.subject.id, claim.object.id}
                yield Statement(
                    claim.relation, claim.mode, claim.subject, claim.object, "denial",
                    _DENIED, with_party(speaker, ends, self._context),
                )  # fmt: skip


def _voice(speaker: Speaker) -> str:
    return speaker.id or speaker.mention
