"""Trains the bundled parser: `python -m loaders.training.parser --help`."""

import argparse
import sys
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from safetensors.torch import save_file

from loaders.extraction.encoder import Encoder
from loaders.extraction.parse import Parser
from loaders.training.parser.export import Product, export
from loaders.training.parser.features import Reader
from loaders.training.parser.figures import judged
from loaders.training.parser.inventory import inventory
from loaders.training.parser.network import Network
from loaders.training.parser.training import Plan, Training
from loaders.training.parser.treebank import Tree, read
from loaders.training.parser.weights import load_network
from loaders.training.weights import load_encoder

_LEARNT = ("ewt-train", "gum-train")
_CHOSEN_BY = ("ewt-dev", "gum-dev")
_BUNDLED = Path(str(files("loaders.extraction") / "model"))


def main() -> None:
    """Train, export, and print the figures of the exported parser on the development parts."""
    options = _arguments()
    try:
        _train(options)
    except FileNotFoundError as problem:
        sys.exit(f"error: {problem}: give folders and files as README.md beside this names them")
    except (OSError, ValueError) as problem:
        sys.exit(f"error: {problem}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m loaders.training.parser")
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder of {ewt,gum}-{train,dev}.conllu"
    )
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2 to begin from")
    start.add_argument("--init", type=Path, help="trained weights (.safetensors) to go on from")
    parser.add_argument("--output", type=Path, required=True, help="folder for the four files")
    parser.add_argument("--weights", type=Path, help="file for the weights, for a later --init")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--rate", type=float, default=7e-4, help="the top layer's highest rate")
    parser.add_argument("--layers", type=int, default=4, help="how many of the encoder's layers")
    parser.add_argument("--pieces", type=int, default=900, help="word pieces in a batch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, help="stop after so many steps, to try the command")
    parser.add_argument("--float32", action="store_true", help="train without bfloat16")
    return parser.parse_args()


def _train(options: argparse.Namespace) -> None:
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    torch.use_deterministic_algorithms(True)
    trees = _trees(options.treebanks, _LEARNT)
    names = inventory(trees)
    network = Network(len(names.tags), len(names.labels), len(names.kinds), options.layers)
    if options.init:
        load_network(network, options.init)
        tokenizer = _BUNDLED / "tokenizer.json"
    else:
        load_encoder(network, options.encoder)
        tokenizer = options.encoder / "tokenizer.json"
    plan = Plan(
        seed=options.seed,
        epochs=options.epochs,
        rate=options.rate,
        pieces=options.pieces,
        half=not options.float32,
        fresh_heads=not options.init,
        steps=options.steps,
    )
    development = _trees(options.treebanks, _CHOSEN_BY)
    network.load_state_dict(
        Training(network, Reader(tokenizer), names, plan, trees).run(development)
    )
    if options.weights:
        save_file(network.state_dict(), options.weights)
    begun = {"from": (options.init or options.encoder).name, "threads": options.threads}
    product = Product(network, names, tokenizer, {"learnt": _LEARNT, **begun, **vars(plan)})
    export(product, options.output)
    _compare(product, options.output, development)


def _trees(folder: Path, parts: tuple[str, ...]) -> list[Tree]:
    return [one.tree for part in parts for one in read(folder / f"{part}.conllu")]


def _compare(product: Product, folder: Path, trees: list[Tree]) -> None:
    """Print how right the exported parser is, beside the same network in full precision."""
    with TemporaryDirectory() as scratch:
        export(product, Path(scratch), full_precision=True)
        for name, place in (("exported", folder), ("full precision", Path(scratch))):
            parser = Parser(Encoder(place))
            tally = judged(trees, [parser.parse(tree.words) for tree in trees])
            print(f"{name}: development without punctuation {tally.figures(punctuation=False)}")


if __name__ == "__main__":
    main()
