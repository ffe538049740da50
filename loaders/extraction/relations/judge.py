"""Weighs the pairs of a sentence by the relation network."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc, Span

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.encoder import Encoder
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import Meaning
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.hints import Rules
from loaders.extraction.relations.network import Floats, Network, Scores
from loaders.extraction.relations.pairs import Pair, PairTable, pairs, table
from loaders.extraction.relations.rulings import Rulings
from loaders.extraction.relations.verdict import Key, Verdict, valid
from loaders.extraction.relations.windows import Window, windows

_POLARITIES, _MODALITIES = tuple(Polarity), tuple(Modality)
_AFFIRMED = _POLARITIES.index(Polarity.AFFIRMED)
_REAL = [_MODALITIES.index(Modality.ACTUAL), _MODALITIES.index(Modality.ALLEGED)]


class Judge:
    """Judges the sentences of one article by the relation network."""

    def __init__(
        self, network: Network, encoder: Encoder, lexicon: Lexicon, rulings: Rulings
    ) -> None:
        """Judge by `network`; `rulings` say what follows from its verdicts."""
        self.rulings = rulings
        self._network = network
        self._encoder = encoder
        self._rules = Rules(lexicon)
        self._windows: list[Window] = []
        self._read: dict[int, Floats] = {}
        self._before: tuple[list[Candidate], Sequence[Proposal]] = ([], ())

    def start_paragraph(self, doc: Doc) -> None:
        """Begin a parsed paragraph."""
        self._windows = list(windows(doc, self._encoder))
        self._read.clear()
        self._before = ([], ())

    def judge(
        self, sentence: Span, candidates: list[Candidate], proposals: Sequence[Proposal]
    ) -> dict[Key, Verdict]:
        """Return the likeliest verdict on each relation of each two entities of a sentence."""
        earlier, said = self._before
        self._before = (candidates, proposals)
        number = self._window_of(sentence)
        window = self._windows[number]
        here, near = (
            [candidate for candidate in some if candidate.token.i in window.place]
            for some in (candidates, earlier)
        )
        found = pairs(here, near)
        if not found:
            return {}
        scores = self._network.score(
            self._roles(number), self.table(found, window, (*said, *proposals))
        )
        best: dict[Key, Verdict] = {}
        for verdict in self._verdicts(found, scores):
            known = best.get(verdict.key)
            if known is None or verdict.probability > known.probability:
                best[verdict.key] = verdict
        return best

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        self._before = ([], ())

    def table(
        self, found: Sequence[Pair], window: Window, proposals: Sequence[Proposal]
    ) -> PairTable:
        """Return pairs as the network reads them."""
        shown = () if self.rulings.blind else proposals
        return table(found, window, self._network.labels, shown, self._rules.hints)

    def _window_of(self, sentence: Span) -> int:
        first = next(token.i for token in sentence if not token.is_space)
        return next(n for n, window in enumerate(self._windows) if first in window.place)

    def _roles(self, number: int) -> Floats:
        if number not in self._read:
            self._read[number] = self._network.read(self._windows[number])
        return self._read[number]

    def _verdicts(self, found: Sequence[Pair], scores: Scores) -> Iterator[Verdict]:
        for row, pair in enumerate(found):
            real = float(scores.modality[row, _REAL].sum())
            happened = real * float(scores.polarity[row, _AFFIRMED])
            said = Meaning(
                _POLARITIES[int(scores.polarity[row].argmax())],
                _MODALITIES[int(scores.modality[row].argmax())],
            )
            for column, relation in enumerate(RELATIONS):
                if valid(pair, relation):
                    probability = float(scores.relations[row, column])
                    mode = self._mode(relation, scores.modes[row])
                    yield Verdict(pair, relation, probability, said, mode, happened)

    def _mode(self, relation: Relation, scores: Floats) -> str:
        own = [place for place, (of, _) in enumerate(self._network.modes) if of == relation]
        return self._network.modes[own[int(np.argmax(scores[own]))]][1]
