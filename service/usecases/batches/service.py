"""The batches that the web service sees through: put in line, looked at, stopped, taken up again."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO, cast

from service.documents import DOCUMENTS, MOTESHANDLINGAR
from service.store import (
    Account,
    BatchDocument,
    BatchState,
    Outcome,
    add_entry,
    batch_of,
    batches,
    count_try,
    dequeue_batch,
    document_content,
    enqueue_batch,
    queued_batches,
)

from ..answers import refused
from ..house import House
from ..locks import is_held
from .orders import BatchWish
from .record import BatchView, cancel_batch, documents_in, known_batch, lock_of, look_at, start_batch, zip_batch

FOLDER = "framstallning"
MOST_TRIES = 3
# A unit's extract is asked for by itself, a meeting's papers with the meeting.
KINDS = tuple(kind for kind in DOCUMENTS if kind not in ("enhetsutdrag", *MOTESHANDLINGAR))
_IN_MEMORY = 8_000_000  # bytes of a zip; beyond that it lies in a file until it is sent


class Course(StrEnum):
    """How a batch of the service's stands, as people say it."""

    WAITS = "väntar"
    RUNS = "pågår"
    DONE = "klar"
    FAULTY = "klar med fel"
    STOPPED = "avbruten"


@dataclass(frozen=True, slots=True)
class Seen:
    """A batch as the service sees it: what was asked for, how it stands, and when it ended."""

    view: BatchView
    wish: BatchWish
    course: Course
    ended: datetime | None = None

    @property
    def is_live(self) -> bool:
        """Whether more will become of it without anybody doing anything."""
        return self.course in (Course.WAITS, Course.RUNS)

    @property
    def has_files(self) -> bool:
        """Whether there is anything to take home."""
        return bool(self.view.made or self.view.reused)


def order_batch(house: House, who: Account, wish: BatchWish) -> str:
    """Put a batch in line, to be worked at when those before it are done; gives its id.

    One of the same wish that did not come to its end is gone on with. Raises `Refused` when there is nothing to write.
    """
    folder = house.data / FOLDER / str(wish.ar)
    id = _same_under_way(house, wish) or start_batch(house, wish, folder, by=who.name)
    _queue(house, who, id)
    return id


def resume_batch(house: House, who: Account, id: str) -> None:
    """Put a batch that was stopped in line again. Raises `Refused`."""
    if known_batch(house, id).state is BatchState.DONE:
        raise refused("batch-klar")
    _queue(house, who, id)


def stop_batch(house: House, who: Account, id: str) -> None:
    """Stop a batch; what is made stays. Raises `Refused`."""
    batch = known_batch(house, id)
    if not (is_in_line(house, id) or is_held(lock_of(house, id))):
        return
    with house.store.transaction():
        dequeue_batch(house.store, id)  # whereupon the foreman calls the worker home
        cancel_batch(house, id)
        add_entry(house.store, house.now(), who.name, "batch-stop", _words(batch.wanted), {"id": id})


def seen(house: House, id: str) -> Seen:
    """A batch as it stands. Raises `Refused`."""
    view, batch = look_at(house, id), known_batch(house, id)
    wish = BatchWish.restored(batch.wanted)
    return Seen(view, wish, _course(view, queued=is_in_line(house, id)), batch.ended)


def all_seen(house: House) -> list[Seen]:
    """Every batch, newest first."""
    return [seen(house, batch.id) for batch in batches(house.store)]


def remarks(house: House, id: str) -> Mapping[str, Sequence[BatchDocument]]:
    """The documents that could not be made, or not as they should, by the nämnd's code (empty: the municipality)."""
    found: dict[str, list[BatchDocument]] = {}
    for document in documents_in(house, id):
        if document.fault or document.remark:
            found.setdefault(document.namnd, []).append(document)
    return dict(sorted(found.items()))


def file_in_batch(house: House, id: str, place: int, *, pdf: bool) -> tuple[bytes, str]:
    """A finished file of a batch with its name. Raises `LookupError` where there is none."""
    for document in documents_in(house, id, Outcome.MADE, Outcome.REUSED):
        if document.place == place:
            hash = document.pdf if pdf else document.sha256
            content = document_content(house.store, hash) if hash else None
            if content is not None:
                stem = document.filename.rpartition(".")[0]
                return content, f"{stem}.pdf" if pdf else document.filename
    raise LookupError(f"no file {place} in {id}")


def zipped(house: House, id: str) -> BinaryIO:
    """Every finished file of a batch as a zip, to be read from its beginning and closed. Raises `Refused`."""
    target = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115  # closed when sent
    zip_batch(house, id, target)
    target.seek(0)
    return target


def is_in_line(house: House, id: str) -> bool:
    """Whether the service is to see the batch through."""
    return id in queued_batches(house.store)


def next_in_line(house: House) -> str | None:
    """The batch to work at now; None where there is none, or where somebody still works at the first."""
    for id in queued_batches(house.store):
        batch = batch_of(house.store, id)
        if batch is None or batch.state is BatchState.DONE:
            dequeue_batch(house.store, id)  # somebody else has seen it through
            continue
        if is_held(lock_of(house, id)):
            return None
        if count_try(house.store, id) > MOST_TRIES:
            dequeue_batch(house.store, id)
            continue
        return id
    return None


def left_by_worker(house: House, id: str, *, interrupted: bool) -> None:
    """A batch's worker has ended. What was killed, or interrupted because the service ends, stays in line."""
    batch = batch_of(house.store, id)
    killed = batch is not None and batch.state is BatchState.RUNNING
    if not (killed or interrupted) or (batch is not None and batch.state is BatchState.DONE):
        dequeue_batch(house.store, id)


def words_of(wish: BatchWish) -> str:
    """What a batch is of: `alla handlingar 2027`, `Detaljbudget 2027 för BUN, SN`."""
    kinds = ", ".join(DOCUMENTS[kind].title for kind in wish.kinds if kind in DOCUMENTS) or "alla handlingar"
    periods = f" {', '.join(wish.periods)}" if wish.periods else ""
    drafts = ", med utkast och förslag" if wish.utkast else ""
    return f"{kinds}{periods} {wish.ar}" + (f" för {', '.join(wish.namnder)}" if wish.namnder else "") + drafts


def _queue(house: House, who: Account, id: str) -> None:
    """Put a batch in line, unless it stands there."""
    with house.store.transaction():
        if is_in_line(house, id):
            return
        enqueue_batch(house.store, id)
        add_entry(house.store, house.now(), who.name, "batch", _words(known_batch(house, id).wanted), {"id": id})


def _same_under_way(house: House, wish: BatchWish) -> str:
    """The batch of the same wish that is in line already."""
    for id in queued_batches(house.store):
        found = batch_of(house.store, id)
        if found is not None and found.wanted == wish.stored:
            return id
    return ""


def _words(wanted: Mapping[str, object]) -> str:
    return words_of(BatchWish.restored(wanted))


def _course(view: BatchView, *, queued: bool) -> Course:
    if view.is_alive:
        return Course.RUNS
    if view.state is BatchState.DONE:
        return Course.FAULTY if view.failed else Course.DONE
    return Course.WAITS if queued else Course.STOPPED
