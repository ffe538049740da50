"""The weights that the network begins with."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from graph.vocabulary import ActorKind
from loaders.extraction.encoder import Encoder
from loaders.extraction.relations.windows import Mask, mask_piece
from loaders.training.relations.network import Network
from loaders.training.relations.shipped import read_shipped
from loaders.training.transformer import PARTS
from loaders.training.weights import load_encoder, read_weights, reason

_OWN = "roles.weight"
"""What a trained relation network has, and a parser has not."""

_LIKE = {
    ActorKind.STATE: ("germany", "german"),
    ActorKind.GOVERNMENT: ("government", "government"),
    ActorKind.MILITARY: ("army", "army"),
    ActorKind.ARMED_GROUP: ("militia", "militia"),
    ActorKind.COALITION: ("coalition", "coalition"),
    ActorKind.ORGANISATION: ("organization", "organization"),
    ActorKind.PERSON: ("john", "john"),
    ActorKind.UNKNOWN: ("group", "group"),
}
"""The words that masks mean the same as at first: of a name, of a demonym."""


def begin(network: Network, init: Path | None, folder: Path | None, encoder: Encoder) -> bool:
    """Take over the weights of `init`, else those of the published encoder in `folder`.

    `init` holds a relation network, or a parser whose encoder is taken; a folder is that of an
    exported relation network. Masks that no training
    taught are made to mean words, cut by `encoder`. Returns whether the weights are those of a
    relation network. Raises ValueError where they do not fit.
    """
    trained = init is not None and _load(network, init)
    if folder is not None:
        load_encoder(network, folder)
    if not trained:
        _give_masks_a_meaning(network, encoder)
    return trained


def kept(
    begun: Mapping[str, Tensor], learnt: Mapping[str, Tensor], share: float
) -> dict[str, Tensor]:
    """Return the weights between two sets, `share` of those that the network began with.

    A model that goes on learning new texts so forgets less of the old: Wortsman and others, Robust
    fine-tuning of zero-shot models, 2022.
    """
    return {name: share * begun[name] + (1 - share) * value for name, value in learnt.items()}


def _load(network: Network, file: Path) -> bool:
    given = read_shipped(file) if file.is_dir() else read_weights(file)
    own = network.state_dict()
    trained = _OWN in given
    try:
        if not trained:
            given = {name: given[name] if _encodes(name) else own[name] for name in own}
        network.load_state_dict(given)
    except (KeyError, RuntimeError) as problem:
        raise ValueError(
            f"{file} is of no network with as many layers as --layers says: {reason(problem)}"
        ) from None
    return trained


def _encodes(name: str) -> bool:
    return name.partition(".")[0] in PARTS


def _give_masks_a_meaning(network: Network, encoder: Encoder) -> None:
    """Make the masks of an encoder that never saw them mean the same as words it knows."""
    with torch.no_grad():
        for kind, words in _LIKE.items():
            for mask, word in zip((Mask.NAME, Mask.DEMONYM), words, strict=True):
                hidden, _ = mask_piece(kind, mask)
                known, _ = encoder.pieces(word)[0]
                network.pieces.weight[hidden] = network.pieces.weight[known]
