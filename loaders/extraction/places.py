"""Which place a phrase names."""

from spacy.tokens import Token

from graph.identity import new_place
from graph.model import Place
from graph.vocabulary import ActorKind, PlaceKind
from loaders.extraction.context import Context
from loaders.extraction.event_time import MONTHS
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import by_preposition, children, phrase
from loaders.extraction.tokens import offset

_CAPITAL = "capital"
_REGIONS = frozenset(
    ("province", "region", "governorate", "state", "district", "county", "island", "peninsula")
    + ("valley", "mountains", "desert", "coast", "strip", "heights", "sea", "river", "forest")
)
_WHOLE = ("whole", "entire", "same")
_SITE_START = frozenset(("mount", "fort", "camp", "lake", "port"))


class Places:
    """Resolves the phrases of one article to places; None where it is not sure."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        """Resolve within `context`, which grows as the article is read."""
        self._context = context
        self._lexicon = lexicon

    def of(self, token: Token, known_only: bool = False, depth: int = 0) -> Place | None:
        """Return the place that the phrase around a token names.

        `known_only`: take no name for a place that neither the gazetteer nor the text shows to be.
        """
        if depth > 4:
            return None
        if token.lower_ in ("it", "there", "which", "where", "that"):
            return self._antecedent(token, depth)
        if self._lexicon.within(token, "areas"):
            return self._area(token, depth)
        if self._lexicon.within(token, "sites"):
            return self._site(token, depth)
        if namings_of(token):
            return self._known(token)
        return self._named(token, known_only) or self._called(token, depth)

    def _known(self, token: Token) -> Place | None:
        """Return the country or the seat that a known name is; an army or a person is no place."""
        namings = namings_of(token)
        registry = self._context.registry
        if any(n.entry.kind is ActorKind.STATE and n.kind == "name" for n in namings):
            return registry.place(token.text, self._context.countries)
        seats = [n for n in namings if n.kind == "metonym"]
        if seats:
            own = [n.entry.country for n in seats if n.entry.country]
            return registry.place(token.text, [*own, *self._context.countries])
        return None

    def _area(self, token: Token, depth: int) -> Place | None:
        """Return the place in "the city of Sirte", "Idlib province", "the Libyan capital"."""
        if token.lower_ == _CAPITAL and (capital := self._capital(token, depth)):
            return capital
        for inner in by_preposition(token, "of"):
            if found := self.of(inner, depth=depth + 1):
                return found
        names = [c for c in children(token, "compound", "flat", "appos", "nmod:desc", "nmod:poss")]
        names += [c for c in children(token, "amod") if c.pos_ == "PROPN"]
        for name in names:
            if name.pos_ == "PROPN" or namings_of(name):
                if token.lower_ in _REGIONS and name.dep_ == "compound":
                    return self._region(token, name)
                if found := self.of(name, depth=depth + 1):
                    return found
        for inner in by_preposition(token, "in"):
            if found := self.of(inner, depth=depth + 1):
                return found
        return self._definite(token)

    def _called(self, token: Token, depth: int) -> Place | None:
        """Return the place in "the transport hub Al-Qaryatain"."""
        for name in children(token, "appos", "flat", "nmod:desc"):
            if name.pos_ == "PROPN" and (found := self.of(name, True, depth + 1)):
                return found
        return None

    def _region(self, token: Token, name: Token) -> Place | None:
        known = self._known(name) if namings_of(name) else None
        if known and known.kind is PlaceKind.COUNTRY:
            return known
        start = min([name.i, *(part.i for part in children(name, "compound", "flat", "punct"))])
        words = token.doc[start : token.i + 1].text
        return new_place(words[:1].upper() + words[1:], PlaceKind.REGION)

    def _capital(self, token: Token, depth: int) -> Place | None:
        """Return the capital of the country that stands beside the word."""
        for part in (
            *children(token, "amod", "compound", "nmod:poss"),
            *by_preposition(token, "of"),
        ):
            for naming in namings_of(part):
                for seat in naming.entry.metonyms:
                    countries = [naming.entry.country] if naming.entry.country else []
                    if found := self._context.registry.place(seat.name, countries):
                        return found
        for name in children(token, "appos", "flat", "nmod:desc"):
            if found := self.of(name, depth=depth + 1):
                return found
        return None

    def _site(self, token: Token, depth: int) -> Place | None:
        """Return the place in "Sirte airport", "the airport in Goma": a site of its own."""
        if name := self._proper_before(token):
            return self._site_named(f"{name} {token.text}")
        for inner in by_preposition(token, "of|in|at|near"):
            if found := self.of(inner, depth=depth + 1):
                return self._site_named(f"{found.name} {token.text}")
        return None

    @staticmethod
    def _proper_before(token: Token) -> str:
        """Return the proper words before a common one: "Al Udeid Air" of "Al Udeid Air Base"."""
        start, _ = phrase(token)
        while start > token.sent.start and token.doc[start - 1].pos_ == "PROPN" and start < token.i:
            start -= 1
        words = [t for t in token.doc[start : token.i] if t.lower_ not in _OWN]
        while words and not (words[0].pos_ == "PROPN" or namings_of(words[0])):
            words.pop(0)
        return "".join(t.text_with_ws for t in words).strip()

    def _site_named(self, name: str) -> Place:
        known = self._context.registry.place(name, self._context.countries)
        return known or new_place(name[:1].upper() + name[1:], PlaceKind.SITE)

    def _definite(self, token: Token) -> Place | None:
        """Return what "the country" and "the town" mean in what was said before."""
        if not any(d.lower_ in ("the", "this") for d in children(token, "det")):
            return None
        if any(
            c.dep_ in ("amod", "nmod", "acl", "acl:relcl") and c.lower_ not in _WHOLE
            for c in token.children
        ):
            return None
        if token.lower_ in ("country", "kingdom", "republic", "nation"):
            state = self._context.registry.state_of(self._context.country)
            return self._context.registry.place(state.name) if state else None
        if self._lexicon.within(token, "dwelling"):
            return self._context.place_before(offset(token), reach=2)
        return None

    def _antecedent(self, token: Token, depth: int) -> Place | None:
        if token.lower_ in ("which", "where", "that"):
            clause = next((t for t in token.ancestors if t.dep_ == "acl:relcl"), None)
            return self.of(clause.head, depth=depth + 1) if clause is not None else None
        return self._context.place_before(offset(token), reach=1)

    def _named(self, token: Token, known_only: bool) -> Place | None:
        if token.pos_ not in ("PROPN", "NOUN", "ADJ", "X") or not token.text[:1].isupper():
            return None
        if token.lower_ in MONTHS:
            return None
        name = self._proper(token)
        context = self._context
        if context.local.get(name) or context.registry.actor(
            name, context.published, context.countries
        ):
            return None
        if known := context.registry.place(name, context.countries):
            return known
        if token.text != name and (known := context.registry.place(token.text, context.countries)):
            return known if known.country in context.countries else None
        shown = normal_last(name) in _REGIONS or name.split()[0].casefold() in _SITE_START
        if token.pos_ != "PROPN" or (known_only and not shown):
            return None
        return new_place(
            name, PlaceKind.REGION if normal_last(name) in _REGIONS else PlaceKind.SITE
        )

    @staticmethod
    def _proper(token: Token) -> str:
        """Return the proper words of a phrase, without directions ("eastern Aleppo")."""
        start, end = phrase(token)
        span = [t for t in token.doc[start:end] if t.dep_ not in ("det", "case")]
        while span and not span[0].text[:1].isupper() and span[0] != token:
            span.pop(0)
        return str(token.doc[span[0].i : end].text) if span else token.text


_OWN = ("'s", "’s", "'", "’")


def normal_last(name: str) -> str:
    """Return the last word of a name, in lower case."""
    return name.split()[-1].casefold()
