"""Which place a phrase names."""

from collections.abc import Iterable
from itertools import dropwhile

from spacy.tokens import Token

from graph.identity import new_place
from graph.model import Place
from graph.vocabulary import PlaceKind
from loaders.extraction.areas import Areas
from loaders.extraction.context import Context
from loaders.extraction.dates import MONTHS, WEEKDAYS
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import (
    POSSESSIVE,
    by_preposition,
    case_of,
    children,
    head_of_conjuncts,
    hint_of,
    is_definite,
    is_where,
    phrase,
)
from loaders.extraction.seats import known_place
from loaders.extraction.taken_names import is_taken
from loaders.extraction.tokens import offset

_DEEPEST = 4
_SHORT = 5


class Places:
    """Resolves the phrases of one article to places; None where it is not sure."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        """Resolve within `context`, which grows as the article is read."""
        self._context = context
        self._lexicon = lexicon
        self._areas = Areas(context, lexicon, self.of)

    def of(self, token: Token, known_only: bool = False, depth: int = 0) -> Place | None:
        """Return the place that the phrase around a token names.

        `known_only`: take no name for a place that neither the gazetteer nor the text shows to be.
        """
        if depth > _DEEPEST:
            return None
        if self._lexicon.within(token, "place_pronouns"):
            return self._antecedent(token, depth)
        if self._lexicon.within(token, "areas", "homelands", "frontiers"):
            return self._areas.of(token, depth)
        if self._lexicon.within(token, "sites"):
            return self._site(token, depth)
        if namings_of(token):
            return known_place(token, self._context)
        known_only = known_only and not self._is_shown(token)
        return self._named(token, known_only) or self._called(token, depth)

    def _is_shown(self, token: Token) -> bool:
        """Say whether what stands around a name shows that it is a place."""
        return self._is_of_an_area(token) or is_taken(token, self._lexicon)

    def _is_of_an_area(self, token: Token) -> bool:
        """Say whether a name is one of "the towns of A, B and C"."""
        first = head_of_conjuncts(token)
        return case_of(first) == "of" and self._lexicon.within(first.head, "areas")

    def _antecedent(self, token: Token, depth: int) -> Place | None:
        """Return where "there" and "which" mean."""
        if self._lexicon.within(token, "place_relatives"):
            clause = next((t for t in token.ancestors if t.dep_ == "acl:relcl"), None)
            return self.of(clause.head, depth=depth + 1) if clause is not None else None
        return self._context.place_before(offset(token), reach=1)

    def _called(self, token: Token, depth: int) -> Place | None:
        """Return the place in "the transport hub Al-Qaryatain"; "Ali Salem" is nobody's Salem."""
        for name in children(token, "appos", "flat", "nmod:desc"):
            if name.dep_ == "flat" and token.pos_ == "PROPN":
                continue
            if name.pos_ == "PROPN" and (found := self.of(name, True, depth + 1)):
                return found
        return None

    def _site(self, token: Token, depth: int) -> Place | None:
        """Return the place in "Sirte airport", "the airport in Goma": a site of its own."""
        if name := _proper_before(token):
            return self._site_named(f"{name} {token.text}")
        for inner in by_preposition(token, "of|in|at|near"):
            if found := self.of(inner, depth=depth + 1):
                return self._site_named(f"{found.name} {token.text}")
        return self._the_site(token)

    def _the_site(self, token: Token) -> Place | None:
        """Return what "the airport" is: the one named before, else that of the town."""
        if not is_definite(token) or children(token, "amod", "compound", "nmod", "acl:relcl"):
            return None
        if known := self._context.place_called(token.lower_, offset(token)):
            return known
        if not self._lexicon.within(token, "owned_sites"):
            return None
        town = self._context.town_before(offset(token), reach=2)
        owned = town is not None and town.kind is PlaceKind.TOWN
        return self._site_named(f"{town.name} {token.text}") if town and owned else None

    def _site_named(self, name: str) -> Place:
        known = self._context.registry.place(name, self._context.countries)
        return known or new_place(name[:1].upper() + name[1:], PlaceKind.SITE)

    def _named(self, token: Token, known_only: bool) -> Place | None:
        """Return the place of a name in capitals, a new one where the words show a place."""
        if token.pos_ not in ("PROPN", "NOUN", "ADJ", "X") or not _is_spelt_as_name(token.text):
            return None
        counted = any(number.i < token.i for number in children(token, "nummod"))
        if counted or token.lower_ in (*MONTHS, *WEEKDAYS):
            return None  # "700 Humvees"
        name = _proper(token)
        if self._lexicon.has(name.split()[-1].casefold(), "prizes"):
            return None  # "captured the World Cup"
        context = self._context
        if context.local.get(name) or context.registry.actor(
            name, context.published, context.countries
        ):
            return None
        if known := context.registry.place(name, context.countries):
            return known
        if token.text != name and not self._is_part(token):
            known = context.registry.place(token.text, context.countries)
            if known and known.country in context.countries:
                return known
        if token.pos_ != "PROPN" or _is_abbreviation(token):
            return None
        return self._made(name, known_only or self._is_person(token, name))

    def _is_part(self, token: Token) -> bool:
        """Say whether a word is only the last of a name: "West Bank", "Caribbean Sea"."""
        before = [c for c in children(token, "compound", "amod", "flat") if c.i < token.i]
        return any(
            word.text[:1].isupper()
            and not namings_of(word)
            and word.lower_ not in self._lexicon.titles
            for word in before
        )

    def _is_person(self, token: Token, name: str) -> bool:
        """Say whether the parser takes a name for a person's, and nothing speaks against it."""
        figures = any(letter.isdigit() for letter in name)
        shown = figures or is_where(token) or self._is_shown(token)
        shown = shown or self._context.registry.is_town(name)
        return hint_of(token) == "person" and not shown

    def _made(self, name: str, known_only: bool) -> Place | None:
        words = name.casefold().split()
        if self._lexicon.has(words[-1], "regions"):
            return new_place(name, PlaceKind.REGION)
        shown = self._lexicon.has(words[0], "site_starts")
        return new_place(name, PlaceKind.SITE) if shown or not known_only else None


