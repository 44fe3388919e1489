"""The foreman: sees through what takes its time, each piece by a process of its own. Begins where it left off."""

import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread
from typing import Protocol

from flask import Flask

from service.usecases.batches.service import is_in_line, left_by_worker, next_in_line
from service.usecases.house import House, open_house
from service.usecases.meetings.package_line import is_wanted, next_package, package_left

from .settings import WebSettings

_FOREMAN = "MALKEDJAN_FOREMAN"
_log = logging.getLogger(__name__)
_GLANCE = 0.5
_LOOK_EVERY = 2.0  # seconds: work may be left over by a service that was killed, and come free unannounced
_PATIENCE = 20.0  # seconds for a worker to note where it stands
_LAST_WORDS = 4_000  # bytes of what a worker that failed said at the end


class Left(Protocol):
    """Says that a piece of work's worker has ended."""

    def __call__(self, house: House, id: str, /, *, interrupted: bool) -> None: ...


@dataclass(frozen=True)
class Line:
    """Work of a kind, done one piece after another: the next piece, whether it is still wanted, what is said when its
    worker has ended, and the command that does it. `news` is set when something new stands in it."""

    name: str
    next: Callable[[House], str | None]
    is_wanted: Callable[[House, str], bool]
    left: Left
    command: tuple[str, ...]
    news: Event = field(default_factory=Event)


def _lines() -> tuple[Line, ...]:
    """A package of a meeting takes a minute, and does not wait for a batch that takes many."""
    return (
        Line("batch", next_in_line, is_in_line, left_by_worker, ("batch", "--progress", "none", "--resume")),
        Line("package", next_package, is_wanted, package_left, ("meeting", "make")),
    )


def init_foreman(app: Flask, settings: WebSettings) -> None:
    """Give the app its foreman, who works only once told to `start`."""
    app.config[_FOREMAN] = Foreman(settings.data, settings.now)


def foreman_of(app: Flask) -> "Foreman":
    """The foreman of an app."""
    found: Foreman = app.config[_FOREMAN]
    return found


class Foreman:
    """Works through the lines in the store at a data directory, each by itself, from `start` to `close`.

    A worker is begun anew, not forked: the service has threads and open databases. It leads a group of its own, so
    that Ctrl-C reaches it through `close` alone; if the service is killed it works on, and the next one waits for it.
    """

    def __init__(self, data: Path, now: Callable[[], datetime]) -> None:
        self._data, self._now = data, now
        self._closing = Event()
        self._lines = _lines()
        self._threads = [Thread(target=self._work, args=(one,), name=one.name, daemon=True) for one in self._lines]

    def start(self) -> None:
        """Begin with what is in line."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Tell of something new in line."""
        for line in self._lines:
            line.news.set()

    def interrupt(self) -> None:
        """Have the work stopped, without waiting for it; it is gone on with when the service is started again."""
        self._closing.set()
        self.wake()

    def close(self) -> None:
        """Interrupt the work, and wait until it has noted where it stands."""
        self.interrupt()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(_PATIENCE)

    def _work(self, line: Line) -> None:
        while not self._closing.is_set():
            try:
                if not self._next(line):
                    line.news.wait(_LOOK_EVERY)
            except Exception:
                _log.exception("the %s could not be worked at", line.name)
                line.news.wait(_LOOK_EVERY)
            line.news.clear()

    def _next(self, line: Line) -> bool:
        """Work at the next piece until its worker ends; False where there is none to work at."""
        with open_house(self._data, self._now) as house:
            id = line.next(house)
        if id is None or self._closing.is_set():
            return False
        interrupted = self._see_through(line, id)
        with open_house(self._data, self._now) as house:
            line.left(house, id, interrupted=interrupted)
        return True

    def _see_through(self, line: Line, id: str) -> bool:
        """Whether the worker was interrupted. What one that failed had to say goes to the log of the service."""
        with TemporaryFile() as told:
            worker = subprocess.Popen(
                [sys.executable, "-m", "service.cli", "--data", str(self._data.resolve()), *line.command, id],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=told, start_new_session=True,
            )  # fmt: skip
            while worker.poll() is None and not self._closing.wait(_GLANCE) and self._is_wanted(line, id):
                pass
            if worker.poll() is None:
                self._end(worker)
                return True
            if worker.returncode:
                told.seek(0)
                words = told.read()[-_LAST_WORDS:].decode(errors="replace").strip()
                _log.error("the worker of %s %s ended with %d: %s", line.name, id, worker.returncode, words)
            return False

    def _end(self, worker: "subprocess.Popen[bytes]") -> None:
        """End a worker, by force if it takes too long."""
        worker.terminate()
        try:
            worker.wait(_PATIENCE - 2)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()

    def _is_wanted(self, line: Line, id: str) -> bool:
        """Whether nobody has stopped it."""
        with open_house(self._data, self._now) as house:
            return line.is_wanted(house, id)
