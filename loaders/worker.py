"""Processes that read one article at a time, started as they are needed.

Each has a pipe of its own: when it dies, whoever waits for its answer is told at once, and when
this process dies, it finds the pipe closed and ends.
"""

import multiprocessing
import signal
import traceback
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from threading import Lock
from typing import Protocol

from graph.errors import WhobacksError
from graph.model import Article, Reading
from loaders.outcome import shown

# Forked processes would share the locks of this one and of its libraries' threads.
_NEW = multiprocessing.get_context("spawn")
_INTERRUPT = {signal.SIGINT}


class Reads(Protocol):
    """What turns articles into readings."""

    def read(self, article: Article) -> Reading:
        """Return the claims of an article, and what was not understood."""
        ...


class Workers:
    """As many processes as there are threads that have read at the same time."""

    def __init__(self, make: Callable[[], Reads]) -> None:
        """Say what gives each process its reader; nothing is started."""
        self._make = make
        self._all: list[_Worker] = []
        self._free: list[_Worker] = []
        self._starting = Lock()
        self._ended = False

    def read(self, article: Article) -> Reading:
        """Have a process read an article; raises what reading raises, or that the process died."""
        try:
            worker = self._free.pop()
        except IndexError:
            worker = self._started()
        try:
            answer = worker.ask(article)
        except (EOFError, OSError) as error:
            name = article.title or article.url or article.id
            raise WhobacksError(
                f"the process that read {shown(name)} was killed or died, perhaps for want of"
                " memory; run this again, then with fewer --workers"
            ) from error
        self._free.append(worker)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        """End all processes, whatever they do; whoever waits for an answer is told so."""
        with self._starting:
            self._ended = True
        for worker in self._all:
            worker.end()

    def _started(self) -> "_Worker":
        with self._starting:
            if self._ended:
                raise EOFError("no more is read")
            worker = _Worker(self._make)
            self._all.append(worker)
            return worker


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, make: Callable[[], Reads]) -> None:
        self._pipe, its_end = _NEW.Pipe()
        self._process = _NEW.Process(target=_work, args=(make, its_end), daemon=True)
        # Ctrl-C goes to all processes of a terminal; what is blocked here is blocked there from
        # the first moment on. Started within, the tracker would unblock it again.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        its_end.close()  # so that the pipe ends when the process does

    def ask(self, article: Article) -> Reading | Exception:
        self._pipe.send(article)
        answer: Reading | Exception = self._pipe.recv()
        return answer

    def end(self) -> None:
        self._process.terminate()
        self._process.join(timeout=5)
        if self._process.is_alive():  # the signal came while it was starting
            self._process.kill()
            self._process.join()


def _work(make: Callable[[], Reads], pipe: Connection) -> None:
    """Answer each article with its reading, or with what reading it raised, until the pipe ends."""
    reader = make()
    while True:
        try:
            article: Article = pipe.recv()
        except (EOFError, OSError):  # who asked has ended, or was killed
            return
        answer: Reading | Exception
        try:
            answer = reader.read(article)
        except Exception as error:
            error.add_note(traceback.format_exc())
            answer = error
        try:
            pipe.send(answer)
        except OSError:
            return
