"""From an article to its claims: the rooms in the order in which text flows through them."""

from spacy.tokens import Span

from graph.model import Article, Reading
from loaders.extraction.context import Context
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.mentions import countries, find, merge, namings_of
from loaders.extraction.parse import Parser
from loaders.extraction.readable import readable
from loaders.extraction.reader import Reader
from loaders.extraction.sentences import sentences
from loaders.extraction.tokens import document, tokeniser
from loaders.extraction.ud_parser import UdParser
from loaders.registry.registry import Registry

NAME = "frames 1"


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
        ranges, notes = readable(article)
        docs = [document(article.text, sentences(article.text, r), self._nlp) for r in ranges]
        found = [find(doc, self.registry, article.published) for doc in docs]
        named = countries(match for row in found for match in row)
        context = Context(self.registry, article.published, named)
        context.introduce(article.text)
        reader = Reader(article, NAME, context, self._lexicon)
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
