"""Texts to examples, by the rooms that the run time reads them with."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from graph.model import Article, Entity
from loaders.extraction.encoder import Encoder
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.parse import Parser
from loaders.extraction.parser_component import spelling
from loaders.extraction.phrases import mention_of
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.pairs import Pair, PairTable
from loaders.extraction.relations.paragraph import Shown
from loaders.extraction.relations.verdict import ends_of
from loaders.extraction.relations.windows import Window, masked
from loaders.extraction.rooms import Rooms
from loaders.extraction.tokens import tokeniser
from loaders.extraction.ud_parser import UdParser
from loaders.registry.registry import Registry
from loaders.training.gold import Item
from loaders.training.relations.example import End, Ends, Example, Word
from loaders.training.relations.watcher import Watcher


class Examples:
    """Makes examples of texts by the rooms of the extractor; every sentence is parsed."""

    def __init__(self, registry: Registry | None = None) -> None:
        """Load what all texts need."""
        self.encoder = Encoder()
        self._lexicon = read_lexicon()
        parser = UdParser(Parser(self.encoder), self._lexicon)
        self._rooms = Rooms(registry or Registry(), self._lexicon, tokeniser(), parser)

    def of(self, item: Item) -> Iterator[Example]:
        """Yield an item's examples: read as the extractor reads an article, frames deciding."""
        watcher = Watcher(self.encoder, self._lexicon)
        self._rooms.read(Article(text=item.text, published=item.published), watcher)
        for number, (window, shown) in enumerate(watcher.watched):
            if shown:
                yield self._example(item.id, number, window, shown)

    def _example(self, item: str, number: int, window: Window, shown: Sequence[Shown]) -> Example:
        pairs = [pair for one in shown for pair in one.pairs]
        mentions = {c.token.i: mention_of(c.token) for p in pairs for c in (p.subject, p.object)}
        return Example(
            id=f"{item}/{number}",
            item=item,
            window=window,
            words=[self._word(token) for token in window.words],
            table=_joined([one.table for one in shown]),
            ends=[_ends(pair, mentions) for pair in pairs],
            valid=np.array(
                [[ends_of(pair, relation) is not None for relation in RELATIONS] for pair in pairs]
            ),
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
