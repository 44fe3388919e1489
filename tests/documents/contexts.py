"""Each document's context of the small municipality, in whatever state its plan is."""

from collections.abc import Callable, Mapping
from typing import Any

from schemas.workbooks import Period
from service.chain.kedja import Kedja
from service.chain.references import resolver, scope_of
from service.chain.report import JointReport, Report
from service.chain.values import State
from service.documents import (
    anvisningar,
    detaljbudget,
    enhetsutdrag,
    foredragningslista,
    hela_kedjan,
    kallelse,
    kommunrapport,
    mrp,
    namndrapport,
    protokoll,
    protokollsutdrag,
    styrdokument,
    tjansteskrivelse,
    uppdragsdialog,
    verksamhetsplan,
)
from service.usecases.papers.kommunrapport import joint_context_of as context_of_joint
from service.usecases.papers.malkedja import chain_targets
from service.usecases.papers.namndrapport import report_targets
from tests.documents import motesplan, plans, styrplan
from tests.documents.bun_report import bun_report
from tests.documents.kommun_report import joint_report


def mrp_context(state: State = State.ANTAGEN, **changes: Any) -> mrp.MrpContext:
    plan = plans.mrp(state, **changes)
    return mrp.context_for(plan, plans.installningar(), plans.resolve_for(plan))


def vp_context(state: State = State.ANTAGEN, **changes: Any) -> verksamhetsplan.VerksamhetsplanContext:
    plan, vp = plans.mrp(), plans.verksamhetsplan(state, **changes)
    return verksamhetsplan.context_for(vp, plan, plans.installningar(), plans.resolve_for(plan, vp))


def detaljbudget_context(state: State = State.ANTAGEN, **changes: Any) -> detaljbudget.DetaljbudgetContext:
    return detaljbudget.context_for(plans.verksamhetsplan(state, **changes), plans.mrp(), plans.installningar())


def enhetsutdrag_context(
    state: State = State.ANTAGEN, enhet: str = "A1", **changes: Any
) -> enhetsutdrag.EnhetsutdragContext:
    plan, vp = plans.mrp(), plans.verksamhetsplan(state, **changes)
    return enhetsutdrag.context_for(vp, plan, plans.installningar(), plans.resolve_for(plan, vp), enhet)


def report_context(
    state: State = State.ANTAGEN, period: Period = Period.T2, **changes: Any
) -> namndrapport.NamndrapportContext:
    return report_context_of(bun_report(period, state, **changes))


def report_context_of(report: Report) -> namndrapport.NamndrapportContext:
    return namndrapport.context_for(report, resolver(scope_of(report_targets(report))))


def arsberattelse_context(state: State = State.ANTAGEN, **changes: Any) -> namndrapport.NamndrapportContext:
    return report_context(state, Period.AR, **changes)


def joint_context(
    state: State = State.ANTAGEN, period: Period = Period.T2, **changes: Any
) -> kommunrapport.KommunrapportContext:
    return joint_context_of(joint_report(period, state, **changes))


def joint_context_of(report: JointReport) -> kommunrapport.KommunrapportContext:
    return context_of_joint(report)


def arsredovisning_context(state: State = State.ANTAGEN, **changes: Any) -> kommunrapport.KommunrapportContext:
    return joint_context(state, Period.AR, **changes)


def anvisningar_context(state: State = State.ANTAGEN, **changes: Any) -> anvisningar.AnvisningarContext:
    plan = plans.mrp(state, **changes)
    return anvisningar.context_for(plan, plans.installningar(), plans.resolve_for(plan))


def uppdragsdialog_context(
    state: State = State.ANTAGEN, namnd: str = "BUN", **changes: Any
) -> uppdragsdialog.UppdragsdialogContext:
    plan = plans.mrp(state, **changes)
    return uppdragsdialog.context_for(plan, plans.installningar(), plans.resolve_for(plan), namnd)


def styrdokument_context(state: State = State.ANTAGEN, **changes: Any) -> styrdokument.StyrdokumentContext:
    plan = styrplan.styrdokument(state, **changes)
    return styrdokument.context_for(plan, plans.installningar(), resolver(scope_of((), plan.titlar)))


def kedja(state: State = State.ANTAGEN, period: Period | None = Period.T2, **changes: Any) -> Kedja:
    """The small municipality's chain: BUN has a plan and, from a period on, a report; the other nämnder have neither.

    `changes` are the MRP's.
    """
    settings, plan = plans.installningar(), plans.mrp(state, **changes)
    report = bun_report(period) if period else None
    missing = tuple(namnd for namnd in settings.namnder if namnd.kod != "BUN" and namnd.verksamhetsplan)
    joint = JointReport(
        installningar=settings, mrp=plan, period=period, rapporter=(report,), saknas=missing
    ) if report and period else None  # fmt: skip
    return Kedja(installningar=settings, mrp=plan, planer={"BUN": plans.verksamhetsplan()}, rapport=joint)


def malkedja_context(
    state: State = State.ANTAGEN, period: Period | None = Period.T2, **changes: Any
) -> hela_kedjan.MalkedjaContext:
    return malkedja_context_of(kedja(state, period, **changes))


def malkedja_context_of(chain: Kedja) -> hela_kedjan.MalkedjaContext:
    return hela_kedjan.context_for(chain, resolver(scope_of(chain_targets(chain))))


def kallelse_context(_: State = State.ANTAGEN, **changes: Any) -> kallelse.KallelseContext:
    return kallelse.context_for(motesplan.mote(**changes), plans.installningar())


def foredragningslista_context(
    _: State = State.ANTAGEN, **changes: Any
) -> foredragningslista.ForedragningslistaContext:
    return foredragningslista.context_for(motesplan.mote(**changes), plans.installningar())


def tjansteskrivelse_context(_: State = State.ANTAGEN, **changes: Any) -> tjansteskrivelse.TjansteskrivelseContext:
    mote = motesplan.mote(**changes)
    return tjansteskrivelse.context_for(mote, plans.installningar(), mote.punkter[1])


def protokoll_context(_: State = State.ANTAGEN, **changes: Any) -> protokoll.ProtokollContext:
    return protokoll.context_for(motesplan.mote(**changes), plans.installningar())


def protokollsutdrag_context(_: State = State.ANTAGEN, **changes: Any) -> protokollsutdrag.ProtokollsutdragContext:
    mote = motesplan.mote(**changes)
    return protokollsutdrag.context_for(mote, plans.installningar(), mote.punkter[1], "Kommunstyrelsen")


def anslag_context(_: State = State.ANTAGEN, **changes: Any) -> protokoll.ProtokollContext:
    return protokoll.context_for(motesplan.mote(**changes), plans.installningar(), "Anslag")


CONTEXTS: Mapping[str, Callable[[State], Any]] = {
    "mrp": mrp_context,
    "verksamhetsplan": vp_context,
    "detaljbudget": detaljbudget_context,
    "enhetsutdrag": enhetsutdrag_context,
    "delarsrapport": report_context,
    "arsberattelse": arsberattelse_context,
    "delarsrapport-kommunen": joint_context,
    "arsredovisning": arsredovisning_context,
    "styrdokument": styrdokument_context,
    "kallelse": kallelse_context,
    "foredragningslista": foredragningslista_context,
    "tjansteskrivelse": tjansteskrivelse_context,
    "protokoll": protokoll_context,
    "protokollsutdrag": protokollsutdrag_context,
    "anslag": anslag_context,
    "anvisningar": anvisningar_context,
    "uppdragsdialog": uppdragsdialog_context,
    "malkedja": malkedja_context,
}
