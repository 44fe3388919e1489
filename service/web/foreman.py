"""The foreman: sees the batches through, one after another, each by a process of its own. Begins where it left off."""

import logging
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

from flask import Flask

from service.usecases.batch_service import is_in_line, left_by_worker, next_in_line
from service.usecases.house import open_house

from .settings import WebSettings

_FOREMAN = "MALKEDJAN_FOREMAN"
_log = logging.getLogger(__name__)
_GLANCE = 0.5
_LOOK_EVERY = 2.0  # seconds: a batch may be left over by a service that was killed, and come free unannounced
_PATIENCE = 20.0  # seconds for a worker to note where it stands


def init_foreman(app: Flask, settings: WebSettings) -> None:
    """Give the app its foreman, who works only once told to `start`."""
    app.config[_FOREMAN] = Foreman(settings.data, settings.now)


def foreman_of(app: Flask) -> "Foreman":
    """The foreman of an app."""
    found: Foreman = app.config[_FOREMAN]
    return found


class Foreman:
    """Works through the queue in the store at a data directory, from `start` to `close`.

    The worker is begun anew, not forked: the service has threads and open databases. It leads a group of its own, so
    that Ctrl-C reaches it through `close` alone; if the service is killed it works on, and the next one waits for it.
    """

    def __init__(self, data: Path, now: Callable[[], datetime]) -> None:
        self._data, self._now = data, now
        self._news, self._closing = Event(), Event()
        self._thread = Thread(target=self._work, name="batch", daemon=True)

    def start(self) -> None:
        """Begin with what is in line."""
        self._thread.start()

    def wake(self) -> None:
        """Tell of something new in line."""
        self._news.set()

    def interrupt(self) -> None:
        """Have the work stopped, without waiting for it; it is gone on with when the service is started again."""
        self._closing.set()
        self._news.set()

    def close(self) -> None:
        """Interrupt the work, and wait until it has noted where it stands."""
        self.interrupt()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                if not self._next():
                    self._news.wait(_LOOK_EVERY)
            except Exception:
                _log.exception("a batch could not be worked at")
                self._news.wait(_LOOK_EVERY)
            self._news.clear()

    def _next(self) -> bool:
        """Work at the next batch until its worker ends; False where there is none to work at."""
        with open_house(self._data, self._now) as house:
            id = next_in_line(house)
        if id is None or self._closing.is_set():
            return False
        interrupted = self._see_through(id)
        with open_house(self._data, self._now) as house:
            left_by_worker(house, id, interrupted=interrupted)
        return True

    def _see_through(self, id: str) -> bool:
        """Whether the worker was interrupted."""
        command = [sys.executable, "-m", "service.cli", "--data", str(self._data.resolve()), "batch", "--resume", id]
        worker = subprocess.Popen(
            [*command, "--progress", "none"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        while worker.poll() is None and not self._closing.wait(_GLANCE) and self._is_in_line(id):
            pass
        if worker.poll() is not None:
            return False
        worker.terminate()
        try:
            worker.wait(_PATIENCE - 2)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
        return True

    def _is_in_line(self, id: str) -> bool:
        """Whether nobody has stopped it."""
        with open_house(self._data, self._now) as house:
            return is_in_line(house, id)
