"""What takes seconds is made beside the requests, one thing at a time; the page that waits for it looks again."""

import logging
from collections.abc import Callable, Hashable
from threading import Lock, Thread

from flask import Flask

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

    A thread that ends with the service: what was not finished is asked for again by whoever waits for it.
    """

    def __init__(self) -> None:
        self._under_way: set[Hashable] = set()
        self._faults: dict[Hashable, str] = {}
        self._lock, self._turn = Lock(), Lock()

    def ask(self, key: Hashable, work: Callable[[], str]) -> None:
        """Have something done; `work` gives why it could not be, or nothing."""
        with self._lock:
            if key in self._under_way:
                return
            self._under_way.add(key)
            self._faults.pop(key, None)
        Thread(target=self._do, args=(key, work), name="preview", daemon=True).start()

    def fault(self, key: Hashable) -> str:
        """Why it could not be done the last time, told once; empty while it is under way, or has been done."""
        with self._lock:
            return self._faults.pop(key, "")

    def _do(self, key: Hashable, work: Callable[[], str]) -> None:
        try:
            with self._turn:
                fault = work()
        except Exception:
            _log.exception("%s could not be made", key)
            fault = "Något gick fel hos oss. Felet är antecknat i tjänstens logg."
        with self._lock:
            self._under_way.discard(key)
            if fault:
                self._faults[key] = fault
