"""What a paper on a period is made of, loaded: a nämnd's report, and the whole municipality's."""

from schemas.workbooks import Kind, Period
from service.chain.plans import Installningar
from service.chain.report import JointReport, Report
from service.store import PlanKey, Version, latest_version, submission

from ..answers import refused
from ..figures.in_effect import figures_at
from ..house import House
from .followups import (
    earlier_reports,
    load_bokslut,
    load_uppfoljning,
    missing_namnder,
    reported_version,
    reports_of,
)
from .ground import ground_of, reports_under
from .plans import current_version, governing_mrp, known_key, load_mrp, name_of, settings


def load_report(house: House, ar: int, period: str, namnd: str) -> Report:
    """A nämnd's report of a period: the newest version, a draft too, on its own ground. Raises `Refused`."""
    return report_of(house, current_version(house, known_key(house, PlanKey(Kind.UPPFOLJNING, namnd, ar, "", period))))


def report_of(house: House, version: Version) -> Report:
    """A version of a nämnd's follow-up as a report. Raises `Refused`."""
    # Its own paper, the municipality's and the chain's show the same one.
    return house.store.kept(("report", version), lambda: _report_of(house, version))


def _report_of(house: House, version: Version) -> Report:
    ground = ground_of(house, version)
    if ground.mrp is None or ground.vp is None:
        raise refused("ingen-rapport", plan=name_of(version.key))
    return Report(
        installningar=ground.installningar, mrp=ground.mrp, vp=ground.vp,
        uppfoljning=load_uppfoljning(house, version),
        tidigare=tuple(load_uppfoljning(house, earlier) for earlier in earlier_reports(house, version.key)),
        figures=figures_at(
            house, version.key.ar, version.key.period, ground.installningar, [*ground.mrp.matt, *ground.vp.matt],
            submission(house.store, version.submission).at,
        ),
    )  # fmt: skip


def load_joint_report(house: House, ar: int, period: str) -> JointReport:
    """The municipality's report of a period: its own figures (a draft too; None before any), the nämnder's reports, and
    who is missing. Handed in, it keeps the reports that it stood on. Raises `Refused`."""
    key = known_key(house, PlanKey(Kind.BOKSLUT, "", ar, "", period))
    version = latest_version(house.store, key)
    return _without_figures(house, key) if version is None else joint_report_of(house, version)


def joint_report_of(house: House, version: Version) -> JointReport:
    """A version of the municipality's own figures as a report. Raises `Refused`."""
    ground = ground_of(house, version)
    if ground.mrp is None:
        raise refused("ingen-rapport", plan=name_of(version.key))
    under = {report.key.namnd: report for report in reports_under(house, version)}
    return JointReport(
        installningar=ground.installningar, mrp=ground.mrp, period=Period(version.key.period),
        bokslut=load_bokslut(house, version),
        rapporter=_in_order(house, under),
        saknas=missing_namnder(under, ground.installningar, version.key.ar),
        tidigare=tuple(load_bokslut(house, earlier) for earlier in earlier_reports(house, version.key)),
    )  # fmt: skip


def _without_figures(house: House, key: PlanKey) -> JointReport:
    installningar: Installningar = settings(house, key.ar)
    reported = reports_of(house, key.ar, key.period, installningar)
    return JointReport(
        installningar=installningar, mrp=load_mrp(house, governing_mrp(house, key.ar), installningar),
        period=Period(key.period), rapporter=_in_order(house, reported),
        saknas=missing_namnder(reported, installningar, key.ar),
    )  # fmt: skip


def _in_order(house: House, reported: dict[str, Version]) -> tuple[Report, ...]:
    return tuple(report_of(house, version) for version in reported.values())


__all__ = ["joint_report_of", "load_joint_report", "load_report", "report_of", "reported_version"]
