"""Stretches of a paragraph that the network reads at once, known names behind masks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span, Token

from graph.vocabulary import ActorKind
from loaders.extraction.encoder import Encoder
from loaders.extraction.mentions import namings_of
from loaders.extraction.parser_component import spelling
from loaders.extraction.pieces import Piece

LENGTH = 200
"""Pieces of a window of more than one sentence; labelled items seldom have more."""
LONGEST = 320
"""Pieces of a window that is one sentence; the network reads no word after them."""

_TITLE = 2
_DEMONYM = "demonym"
_KINDS = tuple(ActorKind)


class Mask(StrEnum):
    """How a known name stands in its sentence."""

    NAME = "name"
    DEMONYM = "demonym"


def mask_piece(kind: ActorKind, mask: Mask) -> Piece:
    """Return the piece that stands for every name of a kind: one of BERT's unused ones.

    So the network learns what Turkey does as a state, and nothing about Turkey.
    """
    return 1 + 2 * _KINDS.index(kind) + (mask is Mask.DEMONYM), _TITLE


def masked(token: Token) -> tuple[ActorKind, Mask] | None:
    """Return what a token is masked by; None: it is no known name."""
    namings = namings_of(token)
    if not namings:
        return None
    mask = Mask.DEMONYM if namings[0].kind == _DEMONYM else Mask.NAME
    return namings[0].entry.kind, mask


@dataclass(frozen=True, slots=True)
class Window:
    """Whole sentences of one paragraph: its words, and by `Token.i` the place of each in them."""

    words: list[Token]
    place: dict[int, int]


def windows(doc: Doc, encoder: Encoder) -> Iterator[Window]:
    """Cut a paragraph's parsed sentences into windows, in order."""
    words: list[Token] = []
    length = 0
    for sentence in doc.sents if len(doc) else ():
        if not is_parsed(sentence):
            continue
        added, size = _fitting(sentence, encoder)
        if words and length + size > LENGTH:
            yield _window(words)
            words, length = [], 0
        words.extend(added)
        length += size
    if words:
        yield _window(words)


def _fitting(sentence: Span, encoder: Encoder) -> tuple[list[Token], int]:
    """Return the words of a sentence that the network can read, and how many pieces they are."""
    fitting: list[Token] = []
    size = 2  # the opening and the closing mark
    for token in sentence:
        if token.is_space:
            continue
        size += len(pieces(token, encoder))
        if size > LONGEST:
            break
        fitting.append(token)
    return fitting, size - 2


def pieces(token: Token, encoder: Encoder) -> Sequence[Piece]:
    """Return a word's pieces, a known name's mask."""
    name = masked(token)
    return encoder.pieces(spelling(token)) if name is None else (mask_piece(*name),)


def is_parsed(sentence: Span) -> bool:
    """Say whether the parser read a sentence, and did not pass it over."""
    return any(token.dep_ == "root" for token in sentence)


def _window(words: list[Token]) -> Window:
    return Window(words, {token.i: place for place, token in enumerate(words)})
