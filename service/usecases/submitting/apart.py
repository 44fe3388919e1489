"""Reading uploads in a process of its own, with a limit to its time and memory.

What a stranger's file can make a program do is not known beforehand; here it can be no worse than a file refused.
"""

import multiprocessing
import sys
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock

from service.findings import Finding, Gate, Level
from service.workbooks import Reading, read

from . import upload_answers  # noqa: F401 (its sentences)

SECONDS = 60
_BYTES = 2_000_000_000


class Apart:
    """A reader in a child process, started when first needed and again when it had to be ended. One file at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def read(self, blob: bytes, filename: str) -> Reading:
        """What stands in the file; a refusal where reading it took too long or brought the reader down."""
        with self._lock:
            try:
                line = self._ready()
                line.send((blob, filename))
                if line.poll(self._seconds):
                    found: Reading = line.recv()
                    return found
            except (EOFError, OSError):
                pass  # the reader is gone: what it read was too much for it
            self._end()
        details = {"fil": filename, "sekunder": f"{self._seconds:g}"}
        return Reading(findings=(Finding("tog-for-lang-tid", Level.FEL, None, "", details, Gate.FIL, True),))

    def close(self) -> None:
        """End the child process, where there is one."""
        with self._lock:
            self._end()

    def _ready(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            self._end()
            context = multiprocessing.get_context("spawn")  # a fork would copy the threads' locks as they stand
            self._line, far = context.Pipe()
            self._process = context.Process(target=_serve, args=(far,), name="läsare", daemon=True)
            self._process.start()
            far.close()
        return self._line

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _serve(line: Connection) -> None:
    """The child: read what comes until nobody asks any more."""
    _bounded()
    while True:
        try:
            blob, filename = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        line.send(read(blob, filename))


def _bounded() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, most))
