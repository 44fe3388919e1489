"""The papers that a submission would give, before anything is decided: made when asked for, kept until they differ."""

from dataclasses import dataclass

from schemas.workbooks import Kind
from service.documents import DOCUMENTS
from service.store import PlanKey, Version, version_of

from .answers import refused
from .files import write_whole
from .history import plan_of
from .house import House
from .layout import finish
from .namndrapport import paper_of
from .orders import Order
from .preparing import prepare

FOLDER = "forhandsvisning"


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper: its file and its name, which says whether it is a PDF, or the Word or Excel file where none is made."""

    content: bytes
    name: str


def papers_of(key: PlanKey) -> tuple[str, ...]:
    """The kinds of papers that a plan of a kind gives, and that can be looked at beforehand."""
    kinds = {
        Kind.MRP: ("mrp",), Kind.VERKSAMHETSPLAN: ("verksamhetsplan", "detaljbudget"),
        Kind.STYRDOKUMENT: ("styrdokument",),
    }  # fmt: skip
    return (paper_of(key.period),) if key.kind is Kind.UPPFOLJNING else kinds.get(key.kind, ())


def preview(house: House, id: str, kind: str, *, pdf: bool) -> Preview:
    """A paper of the version that a submission stands for. Raises `Refused`, and the engines' faults of a template."""
    key, version = plan_of(house, id), version_of(house.store, id)
    if key is None or version is None or kind not in papers_of(key):
        raise refused("okant-dokument", slag=kind, val=", ".join(papers_of(key)) if key else "inget")
    order = _order(kind, version)
    prepared = prepare(house, order)
    wants_pdf = pdf and DOCUMENTS[kind].format == "docx"
    kept = house.data / FOLDER / f"{prepared.name}.pdf"
    if wants_pdf and kept.exists():
        return Preview(kept.read_bytes(), _pdf_name(order))
    done = finish(house, [(prepared.render, DOCUMENTS[kind].format == "docx")], pdf=wants_pdf)[0]
    if done.pdf is None:
        return Preview(done.content, order.file_name)
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_whole(kept, done.pdf)
    return Preview(done.pdf, _pdf_name(order))


def _order(kind: str, version: Version) -> Order:
    key = version.key
    return Order(kind, key.ar, key.namnd, "", key.proposal, version.version, key.period)


def _pdf_name(order: Order) -> str:
    return order.file_name.rpartition(".")[0] + ".pdf"
