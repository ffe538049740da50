"""What reading took: the shapes, and the table that is printed."""

from collections.abc import Iterator
from statistics import median

from pydantic import Field

from graph.model import Shape

_WHO = {
    "claims": "text -> claims",
    "parser": "our parser alone, every sentence",
    "stock": "stock spaCy pipeline, all its pipes",
}


class Round(Shape):
    """The same articles read by each, one after the other."""

    articles: int
    sentences: int
    seconds: dict[str, float] = Field(description="Of the processor; by claims, parser, stock.")


class Start(Shape):
    """A process that makes an extractor and ends."""

    seconds: float = Field(description="By the wall clock.")
    processor_seconds: float


class Peak(Shape):
    """Memory of a process that only reads."""

    articles: int = Field(description="Read so far.")
    peak_mib: float = Field(description="The most it ever took, everything loaded included.")


class ReadingResults(Shape):
    """One run, each process on one core and one thread."""

    text: str
    machine: dict[str, str | int | bool | float]
    starts: tuple[Start, ...]
    rounds: tuple[Round, ...]
    peaks: tuple[Peak, ...]

    def sentences_a_second(self, who: str) -> float:
        """Return how many sentences of the text are read, of all rounds the one in the middle."""
        return median(one.sentences / one.seconds[who] for one in self.rounds)

    def articles_a_second(self, who: str) -> float:
        """Return the same of articles."""
        return median(one.articles / one.seconds[who] for one in self.rounds)

    def ratio(self, who: str) -> float:
        """Return the time of one over the stock pipeline's, of all rounds the one in the middle."""
        return median(one.seconds[who] / one.seconds["stock"] for one in self.rounds)


def lines(results: ReadingResults) -> Iterator[str]:
    """Yield the tables."""
    on = results.machine
    vnni = "yes" if on["avx512_vnni"] else "no"
    yield (
        f"one core of {on['processor']}, AVX512-VNNI {vnni}, load {on['load_average']};"
        f" {results.text}"
    )
    yield ""
    yield "| who | sentences/s | articles/s | time, to the stock pipeline's |"
    yield "|---|---|---|---|"
    for who, name in _WHO.items():
        rates = f"{results.sentences_a_second(who):.1f} | {results.articles_a_second(who):.1f}"
        yield f"| {name} | {rates} | {results.ratio(who):.2f} |"
    yield ""
    wall = median(start.seconds for start in results.starts)
    own = median(start.processor_seconds for start in results.starts)
    yield f"start of a process with an extractor: {wall:.2f} s, {own:.2f} s of the processor"
    for peak in results.peaks:
        yield f"peak memory after {peak.articles:,} articles: {peak.peak_mib:.0f} MiB"
