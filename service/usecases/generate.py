"""Write official documents: gather the context, fill the template, remember what was written."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

from schemas.workbooks import Kind
from service import excel, word
from service.chain.plans import Installningar
from service.chain.references import mrp_targets, resolver, scope_of, vp_targets
from service.chain.values import State
from service.documents import (
    DOCUMENTS,
    Document,
    anvisningar,
    as_mapping,
    detaljbudget,
    enhetsutdrag,
    file_name,
    mrp,
    styrdokument,
    uppdragsdialog,
    verksamhetsplan,
)
from service.store import (
    PlanKey,
    Version,
    WrittenDocument,
    adopted_version,
    latest_version,
    plans_of_year,
    register_document,
    submission,
    versions,
    versions_of_kind,
)

from .answers import refused
from .files import write_whole
from .ground import Ground, ground_of
from .house import House
from .kommunrapport import KOMMUNRAPPORTER, joint_context, joint_key, kind_asked, orders_of_joint_reports
from .layout import Finished, Numbering, finish
from .naming import content_name, fingerprint
from .namndrapport import NAMNDRAPPORTER, orders_of_reports, report_context, report_key
from .plans import (
    current_version,
    known_key,
    load_mrp,
    load_styrdokument,
    load_vp,
    namnd_with_plan,
    namnder_with_plan,
    settings,
)

TEMPLATE_FAULTS = (word.TemplateFault, word.PackageFault, excel.TemplateFault)
PER_NAMND = frozenset({"verksamhetsplan", "detaljbudget", "enhetsutdrag"})


@dataclass(frozen=True, slots=True)
class Order:
    """A document asked for: its kind, and for whom; `version` 0 is the newest of the plan, `period` is a report's."""

    kind: str
    ar: int
    namnd: str = ""
    enhet: str = ""
    proposal: str = ""
    version: int = 0
    period: str = ""

    @property
    def file_name(self) -> str:
        """What the file will be called; a proposal's name is part of it."""
        return file_name(self.kind, self.ar, self.namnd, self.enhet, self.proposal, self.period)


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

    @property
    def name(self) -> str:
        """The title, with the proposal's name where it is one."""
        return f"{self.title} (förslag {self.order.proposal})" if self.order.proposal else self.title


@dataclass(frozen=True)
class Prepared:
    """All that the making of a document needs, as plain values: it needs neither store nor clock."""

    order: Order
    document: Document
    template: bytes
    context: Any
    properties: Mapping[str, Any]
    version: Version

    @cached_property
    def name(self) -> str:
        """The document's name by its content."""
        return content_name(self.template, self.context, self.properties)

    def render(self, pages: word.Pages | None = None) -> bytes:
        """The document's bytes, with a layout's page numbers if it is a Word file. Raises the engines' faults."""
        if self.document.format == "xlsx":
            return self._workbook()
        custom = {**self.properties["custom"], "Målkedjan": self.name}
        properties = word.DocumentProperties(**{**self.properties, "custom": custom})
        return word.render(self.template, as_mapping(self.context), properties=properties, pages=pages)

    def _workbook(self) -> bytes:
        properties = excel.WorkbookProperties(
            title=self.properties["title"], subject=self.properties["subject"], creator=self.properties["author"],
            created=self.properties["created"], description=f"Skriven av Målkedjan, {self.name}.",
        )  # fmt: skip
        cells, tables = detaljbudget.cells(self.context), detaljbudget.tables(self.context)
        return excel.fill(self.template, cells, tables, properties=properties)


def generate(house: House, order: Order, folder: Path, *, pdf: bool = False) -> Written:
    """Write a document into a folder. Raises `Refused` when there is no such plan, or the engines' faults.

    With `pdf` a Word document is written as PDF too, if LibreOffice can; of an Excel document it is refused.
    """
    if pdf and order.kind in DOCUMENTS and DOCUMENTS[order.kind].format == "xlsx":
        raise refused("pdf-bara-av-word", dokument=DOCUMENTS[order.kind].title)
    return write(house, [prepare(house, order)], folder, pdf=pdf)[0]


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
            write_whole(file, content)
            _remember(house, prepared, file.name, content)
    return Written(
        prepared.order, path, prepared.properties["title"], prepared.version, done.numbering, pdf, done.fault
    )


def prepare(house: House, order: Order) -> Prepared:
    """Gather what a document is made of. A delårsrapport of no nämnd is the municipality's. Raises `Refused`."""
    order = replace(order, kind=kind_asked(order.kind, order.namnd))
    if order.kind not in DOCUMENTS:
        raise refused("okant-dokument", slag=order.kind, val=", ".join(DOCUMENTS))
    document = DOCUMENTS[order.kind]
    version = _wanted(house, order)
    ground = ground_of(house, version)
    context = _context(house, order, version, ground)
    properties = _properties(house, version, context, ground.installningar)
    return Prepared(order, document, house.template(document.template), context, properties, version)


def orders_of_year(house: House, ar: int) -> Iterator[Order]:
    """Every document that the year gives: the MRP, each nämnd's plan and detaljbudget, and its reports."""
    installningar = settings(house, ar)
    namnder = namnder_with_plan(installningar, ar)
    yield from _instructions(house, installningar)
    if adopted_version(house.store, Kind.MRP, "", ar) or latest_version(house.store, PlanKey(Kind.MRP, "", ar)):
        yield Order("mrp", ar)
        yield from (Order("uppdragsdialog", ar, namnd.kod) for namnd in namnder)
    for namnd in namnder:
        version = latest_version(house.store, PlanKey(Kind.VERKSAMHETSPLAN, namnd.kod, ar))
        if version is not None:
            yield Order("verksamhetsplan", ar, namnd.kod)
            yield Order("detaljbudget", ar, namnd.kod)
    for kind, kod, period in orders_of_reports(house, ar):
        yield Order(kind, ar, kod, period=period.value)
    for kind, period in orders_of_joint_reports(house, ar):
        yield Order(kind, ar, period=period.value)
    names = dict.fromkeys(version.key.namnd for version in versions_of_kind(house.store, Kind.STYRDOKUMENT, ar))
    yield from (Order("styrdokument", ar, name) for name in names)


