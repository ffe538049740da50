"""From an article to its claims: the rooms in the order in which text flows through them."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from spacy.tokens import Doc

from graph.model import Article, Reading
from graph.vocabulary import Relation
from loaders.extraction.decision import FRAMES
from loaders.extraction.encoder import Encoder
from loaders.extraction.explained import Explained
from loaders.extraction.explaining import Explainer
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.method import Method
from loaders.extraction.parse import Parser
from loaders.extraction.readable import readable
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.judge import Judge
from loaders.extraction.relations.network import Network
from loaders.extraction.relations.rulings import Rulings
from loaders.extraction.rooms import Rooms
from loaders.extraction.sieve import Sieve
from loaders.extraction.spacy_parser import SpacyParser
from loaders.extraction.tokens import Vocabulary, tokeniser
from loaders.extraction.ud_parser import UdParser
from loaders.registry.registry import Registry


class Extractor:
    """Reads articles. Construction loads the registry and the parser; one thread at a time."""

    def __init__(
        self, registry: Registry | None = None, *, method: str = Method.BOTH,
        threshold: float | None = None, pipeline: str | None = None,
    ) -> None:  # fmt: skip
        """Load what all articles need.

        `method`, a `Method`, says what decides; `threshold` from which probability on the model
        makes a claim by itself (None: for each relation the shipped one); `pipeline` names an
        installed spaCy pipeline to parse with, instead of the project's own parser.
        """
        with ThreadPoolExecutor(1) as beside:  # networks load outside the interpreter's lock
            known = beside.submit(lambda: registry or Registry())
            self._load(Method(method), threshold, pipeline)
            nlp = tokeniser()
            self._vocabulary = Vocabulary(nlp)
            parser = self._made_parser(pipeline)
            self._rooms = Rooms(known.result(), self._lexicon, nlp, parser)

    def _load(self, method: Method, threshold: float | None, pipeline: str | None) -> None:
        self._method = method
        self._lexicon = read_lexicon()
        self._sieve = Sieve(self._lexicon)
        self._encoder = Encoder()
        self._network = None if self._method is Method.FRAMES else Network(self._encoder)
        shipped = self._network.thresholds if self._network else {}
        given = None if threshold is None else dict.fromkeys(RELATIONS, threshold)
        self._thresholds: Mapping[Relation, float] = given or shipped
        self._pipeline = pipeline

    @property
    def name(self) -> str:
        """Return what decides, with versions, and what parses, if it is not the own parser."""
        parts = [] if self._method is Method.MODEL else [FRAMES]
        if self._network is not None:
            parts.append(self._network.name)
        with_parser = f" with {self._pipeline}" if self._pipeline else ""
        return " + ".join(parts) + with_parser

    @property
    def registry(self) -> Registry:
        """Return the known names."""
        return self._rooms.registry

    def read(self, article: Article) -> Reading:
        """Return an article's claims, whom they are about, and what was not understood."""
        with self._vocabulary.lent(article.text):
            return self._rooms.read(article, self._judge())

    def explain(self, article: Article) -> tuple[Reading, tuple[Explained, ...]]:
        """Return what `read` returns, and how it came to be, in the order of the text.

        Explained are the sentences that gave claims, those that name two known actors or a known
        actor and a known place, and the paragraphs that were not read.
        """
        with self._vocabulary.lent(article.text):
            explainer = Explainer(article.text, self._lexicon, self._thresholds)
            reading = self._rooms.read(article, self._judge(), explainer.record)
        return reading, explainer.explained(readable(article)[1])

    def _made_parser(self, pipeline: str | None) -> Callable[[Doc], Doc]:
        if pipeline is not None:
            return SpacyParser(pipeline, self._sieve.keeps)
        return UdParser(Parser(self._encoder), self._lexicon, self._sieve.keeps)

    def _judge(self) -> Judge | None:
        if self._network is None:
            return None
        blind = self._method is Method.MODEL
        rulings = Rulings(self._network.name, self._thresholds, self._lexicon, blind)
        return Judge(self._network, self._encoder, self._lexicon, rulings)
