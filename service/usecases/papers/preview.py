"""The papers that a submission would give, before anything is decided: made when asked for, kept until they differ."""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from schemas.workbooks import Kind
from service.chain.values import State
from service.documents import DOCUMENTS, Document
from service.store import Account, PlanKey, Version, latest_version, version_of

from ..accounts.access import Action, may
from ..answers import refused
from ..files import write_whole
from ..house import House
from ..loading.plans import governing_mrp
from ..loading.reports import joint_report_of, report_of
from .kommunrapport import joint_context_of, joint_paper_of
from .layout import finish
from .malkedja import chain_context_with
from .namndrapport import paper_of
from .orders import Order
from .pictures import FOLDER
from .preparing import Prepared, prepare

_OWN = {
    Kind.MRP: ("mrp",), Kind.VERKSAMHETSPLAN: ("verksamhetsplan", "detaljbudget"), Kind.STYRDOKUMENT: ("styrdokument",),
}  # fmt: skip
_NAME = re.compile(r"mk-[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper: its file and its name, which says whether it is a PDF, or the Word or Excel file where none is made."""

    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be looked at; `is_joint` where it is the municipality's, with this submission in its place."""

    kind: str
    is_joint: bool = False

    @property
    def document(self) -> Document:
        """The kind of paper."""
        return DOCUMENTS[self.kind]


def offers(house: House, who: Account, version: Version) -> tuple[Offer, ...]:
    """The papers that a version gives and somebody may look at: its own and, of a follow-up, the municipality's report
    and its goal chain as they would be with it. The chain shows every nämnd's drafts, so it takes the right to them."""
    key = version.key
    own = (paper_of(key.period),) if key.kind is Kind.UPPFOLJNING else _OWN.get(key.kind, ())
    found = [Offer(kind) for kind in own]
    if key.kind is Kind.BOKSLUT:
        found.append(Offer(joint_paper_of(key.period)))
    elif key.kind is Kind.UPPFOLJNING and _joint_draft(house, who, key):
        found.append(Offer(joint_paper_of(key.period), is_joint=True))
    if key.kind in (Kind.BOKSLUT, Kind.UPPFOLJNING) and may(who, Action.SEE_DRAFT):
        found.append(Offer("malkedja", is_joint=True))
    return tuple(found)


def preview(house: House, who: Account, id: str, kind: str, *, pdf: bool) -> Preview:
    """A paper of the version that a submission stands for. Raises `Refused`, and the engines' faults of a template."""
    order, version, offer = _ordered(house, who, id, kind)
    if pdf and offer.document.format == "docx":
        kept = kept_preview(house, id, kind, _name(house, order, version, offer))
        made = kept or _made(house, id, _prepared(house, order, version, offer))
        if made is not None:
            return Preview(made, order.file_name.rpartition(".")[0] + ".pdf")
    prepared = _prepared(house, order, version, offer)
    done = finish(house, [(prepared.render, offer.document.format == "docx")], pdf=False)[0]
    return Preview(done.content, order.file_name)


def preview_name(house: House, who: Account, id: str, kind: str) -> str:
    """The name by content of a paper as it would be now: that by which its PDF is kept. Raises as `preview`."""
    return _name(house, *_ordered(house, who, id, kind))


def kept_preview(house: House, id: str, kind: str, name: str) -> bytes | None:
    """The PDF of a submission's paper of that name; None while it has not been made."""
    if kind not in DOCUMENTS or not _NAME.fullmatch(name):
        return None
    try:
        return _place(house, id, kind, name).read_bytes()
    except FileNotFoundError:  # or just taken away for a newer one
        return None


def _ordered(house: House, who: Account, id: str, kind: str) -> tuple[Order, Version, Offer]:
    """What is asked for, where it is there for somebody to look at. Raises `Refused`."""
    version = version_of(house.store, id)
    offered = offers(house, who, version) if version else ()
    offer = next((offer for offer in offered if offer.kind == kind), None)
    if version is None or offer is None:
        raise refused("okant-dokument", slag=kind, val=", ".join(offer.kind for offer in offered) or "inget")
    key = version.key
    if offer.is_joint:
        return Order(kind, key.ar, period=key.period), version, offer
    return Order(kind, key.ar, key.namnd, "", key.proposal, version.version, key.period), version, offer


def _name(house: House, order: Order, version: Version, offer: Offer) -> str:
    template = hashlib.sha256(house.template(offer.document.template)).hexdigest()
    key = ("preview", version.submission, offer.kind, template)
    return house.until_changed(key, lambda: _prepared(house, order, version, offer).name)


def _prepared(house: House, order: Order, version: Version, offer: Offer) -> Prepared:
    paper = prepare(house, order)
    return replace(paper, context=_joint(house, version, paper)) if offer.is_joint else paper


def _made(house: House, id: str, prepared: Prepared) -> bytes | None:
    """The paper's PDF, kept in place of the submission's earlier one; None where LibreOffice makes none."""
    pdf = finish(house, [(prepared.render, True)], pdf=True)[0].pdf
    if pdf is not None:
        place = _place(house, id, prepared.order.kind, prepared.name)
        place.parent.mkdir(parents=True, exist_ok=True)
        for earlier in place.parent.glob(f"{prepared.order.kind}-mk-*.pdf"):
            earlier.unlink(missing_ok=True)
        write_whole(place, pdf)
    return pdf


def _joint(house: House, version: Version, paper: Prepared) -> Any:
    """What a paper of the municipality's would say, were this version's report or figures in it."""
    key = version.key
    report = None if key.kind is Kind.BOKSLUT else report_of(house, version)
    if paper.order.kind == "malkedja":
        figures = joint_report_of(house, version) if report is None else None
        mrp = governing_mrp(house, key.ar)
        return chain_context_with(house, mrp, key.period, report=report, joint=figures)
    assert report is not None  # else it is the paper of the figures themselves
    return joint_context_of(joint_report_of(house, paper.version).with_report(report))


def _joint_draft(house: House, who: Account, key: PlanKey) -> bool:
    """Whether the municipality's figures of the period are a draft that somebody sees: once handed in, its report
    stands on those that it was handed in with."""
    joint = PlanKey(Kind.BOKSLUT, "", key.ar, "", key.period)
    newest = latest_version(house.store, joint)
    return newest is not None and newest.state is State.UTKAST and may(who, Action.SEE_DRAFT, joint)


def _place(house: House, id: str, kind: str, name: str) -> Path:
    return house.data / FOLDER / id / f"{kind}-{name}.pdf"
