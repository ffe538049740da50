"""Trains the relation model: `python -m loaders.training.relations --help`."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

from graph.errors import InvalidInput
from loaders.extraction.relations.network import Scores
from loaders.training.gold import Item, read
from loaders.training.relations import teachers
from loaders.training.relations.arguments import arguments
from loaders.training.relations.beginning import begin
from loaders.training.relations.example import Example
from loaders.training.relations.examples import Examples
from loaders.training.relations.export import describe, export
from loaders.training.relations.figures import WANTED, Point, curve, lowest
from loaders.training.relations.labels import MODES, targets
from loaders.training.relations.network import Network
from loaders.training.relations.prediction import predicted
from loaders.training.relations.runtime import answered
from loaders.training.relations.training import Lesson, Plan, Training
from loaders.training.relations.verdicts import verdicts
from loaders.training.relations.watcher import NEVER, numbered

_PRINTED = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Train, export and judge a model, or write what a trained one makes of texts."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # only costs time
    try:
        _score(options) if options.scores else _train(options)
    except FileNotFoundError as problem:
        sys.exit(f"error: {problem}: give files as README.md beside this names them")
    except (OSError, ValueError, InvalidInput) as problem:
        sys.exit(f"error: {problem}")


def _score(options: argparse.Namespace) -> None:
    made = Examples()
    network = _network(options, made)
    texts = _of((*options.items, *options.unlabelled), made)
    examples = [example for _, several in texts for example in several]
    scored = predicted(network, examples, half=not options.float32)
    teachers.write(options.scores, scored)


def _train(options: argparse.Namespace) -> None:
    made = Examples()
    network = _network(options, made)
    soft = teachers.read(options.soft)
    lessons = [
        Lesson(example, right, teachers.taught(soft, example))
        for item, examples in _of(options.items, made)
        for example, right in zip(examples, targets(examples, item.claims), strict=True)
    ]
    lessons += [
        Lesson(example, None, teachers.taught(soft, example))
        for _, examples in _of(options.unlabelled, made)
        for example in examples
    ]
    if not lessons:
        raise ValueError("the texts of --items have no two words that may be ends: give others")
    plan = Plan(
        seed=options.seed,
        epochs=options.epochs,
        rate=options.rate,
        head_rate=options.head_rate,
        pieces=options.pieces,
        half=not options.float32,
        known_shapes=options.init is not None,
        steps=options.steps,
    )
    network.load_state_dict(Training(network, plan, lessons).run())
    if options.save:
        save_file(network.state_dict(), options.save)
    export(network, options.output)
    begun = {"from": (options.init or options.encoder).name, "teachers": len(options.soft)}
    shape = {name: getattr(options, name) for name in ("layers", "dropout", "pair_dropout")}
    how = {"threads": options.threads, "windows": len(lessons), **vars(plan)}
    _judge(options, network, made, begun | shape | how)


def _network(options: argparse.Namespace, made: Examples) -> Network:
    network = Network(
        len(numbered(made.encoder.labels)), len(MODES), options.layers,
        dropout=options.dropout, pair_dropout=options.pair_dropout,
    )  # fmt: skip
    trained = begin(network, options.init, options.encoder, made.encoder)
    if options.scores and not trained:
        raise ValueError(f"{options.init} is of a parser: give weights that --save wrote")
    return network


def _judge(
    options: argparse.Namespace, network: Network, made: Examples, plan: dict[str, object]
) -> None:
    """Print the curves of both forms on the development part; write the exported one's threshold.

    The run time reads relations.json before it scores, so that is written with no threshold first.
    """
    folder, name, labels = options.output, options.name, made.encoder.labels
    describe(folder, name, NEVER, labels, {})
    items = list(read(options.dev))
    examples = [example for item in items for example in made.of(item)]
    _print("full precision", items, predicted(network, examples))
    points = _print("exported", items, answered(folder, made.encoder, examples))
    chosen = lowest(points)
    figures = {"training": plan, "development": chosen.figures() if chosen else {}}
    describe(folder, name, chosen.threshold if chosen else NEVER, labels, figures)
    print(f"threshold {chosen.figures()}" if chosen else f"no threshold has precision {WANTED}")


def _print(
    name: str, items: Sequence[Item], scored: Iterable[tuple[Example, Scores]]
) -> list[Point]:
    points = curve(items, verdicts(scored))
    for point in points:
        if point.threshold in _PRINTED:
            print(f"{name}: {point.figures()}", flush=True)
    return points


def _of(files: Iterable[Path], made: Examples) -> Iterator[tuple[Item, list[Example]]]:
    for file in files:
        for item in read(file):
            yield item, list(made.of(item))


if __name__ == "__main__":
    main()
