"""The training itself: epochs of changed sentences, and the best mean of the weights."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter

import torch
from torch import Tensor
from torch.nn import functional

from loaders.extraction.pieces import Row
from loaders.training.batches import drawn
from loaders.training.parser import batches
from loaders.training.parser.batches import UNKNOWN
from loaders.training.parser.features import Reader
from loaders.training.parser.figures import judged
from loaders.training.parser.inventory import Inventory
from loaders.training.parser.network import Network
from loaders.training.parser.prediction import predicted
from loaders.training.parser.treebank import Tree
from loaders.training.parser.variants import variant
from loaders.training.schedule import Mean, optimiser, set_rates

_CLIPPED = 2.0
_HEAD_RATE = 1.5e-3
"""Of heads that begin at random; trained ones learn as the top layer."""
_LAST_RATE = 0.1
"""Not nothing, because the mean of the weights gains from movement."""
_REPORTED = 50


@dataclass(frozen=True)
class Plan:
    """How to train; `pieces` is the most that a batch holds, `steps` ends the training early."""

    seed: int
    epochs: int
    rate: float
    pieces: int
    half: bool
    fresh_heads: bool
    steps: int | None = None


class Training:
    """Trains one network: equal seeds, data and threads give equal weights on one machine."""

    def __init__(
        self,
        network: Network,
        reader: Reader,
        inventory: Inventory,
        plan: Plan,
        trees: Sequence[Tree],
    ) -> None:
        """Prepare to train `network` on `trees`; one too long for the run time is left out."""
        self._network = network
        self._reader = reader
        self._inventory = inventory
        self._plan = plan
        self._trees = [tree for tree in trees if reader.sentence(tree.words)]

    def run(self, development: Sequence[Tree]) -> dict[str, Tensor]:
        """Train, and give the mean weights of the epoch whose LAS on `development` is highest."""
        best: tuple[float, dict[str, Tensor]] = (-1.0, {})
        heads = _HEAD_RATE if self._plan.fresh_heads else self._plan.rate
        rate = optimiser(self._network, self._plan.rate, heads)
        mean: Mean | None = None
        step = 0
        for epoch in range(self._plan.epochs):
            steps = list(self._steps(epoch))
            total = self._plan.steps or len(steps) * self._plan.epochs
            mean = mean or Mean(self._network, len(steps))
            started, losses = perf_counter(), 0.0
            for features, trees in steps[: total - step]:
                set_rates(rate, step, total, _LAST_RATE)
                losses += self._step(rate, features, trees)
                step += 1
                if step % Mean.EVERY == 0:
                    mean.look()
                if step % _REPORTED == 0:
                    pace = (perf_counter() - started) / _REPORTED
                    _say(f"step {step} of {total}: loss {losses / _REPORTED:.3f}, {pace:.2f} s")
                    started, losses = perf_counter(), 0.0
            score, words = self._score(mean, development)
            _say(f"epoch {epoch + 1}: {words}")
            if score > best[0]:
                best = score, {name: value.clone() for name, value in mean.weights.items()}
            if step >= total:
                break
        return best[1]

    def _steps(self, epoch: int) -> Iterator[tuple[list[Row], list[Tree]]]:
        """Change the sentences for one epoch and put them into batches."""
        random = Random(f"{self._plan.seed} {epoch}")
        pairs = []
        for tree in self._trees:
            changed = variant(tree, random)
            features = self._reader.sentence(changed.words)
            if features:
                pairs.append((features, changed))
        sizes = [len(features.pieces) for features, _ in pairs]
        for batch in drawn(sizes, self._plan.pieces, random):
            yield [pairs[one][0] for one in batch], [pairs[one][1] for one in batch]

    def _step(
        self, rate: torch.optim.AdamW, features: Sequence[Row], trees: Sequence[Tree]
    ) -> float:
        self._network.train()
        tags, heads, labels, kinds = map(torch.from_numpy, batches.targets(trees, self._inventory))
        laid = map(torch.from_numpy, batches.inputs(features))
        with torch.autocast("cpu", torch.bfloat16, enabled=self._plan.half):
            words = self._network(*laid)
            labelled = self._network.label(words, heads.clamp(min=0))
        loss = _loss(words.arcs, heads) + _loss(labelled, labels) + 0.5 * _loss(words.tags, tags)
        if bool((kinds >= 0).any()):
            loss = loss + 0.5 * _loss(words.kinds, kinds)
        rate.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), _CLIPPED)
        rate.step()
        return float(loss.detach())

    def _score(self, mean: Mean, development: Sequence[Tree]) -> tuple[float, str]:
        """Judge the mean weights, and put the network's own back."""
        own = {name: value.clone() for name, value in self._network.state_dict().items()}
        self._network.load_state_dict(mean.weights)
        parses = predicted(self._network, self._reader, self._inventory, development)
        self._network.load_state_dict(own)
        figures = judged(development, parses).figures(punctuation=False)
        return figures["LAS"], f"development without punctuation {figures}"


def _loss(scores: Tensor, right: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.float().flatten(0, 1), right.flatten(), ignore_index=UNKNOWN
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
