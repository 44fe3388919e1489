"""Locks that the operating system takes back when the process that holds them ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Hold the lock at `path`; gives whether it was free."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        with _alone_at(path):
            free = _taken(file.fileno(), fcntl.LOCK_EX)
        yield free


def is_held(path: Path) -> bool:
    """Whether somebody holds it now."""
    if not path.exists():
        return False
    with _alone_at(path), path.open() as file:
        free = _taken(file.fileno(), fcntl.LOCK_SH)
        fcntl.flock(file, fcntl.LOCK_UN)
    return not free


def _taken(file: int, how: int) -> bool:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _alone_at(path: Path) -> Iterator[None]:
    """Keep others from the locks of the folder for the moment that it takes to try one: to look at a lock is to take
    it for that moment, and whoever wanted it just then would believe that somebody worked."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(folder, fcntl.LOCK_UN)  # closing is not enough where a process was forked meanwhile
        os.close(folder)
