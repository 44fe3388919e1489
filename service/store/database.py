"""Opening the database: one connection, its safety settings, and the migrations."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from .migrations import migrations

FILENAME = "malkedjan.db"
T = TypeVar("T")
_READ_AT_MOST = 100


class Store:
    """The stored plans. Use as a context manager; one connection, one thread."""

    def __init__(self, path: Path) -> None:
        """Open (and create or bring up to date) the database at `path`. Raises `sqlite3.Error` when it cannot."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.read: OrderedDict[str, Any] = OrderedDict()  # submissions already read; one never changes
        connection = sqlite3.connect(path, timeout=30)
        self.db = Database(connection)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = FULL")  # an acknowledged upload survives a power loss
        migrations.apply(self.db)
        self.db.execute("PRAGMA foreign_keys = ON")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside, or nothing. Writers queue at the door (`BEGIN IMMEDIATE`), not half-way in."""
        if self.db.conn.in_transaction:
            with self.db.atomic():  # part of a larger whole: a savepoint
                yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.rollback()
            raise
        self.db.commit()

    def once(self, key: str, read: Callable[[], T]) -> T:
        """What `read` gives, read once for each key: only for what never changes. The oldest are forgotten."""
        if key not in self.read:
            self.read[key] = read()
            if len(self.read) > _READ_AT_MOST:
                self.read.popitem(last=False)
        found: T = self.read[key]
        return found

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, as mappings."""
        return list(self.db.query(sql, list(parameters)))


def copy_database(store: Store, target: Path) -> None:
    """A consistent copy of the database at another path, also while it is written to."""
    other = sqlite3.connect(target)
    try:
        store.db.conn.backup(other)
    finally:
        other.close()
