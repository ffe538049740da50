"""From an article to its claims: the rooms in the order in which text flows through them."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from graph.model import Article, Claim, Entity, Note, Reading
from loaders.extraction.actors import Actors
from loaders.extraction.claims import Builder
from loaders.extraction.context import Context
from loaders.extraction.frames import findings
from loaders.extraction.language import language
from loaders.extraction.lexicon import Lexicon, read_lexicon
from loaders.extraction.mentions import countries, find, merge, namings_of
from loaders.extraction.parse import Parser
from loaders.extraction.places import Places
from loaders.extraction.posts import Posts
from loaders.extraction.sentences import sentences
from loaders.extraction.speech import Speech
from loaders.extraction.text import Range, paragraphs
from loaders.extraction.tokens import document, offset, tokeniser
from loaders.extraction.ud_parser import UdParser
from loaders.registry.registry import Registry

NAME = "frames 1"
_SHORTEST = 3
_NAMING = ("flat", "appos", "nmod:desc", "conj")
_WITHIN = ("amod", "compound", "nmod:desc", "flat")
# "GOMA, Congo (Harbour Wire) - ": where and by whom a report was sent, not part of what it says
_DATELINE = re.compile(
    r"[A-Z][A-Z'’ .-]{2,30}(?:, [A-Z][\w. ]{2,30})?(?: \([^)\n]{2,40}\))? [-–—] "
)
_WORD = re.compile(r"[^\W\d_]+")


class Extractor:
    """Reads articles. Construction loads the registry and the parser; one thread at a time."""

    def __init__(self, registry: Registry | None = None) -> None:
        """Load what all articles need."""
        self.registry = registry or Registry()
        self._lexicon = read_lexicon()
        self._nlp = tokeniser()
        self._parser = UdParser(Parser(), self._may_hold_a_claim)

    @property
    def name(self) -> str:
        """Return the name and version that claims carry."""
        return NAME

    def read(self, article: Article) -> Reading:
        """Return an article's claims, whom they are about, and what was not understood."""
        ranges, notes = _readable(article)
        docs = [document(article.text, sentences(article.text, r), self._nlp) for r in ranges]
        found = [find(doc, self.registry, article.published) for doc in docs]
        context = Context(
            self.registry, article.published, countries(match for row in found for match in row)
        )
        context.introduce(article.text)
        reader = _Reader(article, context, self._lexicon)
        for doc, names in zip(docs, found, strict=True):
            merge(doc, names)
            reader.read(self._parser(doc))
        return Reading(
            article=article, claims=tuple(reader.claims), entities=tuple(reader.entities.values()),
            notes=(*notes, *reader.notes),
        )  # fmt: skip

    def _may_hold_a_claim(self, sentence: Span) -> bool:
        """Say whether a sentence has a word of the lexicon and two words that may be its ends."""
        lexicon = self._lexicon
        if any(lexicon.within(token, "deny") for token in sentence):
            return True
        if not any(t.lower_ in lexicon.triggers or t.lower_ in lexicon.titles for t in sentence):
            return False
        ends = 0
        for token in sentence:
            if namings_of(token):
                ends += 2 if ends else 1
            elif token.text[:1].isupper() or lexicon.within(token, "sides", "areas"):
                ends += 1
        return ends > 1


class _Reader:
    """Reads the parsed paragraphs of one article, in order."""

    def __init__(self, article: Article, context: Context, lexicon: Lexicon) -> None:
        self.claims: list[Claim] = []
        self.entities: dict[str, Entity] = {}
        self.notes: list[Note] = []
        self._context = context
        self._lexicon = lexicon
        self._actors = Actors(context, lexicon)
        self._places = Places(context, lexicon)
        self._speech = Speech(context, self._actors, lexicon)
        self._posts = Posts(self._actors, lexicon)
        self._builder = Builder(
            article, NAME, context, lexicon, self._actors, self._places, self._speech
        )

    def read(self, doc: Doc) -> None:
        """Read one paragraph."""
        self._speech.start_paragraph()
        for sentence in doc.sents if len(doc) else ():
            self._context.sentence += 1
            self._speech.start(sentence)
            parsed = any(token.dep_ == "root" for token in sentence)
            self._remember(sentence, parsed)
            if parsed:
                self._read_sentence(sentence)

    def _read_sentence(self, sentence: Span) -> None:
        self._builder.start(sentence)
        for post in self._posts.of(sentence):
            self._context.led.setdefault(post.person.id, post.organisation)
            self._keep(self._builder.post(post))
        for finding in findings(sentence, self._lexicon):
            self._keep(self._builder.claim(finding))
        for verb in sentence:
            if self._lexicon.within(verb, "deny") and verb.pos_ == "VERB":
                self._keep(self._builder.denial(verb))
        self.claims += self._builder.finish()
        self.notes += self._builder.notes()

    def _keep(self, entities: Sequence[Entity]) -> None:
        self.entities.update({entity.id: entity for entity in entities})

    def _remember(self, sentence: Span, parsed: bool) -> None:
        """Note who and what is named, for the pronouns that follow."""
        doc = sentence.doc
        for token in sentence:
            proper = parsed and token.pos_ == "PROPN" and token.dep_ not in _WITHIN
            place = self._places.of(token, known_only=True) if proper else None
            person = parsed and doc.user_data["kinds"][token.i] == "person"
            if place and (not person or place.country == self._context.country):
                self._context.note_place(place, offset(token))
            if not namings_of(token) and not (parsed and self._lexicon.within(token, "sides")):
                continue
            if parsed and token.dep_ in _WITHIN and token.i < token.head.i:
                continue
            top = token
            while top.dep_ in _NAMING and top.head.i < top.i:
                top = top.head
            subject = top.dep_ in ("nsubj", "nsubj:pass") or (not parsed and token.i < 3)
            if actor := self._actors.of(token):
                self._context.note(actor, offset(token), subject)


def _readable(article: Article) -> tuple[list[Range], list[Note]]:
    """Return the paragraphs that are worth reading, and a note on each in another language."""
    whole = article.language or language(article.text[:20_000])
    ranges, notes = [], []
    for paragraph in paragraphs(article.text):
        text = article.text[slice(*paragraph)]
        if len(_WORD.findall(text[:400])) < _SHORTEST:
            continue
        spoken = language(text, whole)
        if spoken == "en":
            dateline = _DATELINE.match(text)
            ranges.append(
                Range(
                    paragraph.start + len(dateline[0]) if dateline else paragraph.start,
                    paragraph.end,
                )
            )
        else:
            reason = f"not read: the paragraph is in {spoken!r}, only English is read"
            notes.append(Note(start=paragraph.start, end=paragraph.end, reason=reason))
    return ranges, notes
