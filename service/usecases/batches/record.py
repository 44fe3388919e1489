"""Batches: begin one, look at it, stop it, take it up again. What is done stays done, whatever becomes of the rest."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from service.store import (
    Batch,
    BatchDocument,
    BatchState,
    Outcome,
    add_batch,
    add_documents,
    ask_to_stop,
    batch_documents,
    batch_of,
    batches,
    counted,
    document_content,
)

from ..answers import refused
from ..house import House
from ..locks import is_held
from .orders import BatchWish, documents_of


@dataclass(frozen=True, slots=True)
class BatchView:
    """How a batch stands, and whether somebody works at it; `seconds_left` is None as long as nobody can know."""

    id: str
    ar: int
    state: BatchState
    is_alive: bool
    by: str
    started: datetime
    folder: str
    made: int
    reused: int
    failed: int
    waiting: int
    seconds_left: float | None
    fault: str = ""

    @property
    def total(self) -> int:
        """How many documents it is of."""
        return self.made + self.reused + self.failed + self.waiting

    @property
    def finished(self) -> int:
        """How many it is through with."""
        return self.total - self.waiting


def start_batch(
    house: House, wish: BatchWish, folder: Path, *, by: str, get_ready: Callable[[], None] = lambda: None
) -> str:
    """Begin the record of a batch, or go on with one of the same wish and folder that did not come to its end.

    Gives its id; `run_batch` does the work, and `get_ready` is called as soon as there will be some. Raises `Refused`
    when the year has no such documents, or when such a batch is being worked at.
    """
    place = str(folder.resolve())
    documents = list(documents_of(house, wish, get_ready))
    id = uuid4().hex[:12]
    with house.store.transaction():
        for before in batches(house.store):
            if before.wanted == wish.stored and before.folder == place and before.state is not BatchState.DONE:
                if is_held(lock_of(house, before.id)):
                    raise refused("batch-pagar", id=before.id, mapp=place)
                add_documents(house.store, before.id, documents)
                return before.id
        add_batch(house.store, Batch(
            id=id, ar=wish.ar, wanted=wish.stored, folder=place, state=BatchState.STOPPED, by=by, started=house.now()
        ))  # fmt: skip
        add_documents(house.store, id, documents)
    return id


def unfinished_batch(house: House) -> str:
    """The id of the newest batch that did not come to its end and that nobody works at. Raises `Refused`."""
    for batch in batches(house.store):
        if batch.state is not BatchState.DONE and not is_held(lock_of(house, batch.id)):
            return batch.id
    raise refused("ingen-batch")


def look_at(house: House, id: str) -> BatchView:
    """How a batch stands. Raises `Refused` for one that is not there."""
    batch = known_batch(house, id)
    tally = counted(house.store, id)
    number = {state: sum(count for (_, s), (count, _) in tally.items() if s is state) for state in Outcome}
    return BatchView(
        id=id, ar=batch.ar, state=batch.state, is_alive=is_held(lock_of(house, id)), by=batch.by,
        started=batch.started, folder=batch.folder, made=number[Outcome.MADE], reused=number[Outcome.REUSED],
        failed=number[Outcome.FAILED], waiting=number[Outcome.WAITING], seconds_left=_left(tally, batch),
        fault=batch.fault,
    )  # fmt: skip


def documents_in(house: House, id: str, *states: Outcome) -> Iterator[BatchDocument]:
    """The documents of a batch with what has become of each (those in some states). Raises `Refused`."""
    known_batch(house, id)
    yield from batch_documents(house.store, id, *states)


def cancel_batch(house: House, id: str) -> None:
    """Ask a batch to stop; what is made stays. Raises `Refused`."""
    known_batch(house, id)
    ask_to_stop(house.store, id)


def zip_batch(house: House, id: str, out: BinaryIO) -> int:
    """Write a batch's finished files, PDFs too, as a zip; gives how many there are. Raises `Refused`."""
    known_batch(house, id)
    count = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # Word and Excel files are packed already
        for document in batch_documents(house.store, id, Outcome.MADE, Outcome.REUSED):
            pdf = str(Path(document.filename).with_suffix(".pdf"))
            for name, hash in ((document.filename, document.sha256), (pdf, document.pdf)):
                content = document_content(house.store, hash) if hash else None
                if content is not None:
                    archive.writestr(zipfile.ZipInfo(name), content)
                    count += 1
    return count


def known_batch(house: House, id: str) -> Batch:
    """The batch with that id. Raises `Refused`."""
    found = batch_of(house.store, id)
    if found is None:
        raise refused("okand-batch", id=id)
    return found


def lock_of(house: House, id: str) -> Path:
    """The file that whoever works at a batch holds."""
    return house.data / "batch" / f"{id}.lock"


def _left(tally: dict[tuple[str, Outcome], tuple[int, float]], batch: Batch) -> float | None:
    """Seconds left, from what documents of the kinds that are left have taken so far."""
    waiting = {kind: count for (kind, state), (count, _) in tally.items() if state is Outcome.WAITING and count}
    made = {kind: found for (kind, state), found in tally.items() if state is Outcome.MADE}
    if any(kind not in made for kind in waiting):
        return None
    work = sum(count * made[kind][1] / made[kind][0] for kind, count in waiting.items())
    return work / max(batch.workers, 1)
