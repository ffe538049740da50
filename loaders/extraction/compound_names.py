"""Names of several words that no file of actors holds, made one word before the parse."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from loaders.extraction.mentions import HYPHENS, Found
from loaders.registry.registry import Registry

_LONGEST = 7
_OPENING = ("al", "el", "ul", "bin", "ibn")
_ARTICLES = ("al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az")
_INNER = frozenset(
    ("al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "ath", "az", "es", "ez", "et")
    + ("de", "del", "la", "las", "los", "le", "les", "du", "des", "do", "da", "au", "aux", "sur")
    + ("of", "i", "e", "y", "ou", "en", "upon")
)
"""Small words inside names of places and persons."""


def compound_names(
    doc: Doc, known: Sequence[Found], registry: Registry, countries: Iterable[str]
) -> list[Found]:
    """Return towns and regions of several words, and words with a hyphen, beside known names.

    "Port-au-Prince" and "San Vicente del Caguan" are towns of the gazetteer in `countries`;
    "Al-Mukhtar" is one word of a name. Parsers trained on text with hyphens split take the parts
    apart otherwise.
    """
    taken = {place for match in known for place in range(match.start, match.end)}
    named = list(countries)
    found: list[Found] = []
    place = 0
    while place < len(doc):
        end = 0
        if place not in taken and (doc[place].text[:1].isupper() or _opens(doc, place)):
            ends = list(_ends(doc, place, taken))
            end = next((e for e in reversed(ends) if _is_place(doc, place, e, registry, named)), 0)
            end = end or _hyphened(doc, place, ends, registry)
        if end:
            found.append(Found(place, end, ()))
        place = end or place + 1
    return found


def _opens(doc: Doc, place: int) -> bool:
    """Say whether a name begins with a small article: "al-Hol"."""
    if doc[place].text not in _ARTICLES:
        return False
    joined = doc[place + 1 : place + 3]
    return len(joined) > 1 and joined[0].text in HYPHENS and joined[1].text[:1].isupper()


def _ends(doc: Doc, start: int, taken: set[int]) -> Iterator[int]:
    """Yield where a name that starts at a token may end: after each of its capitalised words."""
    for place in range(start + 1, min(start + _LONGEST, len(doc))):
        token = doc[place]
        if place in taken or token.is_sent_start:
            return
        if token.text[:1].isupper():
            yield place + 1
        elif token.text not in HYPHENS and token.lower_ not in _INNER:
            return


def _is_place(doc: Doc, start: int, end: int, registry: Registry, countries: Sequence[str]) -> bool:
    name = doc[start:end].text
    return registry.town(name, countries) is not None or registry.region(name) is not None


def _hyphened(doc: Doc, start: int, ends: Sequence[int], registry: Registry) -> int:
    """Return where a word of parts joined by hyphens ends; 0: it is none.

    "Taiz-Aden" is two names.
    """
    end = 0
    for one in ends:
        joints = [token for token in doc[start + 1 : one] if token.text in HYPHENS]
        bare = "".join(token.text_with_ws for token in doc[start:one]).rstrip()
        if not joints or " " in bare:
            break
        end = one
    if not end or doc[start].lower_ in (*_OPENING, *_ARTICLES):
        return end
    return 0 if registry.town(doc[start].text, ()) else end