def _context(house: House, order: Order, version: Version, ground: Ground) -> Any:
    if order.kind in NAMNDRAPPORTER:
        return report_context(house, version)
    if order.kind in KOMMUNRAPPORTER:
        return joint_context(house, version)
    made = _mrp_context if ground.mrp is None else _namnd_context
    return made(house, order, version, ground)


def _instructions(house: House, installningar: Installningar) -> Iterator[Order]:
    """The instructions of February, for each proposal that holds the preliminary frames."""
    ar = installningar.head.ar
    for version in plans_of_year(house.store, ar):
        proposed = version.key.kind is Kind.MRP and version.key.proposal
        if proposed and anvisningar.holds_preliminary_frames(load_mrp(house, version, installningar)):
            yield Order("anvisningar", ar, proposal=version.key.proposal)


def _mrp_context(house: House, order: Order, version: Version, ground: Ground) -> Any:
    installningar = ground.installningar
    if order.kind == "styrdokument":
        dokument = load_styrdokument(house, version)
        return styrdokument.context_for(dokument, installningar, resolver(scope_of((), dokument.titlar)))
    plan = load_mrp(house, version, installningar)
    resolve = resolver(scope_of(mrp_targets(plan, "")))
    if order.kind == "anvisningar":
        return anvisningar.context_for(plan, installningar, resolve)
    if order.kind == "uppdragsdialog":
        kod = namnd_with_plan(installningar, order.namnd).kod
        return uppdragsdialog.context_for(plan, installningar, resolve, kod)
    return mrp.context_for(plan, installningar, resolve)


def _namnd_context(house: House, order: Order, version: Version, ground: Ground) -> Any:
    plan, installningar = ground.mrp, ground.installningar
    assert plan is not None  # a nämnd's plan always stands on an MRP
    vp = load_vp(house, version, plan)
    home = f"{installningar.kommun.rubrik_mrp} {order.ar}–{order.ar + 2}, version {plan.head.version}"
    resolve = resolver(scope_of([*vp_targets(vp, ""), *mrp_targets(plan, home)]))
    if order.kind == "detaljbudget":
        return detaljbudget.context_for(vp, plan, installningar)
    if order.kind == "enhetsutdrag":
        _known_unit(order, installningar)
        return enhetsutdrag.context_for(vp, plan, installningar, resolve, order.enhet)
    return verksamhetsplan.context_for(vp, plan, installningar, resolve)


def _wanted(house: House, order: Order) -> Version:
    key = known_key(house, _key(order))
    if not order.version:
        return _in_force_before_left_behind(house, current_version(house, key))
    known = versions(house.store, key)
    found = next((version for version in known if version.version == order.version), None)
    if found is None:
        choices = ", ".join(str(version.version) for version in known) or "ingen finns"
        raise refused("ingen-version", namn=str(order.version), val=choices)
    return found


def _key(order: Order) -> PlanKey:
    """The plan or report that a document shows."""
    if order.kind in NAMNDRAPPORTER:
        return replace(report_key(order.kind, order.ar, order.namnd, order.period), proposal=order.proposal)
    if order.kind in KOMMUNRAPPORTER:
        return replace(joint_key(order.kind, order.ar, order.namnd, order.period), proposal=order.proposal)
    return PlanKey(_plan_kind(order), order.namnd, order.ar, order.proposal)


def _plan_kind(order: Order) -> Kind:
    """The kind of plan that a document shows."""
    if order.kind == "styrdokument":
        return Kind.STYRDOKUMENT
    return Kind.VERKSAMHETSPLAN if order.kind in PER_NAMND else Kind.MRP


def _in_force_before_left_behind(house: House, found: Version) -> Version:
    """The version found; the one in force where another proposal was adopted and this draft was left behind."""
    adopted = adopted_version(house.store, found.key.kind, found.key.namnd, found.key.ar, found.key.period)
    left_behind = not found.key.proposal and not found.reason and found.state in (State.UTKAST, State.INLAMNAD)
    return adopted if adopted is not None and left_behind else found


def _known_unit(order: Order, installningar: Installningar) -> None:
    if installningar.enhet(order.namnd, order.enhet) is None:
        units = [enhet.kod for enhet in installningar.enheter if enhet.namnd == order.namnd]
        raise refused("okand-enhet", enhet=order.enhet, val=", ".join(units) or "inga finns")


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
    """Register a file. A PDF is known by its bytes alone: it has no parts, and is not changed."""
    version, is_pdf = prepared.version, name.endswith(".pdf")
    register_document(
        house.store,
        WrittenDocument(
            kind=prepared.order.kind, namnd=version.key.namnd, ar=version.key.ar, version=version.version,
            state=version.state.value, submission=version.submission, filename=name,
            sha256=hashlib.sha256(content).hexdigest(), template=hashlib.sha256(prepared.template).hexdigest(),
            at=house.now(), proposal=version.key.proposal, period=version.key.period,
            name="" if is_pdf else prepared.name,
            fingerprint="" if is_pdf else fingerprint(content),
        ),
        content,
    )  # fmt: skip
