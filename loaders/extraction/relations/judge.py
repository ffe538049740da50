"""Weighs the pairs of a sentence by the relation network."""

from collections.abc import Sequence

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
from loaders.extraction.relations.pairs import Pair
from loaders.extraction.relations.paragraph import Paragraph
from loaders.extraction.relations.rulings import Rulings
from loaders.extraction.relations.verdict import Key, Verdict, ends_of
from loaders.extraction.relations.windows import Window

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

    def start_paragraph(self, doc: Doc) -> None:
        """Begin a parsed paragraph."""
        self._paragraph = Paragraph(doc, self._encoder, self._network.labels, self._rules)
        self._last: tuple[Window, Floats] | None = None

    def judge(
        self, sentence: Span, candidates: list[Candidate], proposals: Sequence[Proposal]
    ) -> dict[Key, Verdict]:
        """Return the likeliest verdict on each relation of each two entities of a sentence."""
        shown = self._paragraph.show(sentence, candidates, proposals)
        if shown is None:
            return {}
        scores = self._network.score(self._roles(shown.window), shown.table)
        best: dict[Key, tuple[float, int, int]] = {}
        for row, pair in enumerate(shown.pairs):
            for column, relation in enumerate(RELATIONS):
                if ends := ends_of(pair, relation):
                    key = (relation, ends[0].id, ends[1].id)
                    found = (float(scores.relations[row, column]), row, column)
                    if key not in best or found[0] > best[key][0]:
                        best[key] = found
        return {
            key: self._verdict(shown.pairs[row], RELATIONS[column], probability, scores, row)
            for key, (probability, row, column) in best.items()
        }

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        self._paragraph.pass_over()

    def _roles(self, window: Window) -> Floats:
        """Return what a window's words mean; sentences of one window follow one another."""
        if self._last is None or self._last[0] is not window:
            self._last = (window, self._network.read(window))
        return self._last[1]

    def _verdict(
        self, pair: Pair, relation: Relation, probability: float, scores: Scores, row: int
    ) -> Verdict:
        real = float(scores.modality[row, _REAL].sum())
        said = Meaning(
            _POLARITIES[int(scores.polarity[row].argmax())],
            _MODALITIES[int(scores.modality[row].argmax())],
        )
        mode = self._network.mode(relation, scores.modes[row])
        happened = real * float(scores.polarity[row, _AFFIRMED])
        return Verdict(pair, relation, probability, said, mode, happened)
