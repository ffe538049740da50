"""What an article calls those whom it has named: "the Courts", "the separatists"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graph.model import Actor
from graph.names import normal
from graph.vocabulary import ActorKind
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import children

_SHORTEST = 4
_NAMED_BY_NAME = (ActorKind.STATE, ActorKind.PERSON)


class Calling:
    """Remembers by which words an article has called each actor."""

    def __init__(self) -> None:
        """Begin an article."""
        self._called: dict[str, dict[str, Actor]] = defaultdict(dict)

    def note(self, token: Token, actor: Actor, lexicon: Lexicon) -> None:
        """Remember that a side was called by the phrase around a token; a state has its name."""
        if actor.kind not in _NAMED_BY_NAME:
            for word in _words(token, lexicon):
                self._called[word].setdefault(actor.id, actor)

    def by(self, token: Token) -> list[Actor]:
        """Return those whom the article has called by the word that a token is."""
        return list(self._called.get(normal(token.text), {}).values())


def _words(token: Token, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of a name, or the noun, and the nouns that stand beside it."""
    if namings_of(token):
        yield from _proper(token.text.split())
    elif token.pos_ == "PROPN":
        names = children(token, "compound", "flat", "amod")
        yield from _proper([token.text, *(word.text for word in names)])
    elif lexicon.within(token, "recalling"):
        yield normal(token.text)
    beside = children(token, "appos", "nmod:desc", "compound")
    if token.dep_ in ("appos", "nmod:desc", "flat", "compound"):
        beside.append(token.head)
    for noun in beside:
        if noun.pos_ == "NOUN" and lexicon.within(noun, "recalling"):
            yield normal(noun.text)


def _proper(words: Iterable[str]) -> Iterator[str]:
    return (normal(word) for word in words if word[:1].isupper() and len(word) >= _SHORTEST)
