"""Which place an area is: "the city of Sirte", "Idlib province", "the Libyan capital"."""

from collections.abc import Iterable

from spacy.tokens import Token

from graph.identity import new_place
from graph.model import Place
from graph.vocabulary import ActorKind, PlaceKind
from loaders.extraction.context import Context, WhereOf
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import by_preposition, children, is_definite, owners
from loaders.extraction.seats import capital_of, home_capital, known_place
from loaders.extraction.tokens import offset

_CAPITAL = "capital"


class Areas:
    """Resolves cities, provinces and countries that one article calls so; None: not sure."""

    def __init__(self, context: Context, lexicon: Lexicon, where: WhereOf) -> None:
        """Ask `where` what other words mean."""
        self._context = context
        self._lexicon = lexicon
        self._where = where

    def of(self, token: Token, depth: int) -> Place | None:
        """Return the place that an area is."""
        if self._lexicon.within(token, "homelands", "frontiers"):
            return self._country_own(token) or self._inner(token, depth)
        return self._inner(token, depth)

    def _country_own(self, token: Token) -> Place | None:
        """Return Greece for "Greek airspace"; "the border with Greece" is a place of its own."""
        states = _states(owners(token))
        if self._lexicon.within(token, "homelands"):
            return self._context.registry.place(states[0]) if states else None
        beyond = _states(by_preposition(token, "with|between") or _after_with(token))
        if not states and not beyond:
            return None
        word, names = token.lower_, " and ".join(dict.fromkeys((*states, *beyond)))
        joint = "with" if not states and len(beyond) == 1 else "of"
        return new_place(f"{word[:1].upper()}{word[1:]} {joint} {names}", PlaceKind.REGION)

    def _inner(self, token: Token, depth: int) -> Place | None:
        """Return the place that the words around an area name or mean."""
        if token.lower_ == _CAPITAL and (capital := self._capital(token, depth)):
            return capital
        return (
            self._first(_joined(by_preposition(token, "of")), depth)
            or self._called(token, depth)
            or self._within(token, depth)
            or self._definite(token)
        )

    def _within(self, token: Token, depth: int) -> Place | None:
        """Return where an area is; no country, since "the largest city in Congo" is not Congo."""
        found = self._first(by_preposition(token, "in"), depth)
        return None if found is None or found.kind is PlaceKind.COUNTRY else found

    def _first(self, tokens: Iterable[Token], depth: int) -> Place | None:
        for token in tokens:
            if found := self._where(token, False, depth + 1):
                return found
        return None

    def _called(self, token: Token, depth: int) -> Place | None:
        """Return the place whose name stands beside the area: "Idlib province"."""
        names = [c for c in children(token, "compound", "flat", "appos", "nmod:desc", "nmod:poss")]
        names = [name for name in names if name.pos_ == "PROPN" or namings_of(name)]
        names += [child for child in children(token, "amod") if child.pos_ == "PROPN"]
        for name in names:
            if self._lexicon.within(token, "regions") and name.dep_ == "compound":
                return self._region(token, name)
            if found := self._where(name, False, depth + 1):
                return found
        return None

    def _region(self, token: Token, name: Token) -> Place:
        known = known_place(name, self._context)
        if known and known.kind is PlaceKind.COUNTRY:
            return known
        start = min([name.i, *(part.i for part in children(name, "compound", "flat", "punct"))])
        words = token.doc[min(start, token.i) : max(name.i, token.i) + 1].text
        return new_place(words[:1].upper() + words[1:], PlaceKind.REGION)

    def _capital(self, token: Token, depth: int) -> Place | None:
        """Return the capital of the country that stands beside the word."""
        beside = children(token, "amod", "compound", "nmod:poss")
        for part in (*beside, *by_preposition(token, "of")):
            if found := capital_of(part, self._context):
                return found
        return self._first(children(token, "appos", "flat", "nmod:desc"), depth)

    def _definite(self, token: Token) -> Place | None:
        """Return what "the country" and "the town" mean in what was said before."""
        if not is_definite(token) or self._is_described(token):
            return None
        if self._lexicon.within(token, "country_words"):
            state = self._context.registry.state_of(self._context.country)
            return self._context.registry.place(state.name) if state else None
        if token.lower_ == _CAPITAL and (capital := home_capital(self._context)):
            return capital
        if self._lexicon.within(token, "regions") and (
            known := self._context.place_called(token.lower_, offset(token))
        ):
            return known  # "the valley" after "Panjshir Valley"
        if self._lexicon.within(token, "dwelling"):
            if self._lexicon.within(token, "towns"):
                return self._context.town_before(offset(token), reach=2)
            return self._context.place_before(offset(token), reach=2)
        return None

    def _is_described(self, token: Token) -> bool:
        """Say whether words beside an area tell which one, other than "the whole", or how many."""
        beside = children(token, "amod", "nmod", "nummod", "acl", "acl:relcl")
        return any(not self._lexicon.within(child, "wholes") for child in beside)


def _joined(names: list[Token]) -> list[Token]:
    """Return names of one list; of "the village of A, B Province" the first."""
    return names if any(children(name, "cc") for name in names) else names[:1]


def _after_with(token: Token) -> list[Token]:
    """Return the name behind "borders with", where the parse hung it on the verb."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return [behind[1]] if len(behind) > 1 and behind[0].lower_ == "with" else []


def _states(words: Iterable[Token]) -> list[str]:
    return [
        naming.entry.name
        for word in words
        for naming in namings_of(word)
        if naming.entry.kind is ActorKind.STATE
    ]
