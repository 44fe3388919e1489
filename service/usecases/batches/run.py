"""The work of a batch: reuse what stands, make the rest, keep each document as it comes."""

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from service.engine import code_stamp
from service.findings import line
from service.store import (
    BatchDocument,
    BatchState,
    KeptLayout,
    Made,
    Outcome,
    Trace,
    batch_documents,
    batch_of,
    counted,
    document_content,
    keep_layout,
    keep_made,
    kept_layout,
    made_for,
    set_batch,
    set_document,
)

from ..answers import Refused, refused
from ..files import write_whole
from ..house import House
from ..locks import held
from .known import Known, put_in_folder
from .orders import BatchWish
from .record import BatchView, known_batch, lock_of, look_at

if TYPE_CHECKING:  # Word, Excel and PDF are loaded only when something is to be made
    from service.batch import Done, Job, Product, Recipe
    from service.pdf import PageMap

    from ..papers.preparing import Prepared

_LOOK_EVERY = 0.2
_AT_ONCE = 200  # documents looked at before the store is told
# Documents sent to a worker at a time: those of one template, or that one LibreOffice lays out.
_FILLED_TOGETHER, _LAID_OUT_TOGETHER = 16, 8
UNSTEADY = "Sidnumren kan ha flyttat sig. Uppdatera dem i Word (Ctrl+A, sedan F9)."


def get_ready(workers: int, cluster: str = "") -> None:
    """Have this machine's processes begin to load what they will need, if they are to do the work."""
    if workers > 1 and not cluster:
        from service import batch

        batch.get_ready()


