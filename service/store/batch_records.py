"""Batches: what was asked for, how each stands, and what has become of each of its documents."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .database import Store

_PAGE = 500


class BatchState(StrEnum):
    """How a batch stands. One that was killed stays RUNNING until it is taken up again."""

    RUNNING = "pågår"
    DONE = "klar"
    STOPPED = "avbruten"


class Outcome(StrEnum):
    """What has become of a document of a batch."""

    WAITING = "väntar"
    MADE = "gjord"
    REUSED = "återanvänd"
    FAILED = "misslyckad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch: `wanted` is what was asked for, as JSON values; `fault` is what ended it, if something did."""

    id: str
    ar: int
    wanted: Mapping[str, Any]
    folder: str
    state: BatchState
    by: str
    started: datetime
    ended: datetime | None = None
    workers: int = 1
    cancel: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDocument:
    """A document of a batch: `key` is its order, `reasons` why it is made anew, `fault` why it could not be made,
    `remark` what was not as it should be in one that was made; `seconds` are those of the work."""

    place: int
    kind: str
    namnd: str
    filename: str
    key: str
    state: Outcome = Outcome.WAITING
    reasons: tuple[str, ...] = ()
    fault: str = ""
    remark: str = ""
    sha256: str = ""
    pdf: str = ""
    seconds: float = 0


def add_batch(store: Store, batch: Batch) -> None:
    """Begin the record of a batch."""
    ended = batch.ended.isoformat() if batch.ended else None
    with store.transaction():
        store.db.table("batch").insert({
            "id": batch.id, "ar": batch.ar, "wanted": json.dumps(batch.wanted, ensure_ascii=False),
            "folder": batch.folder, "state": batch.state.value, "by": batch.by, "workers": batch.workers,
            "started": batch.started.isoformat(), "ended": ended, "cancel": int(batch.cancel), "fault": batch.fault,
        })  # fmt: skip


def batch_of(store: Store, id: str) -> Batch | None:
    """The batch with that id, or None."""
    return next((_batch(row) for row in store.rows("select * from batch where id = ?", id)), None)


def batches(store: Store) -> list[Batch]:
    """Every batch, newest first."""
    return [_batch(row) for row in store.rows("select * from batch order by rowid desc")]


def set_batch(
    store: Store, id: str, state: BatchState, at: datetime | None = None, *, workers: int = 0, fault: str = ""
) -> None:
    """Say how a batch stands; a wish to stop it is thereby met. `workers` 0 leaves their number as it was."""
    changed = {"state": state.value, "ended": at.isoformat() if at else None, "cancel": 0, "fault": fault}
    with store.transaction():
        store.db.table("batch").update(id, changed | ({"workers": workers} if workers else {}))


def ask_to_stop(store: Store, id: str) -> None:
    """Let it be known that a batch is to stop."""
    with store.transaction():
        store.db.table("batch").update(id, {"cancel": 1})


def add_documents(store: Store, id: str, documents: Iterable[BatchDocument]) -> None:
    """The documents of a batch, in order; those that it has already stay as they are."""
    with store.transaction():
        known = {row["key"] for row in store.rows("select key from batch_document where batch = ?", id)}
        place = len(known)
        for document in documents:
            if document.key not in known:
                place += 1
                store.db.table("batch_document").insert({**_row(document), "batch": id, "place": place})


def set_document(store: Store, id: str, document: BatchDocument, at: datetime) -> None:
    """Say what has become of a document."""
    values = {**_row(document), "at": at.isoformat()}
    sets = ", ".join(f"[{name}] = ?" for name in values)
    with store.transaction():
        sql = f"update batch_document set {sets} where batch = ? and place = ?"
        store.db.execute(sql, [*values.values(), id, document.place])


def batch_documents(store: Store, id: str, *states: Outcome, by_kind: bool = False) -> Iterator[BatchDocument]:
    """The documents of a batch (those in some states), in order, read a few hundred at a time.

    `by_kind` gives those of a kind together: what has one template.
    """
    order = "kind, place" if by_kind else "place"
    last: tuple[object, ...] = ("", 0) if by_kind else (0,)
    marks = ", ".join("?" for _ in states)
    chosen = f" and state in ({marks})" if states else ""
    after = ", ".join("?" for _ in last)
    sql = (
        f"select * from batch_document where batch = ? and ({order}) > ({after}){chosen} order by {order} limit {_PAGE}"
    )
    while rows := store.rows(sql, id, *last, *(state.value for state in states)):
        yield from map(_document, rows)
        last = (rows[-1]["kind"], rows[-1]["place"]) if by_kind else (rows[-1]["place"],)


def counted(store: Store, id: str) -> dict[tuple[str, Outcome], tuple[int, float]]:
    """How many documents of each kind are in each state, and the seconds that the work on them has taken."""
    sql = (
        "select kind, state, count(*) as number, sum(seconds) as seconds from batch_document where batch = ?"
        " group by kind, state"
    )
    return {(row["kind"], Outcome(row["state"])): (row["number"], row["seconds"] or 0) for row in store.rows(sql, id)}


def _row(document: BatchDocument) -> dict[str, Any]:
    return {
        "place": document.place, "kind": document.kind, "namnd": document.namnd, "filename": document.filename,
        "key": document.key, "state": document.state.value,
        "reasons": json.dumps(document.reasons, ensure_ascii=False), "fault": document.fault,
        "remark": document.remark, "sha256": document.sha256, "pdf": document.pdf, "seconds": document.seconds,
    }  # fmt: skip


def _document(row: Mapping[str, Any]) -> BatchDocument:
    kept: dict[str, Any] = {name: row[name] for name in ("place", "kind", "namnd", "filename", "key")}
    told: dict[str, Any] = {name: row[name] or "" for name in ("fault", "remark", "sha256", "pdf")}
    return BatchDocument(
        **kept, **told, state=Outcome(row["state"]), reasons=tuple(json.loads(row["reasons"] or "[]")),
        seconds=row["seconds"] or 0,
    )  # fmt: skip


def _batch(row: Mapping[str, Any]) -> Batch:
    return Batch(
        id=row["id"], ar=row["ar"], wanted=json.loads(row["wanted"]), folder=row["folder"],
        state=BatchState(row["state"]), by=row["by"] or "", started=datetime.fromisoformat(row["started"]),
        ended=datetime.fromisoformat(row["ended"]) if row["ended"] else None, workers=row["workers"],
        cancel=bool(row["cancel"]), fault=row["fault"] or "",
    )  # fmt: skip
