"""The words of a sentence that may be a claim's ends, and whom or what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Span, Token

from graph.model import Actor, Place
from graph.vocabulary import ActorKind
from loaders.extraction.actors import Actors
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.places import Places

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X"))
_INNER = frozenset(("amod", "compound", "flat", "nmod:poss", "nmod:desc"))


class Form(IntEnum):
    """How a word names its end."""

    NAME = 0
    PROPER = 1
    NOUN = 2
    PRONOUN = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that means an actor, a place, or either."""

    token: Token
    actor: Actor | None
    place: Place | None
    form: Form


class Candidates:
    """Finds the candidates of the sentences of one article."""

    def __init__(self, lexicon: Lexicon, actors: Actors, places: Places) -> None:
        """Resolve by way of `actors` and `places`."""
        self._lexicon = lexicon
        self._actors = actors
        self._places = places

    def of(self, sentence: Span) -> list[Candidate]:
        """Return a parsed sentence's candidates in the order of its words.

        A word inside a phrase that means the same ("Rwandan" in "Rwandan troops") is none.
        """
        found = {candidate.token.i: candidate for candidate in self._all(sentence)}
        return [c for c in found.values() if not _is_within(c, found)]

    def _all(self, sentence: Span) -> Iterator[Candidate]:
        for token in sentence:
            if token.pos_ not in _NOMINAL and not namings_of(token):
                continue
            actor = self._actors.of(token)
            place = self._place(token, actor)
            if actor is not None or place is not None:
                yield Candidate(token, actor, place, self._form(token))

    def _place(self, token: Token, actor: Actor | None) -> Place | None:
        """Return the place that a word means; what looks like a person only if it is known."""
        if actor is not None and actor.kind is ActorKind.PERSON:
            return None
        return self._places.of(token)

    def _form(self, token: Token) -> Form:
        if namings_of(token):
            return Form.NAME
        if token.pos_ == "PROPN":
            return Form.PROPER
        return Form.PRONOUN if token.pos_ in ("PRON", "DET") else Form.NOUN


def _is_within(candidate: Candidate, found: dict[int, Candidate]) -> bool:
    token = candidate.token
    outer = found.get(token.head.i)
    if token.dep_ not in _INNER or outer is None or outer is candidate:
        return False
    same_actor = candidate.actor is None or (
        outer.actor is not None and outer.actor.id == candidate.actor.id
    )
    same_place = candidate.place is None or (
        outer.place is not None and outer.place.id == candidate.place.id
    )
    # "Syrian" is Syria the place as well: the forces alone are meant
    return same_actor and (same_place or candidate.actor is not None)
