"""Whether a file is a database that this version can take over, told before it is put to use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from .migrations import migrations


class NotOurs(Exception):
    """The file is no whole database of Målkedjan's."""


class Newer(Exception):
    """The database was written by a later version."""


def check_database(path: Path) -> None:
    """Read a database through without changing it. Raises `NotOurs`, `Newer`."""
    known = {step.name for step in migrations.pending(Database(memory=True))}
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            told = connection.execute("PRAGMA integrity_check").fetchone()[0]
            applied = {step.name for step in migrations.applied(Database(connection))}
        except sqlite3.DatabaseError as error:
            raise NotOurs(str(error)) from error
    if told != "ok" or not applied:
        raise NotOurs(told)
    if applied - known:
        raise Newer(", ".join(sorted(applied - known)))
