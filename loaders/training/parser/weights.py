"""Weights of a parser that was trained before."""

from pathlib import Path

from loaders.training.parser.network import Network
from loaders.training.weights import read_weights, reason


def load_network(network: Network, file: Path) -> None:
    """Take over all weights of a network trained before, under its names or the short ones.

    Raises ValueError when the file's network has other sizes or names.
    """
    given = read_weights(file)
    try:
        network.load_state_dict(given)
    except RuntimeError as problem:
        raise ValueError(
            f"{file} fits neither these treebanks' labels nor --layers: {reason(problem)}"
        ) from None
