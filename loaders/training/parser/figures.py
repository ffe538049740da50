"""How right parses are: the usual figures, with and without punctuation and labels' subtypes."""

from collections import Counter
from collections.abc import Iterable

from loaders.extraction.parse import Parse
from loaders.training.parser.treebank import Tree

MEASURES = ("words", "UPOS", "UAS", "LAS", "LAS without subtypes")
PUNCTUATION = "punct"


class Tally:
    """Counts gold words, words found, and what is right of those that are both."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._gold: Counter[bool] = Counter()
        self._found: Counter[bool] = Counter()
        self._right: Counter[tuple[str, bool]] = Counter()

    def gold(self, label: str) -> None:
        """Count a gold word by its label."""
        self._gold[label == PUNCTUATION] += 1

    def found(self, label: str) -> None:
        """Count a word found: by the gold label where it is a gold word, else by its own."""
        self._found[label == PUNCTUATION] += 1

    def pair(self, gold: tuple[str, str], found: tuple[str, str], same_head: bool) -> None:
        """Compare the tag and label of one word that is both gold and found."""
        (tag, label), (own_tag, own_label) = gold, found
        right = {
            "words": True,
            "UPOS": tag == own_tag,
            "UAS": same_head,
            "LAS": same_head and label == own_label,
            "LAS without subtypes": same_head and _universal(label) == _universal(own_label),
        }
        for measure in MEASURES:
            self._right[measure, label == PUNCTUATION] += right[measure]

    def figures(self, punctuation: bool) -> dict[str, float]:
        """Give each measure in per cent, of all words or of all but punctuation.

        It is the F1 of words found and gold words, which is the share that is right when both are
        the same words. "words" says how often they are.
        """
        kept = (True, False) if punctuation else (False,)
        words = sum(self._gold[one] + self._found[one] for one in kept)
        return {
            measure: round(200 * sum(self._right[measure, one] for one in kept) / max(1, words), 2)
            for measure in MEASURES
        }


def judged(trees: Iterable[Tree], parses: Iterable[Parse]) -> Tally:
    """Count parses of the gold words themselves, in the same order."""
    tally = Tally()
    for tree, parse in zip(trees, parses, strict=True):
        for place, label in enumerate(tree.labels):
            head = 0 if parse.heads[place] == place else parse.heads[place] + 1
            tally.gold(label)
            tally.found(label)
            found = parse.tags[place], parse.labels[place]
            tally.pair((tree.tags[place], label), found, head == tree.heads[place])
    return tally


def _universal(label: str) -> str:
    return label.partition(":")[0]
