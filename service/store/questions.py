"""The wordings of questions asked of the database, each kept once."""

import json
from collections.abc import Iterable

from .database import Store
from .tracing import Read


def written_reads(store: Store, reads: Iterable[Read]) -> str:
    """Reads as JSON, their wordings by number; to be called inside the transaction that keeps them."""
    return json.dumps([[_number(store, read.sql), list(read.parameters), read.answer] for read in reads])


def read_again(store: Store, text: str) -> tuple[Read, ...]:
    """The reads that `written_reads` wrote."""
    kept = json.loads(text)
    return tuple(Read(_sql(store, number), tuple(asked), answer) for number, asked, answer in kept)


def _number(store: Store, sql: str) -> int:
    found = store.rows("select id from question where sql = ?", sql)
    if not found:
        store.db.table("question").insert({"sql": sql})
        return _number(store, sql)
    number: int = found[0]["id"]
    return number


def _sql(store: Store, number: int) -> str:
    return store.once(f"question {number}", lambda: _wording(store, number))


def _wording(store: Store, number: int) -> str:
    return str(store.rows("select sql from question where id = ?", number)[0]["sql"])
