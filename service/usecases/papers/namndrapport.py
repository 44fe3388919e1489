"""The papers on a nämnd's follow-up: which one a period gives, what it is written from, and the year's orders."""

from collections.abc import Iterable, Iterator

from schemas.workbooks import Kind, Period
from service.chain.references import Target, mrp_targets, resolver, scope_of, vp_targets
from service.chain.report import Report
from service.documents import DOCUMENTS, namndrapport
from service.store import PlanKey, Version, latest_version

from ..answers import refused
from ..house import House
from ..loading.plans import namnder_with_plan, settings
from ..loading.reports import report_of

NAMNDRAPPORTER = ("delarsrapport", "arsberattelse")


def paper_of(period: str) -> str:
    """The kind of paper that a nämnd's follow-up of a period becomes."""
    return next(kind for kind in NAMNDRAPPORTER if period in DOCUMENTS[kind].periods)


def report_key(kind: str, ar: int, namnd: str, period: str) -> PlanKey:
    """The follow-up that a paper shows. Raises `Refused` for a period that it does not cover."""
    return PlanKey(Kind.UPPFOLJNING, namnd, ar, "", report_period(kind, period))


def report_period(kind: str, period: str) -> str:
    """The period of a report; that of the whole year need not be named. Raises `Refused` for one that it does not
    cover."""
    periods = DOCUMENTS[kind].periods
    wanted = period.upper() or (periods[0].value if len(periods) == 1 else "")
    if wanted not in periods:
        raise refused("annan-period", titel=DOCUMENTS[kind].title, period=period or "ingen", val=", ".join(periods))
    return wanted


def report_context(house: House, version: Version) -> namndrapport.NamndrapportContext:
    """What the paper of a version says, on the version's own ground. Raises `Refused`."""
    report = report_of(house, version)
    return namndrapport.context_for(report, resolver(scope_of(report_targets(report))))


def report_targets(report: Report) -> Iterable[Target]:
    """What its texts may refer to: what does not stand in the paper itself is named with the plan where it stands."""
    kommun, vp, mrp = report.installningar.kommun, report.vp.head, report.mrp.head
    plan = f"{kommun.rubrik_verksamhetsplan} {vp.ar}, version {vp.version}"
    home = f"{kommun.rubrik_mrp} {mrp.ar}–{mrp.ar + 2}, version {mrp.version}"
    return [*vp_targets(report.vp, plan), *mrp_targets(report.mrp, home)]


def orders_of_reports(house: House, ar: int) -> Iterator[tuple[str, str, Period]]:
    """Kind, nämnd and period of every report that the year's follow-ups give, period by period."""
    installningar = settings(house, ar)
    for period in Period:
        for namnd in namnder_with_plan(installningar, ar):
            if latest_version(house.store, PlanKey(Kind.UPPFOLJNING, namnd.kod, ar, "", period.value)):
                yield paper_of(period), namnd.kod, period