def run_batch(house: House, id: str, *, workers: int, cluster: str = "") -> Iterator[BatchView]:
    """Work at a batch until it is done, is asked to stop, or the caller stops asking; gives how it stands meanwhile.

    `workers` is how many processes (1: this one); with `cluster` its workers are used instead. All documents
    are made from the data as it stands when the work begins. Raises `Refused` when somebody works at it already,
    `ClusterFault` when the cluster cannot be had.
    """
    batch = known_batch(house, id)
    with held(lock_of(house, id)) as free:
        if not free:
            raise refused("batch-pagar", id=id, mapp=batch.folder)
        set_batch(house.store, id, BatchState.RUNNING, workers=workers)
        folder, wish = Path(batch.folder), BatchWish.restored(batch.wanted)
        folder.mkdir(parents=True, exist_ok=True)
        state, fault = BatchState.STOPPED, ""
        try:
            run = _Run(house, id, wish, folder, workers, cluster)
            yield from run.views()
            state = BatchState.STOPPED if run.is_stopped() else BatchState.DONE
        except Exception as error:
            fault = str(error)
            raise
        finally:
            set_batch(house.store, id, state, house.now(), fault=fault)
    yield look_at(house, id)


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A document that is being made, and what it will have rested on."""

    document: BatchDocument
    prepared: "Prepared"
    trace: Trace
    started: float = 0


class _Run:
    def __init__(self, house: House, id: str, wish: BatchWish, folder: Path, workers: int, cluster: str) -> None:
        self._house, self._id, self._wish, self._folder = house, id, wish, folder
        self._workers, self._cluster = workers, cluster
        self._known = Known(house, wish)
        self._under_way: dict[int, _UnderWay] = {}
        self._templates: dict[str, bytes] = {}
        self._looked = 0.0
        self._stopped = False

    def is_stopped(self) -> bool:
        """Whether somebody has asked it to stop."""
        batch = batch_of(self._house.store, self._id)
        self._stopped = self._stopped or (batch is not None and batch.cancel)
        return self._stopped

    def views(self) -> Iterator[BatchView]:
        documents = batch_documents(self._house.store, self._id)
        while lot := list(islice(documents, _AT_ONCE)):
            with self._house.store.transaction():
                for document in lot:
                    self._reuse(document)
            yield from self._view()
        tally = counted(self._house.store, self._id)
        waiting = sum(count for (_, state), (count, _) in tally.items() if state is Outcome.WAITING)
        if waiting:
            yield from self._made(waiting)

    def _view(self, *, now: bool = False) -> Iterator[BatchView]:
        moment = time.monotonic()
        if now or moment - self._looked > _LOOK_EVERY:
            self._looked = moment
            yield look_at(self._house, self._id)

    def _reuse(self, document: BatchDocument) -> None:
        """What stands is reused; what was made in an earlier go at this batch stays made; the rest waits."""
        made = made_for(self._house.store, document.key)
        if made is not None and self._known.stands(made) and put_in_folder(self._house, made, self._folder):
            if document.state not in (Outcome.MADE, Outcome.REUSED):
                self._set(document, state=Outcome.REUSED, sha256=made.sha256, pdf=made.pdf, fault="", reasons=())
        elif document.state is not Outcome.WAITING:
            self._set(document, state=Outcome.WAITING, fault="", remark="")

    def _made(self, waiting: int) -> Iterator[BatchView]:
        from service.batch import Done, completed, crew_for

        crew = crew_for(min(self._workers, waiting), self._cluster)
        try:
            with self._house.store.snapshot() as snapshot:
                reading = replace(self._house, store=snapshot)
                for outcome in completed(crew, self._jobs(reading, waiting, crew.size), self._templates):
                    if isinstance(outcome, Done):
                        self._keep(outcome)
                    elif outcome is not None:
                        self._fail(self._under_way.pop(outcome.place).document, outcome.fault)
                    yield from self._view()
        finally:
            crew.close()

    def _jobs(self, reading: House, left: int, workers: int) -> Iterator["Job"]:
        """The work there is, gathered one document at a time, in lots: the smaller, the less there is left to share."""
        lot: list[tuple[int, Recipe]] = []
        together = self._together(left, workers)
        for document in batch_documents(self._house.store, self._id, Outcome.WAITING, by_kind=True):
            if self.is_stopped():
                return
            recipe = self._gathered(reading, document)
            if recipe is not None:
                if lot and (len(lot) >= together or not self._go_together(lot[-1][1], recipe)):
                    yield self._lot(lot)
                    lot, together = [], self._together(left, workers)
                lot.append((document.place, recipe))
            left -= 1
        if lot:
            yield self._lot(lot)

    def _together(self, left: int, workers: int) -> int:
        """How many go together when so many are left: a worker's share of them."""
        return min(-(-left // workers), _LAID_OUT_TOGETHER if self._known.layout else _FILLED_TOGETHER)

    def _go_together(self, one: "Recipe", other: "Recipe") -> bool:
        """What LibreOffice lays out goes together, since it starts slowly; else what is filled from one template."""
        return one.format == other.format if self._known.layout else one.template == other.template

    def _lot(self, lot: "list[tuple[int, Recipe]]") -> "Job":
        from service.batch import Job

        places, recipes = zip(*lot, strict=True)
        return Job(places, recipes, layout=bool(self._known.layout) and recipes[0].format == "docx", pdf=self._wish.pdf)

    def _gathered(self, reading: House, document: BatchDocument) -> "Recipe | None":
        """What is to be made; None where it turns out to be there already, or cannot be made."""
        try:
            with reading.store.traced() as trace:
                prepared = _prepared(reading, document)
            under_way = _UnderWay(document, prepared, trace)
            return None if self._is_same(under_way) else self._begun(under_way)
        except Refused as no:
            self._fail(document, " ".join(line(finding) for finding in no.findings))
        except Exception as error:
            self._fail(document, f"{type(error).__name__}: {error}")
        return None

    def _is_same(self, under_way: _UnderWay) -> bool:
        """Whether what has changed does not show: the content is called what it was called before."""
        before = made_for(self._house.store, under_way.document.key)
        if before is None or before.name != under_way.prepared.name or self._known.lacks(before):
            return False
        made = self._as_made(under_way, before.sha256, before.pdf, before.layout)
        if not put_in_folder(self._house, made, self._folder):
            return False
        with self._house.store.transaction():
            self._register(under_way, made)
            self._set(
                under_way.document, state=Outcome.REUSED, sha256=made.sha256, pdf=made.pdf,
                reasons=("det som har ändrats syns inte i dokumentet",),
            )  # fmt: skip
        return True

    def _begun(self, under_way: _UnderWay) -> "Recipe":
        prepared, document = under_way.prepared, under_way.document
        recipe = prepared.recipe
        self._templates[recipe.template] = prepared.template
        before = made_for(self._house.store, document.key)
        reasons = self._known.reasons(before, recipe.name, under_way.trace, recipe.template)
        self._under_way[document.place] = replace(under_way, document=replace(document, reasons=reasons))
        if self._known.layout and recipe.format == "docx":
            return replace(recipe, pages=self._pages(recipe.name))
        return recipe

    def _keep(self, done: "Done") -> None:
        under_way, product = self._under_way.pop(done.place), done.product
        layout = self._known.layout if product.pages is not None and product.is_steady else ""
        hashes = [hashlib.sha256(blob).hexdigest() if blob else "" for blob in (product.content, product.pdf)]
        made = self._as_made(under_way, hashes[0], hashes[1], layout)
        for name, blob in ((made.filename, product.content), (_pdf_name(made), product.pdf)):
            if blob:
                write_whole(self._folder / name, blob)
        with self._house.store.transaction():
            if layout:
                self._keep_pages(made.name, product)
            self._register(under_way, made, product)
            self._set(
                under_way.document, state=Outcome.MADE, sha256=made.sha256, pdf=made.pdf, seconds=product.seconds,
                remark=product.fault or ("" if product.is_steady else UNSTEADY), fault="",
            )  # fmt: skip

    def _register(self, under_way: _UnderWay, made: Made, product: "Product | None" = None) -> None:
        """Let the store know a document, its PDF and what they rest on."""
        from ..papers.registering import remember

        for name, hash, blob in (
            (made.filename, made.sha256, product and product.content),
            (_pdf_name(made), made.pdf, product and product.pdf),
        ):
            content = blob or (document_content(self._house.store, hash) if hash else None)
            if content is not None:
                remember(self._house, under_way.prepared, name, content, product.mark if product else "")
        keep_made(self._house.store, made, self._house.now())

    def _as_made(self, under_way: _UnderWay, sha256: str, pdf: str, layout: str) -> Made:
        prepared, trace = under_way.prepared, under_way.trace
        return Made(
            key=under_way.document.key, name=prepared.name, template_name=prepared.document.template,
            template=hashlib.sha256(prepared.template).hexdigest(), code=code_stamp(), reads=trace.reads,
            sources=trace.sources, filename=under_way.document.filename, sha256=sha256, pdf=pdf, layout=layout,
        )  # fmt: skip

    def _fail(self, document: BatchDocument, fault: str) -> None:
        self._set(document, state=Outcome.FAILED, fault=fault)

    def _set(self, document: BatchDocument, **changes: object) -> None:
        changed = replace(document, **changes)  # type: ignore[arg-type]
        set_document(self._house.store, self._id, changed, self._house.now())

    def _pages(self, name: str) -> "PageMap | None":
        from service.pdf import PageMap

        kept = kept_layout(self._house.store, self._layout_key(name))
        return None if kept is None else PageMap(kept.numbers, kept.total)

    def _keep_pages(self, name: str, product: "Product") -> None:
        if product.pages is not None:
            kept = KeptLayout(product.pages.numbers, product.pages.total)
            keep_layout(self._house.store, self._layout_key(name), kept, self._house.now())

    def _layout_key(self, name: str) -> str:
        """A content's name says what is laid out; the stamp with what."""
        return f"{name} {self._known.layout}"


def _prepared(reading: House, document: BatchDocument) -> "Prepared":
    from ..papers.orders import Order
    from ..papers.preparing import prepare

    values = json.loads(document.key)
    del values["filename"]
    return prepare(reading, Order(**values))


def _pdf_name(made: Made) -> str:
    return str(Path(made.filename).with_suffix(".pdf"))
