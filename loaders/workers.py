"""Articles read by several processes, one on each core, given back in the order they came in."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain

from graph.model import Article, Reading
from loaders.outcome import Refusal
from loaders.worker import Reads, Workers

FEW = 4
"""Of fewer articles each is read before a process would have started."""
_AHEAD = 32
"""Articles that wait for each worker, so that it has work while a batch is stored."""
_AHEAD_LETTERS = 20_000_000
"""No more articles are taken in while the texts that wait are longer than that in all."""

Found = Article | Reading | Refusal
_Waiting = deque[tuple[int, Future[Reading] | Reading | Refusal]]
"""What is to be given back next, each with the letters it holds."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_ahead(
    found: Iterable[Found], make: Callable[[], Reads], workers: int
) -> Generator[Found, None, None]:
    """Yield what is found in its order, the articles as they were read by so many processes.

    Each of them reads with what `make`, which a new process must be able to import, gives it.
    Articles come back unread, for the caller to read, when one worker is asked for or when they
    are few. At any time only a bounded stretch of `found` is held. To be closed when it is left
    before its end: that ends the processes. Raises WhobacksError when one of them dies, and what
    reading an article raises.
    """
    rest = iter(found)
    if workers < 2:
        yield from rest
        return
    first, enough = _first(rest)
    if not enough:
        yield from first
        return
    # A thread for each process hands it an article and waits for what it makes of it.
    pool = ThreadPoolExecutor(workers)
    processes = Workers(make)
    try:
        yield from _in_order(chain(first, rest), pool, processes, workers * _AHEAD)
    finally:
        processes.end()
        pool.shutdown(cancel_futures=True)


def _first(found: Iterator[Found]) -> tuple[list[Found], bool]:
    """Take the first articles, and what comes between; say whether they are more than few."""
    first: list[Found] = []
    articles = 0
    for one in found:
        first.append(one)
        articles += isinstance(one, Article)
        if articles == FEW:
            return first, True
    return first, False


def _in_order(
    found: Iterable[Found], pool: ThreadPoolExecutor, processes: Workers, most: int
) -> Iterator[Found]:
    waiting: _Waiting = deque()
    letters = 0
    for one in found:
        if isinstance(one, Article):
            waiting.append((len(one.text), pool.submit(processes.read, one)))
            letters += len(one.text)
        else:
            waiting.append((0, one))
        while waiting and (len(waiting) > most or letters > _AHEAD_LETTERS or _is_there(waiting)):
            length, first = waiting.popleft()
            letters -= length
            yield _result(first)
    while waiting:
        yield _result(waiting.popleft()[1])


def _is_there(waiting: _Waiting) -> bool:
    first = waiting[0][1]
    return not isinstance(first, Future) or first.done()


def _result(waiting: Future[Reading] | Reading | Refusal) -> Reading | Refusal:
    return waiting.result() if isinstance(waiting, Future) else waiting
