"""What was made last for each order, with all that it rested on, so that it is known again without being made."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from .database import Store
from .questions import read_again, written_reads
from .tracing import Read, hash_of

_OF_ITS_OWN = ("reads", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document as it was made for an order (`key`).

    `name` is that of its content, `template` the hash of its template (`template_name`), `code` the program's stamp,
    `reads` and `sources` what was read, `layout` what laid it out, `sha256` and `pdf` the hashes of its files.
    """

    key: str
    name: str
    template_name: str
    template: str
    code: str
    reads: tuple[Read, ...]
    sources: tuple[str, ...]
    filename: str
    sha256: str
    pdf: str = ""
    layout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOrders:
    """The keys of all documents that a year gives, and what they were found by."""

    ar: int
    code: str
    reads: tuple[Read, ...]
    keys: tuple[str, ...]


class Answers:
    """Whether what was once read would be answered alike today; each question is asked once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now: dict[tuple[str, tuple[Any, ...]], str] = {}

    def hold(self, reads: Iterable[Read]) -> bool:
        """Whether every answer is still the same."""
        return all(self._answer(read) == read.answer for read in reads)

    def _answer(self, read: Read) -> str:
        asked = read.sql, read.parameters
        if asked not in self._now:
            # Only questions were kept; one statement that begins so can change nothing.
            assert read.sql.lstrip().startswith("select"), read.sql
            self._now[asked] = hash_of(self._store.rows(read.sql, *read.parameters))
        return self._now[asked]


def made_for(store: Store, key: str) -> Made | None:
    """What was made last for an order, or None."""
    rows = store.rows("select * from made where key = ?", key)
    if not rows:
        return None
    plain = {field.name: rows[0][field.name] or "" for field in fields(Made) if field.name not in _OF_ITS_OWN}
    return Made(
        **plain, reads=read_again(store, rows[0]["reads"]), sources=tuple(json.loads(rows[0]["sources"]))
    )  # fmt: skip


def keep_made(store: Store, made: Made, at: datetime) -> None:
    """Remember what was made for an order, in place of what was made before."""
    values = {field.name: getattr(made, field.name) for field in fields(Made) if field.name not in _OF_ITS_OWN}
    with store.transaction():
        row = {**values, "reads": written_reads(store, made.reads), "sources": json.dumps(made.sources)}
        store.db.table("made").insert({**row, "at": at.isoformat()}, replace=True)


def kept_orders(store: Store, ar: int) -> KeptOrders | None:
    """The year's documents as they were found last, or None."""
    rows = store.rows("select * from year_orders where ar = ?", ar)
    if not rows:
        return None
    keys = tuple(json.loads(rows[0]["keys"]))
    return KeptOrders(ar=ar, code=rows[0]["code"], reads=read_again(store, rows[0]["reads"]), keys=keys)


def keep_orders(store: Store, found: KeptOrders) -> None:
    """Remember the year's documents."""
    with store.transaction():
        row = {**asdict(found), "reads": written_reads(store, found.reads), "keys": json.dumps(found.keys)}
        store.db.table("year_orders").insert(row, replace=True)
