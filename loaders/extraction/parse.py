"""From the words of one sentence to its tags and dependency tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extraction.arborescence import best_tree, is_tree
from loaders.extraction.encoder import POSITIONS, Encoder, Scores

_ROOT = "root"
_JOINT = "parataxis"
_STOPS = frozenset(".!?;:,…")


@dataclass(frozen=True)
class Parse:
    """One sentence of n words, each field of length n.

    `tags` are universal part-of-speech tags; `heads` indexes of words, the root its own head;
    `labels` Universal Dependencies relations, the root's "root"; `kinds` a hint of what a name is
    ("person", "organization", "place" or ""), too weak to find names by.
    """

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    kinds: tuple[str, ...]


class Parser:
    """Parses one sentence a call: equal words always give the equal parse."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        """Load the shipped encoder, unless one is given."""
        self._encoder = encoder or Encoder()
        self._root = self._encoder.labels.index(_ROOT)

    def parse(self, words: Sequence[str]) -> Parse:
        """Parse a sentence of any length; time grows with its length, not with its square.

        A sentence too long for the encoder is read in windows, each a tree; the later trees hang
        on the first one's root as "parataxis".
        """
        parts = [self._window(words[start:end]) for start, end in self._windows(words)]
        if len(parts) == 1:
            return parts[0]
        return _joined(parts)

    def _windows(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Cut where the pieces run out, after the last mark of punctuation in the second half."""
        start = used = 0
        stop = 0
        for place, word in enumerate(words):
            size = len(self._encoder.pieces(word))
            if used + size > POSITIONS - 2:
                end = stop if stop - start > (place - start) // 2 else place
                yield start, end
                used = sum(len(self._encoder.pieces(kept)) for kept in words[end:place])
                start = end
            used += size
            if word in _STOPS:
                stop = place + 1
        if start < len(words):
            yield start, len(words)

    def _window(self, words: Sequence[str]) -> Parse:
        encoder = self._encoder
        scores = encoder.score(words)
        greedy = [0, *map(int, scores.arcs[1:].argmax(axis=1))]
        heads = greedy if is_tree(greedy) else best_tree(scores.arcs)
        labels = [
            self._label(scores, word, head, kept=head == greedy[word])
            for word, head in enumerate(heads)
        ]
        return Parse(
            tags=tuple(encoder.tags[tag] for tag in scores.tags[1:]),
            heads=tuple(head - 1 if head else word for word, head in enumerate(heads[1:])),
            labels=tuple(encoder.labels[label] for label in labels[1:]),
            kinds=tuple(encoder.kinds[kind] for kind in scores.kinds[1:]),
        )

    def _label(self, scores: Scores, word: int, head: int, kept: bool) -> int:
        """Choose an arc's label: "root" under the root and nowhere else."""
        if head == 0:
            return self._root
        if kept and scores.labels[word] != self._root:
            return int(scores.labels[word])
        ranked = self._encoder.label_scores(scores, word, head)
        ranked[self._root] = -float("inf")
        return int(ranked.argmax())


def _joined(parts: Sequence[Parse]) -> Parse:
    """Make one tree of the windows' trees."""
    heads: list[int] = []
    labels: list[str] = []
    for part in parts:
        base = len(heads)
        heads.extend(base + head for head in part.heads)
        labels.extend(part.labels)
        if base:
            root = base + part.labels.index(_ROOT)
            heads[root], labels[root] = labels.index(_ROOT), _JOINT
    return Parse(
        tags=tuple(tag for part in parts for tag in part.tags),
        heads=tuple(heads),
        labels=tuple(labels),
        kinds=tuple(kind for part in parts for kind in part.kinds),
    )
