"""Trains the relation model: `python -m loaders.training.relations --help`."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

from graph.errors import InvalidInput
from loaders.extraction.relations.flags import RELATIONS
from loaders.training.gold import Item, read, unlabelled
from loaders.training.relations import teachers
from loaders.training.relations.arguments import arguments
from loaders.training.relations.beginning import begin, kept
from loaders.training.relations.example import Example
from loaders.training.relations.examples import Examples
from loaders.training.relations.export import describe, export
from loaders.training.relations.figures import NEVER, WANTED, Point, curve, lowest
from loaders.training.relations.keeping import file_of, made_by, read_teacher
from loaders.training.relations.labels import MODES, Targets, targets
from loaders.training.relations.network import Network
from loaders.training.relations.prediction import predicted
from loaders.training.relations.runtime import answered
from loaders.training.relations.training import Lesson, Plan, Training
from loaders.training.relations.verdicts import verdicts
from loaders.training.relations.watcher import numbered

TEACHER_DROPOUT, TEACHER_PAIR_DROPOUT = 0.15, 0.3
"""Of a teacher, which learns from labels alone."""

_PRINTED = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Train teachers, if any are asked for, and a model; export and judge it."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # only costs time
    try:
        _train(options)
    except FileNotFoundError as problem:
        sys.exit(f"error: {problem}: give files as README.md beside this names them")
    except (OSError, ValueError, InvalidInput) as problem:
        sys.exit(f"error: {problem}")


def _train(options: argparse.Namespace) -> None:
    made = Examples()
    labelled = [
        (example, right)
        for item, examples in _of(options.items, made)
        for example, right in zip(examples, targets(examples, item.claims), strict=True)
    ]
    if not labelled:
        raise ValueError("the texts of --items have no two words that may be ends: give others")
    others = unlabelled(options.unlabelled, options.items)
    more = [example for item in others for example in made.of(item)]
    taught = list(_taught(options, made, labelled, more))
    lessons = [
        Lesson(example, right, teachers.together(taught, example)) for example, right in labelled
    ]
    # an exported model knows no more of labelled texts than their labels: it only holds the rest
    taught += [teachers.said(answered(folder, made.encoder, more)) for folder in options.taught_by]
    lessons += [Lesson(example, None, teachers.together(taught, example)) for example in more]
    network = _network(made, options.seed, options.layers, options.dropout, options.pair_dropout)
    begin(network, options.init, options.encoder, made.encoder)
    begun_with = {name: value.clone() for name, value in network.state_dict().items()}
    known = options.init is not None
    plan = _plan(options, options.seed, options.epochs, known_shapes=known)
    learnt = Training(network, plan, lessons).run()
    network.load_state_dict(kept(begun_with, learnt, options.keep))
    if options.save:
        save_file(network.state_dict(), options.save)
    export(network, options.output)
    begun = {"from": (options.init or options.encoder).name, "teachers": len(taught)}
    begun |= {"keep": options.keep}
    shape = {name: getattr(options, name) for name in ("layers", "dropout", "pair_dropout")}
    how = {"threads": options.threads, "windows": len(lessons), **vars(plan)}
    _judge(options, network, made, begun | shape | how)


def _taught(
    options: argparse.Namespace, made: Examples,
    labelled: Sequence[tuple[Example, Targets]], more: Sequence[Example],
) -> Iterator[teachers.Said]:  # fmt: skip
    """Yield what each teacher says of all windows, having learnt those with labels if it is new."""
    lessons = [Lesson(example, right, None) for example, right in labelled]
    every = [*(example for example, _ in labelled), *more]
    for number, (folder, layers) in enumerate(options.teacher, start=1):
        seed = options.seed + number
        network = _network(made, seed, int(layers), TEACHER_DROPOUT, TEACHER_PAIR_DROPOUT)
        plan = _plan(options, seed, options.teacher_epochs, known_shapes=False)
        how = made_by(folder, layers, plan, len(lessons))
        file = file_of(options.teachers_in, number)
        if file and file.exists():
            network.load_state_dict(read_teacher(file, how))
        else:
            begin(network, None, Path(folder), made.encoder)
            network.load_state_dict(Training(network, plan, lessons).run())
            if file:
                save_file(network.state_dict(), file, how)
        print(f"teacher {number}: {Path(folder).name}, {layers} layers", file=sys.stderr)
        yield teachers.said(predicted(network, every, half=not options.float32))


def _plan(options: argparse.Namespace, seed: int, epochs: int, *, known_shapes: bool) -> Plan:
    return Plan(
        seed=seed,
        epochs=epochs,
        rate=options.rate,
        head_rate=options.head_rate,
        pieces=options.pieces,
        half=not options.float32,
        known_shapes=known_shapes,
        steps=options.steps,
    )


def _network(
    made: Examples, seed: int, layers: int, dropout: float, pair_dropout: float
) -> Network:
    torch.manual_seed(seed)
    return Network(
        len(numbered(made.encoder.labels)), len(MODES), layers,
        dropout=dropout, pair_dropout=pair_dropout,
    )  # fmt: skip


def _judge(
    options: argparse.Namespace, network: Network, made: Examples, plan: dict[str, object]
) -> None:
    """Print the curves of both forms on the development part; write the exported one's thresholds.

    Of each relation it is the lowest with the precision WANTED, by itself. The run time reads
    relations.json before it scores, so that is written with thresholds of nothing first.
    """
    folder, name, labels = options.output, options.name, made.encoder.labels
    describe(folder, name, dict.fromkeys(RELATIONS, NEVER), labels, {})
    items = [item for file in options.dev for item in read(file)]
    examples = [example for item in items for example in made.of(item)]
    _print("full precision", curve(items, verdicts(predicted(network, examples))))
    found = verdicts(answered(folder, made.encoder, examples))
    _print("exported", curve(items, found))
    chosen = {relation: lowest(curve(items, found, relation)) for relation in RELATIONS}
    thresholds = {of: point.threshold if point else NEVER for of, point in chosen.items()}
    shown = {of: point.figures() for of, point in chosen.items() if point}
    describe(folder, name, thresholds, labels, {"training": plan, "development": shown})
    for relation, point in chosen.items():
        figures = point.figures() if point else f"no threshold has precision {WANTED}"
        print(f"{relation}: {figures}")


def _print(name: str, points: Iterable[Point]) -> None:
    for point in points:
        if point.threshold in _PRINTED:
            print(f"{name}: {point.figures()}", flush=True)


def _of(files: Iterable[Path], made: Examples) -> Iterator[tuple[Item, list[Example]]]:
    for file in files:
        for item in read(file):
            yield item, list(made.of(item))


if __name__ == "__main__":
    main()
