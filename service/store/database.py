"""Opening the database: one connection, its safety settings, and the migrations.

Times are kept with the offset of where they were noted, so their texts are in no order: what came last is told by the
order in which rows were written (`rowid`), and moments are compared as such (`julianday`).
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from .migrations import migrations
from .tracing import Trace, hash_of

FILENAME = "malkedjan.db"
T = TypeVar("T")
_READ_AT_MOST = 200
_KEPT_AT_MOST = 100


class Store:
    """The stored plans. Use as a context manager; one connection, one thread."""

    def __init__(self, path: Path) -> None:
        """Open (and create or bring up to date) the database at `path`. Raises `sqlite3.Error` when it cannot."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.read: OrderedDict[str, Any] = OrderedDict()  # submissions already read; one never changes
        self._traces: list[Trace] = []
        self._kept: OrderedDict[Hashable, tuple[Any, Trace]] = OrderedDict()
        self._kept_at: Hashable = None
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
        """All of what is written inside, or nothing. Writers queue at the door (`BEGIN IMMEDIATE`), not half-way in.

        What decides what is written is read inside, too: whatever was read before may have been changed by the one
        before in the queue. Costly work may be done before, if what it rests on is compared inside.
        """
        if self.db.conn.in_transaction:
            try:
                with self.db.atomic():  # part of a larger whole: a savepoint
                    yield
            except BaseException:
                self._kept.clear()  # it may rest on what is taken back
                raise
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.rollback()
            self._kept.clear()
            raise
        self.db.commit()

    def once(self, key: str, read: Callable[[], T]) -> T:
        """What `read` gives, read once for each key: only for what never changes. The oldest are forgotten."""
        for trace in self._traces:
            trace.keys[key] = None
        if key not in self.read:
            self.read[key] = self._unnoted(read)
            if len(self.read) > _READ_AT_MOST:
                self.read.popitem(last=False)
        found: T = self.read[key]
        return found

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives of what stands in the database, made once for each key until something is written.

        A trace is told what was read for it. The oldest are forgotten.
        """
        moment = self._moment()
        if moment != self._kept_at:
            self._kept.clear()
            self._kept_at = moment
        if key in self._kept:
            self._kept.move_to_end(key)
            for trace in self._traces:
                trace.add(self._kept[key][1])
        else:
            with self.traced() as trace:
                self._kept[key] = make(), trace
            if len(self._kept) > _KEPT_AT_MOST:
                self._kept.popitem(last=False)
        found: T = self._kept[key][0]
        return found

    def _moment(self) -> Hashable:
        """What changes with every write, by anybody."""
        return self.db.execute("PRAGMA data_version").fetchone()[0], self.db.conn.total_changes

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, as mappings."""
        found = list(self.db.query(sql, list(parameters)))
        if self._traces:
            answer = hash_of(found)
            for trace in self._traces:
                trace.answers[sql, parameters] = answer
        return found

    @contextmanager
    def traced(self) -> Iterator[Trace]:
        """Note what is read inside, by `rows` and `once`."""
        trace = Trace()
        self._traces.append(trace)
        try:
            yield trace
        finally:
            self._traces.remove(trace)

    def _unnoted(self, read: Callable[[], T]) -> T:
        traces, self._traces = self._traces, []
        try:
            return read()
        finally:
            self._traces = traces

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """The database as it stands now, to read for as long as wanted, whatever is written meanwhile."""
        snapshot = Snapshot(self.path)
        try:
            yield snapshot
        finally:
            snapshot.close()


class Snapshot(Store):
    """One moment of the database: what is made of it cannot become untrue."""

    def __init__(self, path: Path) -> None:
        """Open a connection of its own for reading."""
        super().__init__(path)
        self.db.execute("PRAGMA query_only = ON")
        self.db.execute("BEGIN")
        self.db.execute("select 1 from sqlite_master").fetchone()  # a reader's moment is that of its first reading

    def _moment(self) -> Hashable:
        return True


def copy_database(store: Store, target: Path) -> None:
    """A consistent copy of the database at another path, also while it is written to."""
    other = sqlite3.connect(target)
    try:
        store.db.conn.backup(other)
    finally:
        other.close()
