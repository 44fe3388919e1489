"""What the rules say of a stored plan, at any stage."""

from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.differences import changed_since
from service.chain.plans import Mrp
from service.chain.values import Decision
from service.findings import Finding, Level, worst_first
from service.rules import InstallningarCase, MrpCase, Stage, VpCase, judge
from service.store import Version, submission, versions

from .answers import answer
from .house import House
from .plans import (
    adopted_plan_before,
    earlier_plans,
    governing_mrp,
    load_installningar,
    load_mrp,
    load_vp,
    settings,
)  # fmt: skip


def judged(house: House, version: Version, stage: Stage, decision: Decision | None = None) -> list[Finding]:
    """Every finding on a version: those of its reading, and those of the rules up to the stage, worst first.

    At adoption `decision` is the one about to be recorded.
    """
    found = submission(house.store, version.submission)
    ruled = _ruled(house, version, stage, decision)
    return worst_first([*found.findings, *ruled])


def _ruled(house: House, version: Version, stage: Stage, decision: Decision | None) -> list[Finding]:
    if version.key.kind is Kind.INSTALLNINGAR:
        return judge(InstallningarCase(installningar=load_installningar(house, version)), stage)
    installningar = settings(house, version.key.ar)
    before = adopted_plan_before(house, version)
    decided = replace(version, decision=decision or version.decision)
    if version.key.kind is Kind.MRP:
        previous = load_mrp(house, before, installningar) if before else None
        return judge(
            MrpCase(mrp=load_mrp(house, decided, installningar), installningar=installningar, previous=previous), stage
        )
    governing = governing_mrp(house, version.key.ar)
    mrp = load_mrp(house, governing, installningar)
    case = VpCase(
        vp=load_vp(house, decided, mrp), mrp=mrp, installningar=installningar,
        previous=load_vp(house, before, mrp) if before else None,
        earlier=earlier_plans(house, version.key.namnd, version.key.ar, installningar),
    )  # fmt: skip
    return [*_older_mrp(house, version, governing, mrp), *judge(case, stage)]


def _older_mrp(house: House, version: Version, governing: Version, mrp: Mrp) -> list[Finding]:
    """A warning when the workbook was handed out before the MRP was revised, with what differs for the nämnd."""
    source = submission(house.store, version.submission).prefilled_from
    if not source.startswith("mrp:"):
        return []
    used = source.split(":")[1]
    if used == governing.submission:
        return []
    old = next((v for v in versions(house.store, governing.key) if v.submission == used), None)
    if old is None:
        return []
    installningar = settings(house, version.key.ar)
    differing = changed_since(load_mrp(house, old, installningar), mrp, version.key.namnd)
    if not differing:
        return []
    return [answer("arbetsboken-bygger-pa-aldre", Level.VARNING, skillnader="; ".join(differing))]
