"""The command: `python -m bench.extraction`; README.md says what each option is for."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.extraction import report
from bench.extraction.rows import ROWS
from bench.extraction.scorecard import Asked, Scorecard
from bench.extraction.sets import DEVELOPMENT, FOLDER, SETS, present
from graph.errors import WhobacksError


def main(arguments: Sequence[str]) -> int:
    """Score the extractors on labelled texts and print the tables."""
    given = _parser().parse_args(arguments)
    gold = [*given.gold, FOLDER]
    asked = Asked(
        sets=given.sets or present(gold) or (DEVELOPMENT,), rows=given.rows, gold=gold,
        quick=given.quick, re3d=given.re3d, plover=given.plover,
    )  # fmt: skip
    try:
        results = Scorecard(asked).run()
    except WhobacksError as error:
        print(f"bench.extraction: {error}", file=sys.stderr)
        return 1
    print("\n".join(report.lines(results)))
    if given.errors:
        print("\n".join(report.faults(results)))
    if given.output:
        report.write(results, given.output)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.extraction", description=main.__doc__)
    parser.add_argument("--sets", choices=SETS, nargs="+", help="else all whose file is there")
    parser.add_argument("--rows", choices=ROWS, nargs="+", default=ROWS, help="else all")
    parser.add_argument("--gold", type=Path, action="append", default=[], metavar="FOLDER",
                        help="look for the sets here before bench/extraction/gold")  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="the first 60 items of each set")
    parser.add_argument("--errors", action="store_true", help="print every error as well")
    parser.add_argument("--re3d", type=Path, metavar="FOLDER", help="score on re3d as well")
    parser.add_argument("--plover", type=Path, metavar="FOLDER", help="score on PLOVER as well")
    parser.add_argument("--output", type=Path, metavar="FILE", help="keep it all as JSON, and the "
                        "curve as SVG beside it")  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
