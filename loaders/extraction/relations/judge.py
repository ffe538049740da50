"""Weighs the pairs of a sentence by the relation network."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from graph.vocabulary import Modality, Polarity
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
from loaders.extraction.relations.verdict import Key, Verdict, valid
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
        asked = () if self.rulings.blind else proposals
        shown = self._paragraph.show(sentence, candidates, asked)
        if shown is None:
            return {}
        scores = self._network.score(self._roles(shown.window), shown.table)
        best: dict[Key, Verdict] = {}
        for verdict in self._verdicts(shown.pairs, scores):
            known = best.get(verdict.key)
            if known is None or verdict.probability > known.probability:
                best[verdict.key] = verdict
        return best

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        self._paragraph.pass_over()

    def _roles(self, window: Window) -> Floats:
        """Return what a window's words mean; sentences of one window follow one another."""
        if self._last is None or self._last[0] is not window:
            self._last = (window, self._network.read(window))
        return self._last[1]

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
                    mode = self._network.mode(relation, scores.modes[row])
                    yield Verdict(pair, relation, probability, said, mode, happened)
