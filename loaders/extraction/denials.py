"""Denials of what was said before: "Ankara denied it", "X rejected the accusation"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Claim, Speaker
from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.clauses import subjects
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import Meaning
from loaders.extraction.parties import side_of, with_party
from loaders.extraction.phrases import case_of, children
from loaders.extraction.sheet import Statement
from loaders.extraction.sources import Source
from loaders.extraction.speech import Speech

_DENIABLE = (Relation.CAPTURED, Relation.DEPLOYED_TO, Relation.BACKS, Relation.OPPOSES)
_RELATIVE = ("acl:relcl", "acl", "advcl:relcl")
_AFTER = (*_RELATIVE, "conj", "parataxis", "appos")
_PLAINLY = ("den", "refut")
"""How verbs begin that deny a deed; one may also reject an island."""
_BARE = ("do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "will")
_OF_BARE = ("nsubj", "advmod", "mark", "punct", "parataxis")
"""What hangs on a verb that stands for one told before."""
_EACH = "both"
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
        if verb.pos_ != "VERB" or any(
            self._lexicon.within(child, "negators") for child in children(verb, "advmod")
        ):
            return None
        deniers = subjects(verb)
        denied = self._denies(verb) or self._calls_untrue(verb) or self._says_not(verb)
        if not deniers or not denied:
            return None
        return self._speech.speaker(Source(deniers[0], verb))

    def is_of_its_sentence(self, verb: Token) -> bool:
        """Say whether what is denied may stand in the same sentence, before the denial."""
        set_against = verb.dep_ == "advcl" and self._lexicon.has(case_of(verb), "meanwhile")
        return verb.dep_ in _AFTER or set_against

    def of(self, speaker: Speaker, said: Sequence[Claim]) -> Iterator[Statement]:
        """Return what a speaker denies of what others said, or of what is not told as a fact.

        Of several things he denies what is told of himself.
        """
        found = [claim for claim in said if _is_open(claim, speaker)]
        side = side_of(speaker, self._context)
        own = [claim for claim in found if side in (claim.subject.id, claim.object.id)]
        for claim in own or found:
            ends = {claim.subject.id, claim.object.id}
            if speaker.mention.casefold() == _EACH:  # "both deny it": each of himself
                speaker = Speaker(
                    id=claim.subject.id, name=claim.subject.name, mention=speaker.mention
                )
            yield Statement(
                claim.relation, claim.mode, claim.subject, claim.object, "denial",
                _DENIED, with_party(speaker, ends, self._context),
            )  # fmt: skip

    def _denies(self, verb: Token) -> bool:
        """Say whether a verb denies what was said: "it", "the accusation", "which X denies"."""
        if not self._lexicon.within(verb, "deny"):
            return False
        what = children(verb, "obj", "ccomp", "xcomp")
        if verb.dep_ not in _RELATIVE:
            return all(self._is_charge(token) for token in what)
        plainly = verb.lower_.startswith(_PLAINLY) or self._is_charge(verb.head)
        return plainly and all(
            self._is_charge(token) or self._lexicon.within(token, "relative_pronouns")
            for token in what
        )

    def _says_not(self, verb: Token) -> bool:
        """Say whether somebody only says that it is not so: "X says that it *does not*"."""
        if not self._lexicon.within(verb, "say"):
            return False
        return any(
            clause.lower_ in _BARE
            and any(self._lexicon.within(c, "negators") for c in children(clause, "advmod"))
            and all(child.dep_ in _OF_BARE for child in clause.children)
            for clause in children(verb, "ccomp")
        )

    def _calls_untrue(self, verb: Token) -> bool:
        """Say whether a verb calls it untrue: "called it a lie", "which X says is untrue"."""
        if not self._lexicon.within(verb, "say", "naming"):
            return False
        told = [word for word in verb.subtree if self._is_untrue(word)]
        return any(self._is_told_of_a_charge(word, verb) for word in told)

    def _is_untrue(self, word: Token) -> bool:
        negated = word.lower_ == "true" and any(
            self._lexicon.within(child, "negators") for child in children(word, "advmod")
        )
        return negated or self._lexicon.within(word, "untrue")

    def _is_told_of_a_charge(self, word: Token, verb: Token) -> bool:
        """Say whether a verb calls a charge, or what a clause takes up, a word such as "lie"."""
        if verb not in (word.head, word.head.head):
            return False
        beside = children(word, "nsubj") or children(verb, "obj", "iobj", "nsubj:outer")
        named = [token for token in beside if token != word and token.head in (word, verb)]
        taken_up = verb.dep_ in _RELATIVE and (not named or self._is_charge(verb.head))
        return taken_up or any(
            self._is_charge(token) or self._lexicon.within(token, "relative_pronouns")
            for token in named
        )

    def _is_charge(self, token: Token) -> bool:
        done = token.lower_ == "doing" and not children(token, "obj")  # "denied *doing so*"
        return done or self._lexicon.within(token, "charges")


def _is_open(claim: Claim, speaker: Speaker) -> bool:
    """Say whether a claim may be denied: somebody else said it, or it is not told as a fact."""
    same_voice = claim.speaker is not None and _voice(claim.speaker) == _voice(speaker)
    told = claim.speaker is not None or claim.modality is not Modality.ACTUAL
    return claim.relation in _DENIABLE and told and not same_voice


def _voice(speaker: Speaker) -> str:
    return speaker.id or speaker.mention
