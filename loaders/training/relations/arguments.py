"""The options of the command."""

import argparse
from pathlib import Path


def arguments() -> argparse.Namespace:
    """Read the command line; ends with what is missing in it."""
    parser = argparse.ArgumentParser(prog="python -m loaders.training.relations")
    parser.add_argument("--items", type=Path, nargs="+", required=True,
                        help="labelled texts, JSON Lines as the scorecard reads them")  # fmt: skip
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--init", type=Path,
                       help="trained weights, of a parser or a relation model; or the folder of"
                            " an exported relation model")  # fmt: skip
    start.add_argument("--encoder", type=Path, help="folder of an encoder to begin from")
    parser.add_argument("--keep", type=float, default=0.0,
                        help="share of --init's weights in the end: 0.5 gives the mean of what"
                             " it was and what was learnt")  # fmt: skip
    parser.add_argument("--output", type=Path, required=True, help="folder for the three files")
    parser.add_argument("--dev", type=Path, nargs="+", required=True,
                        help="labelled texts for threshold and figures")  # fmt: skip
    parser.add_argument("--teacher", nargs=2, action="append", default=[],
                        metavar=("FOLDER", "LAYERS"),
                        help="train this encoder first, and learn from what it says")  # fmt: skip
    parser.add_argument("--taught-by", type=Path, nargs="+", default=[],
                        help="exported relation models, by their folders, to learn from as they"
                             " are on --unlabelled texts")  # fmt: skip
    parser.add_argument("--teacher-epochs", type=int, default=6)
    parser.add_argument("--teachers-in", type=Path, metavar="FOLDER",
                        help="keep the teachers' weights there, and train none that is there:"
                             " a run that was cut off goes on")  # fmt: skip
    parser.add_argument("--unlabelled", type=Path, nargs="+", default=[],
                        help="texts to learn from teachers alone, their labels unread")  # fmt: skip
    parser.add_argument("--save", type=Path, help="file for the weights, for a later --init")
    parser.add_argument("--name", default="model 1", help="name and version, as claims carry it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4, help="the encoder's highest rate")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="that of what is above it")
    parser.add_argument("--layers", type=int, default=4, help="how many of the encoder's layers")
    parser.add_argument("--dropout", type=float, default=0.1, help="in the encoder")
    parser.add_argument("--pair-dropout", type=float, default=0.2, help="where pairs are scored")
    parser.add_argument("--pieces", type=int, default=1600, help="word pieces in a batch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, help="stop after so many steps, to try the command")
    parser.add_argument("--float32", action="store_true", help="compute without bfloat16")
    options = parser.parse_args()
    if options.unlabelled and not (options.teacher or options.taught_by):
        parser.error("--unlabelled needs a teacher: nothing else says what is right there")
    if not 0 <= options.keep < 1 or (options.keep and options.init is None):
        parser.error(f"--keep {options.keep}: give a share below 1, and --init to keep it of")
    encoders = [options.encoder, *(Path(folder) for folder, _ in options.teacher)]
    weights = [folder / "model.safetensors" for folder in encoders if folder]
    for trained in filter(None, (options.init, *options.taught_by)):
        weights += _exported(trained) if trained.is_dir() else [trained]
    given = (*options.items, *options.unlabelled, *options.dev, *weights)
    if missing := [file for file in given if not file.is_file()]:
        parser.error(f"{missing[0]} is no file: give one that is, before hours of training")
    return options


def _exported(folder: Path) -> list[Path]:
    return [folder / "relations.int8.onnx", folder / "relations.pairs.npz"]
