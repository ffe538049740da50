"""How wrong the network is, by labels and by what teachers say."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from loaders.training.relations.labels import UNKNOWN, Bag, Targets
from loaders.training.relations.network import Answers

OPTIONAL = 0.5
"""What an optional label weighs: readers differ most on these."""

_ATTRIBUTES = 0.3
_EASED = 2
"""Added to the number of labels that a sum is divided by, so that few do not weigh too much."""
_NEAREST = -1e-5
"""The largest logarithm of the probability that no pair of a bag states its label."""


def by_labels(answers: Answers, found: Sequence[Targets]) -> Tensor:
    """Return the loss of windows' pairs, in the order of the windows, by their labels.

    A label is stated unless each pair of its bag fails to; polarity, modality and mode are learnt
    of the likeliest pair.
    """
    negative = torch.cat([torch.from_numpy(one.negative) for one in found])
    loss = functional.softplus(answers.relations)[negative].sum()
    bags = _bags(found)
    if not bags:
        return loss / _EASED
    weights = torch.tensor([1.0 if bag.required else OPTIONAL for bag in bags])
    loss = loss - (weights * _stated(answers.relations, bags)).sum()
    likeliest = torch.tensor(_likeliest(answers.relations, bags))
    for scores, right in (
        (answers.polarity, [bag.polarity for bag in bags]),
        (answers.modality, [bag.modality for bag in bags]),
        (answers.modes, [bag.mode for bag in bags]),
    ):
        loss = loss + _ATTRIBUTES * functional.cross_entropy(
            scores[likeliest], torch.tensor(right), ignore_index=UNKNOWN, reduction="sum"
        )
    return loss / (weights.sum() + _EASED)


def by_teachers(answers: Answers, valid: Tensor, taught: Tensor) -> Tensor:
    """Return the loss of q pairs by what teachers hold likely: float [q, 4 + 2 + 5 + modes].

    What a pair states counts as much as it is likely to state anything.
    """
    relations, *others = taught.split([scores.shape[1] for scores in answers], -1)
    relations = relations * valid
    loss = functional.binary_cross_entropy_with_logits(
        answers.relations, relations, weight=valid.float(), reduction="sum"
    )
    stated = relations.amax(-1)
    for scores, right in zip(answers[1:], others, strict=True):
        each = functional.cross_entropy(scores, right, reduction="none")
        loss = loss + _ATTRIBUTES * (stated * each).sum()
    return loss / (relations.sum() + _EASED)


def _bags(found: Sequence[Targets]) -> list[Bag]:
    """Return the bags of all windows, their pairs numbered throughout."""
    bags, start = list[Bag](), 0
    for one in found:
        bags += [bag._replace(pairs=tuple(start + pair for pair in bag.pairs)) for bag in one.bags]
        start += len(one.negative)
    return bags


def _stated(relations: Tensor, bags: Sequence[Bag]) -> Tensor:
    """Return for each bag the logarithm of the probability that a pair of it states its label."""
    rows = torch.tensor([pair for bag in bags for pair in bag.pairs])
    columns = torch.tensor([bag.relation for bag in bags for _ in bag.pairs])
    owners = torch.tensor([number for number, bag in enumerate(bags) for _ in bag.pairs])
    fails = functional.logsigmoid(-relations[rows, columns])
    none = fails.new_zeros(len(bags)).index_add(0, owners, fails)
    return torch.log(-torch.expm1(none.clamp(max=_NEAREST)))


def _likeliest(relations: Tensor, bags: Sequence[Bag]) -> list[int]:
    scores = relations.detach().numpy()
    return [max(bag.pairs, key=lambda pair: scores[pair, bag.relation]) for bag in bags]
