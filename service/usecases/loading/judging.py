"""What the rules say of a stored plan, at any stage."""

import re
from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.differences import changed_since
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.values import Decision, State
from service.findings import Finding, Level, worst_first
from service.rules import BokslutCase, InstallningarCase, MrpCase, Stage, UppfoljningCase, VpCase, judge
from service.store import Basis, Version, has_submission, submission

from ..answers import answer
from ..house import House
from ..meetings.case import meeting_case
from ..submitting.composition import composition
from .followups import (
    earlier_reports,
    load_bokslut,
    load_uppfoljning,
    missing_namnder,
    reports_of,
    vp_in_force,
)
from .ground import earlier_plans, load_plan, submitted_version
from .plans import (
    adopted_plan_before,
    governing_mrp,
    load_installningar,
    load_mrp,
    load_styrdokument,
    load_vp,
    settings,
)

_MRP_USED = re.compile(rf"{Kind.MRP.value}:(?P<id>[^:+]+):v(?P<version>\d+)")  # as a workbook remembers it


def judged(house: House, version: Version, stage: Stage, decision: Decision | None = None) -> list[Finding]:
    """Every finding on a version: those of its reading, and those of the rules up to the stage, worst first.

    The rules judge it against what is in force today, not against what it was handed in with: that is how one learns
    that the MRP has been revised since. At adoption `decision` is the one about to be recorded.
    """
    found = submission(house.store, version.submission)
    ruled = _ruled(house, version, stage, decision)
    return worst_first([*found.findings, *ruled])


def _ruled(house: House, version: Version, stage: Stage, decision: Decision | None) -> list[Finding]:
    if version.key.kind is Kind.INSTALLNINGAR:
        return judge(InstallningarCase(installningar=load_installningar(house, version)), stage)
    if version.key.kind is Kind.STYRDOKUMENT:
        return list(composition(load_styrdokument(house, version)))
    installningar = settings(house, version.key.ar)
    if version.key.kind is Kind.MOTE:
        return judge(meeting_case(house, version, installningar), stage)
    before = adopted_plan_before(house, version)
    decided = replace(version, decision=decision or version.decision)
    previous = load_plan(house, before) if before else None
    if version.key.kind is Kind.MRP:
        mrp = load_mrp(house, decided, installningar)
        earlier = previous if isinstance(previous, Mrp) else None
        return judge(MrpCase(mrp=mrp, installningar=installningar, previous=earlier), stage)
    governing = governing_mrp(house, version.key.ar)
    mrp = load_mrp(house, governing, installningar)
    if version.key.kind is Kind.UPPFOLJNING:
        return judge(_uppfoljning(house, decided, mrp, installningar), stage)
    if version.key.kind is Kind.BOKSLUT:
        return judge(_bokslut(house, decided, mrp, installningar), stage)
    case = VpCase(
        vp=load_vp(house, decided, mrp), mrp=mrp, installningar=installningar,
        previous=previous if isinstance(previous, Verksamhetsplan) else None,
        earlier=earlier_plans(house, version.key.namnd, version.key.ar),
    )  # fmt: skip
    return [*_older_mrp(house, version, governing, mrp), *judge(case, stage)]


def _uppfoljning(house: House, version: Version, mrp: Mrp, installningar: Installningar) -> UppfoljningCase:
    key = version.key
    return UppfoljningCase(
        uppfoljning=load_uppfoljning(house, version), mrp=mrp, installningar=installningar,
        vp=load_vp(house, vp_in_force(house, key.namnd, key.ar), mrp),
        tidigare=tuple(load_uppfoljning(house, earlier) for earlier in earlier_reports(house, key)),
    )  # fmt: skip


def _bokslut(house: House, version: Version, mrp: Mrp, installningar: Installningar) -> BokslutCase:
    key = version.key
    reported = reports_of(house, key.ar, key.period, installningar)
    return BokslutCase(
        bokslut=load_bokslut(house, version), mrp=mrp, installningar=installningar,
        rapporter=tuple(load_uppfoljning(house, report) for report in reported.values()),
        saknas=missing_namnder(reported, installningar, key.ar),
    )  # fmt: skip


def _older_mrp(house: House, version: Version, governing: Version, mrp: Mrp) -> list[Finding]:
    """A warning when the workbook was handed out before the MRP was revised, with what differs for the nämnd; or in
    another house, with a plan that is not here."""
    used = _MRP_USED.match(submission(house.store, version.submission).prefilled_from)
    if used is None or used["id"] == governing.submission:
        return []
    if not has_submission(house.store, used["id"]):
        return [answer("arbetsboken-bygger-pa-okand", Level.VARNING)]
    old = submitted_version(house, Basis(Kind.MRP, int(used["version"]), used["id"], State.UTKAST))
    differing = changed_since(load_mrp(house, old, settings(house, version.key.ar)), mrp, version.key.namnd)
    if not differing:
        return []
    return [answer("arbetsboken-bygger-pa-aldre", Level.VARNING, skillnader="; ".join(differing))]