def _is_spelt_as_name(word: str) -> bool:
    """Say whether a word has a capital, after an article joined to it too: "al-Hol"."""
    article, hyphen, rest = word.partition("-")
    return word[:1].isupper() or bool(hyphen and article.isalpha() and rest[:1].isupper())


def _is_abbreviation(token: Token) -> bool:
    """Say whether a word is short and in capitals, where the words around it are not."""
    text = token.text.replace(".", "")
    return len(text) <= _SHORT and text.isupper() and not token.sent.text.isupper()


def _proper(token: Token) -> str:
    """Return the proper words of a phrase between commas, without directions ("eastern Aleppo")."""
    start, end = phrase(token)
    commas = [word.i for word in token.doc[start:end] if word.text == ","]
    start = max((comma + 1 for comma in commas if comma < token.i), default=start)
    end = min((comma for comma in commas if comma > token.i), default=end)
    span = [t for t in token.doc[start:end] if t.dep_ not in ("det", "case")]
    while span and not span[0].text[:1].isupper() and span[0] != token:
        span.pop(0)
    return str(token.doc[span[0].i : end].text) if span else token.text


def _proper_before(token: Token) -> str:
    """Return the proper words before a common one: "Al Udeid Air" of "Al Udeid Air Base"."""
    start, _ = phrase(token)
    while start > token.sent.start and token.doc[start - 1].pos_ == "PROPN" and start < token.i:
        start -= 1
    marks = [t.i for t in token.doc[start : token.i] if t.lower_ in POSSESSIVE]
    words = _from_a_name(token.doc[marks[-1] + 1 : token.i]) if marks else []
    words = words or _from_a_name(token.doc[start : marks[-1] if marks else token.i])
    if by_preposition(token, "of") and all(map(_is_demonym, words)):
        return ""  # "the Yemeni port of Aden"
    return "".join(t.text_with_ws for t in words).strip()


def _from_a_name(words: Iterable[Token]) -> list[Token]:
    """Return words from the first name among them: "Al-Asad" of "Iraq's Al-Asad Airbase"."""
    return list(dropwhile(lambda word: word.pos_ != "PROPN" and not namings_of(word), words))


def _is_demonym(word: Token) -> bool:
    namings = namings_of(word)
    return bool(namings) and all(naming.kind == "demonym" for naming in namings)
