"""The names of tags, labels and kinds, in the order that the network numbers them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.training.parser.entity_spans import TAGS
from loaders.training.parser.treebank import Tree


@dataclass(frozen=True)
class Inventory:
    """What the network can answer; a name's place is its number."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]
    kinds: tuple[str, ...] = TAGS

    def numbered(self, tree: Tree) -> tuple[Sequence[int], ...]:
        """Give a tree's tags, heads, labels and kinds as numbers; unannotated kinds are absent.

        Raises ValueError for a name that no training sentence has.
        """
        return (
            [self.tags.index(tag) for tag in tree.tags],
            tree.heads,
            [self.labels.index(label) for label in tree.labels],
            [self.kinds.index(kind) for kind in tree.kinds or ()],
        )


def inventory(trees: Iterable[Tree]) -> Inventory:
    """Collect the names that trees use, in alphabetical order."""
    tags, labels = set[str](), set[str]()
    for tree in trees:
        tags.update(tree.tags)
        labels.update(tree.labels)
    return Inventory(tuple(sorted(tags)), tuple(sorted(labels)))
