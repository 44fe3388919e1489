"""Målkedjan of the whole municipality, loaded: the plans in force, and what has been reported on them."""

from collections.abc import Iterable
from dataclasses import replace

from schemas.workbooks import Kind, Period
from service.chain.kedja import Kedja
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.references import Target, mrp_targets, resolver, scope_of, vp_targets
from service.chain.report import JointReport, Report
from service.documents import hela_kedjan
from service.store import PlanKey, Version, adopted_version, latest_version

from ..answers import refused
from ..house import House
from ..loading.followups import reported_version, reports_of
from ..loading.ground import ground_of
from ..loading.plans import load_mrp, load_vp, namnder_with_plan
from ..loading.reports import load_joint_report, report_of


def chain_context(house: House, version: Version, period: str) -> hela_kedjan.MalkedjaContext:
    """What the paper says of an MRP's version. `period` empty: the newest reports. Raises `Refused`."""
    kedja = load_kedja(house, version, period)
    return hela_kedjan.context_for(kedja, resolver(scope_of(chain_targets(kedja))))


def chain_context_with(
    house: House, version: Version, period: str, *, report: Report | None = None, joint: JointReport | None = None
) -> hela_kedjan.MalkedjaContext:
    """What the paper on a period would say with a report in its place, or by other figures of the municipality's.

    Raises `Refused`.
    """
    kedja = load_kedja(house, version, period)
    rapport = joint or kedja.rapport
    if report is not None and rapport is not None:
        rapport = rapport.with_report(report)
    reported = {each.namnd: each.vp for each in rapport.rapporter} if rapport else {}
    kedja = replace(kedja, rapport=rapport, planer={**kedja.planer, **reported})
    return hela_kedjan.context_for(kedja, resolver(scope_of(chain_targets(kedja))))


def load_kedja(house: House, version: Version, period: str = "") -> Kedja:
    """The chain of an MRP's version; a proposal's has neither plans nor reports under it. Raises `Refused`."""
    installningar = ground_of(house, version).installningar
    mrp = load_mrp(house, version, installningar)
    if version.key.proposal:
        return Kedja(installningar=installningar, mrp=mrp)
    rapport = _reported(house, version.key.ar, period, installningar)
    reported = {each.namnd: each.vp for each in rapport.rapporter} if rapport else {}
    return Kedja(
        installningar=installningar, mrp=mrp, planer=_plans(house, mrp, installningar) | reported, rapport=rapport
    )


def chain_targets(kedja: Kedja) -> Iterable[Target]:
    """What texts may refer to: every goal, result, mått and activity stands in the paper itself."""
    return [*mrp_targets(kedja.mrp, ""), *(target for vp in kedja.planer.values() for target in vp_targets(vp, ""))]


def known_period(period: str) -> str:
    """The period as it is known; empty for the newest. Raises `Refused`."""
    if period and period.upper() not in set(Period):
        raise refused("okand-period", period=period, val=", ".join(Period))
    return period.upper()


def _reported(house: House, ar: int, period: str, installningar: Installningar) -> JointReport | None:
    """The reports of the period; of the newest that anybody has reported, each other nämnd's own newest beside them."""
    if period:
        return load_joint_report(house, ar, period)
    newest = next((each for each in reversed(Period) if _has_reports(house, ar, each, installningar)), None)
    if newest is None:
        return None
    joint = load_joint_report(house, ar, newest)
    older = [report for namnd in joint.saknas if (report := _older(house, ar, newest, namnd.kod))]
    return replace(joint, rapporter=(*joint.rapporter, *older))


def _has_reports(house: House, ar: int, period: Period, installningar: Installningar) -> bool:
    return bool(
        reports_of(house, ar, period, installningar)
        or reported_version(house, PlanKey(Kind.BOKSLUT, "", ar, "", period))
    )


def _older(house: House, ar: int, newest: Period, namnd: str) -> Report | None:
    keys = (PlanKey(Kind.UPPFOLJNING, namnd, ar, "", period) for period in newest.earlier)
    found = next((version for key in keys if (version := reported_version(house, key))), None)
    return report_of(house, found) if found else None


def _plans(house: House, mrp: Mrp, installningar: Installningar) -> dict[str, Verksamhetsplan]:
    """Each nämnd's plan: the one in force, else the newest."""
    found = {}
    for namnd in namnder_with_plan(installningar, mrp.head.ar):
        key = PlanKey(Kind.VERKSAMHETSPLAN, namnd.kod, mrp.head.ar)
        version = adopted_version(house.store, key.kind, key.namnd, key.ar) or latest_version(house.store, key)
        if version is not None:
            found[namnd.kod] = load_vp(house, version, mrp)
    return found
