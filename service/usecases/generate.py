"""Write official documents: gather the context, fill the template, remember what was written."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from schemas.workbooks import Kind
from service import excel, word
from service.chain.plans import Installningar, Mrp
from service.chain.references import mrp_targets, resolver, scope_of, vp_targets
from service.chain.values import State
from service.documents import (
    DOCUMENTS,
    Document,
    as_mapping,
    detaljbudget,
    enhetsutdrag,
    file_name,
    mrp,
    verksamhetsplan,
)
from service.store import (
    PlanKey,
    Version,
    WrittenDocument,
    adopted_version,
    latest_version,
    register_document,
    submission,
    versions,
)

from .answers import refused
from .house import House
from .layout import Finished, Numbering, finish
from .plans import current_version, governing_mrp, load_mrp, load_vp, namnder_with_plan, settings

TEMPLATE_FAULTS = (word.TemplateFault, word.PackageFault, excel.TemplateFault)
PER_NAMND = frozenset({"verksamhetsplan", "detaljbudget", "enhetsutdrag"})


@dataclass(frozen=True, slots=True)
class Order:
    """A document asked for: its kind, and for whom; `version` 0 is the newest of the plan."""

    kind: str
    ar: int
    namnd: str = ""
    enhet: str = ""
    proposal: str = ""
    version: int = 0

    @property
    def file_name(self) -> str:
        """What the file will be called; a proposal's name is part of it."""
        stem, dot, ending = file_name(self.kind, self.ar, self.namnd, self.enhet).rpartition(".")
        return f"{stem}-{self.proposal}{dot}{ending}" if self.proposal else f"{stem}{dot}{ending}"


@dataclass(frozen=True, slots=True)
class Written:
    """A document written: where, which plan version it shows, and its title; how its pages are numbered, and its PDF.

    `fault` says why LibreOffice could not lay it out, where it could not.
    """

    order: Order
    path: Path
    title: str
    version: Version
    numbering: Numbering = Numbering.NONE
    pdf: Path | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that the making of a document needs, as plain values: it needs neither store nor clock."""

    order: Order
    document: Document
    template: bytes
    context: Any
    properties: Mapping[str, Any]
    version: Version

    def render(self, pages: word.Pages | None = None) -> bytes:
        """The document's bytes, with a layout's page numbers if it is a Word file. Raises the engines' faults."""
        if self.document.format == "xlsx":
            return self._workbook()
        properties = word.DocumentProperties(**self.properties)
        return word.render(self.template, as_mapping(self.context), properties=properties, pages=pages)

    def _workbook(self) -> bytes:
        properties = excel.WorkbookProperties(
            title=self.properties["title"], subject=self.properties["subject"], creator=self.properties["author"],
            created=self.properties["created"],
        )  # fmt: skip
        cells, tables = detaljbudget.cells(self.context), detaljbudget.tables(self.context)
        return excel.fill(self.template, cells, tables, properties=properties)


def generate(house: House, order: Order, folder: Path, *, pdf: bool = False) -> Written:
    """Write a document into a folder. Raises `Refused` when there is no such plan, or the engines' faults.

    With `pdf` a Word document is written as PDF too, if LibreOffice can; of an Excel document it is refused.
    """
    prepared = prepare(house, order)
    if pdf and prepared.document.format == "xlsx":
        raise refused("pdf-bara-av-word", dokument=prepared.properties["title"])
    return write(house, [prepared], folder, pdf=pdf)[0]


def write(house: House, documents: Sequence[Prepared], folder: Path, *, pdf: bool = False) -> list[Written]:
    """Write documents into a folder, the Word files also as PDF if asked. They are laid out together."""
    folder.mkdir(parents=True, exist_ok=True)
    finished = finish(house, [(document.render, document.document.format == "docx") for document in documents], pdf=pdf)
    return [_written(house, document, done, folder) for document, done in zip(documents, finished, strict=True)]


def _written(house: House, prepared: Prepared, done: Finished, folder: Path) -> Written:
    path = folder / prepared.order.file_name
    pdf = path.with_suffix(".pdf") if done.pdf is not None else None
    for file, content in ((path, done.content), (pdf, done.pdf)):
        if file is not None and content is not None:
            file.write_bytes(content)
            _remember(house, prepared, file.name, content)
    return Written(
        prepared.order, path, prepared.properties["title"], prepared.version, done.numbering, pdf, done.fault
    )


def prepare(house: House, order: Order) -> Prepared:
    """Gather what a document is made of. Raises `Refused`."""
    if order.kind not in DOCUMENTS:
        raise refused("okant-dokument", slag=order.kind, val=", ".join(DOCUMENTS))
    document = DOCUMENTS[order.kind]
    installningar = settings(house, order.ar)
    version, context = (
        _namnd_context(house, order, installningar)
        if order.kind in PER_NAMND
        else _mrp_context(house, order, installningar)
    )
    properties = _properties(house, version, context, installningar)
    return Prepared(order, document, house.template(document.template), context, properties, version)


