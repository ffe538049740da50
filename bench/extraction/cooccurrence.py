"""The plainest extractor: two known names with a word of the lexicon between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from bench.extraction.claim import FoundClaim
from bench.extraction.names import Names
from graph.model import Actor, End, Place
from graph.vocabulary import RELATIONS as ROWS
from graph.vocabulary import Relation
from loaders.extraction.lexicon import Lexicon, read_lexicon
from loaders.extraction.mentions import Found
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.tokens import offset
from loaders.training.gold import Item

_LONGEST_PLACE = 3


@dataclass(frozen=True)
class _Name:
    start: int
    end: int
    mention: str
    actor: Actor | None
    place: Place | None


class CoOccurrence:
    """Takes for each word of the lexicon the known names next before and next after it.

    The first is the subject; all is affirmed, actual, in the writer's own words and undated.
    """

    def __init__(self, names: Names) -> None:
        """Read the lexicon."""
        self._names = names
        self._words = _words(read_lexicon())

    def read(self, item: Item) -> list[FoundClaim]:
        """Return the claims of an item, each once a sentence."""
        told = self._names.countries(item)
        return [
            claim
            for doc, found in self._names.paragraphs(item)
            for sentence in doc.sents
            for claim in self._of(sentence, self._in(sentence, found, item.published, told))
        ]

    def _of(self, sentence: Span, names: Sequence[_Name]) -> Iterator[FoundClaim]:
        given = set()
        for token in sentence:
            if token.lower_ not in self._words or any(n.start <= token.i < n.end for n in names):
                continue
            relation, mode = self._words[token.lower_]
            subject = next((n for n in reversed(names) if n.end <= token.i and n.actor), None)
            target = next((n for n in names if n.start > token.i and _object(n, relation)), None)
            if subject is None or target is None:
                continue
            claim = _claim(relation, mode, subject, target, sentence)
            key = (relation, claim.subject.id, claim.object.id)
            if claim.subject.id != claim.object.id and key not in given:
                given.add(key)
                yield claim

    def _in(
        self, sentence: Span, found: Sequence[Found], on: str | None, told: Sequence[str]
    ) -> list[_Name]:
        """Return the actors and places that a sentence names, in order."""
        registry = self._names.registry
        starts = {match.start: match for match in found}
        names: list[_Name] = []
        place = sentence.start
        while place < sentence.end:
            match = starts.get(place)
            if match:
                meant = registry.told_apart(match.namings, on, told)
                actor = registry.as_actor(meant.entry) if meant else None
                words = sentence.doc[match.start : match.end].text
                where = registry.place(words, told) if actor else None
                names.append(_Name(match.start, match.end, words, actor, where))
                place = match.end
            elif town := self._town(sentence, place, told, starts):
                names.append(town)
                place = town.end
            else:
                place += 1
        return names

    def _town(
        self, sentence: Span, start: int, told: Sequence[str], taken: dict[int, Found]
    ) -> _Name | None:
        """Return the place with the longest name that starts at a token."""
        doc = sentence.doc
        for end in range(min(start + _LONGEST_PLACE, sentence.end), start, -1):
            span = doc[start:end]
            if not all(map(_capital, span)) or any(i in taken for i in range(start, end)):
                continue
            if place := self._names.registry.place(span.text, told):
                return _Name(start, end, span.text, None, place)
        return None


def _words(lexicon: Lexicon) -> dict[str, tuple[Relation, str]]:
    """Return the relation and mode of each word that states one by itself."""
    found: dict[str, tuple[Relation, str]] = {}
    for form, verbs in lexicon.verbs.items():
        rows = [v.row for v in verbs if not v.particle and not v.row.with_nouns]
        if rows and rows[0].relation in RELATIONS:
            found[form] = (rows[0].relation, rows[0].mode)
    for table in (lexicon.nouns, lexicon.compounds, lexicon.prepositions):
        for form, others in table.items():
            if others[0].relation in RELATIONS:
                found.setdefault(form, (others[0].relation, others[0].mode))
    return found


def _object(name: _Name, relation: Relation) -> Actor | Place | None:
    return name.place if ROWS[relation].object_family == "place" else name.actor


def _claim(
    relation: Relation, mode: str, subject: _Name, target: _Name, sentence: Span
) -> FoundClaim:
    last = sentence[-1]
    return FoundClaim(
        relation=relation, mode=mode, subject=_end(subject.actor, subject),
        object=_end(_object(target, relation), target),
        start=offset(sentence[0]), end=offset(last) + len(last.text),
    )  # fmt: skip


def _end(known: Actor | Place | None, name: _Name) -> End:
    if known is None:
        raise ValueError(f"{name.mention!r} is not of the kind that the relation asks for")
    return End(id=known.id, name=known.name, mention=name.mention)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()
