"""A process that loads batches and acknowledges each on stdout, to be killed while it does."""

import argparse
import sys

from api.settings import read_settings
from api.wiring import open_store
from bench.corpus import Corpus
from graph.errors import WhobacksError


def main() -> int:
    """Load into what WHOBACKS_STORE names: prints `ready`, then each batch that is in."""
    parser = argparse.ArgumentParser(prog="python -m bench.loader", description=main.__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--batches", type=int, required=True)
    parser.add_argument("--articles", type=int, required=True, help="in one batch")
    parser.add_argument("--backwards", action="store_true", help="the last batch first")
    given = parser.parse_args()
    corpus, size = Corpus(given.seed), given.articles
    store = open_store(read_settings())
    try:
        store.check()
        print("ready", flush=True)
        for number in range(given.batches)[:: -1 if given.backwards else 1]:
            store.load(list(corpus.readings(number * size, (number + 1) * size)))
            print(number, flush=True)
    except WhobacksError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