def orders_of_year(house: House, ar: int) -> Iterator[Order]:
    """Every document that the year's plans give: the MRP and its proposals, and each nämnd's papers and extracts."""
    installningar = settings(house, ar)
    if adopted_version(house.store, Kind.MRP, "", ar) or latest_version(house.store, PlanKey(Kind.MRP, "", ar)):
        yield Order("mrp", ar)
    for namnd in namnder_with_plan(installningar, ar):
        version = latest_version(house.store, PlanKey(Kind.VERKSAMHETSPLAN, namnd.kod, ar))
        if version is not None:
            yield Order("verksamhetsplan", ar, namnd.kod)
            yield Order("detaljbudget", ar, namnd.kod)


def _mrp_context(house: House, order: Order, installningar: Installningar) -> tuple[Version, Any]:
    version = _wanted(house, order, PlanKey(Kind.MRP, "", order.ar, order.proposal))
    plan = load_mrp(house, version, installningar)
    others = [
        target
        for namnd in namnder_with_plan(installningar, order.ar)
        for target in _vp_targets(house, namnd.kod, plan, installningar)
    ]
    scope = scope_of([*mrp_targets(plan, ""), *others])
    return version, mrp.context_for(plan, installningar, resolver(scope))


def _namnd_context(house: House, order: Order, installningar: Installningar) -> tuple[Version, Any]:
    version = _wanted(house, order, PlanKey(Kind.VERKSAMHETSPLAN, order.namnd, order.ar))
    plan = load_mrp(house, governing_mrp(house, order.ar), installningar)
    vp = load_vp(house, version, plan)
    home = f"{installningar.kommun.rubrik_mrp} {order.ar}–{order.ar + 2}, version {plan.head.version}"
    resolve = resolver(scope_of([*vp_targets(vp, ""), *mrp_targets(plan, home)]))
    if order.kind == "detaljbudget":
        return version, detaljbudget.context_for(vp, plan, installningar)
    if order.kind == "enhetsutdrag":
        _known_unit(order, installningar)
        return version, enhetsutdrag.context_for(vp, plan, installningar, resolve, order.enhet)
    return version, verksamhetsplan.context_for(vp, plan, installningar, resolve)


def _wanted(house: House, order: Order, key: PlanKey) -> Version:
    if not order.version:
        return _in_force_before_left_behind(house, current_version(house, key))
    known = versions(house.store, key)
    found = next((version for version in known if version.version == order.version), None)
    if found is None:
        choices = ", ".join(str(version.version) for version in known) or "ingen finns"
        raise refused("ingen-version", namn=str(order.version), val=choices)
    return found


def _in_force_before_left_behind(house: House, found: Version) -> Version:
    """The version found; the one in force where another proposal was adopted and this draft was left behind."""
    adopted = adopted_version(house.store, found.key.kind, found.key.namnd, found.key.ar)
    left_behind = not found.key.proposal and not found.reason and found.state in (State.UTKAST, State.INLAMNAD)
    return adopted if adopted is not None and left_behind else found


def _known_unit(order: Order, installningar: Installningar) -> None:
    if installningar.enhet(order.namnd, order.enhet) is None:
        units = [enhet.kod for enhet in installningar.enheter if enhet.namnd == order.namnd]
        raise refused("okand-enhet", enhet=order.enhet, val=", ".join(units) or "inga finns")


def _vp_targets(house: House, namnd: str, plan: Mrp, installningar: Installningar) -> Iterator[Any]:
    version = latest_version(house.store, PlanKey(Kind.VERKSAMHETSPLAN, namnd, plan.head.ar))
    if version:
        title = f"{installningar.kommun.rubrik_verksamhetsplan} {plan.head.ar} för {namnd}, version {version.version}"
        yield from vp_targets(load_vp(house, version, plan), title)


def _properties(house: House, version: Version, context: Any, installningar: Installningar) -> dict[str, Any]:
    """The file's properties. Its date is the decision's, or the upload's: the same whenever it is written."""
    decision = version.decision
    uploaded = submission(house.store, version.submission).at
    return {
        "title": context.rubrik,
        "author": installningar.kommun.namn,
        "subject": context.status.rad,
        "company": installningar.kommun.namn,
        "created": datetime.combine(decision.datum, time(12)) if decision else uploaded.replace(tzinfo=None),
        "custom": {"Diarienummer": context.titelsida.diarienummer},
    }


def _remember(house: House, prepared: Prepared, name: str, content: bytes) -> None:
    version = prepared.version
    register_document(
        house.store,
        WrittenDocument(
            kind=prepared.order.kind, namnd=version.key.namnd, ar=version.key.ar, version=version.version,
            state=version.state.value, submission=version.submission, filename=name,
            sha256=hashlib.sha256(content).hexdigest(), template=hashlib.sha256(prepared.template).hexdigest(),
            at=house.now(),
        ),
    )  # fmt: skip
