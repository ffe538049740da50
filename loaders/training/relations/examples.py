"""Texts to examples, by the rooms that the run time reads them with."""

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from spacy.tokens import Token

from graph.model import Article, Entity
from loaders.extraction.context import Context
from loaders.extraction.encoder import Encoder
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.mentions import countries, find, merge
from loaders.extraction.parse import Parser
from loaders.extraction.parser_component import spelling
from loaders.extraction.phrases import mention_of
from loaders.extraction.readable import readable
from loaders.extraction.reader import Reader
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.judge import Judge
from loaders.extraction.relations.pairs import Pair, PairTable
from loaders.extraction.relations.verdict import valid
from loaders.extraction.relations.windows import masked
from loaders.extraction.sentences import sentences
from loaders.extraction.tokens import document, tokeniser
from loaders.extraction.ud_parser import UdParser
from loaders.registry.registry import Registry
from loaders.training.gold import Item
from loaders.training.relations.example import End, Ends, Example, Word
from loaders.training.relations.watcher import Watched, Watcher


class Examples:
    """Makes examples of texts by the rooms of the extractor; every sentence is parsed."""

    def __init__(self, registry: Registry | None = None) -> None:
        """Load what all texts need."""
        self.encoder = Encoder()
        self._registry = registry or Registry()
        self._lexicon = read_lexicon()
        self._nlp = tokeniser()
        self._parser = UdParser(Parser(self.encoder))

    def of(self, item: Item) -> Iterator[Example]:
        """Yield an item's examples: read as the extractor reads an article, frames deciding."""
        for number, watched in enumerate(self._watched(item)):
            if watched.shown:
                yield self._example(item.id, number, watched)

    def _watched(self, item: Item) -> list[Watched]:
        article = Article(text=item.text, published=item.published)
        ranges, _ = readable(article)
        docs = [document(article.text, sentences(article.text, r), self._nlp) for r in ranges]
        found = [find(doc, self._registry, article.published) for doc in docs]
        named = countries(match for row in found for match in row)
        context = Context(self._registry, article.published, named)
        context.introduce(article.text)
        watcher = Watcher(self.encoder, self._lexicon)
        # The reader asks nothing of a judge that the watcher does not answer.
        reader = Reader(article, context, self._lexicon, cast(Judge, watcher))
        for doc, names in zip(docs, found, strict=True):
            merge(doc, names)
            reader.read(self._parser(doc))
        return watcher.watched

    def _example(self, item: str, number: int, watched: Watched) -> Example:
        pairs = [pair for shown in watched.shown for pair in shown.pairs]
        mentions = {c.token.i: mention_of(c.token) for p in pairs for c in (p.subject, p.object)}
        return Example(
            id=f"{item}/{number}",
            item=item,
            window=watched.window,
            words=[self._word(token) for token in watched.window.words],
            table=_joined([shown.table for shown in watched.shown]),
            ends=[_ends(pair, mentions) for pair in pairs],
            valid=np.array([[valid(pair, relation) for relation in RELATIONS] for pair in pairs]),
        )

    def _word(self, token: Token) -> Word:
        return Word(token.text, self.encoder.pieces(spelling(token)), masked(token))


def _ends(pair: Pair, mentions: dict[int, str]) -> Ends:
    def end(candidate: Candidate, entity: Entity | None) -> End | None:
        return End(entity.id, entity.name, mentions[candidate.token.i]) if entity else None

    subject = end(pair.subject, pair.subject.actor)
    assert subject is not None  # no pair without
    return Ends(subject, end(pair.object, pair.object.actor), end(pair.object, pair.object.place))


def _joined(tables: Sequence[PairTable]) -> PairTable:
    return PairTable(
        words=np.concatenate([table.words for table in tables]),
        between=np.concatenate([table.between for table in tables]),
        labels=np.concatenate([table.labels for table in tables]),
        features=np.concatenate([table.features for table in tables]),
        flags=np.concatenate([table.flags for table in tables]),
    )
