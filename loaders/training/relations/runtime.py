"""What the exported network makes of examples, by the run time itself."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.extraction.encoder import Encoder
from loaders.extraction.relations.network import Network, Scores
from loaders.training.relations.example import Example


def answered(
    folder: Path, encoder: Encoder, examples: Iterable[Example]
) -> Iterator[tuple[Example, Scores]]:
    """Yield each example with the scores of its pairs by the network in `folder`."""
    network = Network(encoder, folder)
    for example in examples:
        yield example, network.score(network.read(example.window), example.table)
