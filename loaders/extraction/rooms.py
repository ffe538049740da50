"""The rooms in the order in which an article flows through them."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Article, Reading
from loaders.extraction.compound_names import compound_names
from loaders.extraction.context import Context, home_of
from loaders.extraction.judging import Judging
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import countries, find, merge
from loaders.extraction.readable import readable, short_enough
from loaders.extraction.reader import Reader
from loaders.extraction.sentences import sentences
from loaders.extraction.tokens import document
from loaders.extraction.trace import Record
from loaders.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Rooms:
    """What all articles need."""

    registry: Registry
    lexicon: Lexicon
    nlp: Language
    parser: Callable[[Doc], Doc]

    def read(
        self, article: Article, judge: Judging | None, record: Record | None = None
    ) -> Reading:
        """Return what an article gives; without a judge the frames decide alone.

        `record` is called with what each sentence's reading went through.
        """
        ranges, notes = readable(article)
        docs = []
        for paragraph in ranges:
            kept, left_out = short_enough(article.text, sentences(article.text, paragraph))
            docs.append(document(article.text, kept, self.nlp))
            notes += left_out
        found = [find(doc, self.registry, article.published) for doc in docs]
        named = countries(match for row in found for match in row)
        context = Context(self.registry, article.published, tuple(named), home_of(named))
        context.introduce(article.text)
        reader = Reader(article, context, self.lexicon, judge, record)
        for doc, names in zip(docs, found, strict=True):
            merge(doc, [*names, *compound_names(doc, names, self.registry, context.countries)])
            reader.read(self.parser(doc))
        return Reading(
            article=article, claims=tuple(reader.claims), entities=tuple(reader.entities.values()),
            notes=(*notes, *reader.notes),
        )  # fmt: skip
