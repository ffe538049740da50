"""The training itself: epochs of windows, and the mean of the weights at the end."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter

import numpy as np
import torch
from torch import Tensor

from loaders.extraction.relations.network import Floats
from loaders.training.batches import drawn
from loaders.training.relations.batches import pairs_of, pieces_of
from loaders.training.relations.example import Example
from loaders.training.relations.labels import Targets
from loaders.training.relations.loss import by_labels, by_teachers
from loaders.training.relations.masks import Names
from loaders.training.relations.network import Answers, Network
from loaders.training.schedule import Mean, optimiser, set_rates

UNFLAGGED = 0.15
"""How often the frames' flags are hidden, so that the network also works without them."""

_CLIPPED = 1.0
_REPORTED = 100


@dataclass(frozen=True)
class Plan:
    """How to train; `pieces` is the most that a batch holds, `steps` ends the training early.

    The encoder's top layer learns at `rate`, what is above it at `head_rate`.
    """

    seed: int
    epochs: int
    rate: float
    head_rate: float
    pieces: int
    half: bool
    known_shapes: bool
    steps: int | None = None


@dataclass(frozen=True)
class Lesson:
    """An example with what is right of its pairs, by labels, by teachers or by both."""

    example: Example
    targets: Targets | None
    taught: Floats | None


class Training:
    """Trains one network: equal seeds, lessons and threads give equal weights on one machine."""

    def __init__(self, network: Network, plan: Plan, lessons: Sequence[Lesson]) -> None:
        """Prepare to train `network`; what nothing is known of is left out."""
        self._network = network
        self._plan = plan
        self._lessons = [one for one in lessons if one.targets or one.taught is not None]
        self._names = Names(lesson.example for lesson in self._lessons)

    def run(self) -> dict[str, Tensor]:
        """Train, and return the mean of the weights over about the last epoch."""
        plan, sizes = self._plan, [lesson.example.size for lesson in self._lessons]
        rates = optimiser(self._network, plan.rate, plan.head_rate, known_shapes=plan.known_shapes)
        mean: Mean | None = None
        step, started, losses = 0, perf_counter(), 0.0
        for epoch in range(plan.epochs):
            random = Random(f"{plan.seed} {epoch}")
            batches = list(drawn(sizes, plan.pieces, random))
            total = plan.steps or len(batches) * plan.epochs
            mean = mean or Mean(self._network, len(batches))
            for batch in batches[: total - step]:
                set_rates(rates, step, total, last=0.0)
                losses += self._step(rates, [self._lessons[one] for one in batch], random)
                step += 1
                if step % Mean.EVERY == 0 or step == total:
                    mean.look()
                if step % _REPORTED == 0:
                    pace = (perf_counter() - started) / _REPORTED
                    _say(f"step {step} of {total}: loss {losses / _REPORTED:.3f}, {pace:.2f} s")
                    started, losses = perf_counter(), 0.0
        assert mean is not None  # there is an epoch
        return mean.weights

    def _step(self, rates: torch.optim.AdamW, lessons: Sequence[Lesson], random: Random) -> float:
        self._network.train()
        examples = [lesson.example for lesson in lessons]
        pieces = pieces_of([self._names.shown(example, random) for example in examples])
        pairs = pairs_of(examples, [random.random() < UNFLAGGED for _ in examples])
        with torch.autocast("cpu", torch.bfloat16, enabled=self._plan.half):
            answers = self._network(pieces, pairs)
        loss = _loss(Answers(*(answer.float() for answer in answers)), lessons)
        rates.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), _CLIPPED)
        rates.step()
        return float(loss.detach())


def _loss(answers: Answers, lessons: Sequence[Lesson]) -> Tensor:
    """Return the mean of the loss by labels and that by teachers, each where there are any."""
    sizes = torch.tensor([len(lesson.example.ends) for lesson in lessons])
    losses = []
    if labelled := [lesson.targets for lesson in lessons if lesson.targets]:
        rows = _rows([lesson.targets is not None for lesson in lessons], sizes)
        losses.append(by_labels(Answers(*(answer[rows] for answer in answers)), labelled))
    if said := [(one.example.valid, one.taught) for one in lessons if one.taught is not None]:
        rows = _rows([lesson.taught is not None for lesson in lessons], sizes)
        valid = torch.from_numpy(np.concatenate([one for one, _ in said]))
        taught = torch.from_numpy(np.concatenate([one for _, one in said]))
        losses.append(by_teachers(Answers(*(a[rows] for a in answers)), valid, taught))
    return torch.stack(losses).mean()


def _rows(wanted: Sequence[bool], sizes: Tensor) -> Tensor:
    """Return which pairs belong to the wanted windows."""
    return torch.tensor(wanted).repeat_interleave(sizes)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
