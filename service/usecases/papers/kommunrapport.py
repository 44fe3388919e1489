"""The papers on the municipality's own report: which one a period gives, what it is written from, the year's orders."""

from collections.abc import Iterator

from schemas.workbooks import Kind, Period
from service.chain.references import Resolve, mrp_targets, resolver, scope_of, taken_over, vp_targets
from service.chain.report import JointReport
from service.documents import DOCUMENTS, kommunrapport
from service.store import PlanKey, Version, latest_version

from ..answers import refused
from ..house import House
from ..loading.reports import joint_report_of
from .namndrapport import NAMNDRAPPORTER, report_period

KOMMUNRAPPORTER = ("delarsrapport-kommunen", "arsredovisning")
OWN_PAPER = "nämndens rapport"  # whose chapters and appendices a nämnd's text names


def joint_paper_of(period: str) -> str:
    """The kind of paper that the municipality's own figures for a period become."""
    return next(kind for kind in KOMMUNRAPPORTER if period in DOCUMENTS[kind].periods)


def kind_asked(kind: str, namnd: str) -> str:
    """The kind meant: a delårsrapport of no nämnd is the municipality's."""
    return KOMMUNRAPPORTER[0] if kind == NAMNDRAPPORTER[0] and not namnd else kind


def joint_key(kind: str, ar: int, namnd: str, period: str) -> PlanKey:
    """The municipality's figures that a paper shows. Raises `Refused` for another period, or a nämnd."""
    if namnd:
        raise refused("kommunens-rapport", titel=DOCUMENTS[kind].title, namnd=namnd)
    return PlanKey(Kind.BOKSLUT, "", ar, "", report_period(kind, period))


def joint_context(house: House, version: Version) -> kommunrapport.KommunrapportContext:
    """What the paper of a version says, on the version's own ground. Raises `Refused`."""
    return joint_context_of(joint_report_of(house, version))


def joint_context_of(report: JointReport) -> kommunrapport.KommunrapportContext:
    """What the paper of a report says."""
    bokslut, resolve = report.bokslut, joint_resolver(report)
    assert bokslut is not None  # the paper is written from a version of it
    return kommunrapport.context_for(report, bokslut, resolve, lambda _: taken_over(resolve, OWN_PAPER))


def joint_resolver(report: JointReport) -> Resolve:
    """What its texts may refer to: what does not stand in the paper itself is named with the plan where it stands."""
    kommun, mrp = report.installningar.kommun, report.mrp.head
    targets = [*mrp_targets(report.mrp, f"{kommun.rubrik_mrp} {mrp.ar}–{mrp.ar + 2}, version {mrp.version}")]
    for each in report.rapporter:
        vp = each.vp.head
        home = f"{kommun.rubrik_verksamhetsplan} {vp.ar} {vp.namnd}, version {vp.version}"
        targets += vp_targets(each.vp, home)
    return resolver(scope_of(targets))


def orders_of_joint_reports(house: House, ar: int) -> Iterator[tuple[str, Period]]:
    """Kind and period of every paper that the municipality's own figures of the year give."""
    for period in Period:
        if latest_version(house.store, PlanKey(Kind.BOKSLUT, "", ar, "", period.value)):
            yield joint_paper_of(period), period
