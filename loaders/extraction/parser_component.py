"""What every parser does as a spaCy component: it fills a `Doc` whose sentences are marked."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span, Token

from loaders.extraction.parse import Parse

_LOOSE = "dep"


class ParserComponent(ABC):
    """Sets `pos_`, `dep_` (Universal Dependencies; the root's is "root") and `head` of each token.

    In a sentence that `wanted` refuses, all tokens hang on the first word as "dep", without a
    tag; in a parsed one, white space so hangs on the word before it. The sentences stay those of
    the given `Doc`, which must have them marked. Nothing else is touched, but
    `doc.user_data["kinds"]` gets a list with the parser's hint for each token: "person",
    "organization", "place" or "".
    """

    def __init__(self, wanted: Callable[[Span], bool] | None = None) -> None:
        """Parse the sentences for which `wanted` is true (default: all)."""
        self._wanted = wanted

    @abstractmethod
    def parse(self, words: Sequence[Token]) -> Parse:
        """Return the parse of one sentence's words: at least one, no white space among them."""

    def __call__(self, doc: Doc) -> Doc:
        """Parse the wanted sentences of `doc` and give it back.

        Raises ValueError (spaCy's E030) when no sentences are marked.
        """
        rows = _Rows(doc)
        for sentence in doc.sents if len(doc) else ():
            words = [token for token in sentence if not token.is_space]
            rows.hang(sentence, words[0].i if words else sentence.start)
            if words and (self._wanted is None or self._wanted(sentence)):
                rows.hang_space(sentence)
                rows.take(words, self.parse(words))
        rows.write(doc)
        return doc


def spelling(token: Token) -> str:
    """Return a word as a parser reads it: `doc.user_data["read_as"]` by place, else its text."""
    read_as: dict[int, str] = token.doc.user_data.get("read_as", {})
    return read_as.get(token.idx, token.text)


class _Rows:
    """What is to be written on each token."""

    def __init__(self, doc: Doc) -> None:
        self.heads = list(range(len(doc)))
        self.labels = [_LOOSE] * len(doc)
        self.tags = [""] * len(doc)
        self.kinds = [""] * len(doc)

    def hang(self, sentence: Span, word: int) -> None:
        self.heads[sentence.start : sentence.end] = [word] * len(sentence)

    def hang_space(self, sentence: Span) -> None:
        word = self.heads[sentence.start]
        for token in sentence:
            if token.is_space:
                self.heads[token.i] = word
            else:
                word = token.i

    def take(self, words: Sequence[Token], parse: Parse) -> None:
        for place, word in enumerate(words):
            self.heads[word.i] = words[parse.heads[place]].i
            self.labels[word.i] = parse.labels[place]
            self.tags[word.i] = parse.tags[place]
            self.kinds[word.i] = parse.kinds[place]

    def write(self, doc: Doc) -> None:
        names = doc.vocab.strings
        offsets = np.array(self.heads, np.int64) - np.arange(len(doc))
        labels = np.array([names.add(label) for label in self.labels], np.uint64)
        tags = np.array([names.add(tag) for tag in self.tags], np.uint64)
        starts = np.array([1 if token.is_sent_start else -1 for token in doc], np.int64)
        _set(doc, ["HEAD", "DEP", "POS"], np.stack([offsets.astype(np.uint64), labels, tags], 1))
        # Setting heads makes spaCy derive the sentences anew; white space alone would be lost.
        _set(doc, ["SENT_START"], starts.astype(np.uint64).reshape(-1, 1))
        doc.user_data["kinds"] = self.kinds


def _set(doc: Doc, names: list[str], values: npt.NDArray[np.uint64]) -> None:
    doc.from_array(names, values)  # type: ignore[arg-type]  # thinc's type names only int32
