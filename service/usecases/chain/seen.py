"""The goal chain of a year as somebody may see it: adopted plans and reports, and the drafts that are theirs to see."""

from collections.abc import Iterator
from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.followups import Bokslut
from service.chain.kedja import Kedja
from service.chain.plans import Plan
from service.chain.report import JointReport, Report
from service.store import Account, PlanKey, adopted_version

from ..accounts.access import may_read
from ..answers import Refused
from ..figures.origins import key_of_head
from ..house import House
from ..loading.followups import load_bokslut
from ..loading.plans import governing_mrp
from ..loading.reports import report_of
from ..papers.malkedja import load_kedja


def kedja_seen_by(house: House, who: Account, ar: int, period: str = "") -> Kedja | None:
    """The chain of the year's governing mål- och resursplan; None where there is none that they may read."""
    kedja = house.until_changed(("kedja", ar, period), lambda: _kedja(house, ar, period))
    if kedja is None or not _reads(who, kedja.mrp):
        return None
    planer = {kod: vp for kod, vp in kedja.planer.items() if _reads(who, vp)}
    return replace(kedja, planer=planer, rapport=_report(house, who, kedja.rapport) if kedja.rapport else None)


def sight_of(kedja: Kedja) -> tuple[object, ...]:
    """What tells one person's sight of a year's chain from another's: the plans and reports that are in it."""
    return tuple((plan.head.namnd, plan.head.period, plan.head.submission) for plan in plans_in(kedja))


def plans_in(kedja: Kedja) -> Iterator[Plan]:
    """Every plan and report of a chain."""
    yield kedja.mrp
    yield from kedja.planer.values()
    if kedja.rapport:
        yield from (report.uppfoljning for report in kedja.rapport.rapporter)
        if kedja.rapport.bokslut:
            yield kedja.rapport.bokslut


def _kedja(house: House, ar: int, period: str) -> Kedja | None:
    try:
        return load_kedja(house, governing_mrp(house, ar), period)
    except Refused:
        return None


def _report(house: House, who: Account, joint: JointReport) -> JointReport | None:
    """The reports that they may read; of a nämnd that revises an adopted one, the adopted one."""
    found = tuple(seen for report in joint.rapporter if (seen := _seen(house, who, report)))
    bokslut = _bokslut(house, who, joint.bokslut) if joint.bokslut else None
    if not found and bokslut is None:
        return None
    earlier = tuple(each for each in joint.tidigare if _reads(who, each))
    return replace(joint, rapporter=found, bokslut=bokslut, tidigare=earlier)


def _seen(house: House, who: Account, report: Report) -> Report | None:
    if not _reads(who, report.uppfoljning):
        key = key_of_head(report.uppfoljning.head)
        adopted = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
        if adopted is None:
            return None
        report = report_of(house, adopted)
    return replace(report, tidigare=tuple(each for each in report.tidigare if _reads(who, each)))


def _bokslut(house: House, who: Account, bokslut: Bokslut) -> Bokslut | None:
    if _reads(who, bokslut):
        return bokslut
    key = PlanKey(Kind.BOKSLUT, "", bokslut.head.ar, "", bokslut.head.period)
    adopted = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    return load_bokslut(house, adopted) if adopted else None


def _reads(who: Account, plan: Plan) -> bool:
    return may_read(who, key_of_head(plan.head), plan.head.state)
