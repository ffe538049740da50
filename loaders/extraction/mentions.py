"""Known names in a text: found before the parse and merged, so that it sees one word for each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from graph.names import normal
from graph.vocabulary import ActorKind
from loaders.registry.registry import Naming, Registry

HYPHENS = ("-", "–", "‑", "‐")
AGAINST, FOR = "anti", "pro"
"""What stands before a name, with a hyphen, to tell on which side somebody is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a Doc: tokens [start, end) and whom it may mean."""

    start: int
    end: int
    namings: tuple[Naming, ...]
    """None: a name that only shows itself as one word."""


def find(doc: Doc, registry: Registry, on: str | None) -> list[Found]:
    """Return the longest known names in a Doc, in order, none overlapping."""
    words = [normal(token.text).split() for token in doc]
    found: list[Found] = []
    place = 0
    while place < len(doc):
        match = _opposed(doc, _at(doc, words, place, registry, on))
        if match:
            while found and found[-1].end > match.start:
                found.pop()  # "Bashar" was a name by itself; now it is part of a longer one
            found.append(match)
        place = match.end if match else place + 1
    return found


def merge(doc: Doc, found: Iterable[Found]) -> None:
    """Make one token of each name, and keep by its place whom it may mean."""
    namings: dict[int, tuple[Naming, ...]] = doc.user_data.setdefault("namings", {})
    read_as: dict[int, str] = doc.user_data.setdefault("read_as", {})
    with doc.retokenize() as retokenizer:
        for match in found:
            if match.namings:
                namings[doc[match.start].idx] = match.namings
            if match.end - match.start > 1:
                if match.namings and (spelling := _short(match)):
                    read_as[doc[match.start].idx] = spelling
                retokenizer.merge(doc[match.start : match.end])


def _short(match: Found) -> str | None:
    """Return how the parser reads a long name: by its label, as it saw names in training.

    "Syrian Observatory for Human Rights" in one token looks like an adjective; "SOHR" does not.
    """
    naming = match.namings[0]
    label = naming.entry.label
    if naming.kind == "demonym" or not label[:1].isupper():
        return None
    if label.casefold() == "is":
        label = naming.entry.name  # the parser reads lower case, and would take it for a verb
    return label.split()[-1] if naming.entry.kind is ActorKind.PERSON else label.replace(" ", "")


def namings_of(token: Token) -> tuple[Naming, ...]:
    """Return whom a token may mean, if it is a known name."""
    known: dict[int, tuple[Naming, ...]] = token.doc.user_data.get("namings", {})
    return known.get(token.idx, ())


def joined_to(token: Token) -> str:
    """Return the word that a hyphen joins to a token, in lower case; empty: none does."""
    after = token.doc[token.i + 1 : token.i + 3]
    return after[1].lower_ if len(after) > 1 and after[0].text in HYPHENS else ""


def countries(found: Iterable[Found]) -> dict[str, int]:
    """Return how often names of each country stand in a text, most named first.

    A name that means somebody only in an article about his country does not make it one.
    """
    counted: Counter[str] = Counter()
    for match in found:
        sure = [naming.entry for naming in match.namings if not naming.alias.where]
        codes = {entry.country for entry in sure if entry.country}
        counted.update(code for code in codes if len(codes) == 1)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _at(
    doc: Doc, words: Sequence[list[str]], start: int, registry: Registry, on: str | None
) -> Found | None:
    """Return the longest name that starts at a token."""
    if not words[start]:
        return None
    longest = registry.longest(words[start][0])
    best: Found | None = None
    spelt: list[str] = []
    end = start
    while longest and end < len(doc) and len(spelt) <= longest:
        spelt += words[end]
        end += 1
        if len(spelt) > longest or not words[end - 1]:
            continue
        known = registry.namings(" ".join(spelt))
        if not known:
            continue
        span = doc[start:end]
        text = span.text
        namings = tuple(n for n in known if n.holds(on) and n.fits(text))
        if namings and _is_name(span, namings):
            best = Found(start, end, namings)
    return _whole(doc, best, words) if best else None


def _opposed(doc: Doc, match: Found | None) -> Found | None:
    """Make one word of "anti-Gaddafi", which names whom somebody is against."""
    if match is None or match.start < 2 or doc[match.start - 1].text not in HYPHENS:
        return match
    if doc[match.start - 2].lower_ != AGAINST:
        return match
    capitals = (n for n in range(match.start, match.end) if doc[n].text[:1].isupper())
    named, end = next(capitals, match.start), match.end  # none in "eSwatini"
    while end > named + 1 and doc[end - 1].text.islower():
        end -= 1  # "anti-Taliban forces": the forces are no Taliban's
    return Found(match.start - 2, end, ())


def _is_name(span: Span, namings: Iterable[Naming]) -> bool:
    """A name has a capital somewhere, and no sentence starts inside it.

    A word that the files spell small for all texts needs none: "peshmerga".
    """
    if any(token.is_sent_start for token in span[1:]):
        return False
    if any(letter.isupper() for letter in span.text):
        return not _is_common(span)
    aliases = [naming.alias for naming in namings]
    return any(alias.name.islower() and not alias.where for alias in aliases)


def _is_common(span: Span) -> bool:
    """Say whether words are no name: "they want *an Islamic state*"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    small = len(span) > 1 and span[-1].is_lower and span[-1].is_alpha
    after = next(iter(span.doc[span.end : span.end + 1]), None)
    describes = after is not None and not (after.is_punct or after.is_stop)
    return small and before in ("a", "an") and not describes


def _whole(doc: Doc, match: Found, words: Sequence[list[str]]) -> Found | None:
    """Take the rest of a person's name along; refuse a surname with a stranger's first name."""
    person = match.namings[0].entry
    if person.kind is not ActorKind.PERSON or match.end - match.start > 2:
        return match
    own = {word for alias in person.names() for word in normal(alias.name).split()}
    start = match.start
    while start > 0 and not doc[start].is_sent_start:
        before = doc[start - 1]
        if before.lower_ in HYPHENS and start > 1 and doc[start - 2].lower_ in ("al", "el"):
            start -= 2
        elif before.is_title and set(words[start - 1]) <= own and words[start - 1]:
            start -= 1
        else:
            break
    return Found(start, match.end, match.namings)
