"""What takes seconds is made beside the requests, one thing at a time; the page that waits for it looks again."""

import logging
from collections.abc import Callable, Hashable
from threading import Lock, Thread

from flask import Flask

MOST = 50  # waiting at once; whoever comes after that is in line the next time that their page looks
_BENCH = "MALKEDJAN_BENCH"
_log = logging.getLogger(__name__)


def init_workbench(app: Flask) -> None:
    """Give the app its workbench."""
    app.config[_BENCH] = Workbench()


def workbench_of(app: Flask) -> "Workbench":
    """The workbench of an app."""
    found: Workbench = app.config[_BENCH]
    return found


class Workbench:
    """Does what it is given, in the order in which it came; the same thing asked for twice is done once.

    One thread, there while there is something to do, that ends with the service: what was not finished, or found the
    line full, is asked for again by whoever waits for it.
    """

    def __init__(self) -> None:
        self._line: dict[Hashable, Callable[[], str]] = {}  # the first is being done
        self._faults: dict[Hashable, str] = {}
        self._lock = Lock()

    def ask(self, key: Hashable, work: Callable[[], str]) -> None:
        """Have something done; `work` gives why it could not be, or nothing."""
        with self._lock:
            if key in self._line or len(self._line) >= MOST:
                return
            self._line[key] = work
            self._faults.pop(key, None)
            if len(self._line) == 1:
                Thread(target=self._do_all, name="preview", daemon=True).start()

    def fault(self, key: Hashable) -> str:
        """Why it could not be done the last time, told once; empty while it is under way, or has been done."""
        with self._lock:
            return self._faults.pop(key, "")

    def _do_all(self) -> None:
        while True:
            with self._lock:
                key, work = next(iter(self._line.items()))
            fault = self._done(key, work)
            with self._lock:
                del self._line[key]
                if fault:
                    self._faults[key] = fault
                if not self._line:
                    return

    def _done(self, key: Hashable, work: Callable[[], str]) -> str:
        try:
            return work()
        except Exception:
            _log.exception("%s could not be made", key)
            return "Något gick fel hos oss. Felet är antecknat i tjänstens logg."
