"""What the network in full precision makes of examples, as the run time would say it."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from loaders.extraction.relations.network import Floats, Scores
from loaders.training.relations.batches import pairs_of, pieces_of
from loaders.training.relations.example import Example
from loaders.training.relations.masks import masked_words
from loaders.training.relations.network import Network

_TOGETHER = 24


def predicted(
    network: Network, examples: Sequence[Example], *, half: bool = False
) -> Iterator[tuple[Example, Scores]]:
    """Yield each example with the network's scores of its pairs, short windows first.

    With `half` the network computes in bfloat16, as in training.
    """
    network.eval()
    order = sorted(examples, key=lambda example: example.size)
    for start in range(0, len(order), _TOGETHER):
        batch = order[start : start + _TOGETHER]
        pieces = pieces_of([list(masked_words(example)) for example in batch])
        pairs = pairs_of(batch, [False] * len(batch))
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            relations, polarity, modality, modes = (one.float() for one in network(pieces, pairs))
        sizes = [len(example.ends) for example in batch]
        answers = (relations.sigmoid(), polarity.softmax(-1), modality.softmax(-1), modes)
        rows = zip(*(_cut(answer, sizes) for answer in answers), strict=True)
        for example, row in zip(batch, rows, strict=True):
            yield example, Scores(*row)


def _cut(answer: Tensor, sizes: list[int]) -> list[Floats]:
    return [part.numpy() for part in answer.split(sizes)]
