"""What trained networks hold likely, for others to learn from."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.network import Floats, Scores
from loaders.training.relations.example import Example

Said = dict[str, npt.NDArray[np.float16]]
"""By the ids of windows the probabilities of their n pairs: [n, 4 + 2 + 5 + modes].

Those of the modes add up to 1 over the modes of all relations.
"""

_LEAST = 1e-4
"""Added to probabilities, so that none is without odds."""


def said(scored: Iterable[tuple[Example, Scores]]) -> Said:
    """Return what one teacher says of windows."""
    return {example.id: _probabilities(scores) for example, scores in scored}


def together(every: Sequence[Said], example: Example) -> Floats | None:
    """Return what teachers say of a window, taken together; None: there are none.

    Of relations that is the mean of their log odds, of the rest the mean of the probabilities.
    """
    if not every:
        return None
    each = np.stack([one[example.id].astype(np.float32) for one in every])
    relations, others = np.split(each, [len(RELATIONS)], axis=2)
    odds = np.log((relations + _LEAST) / (1 - relations + _LEAST)).mean(0)
    return np.concatenate([1 / (1 + np.exp(-odds)), others.mean(0)], axis=1)


def _probabilities(scores: Scores) -> npt.NDArray[np.float16]:
    raised = np.exp(scores.modes - scores.modes.max(1, keepdims=True))
    modes = raised / raised.sum(1, keepdims=True)
    columns = [scores.relations, scores.polarity, scores.modality, modes]
    return np.concatenate(columns, 1).astype(np.float16)
