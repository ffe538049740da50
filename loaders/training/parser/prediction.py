"""Parses by the network itself in full precision, to choose among its states in training."""

from collections.abc import Sequence

import torch

from loaders.extraction.parse import Parse
from loaders.training.parser import batches
from loaders.training.parser.features import Reader
from loaders.training.parser.inventory import Inventory
from loaders.training.parser.network import Network
from loaders.training.parser.treebank import Tree

_TOGETHER = 48


def predicted(
    network: Network, reader: Reader, inventory: Inventory, trees: Sequence[Tree]
) -> list[Parse]:
    """Parse the trees' words: each word's best head and label, which need not make a tree.

    Raises ValueError for a sentence too long for one call.
    """
    network.eval()
    features = []
    for tree in trees:
        read = reader.sentence(tree.words)
        if read is None:
            raise ValueError(f"a sentence of {len(tree.words)} words is too long to parse at once")
        features.append(read)
    order = sorted(range(len(trees)), key=lambda one: len(features[one].pieces))
    parses: dict[int, Parse] = {}
    for start in range(0, len(order), _TOGETHER):
        batch = order[start : start + _TOGETHER]
        laid = batches.inputs([features[one] for one in batch])
        with torch.inference_mode():
            words = network(*map(torch.from_numpy, laid))
            heads = words.arcs.argmax(-1)
            labels = network.label(words, heads).argmax(-1)
        rows = zip(
            words.tags.argmax(-1).tolist(),
            heads.tolist(),
            labels.tolist(),
            words.kinds.argmax(-1).tolist(),
            strict=True,
        )
        for one, row in zip(batch, rows, strict=True):
            parses[one] = _parse(inventory, len(trees[one].words), *row)
    return [parses[one] for one in range(len(trees))]


def _parse(
    inventory: Inventory,
    size: int,
    tags: list[int],
    heads: list[int],
    labels: list[int],
    kinds: list[int],
) -> Parse:
    return Parse(
        tags=tuple(inventory.tags[tag] for tag in tags[1 : size + 1]),
        heads=tuple(head - 1 if head else word for word, head in enumerate(heads[1 : size + 1])),
        labels=tuple(inventory.labels[label] for label in labels[1 : size + 1]),
        kinds=tuple(inventory.kinds[kind][2:] for kind in kinds[1 : size + 1]),
    )
