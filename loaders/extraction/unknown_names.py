"""Names that no file holds: an actor that the text's own spelling shows, and slips of spelling."""

from rapidfuzz.distance import OSA
from spacy.tokens import Token

from graph.identity import new_actor
from graph.model import Actor
from graph.names import last_word, normal
from graph.vocabulary import ActorKind
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import children, hint_of, is_where, phrase
from loaders.extraction.taken_names import is_taken

_SHORTEST_MISSPELT = 5


class UnknownNames:
    """Makes actors of names in one article that no file holds; None where it is not sure."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        """Remember in `context` whom the names mean."""
        self._context = context
        self._lexicon = lexicon

    def of(self, token: Token) -> Actor | None:
        """Return the actor that a capitalised phrase names, the same one each time."""
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            return None
        if self._lexicon.within(token, "not_names") or _is_inner(token):
            return None
        name = name_of(token)
        local = self._context.local.get(name) or self._by_surname(name)
        if local or self._is_place(name):
            return local
        kind = self._kind(token, normal(name).split())
        return self._made(token, name, kind) if kind else None

    def group(self, token: Token) -> Actor:
        """Return the group that the words beside a capitalised phrase say it names."""
        return self._made(token, name_of(token), ActorKind.ARMED_GROUP)

    def misspelt(self, token: Token) -> Actor | None:
        """Return whom a name one letter off means, where the text has named him already."""
        word = normal(token.text)
        if token.pos_ != "PROPN" or len(word) < _SHORTEST_MISSPELT or namings_of(token):
            return None
        near = {
            actor.id: actor
            for actor in self._context.named.values()
            for name in (actor.name, actor.label, *actor.aliases)
            if OSA.distance(word, last_word(name), score_cutoff=1) <= 1
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _kind(self, token: Token, words: list[str]) -> ActorKind | None:
        """Return what sort of actor a name is, by its words; None: it shows none."""
        has = self._lexicon.has
        if not words or has(words[-1], "sites", "areas", "persons"):
            return None
        if all(has(word, "group_words", "group_fillers", "sides") for word in words):
            return None  # "Armed Forces": a common noun in capitals
        if has(words[-1], "group_words") or (has(words[0], "group_words") and len(words) > 2):
            return ActorKind.ARMED_GROUP
        if is_where(token) or is_taken(token, self._lexicon):
            return None
        if any(self._lexicon.within(noun, "armed_bands") for noun in children(token, "appos")):
            return ActorKind.ARMED_GROUP  # "X, a militia"
        if hint_of(token) == "person":
            return ActorKind.PERSON
        return ActorKind.UNKNOWN if hint_of(token) == "organization" and len(words) > 1 else None

    def _by_surname(self, name: str) -> Actor | None:
        """Return whom the text has named in full: "General Salem" after "Ali Salem"."""
        *before, surname = name.split()
        titled = all(word.casefold().rstrip(".") in self._lexicon.titles for word in before)
        return (self._context.local.get(surname) or self._known_by(surname)) if titled else None

    def _known_by(self, surname: str) -> Actor | None:
        """Return the one person the text has named whose name ends so, though no file has it."""
        ending = f" {normal(surname)}"
        known = [
            actor
            for actor in self._context.named.values()
            if actor.kind is ActorKind.PERSON
            and any(normal(name).endswith(ending) for name in (actor.name, *actor.aliases))
        ]
        return known[0] if len(known) == 1 else None

    def _made(self, token: Token, name: str, kind: ActorKind) -> Actor:
        actor = new_actor(name, kind)
        self._context.local[name] = actor
        first, *others = name.split()
        if kind is ActorKind.PERSON and others and first == token.text:  # "Ali Salem", not a title
            surname = others[-1]  # "Munir al-Yafei", and "Al-Yafei" where a sentence begins
            for spelt in {surname, surname[:1].upper() + surname[1:]}:
                self._context.local.setdefault(spelt, actor)
        return actor

    def _is_place(self, name: str) -> bool:
        return self._context.registry.place(name, self._context.countries) is not None


def _is_inner(token: Token) -> bool:
    """Say whether a word is a later part of a name: the Salem of "Ali Salem"."""
    return token.dep_ == "flat" and token.head.pos_ == "PROPN" and not namings_of(token.head)


def name_of(token: Token) -> str:
    """Return the proper words of a phrase: the name without articles and titles."""
    start, end = phrase(token)
    span = [t for t in token.doc[start:end] if t.dep_ not in ("det", "case", "nmod:poss")]
    while span and not (span[0].text[:1].isupper() or span[0].text[:1].isdigit()):
        span.pop(0)
    return str(token.doc[span[0].i : end].text) if span else token.text
