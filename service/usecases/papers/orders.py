"""Which documents are asked for: one by one, or all that a year gives; and the version of a plan that each shows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas.workbooks import Kind
from service.chain.plans import Installningar
from service.chain.values import State
from service.documents import anvisningar, file_name
from service.store import PlanKey, Version, adopted_version, latest_version, plans_of_year, versions, versions_of_kind

from ..answers import refused
from ..house import House
from ..loading.plans import current_version, governing_mrp, known_key, load_mrp, namnder_with_plan, settings
from .kommunrapport import KOMMUNRAPPORTER, joint_key, orders_of_joint_reports
from .namndrapport import NAMNDRAPPORTER, orders_of_reports, report_key

PER_NAMND = frozenset({"verksamhetsplan", "detaljbudget", "enhetsutdrag"})


@dataclass(frozen=True, slots=True)
class Order:
    """A document asked for: its kind, and for whom; `period` is a report's.

    `version` 0 is the version in force or, where none is adopted, the newest; with `utkast` the newest, be it a draft.
    """

    kind: str
    ar: int
    namnd: str = ""
    enhet: str = ""
    proposal: str = ""
    version: int = 0
    period: str = ""
    utkast: bool = False

    @property
    def file_name(self) -> str:
        """What the file will be called; a proposal's name is part of it."""
        return file_name(self.kind, self.ar, self.namnd, self.enhet, self.proposal, self.period)


def orders_of_year(house: House, ar: int) -> Iterator[Order]:
    """Every document that the year gives: the MRP, each nämnd's plan and detaljbudget, and its reports."""
    installningar = settings(house, ar)
    namnder = namnder_with_plan(installningar, ar)
    yield from _instructions(house, installningar)
    if adopted_version(house.store, Kind.MRP, "", ar) or latest_version(house.store, PlanKey(Kind.MRP, "", ar)):
        yield Order("mrp", ar)
        yield from (Order("uppdragsdialog", ar, namnd.kod) for namnd in namnder)
        yield Order("malkedja", ar)
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


def version_shown(house: House, order: Order) -> Version:
    """The version of the plan that a document shows. Raises `Refused`."""
    if order.kind == "malkedja" and not (order.version or order.proposal):
        return governing_mrp(house, order.ar)
    key = known_key(house, plan_asked(order))
    if not order.version:
        return _in_force_before_drafts(house, current_version(house, key), drafts=order.utkast)
    known = versions(house.store, key)
    found = next((version for version in known if version.version == order.version), None)
    if found is None:
        choices = ", ".join(str(version.version) for version in known) or "ingen finns"
        raise refused("ingen-version", namn=str(order.version), val=choices)
    return found


def plan_asked(order: Order) -> PlanKey:
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


def newer_than(house: House, shown: Version) -> Version | None:
    """The revision under way of a plan whose adopted version is shown; None where there is none."""
    newest = latest_version(house.store, shown.key)
    under_way = newest is not None and newest.state in (State.UTKAST, State.INLAMNAD)
    return newest if under_way and shown.state is State.ANTAGEN else None


def _in_force_before_drafts(house: House, found: Version, *, drafts: bool) -> Version:
    """The version found; where it is a draft or handed in and the plan is adopted, the version in force.

    Where drafts are asked for, one that was left behind when another proposal was adopted gives way none the less.
    """
    if found.key.proposal or found.state not in (State.UTKAST, State.INLAMNAD) or (drafts and found.reason):
        return found
    return adopted_version(house.store, found.key.kind, found.key.namnd, found.key.ar, found.key.period) or found


def _instructions(house: House, installningar: Installningar) -> Iterator[Order]:
    """The instructions of February, for each proposal that holds the preliminary frames."""
    ar = installningar.head.ar
    for version in plans_of_year(house.store, ar):
        proposed = version.key.kind is Kind.MRP and version.key.proposal
        if proposed and anvisningar.holds_preliminary_frames(load_mrp(house, version, installningar)):
            yield Order("anvisningar", ar, proposal=version.key.proposal)
