"""The nämnder in the municipality's report: who has reported, and what each says in short (regler § 4.1)."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.records import Namnd
from service.chain.report import JointReport, Report
from service.chain.skalor import bedomningsskala

from .bedomningen import GRON, GUL, ROD, Bedomning, antalsrader_of, marked
from .contract import told
from .kommunmalen import ResolveFor, counts_shown
from .kommunutfall import SAKNAS
from .korthet import against_budget
from .wording import DASH, SPACE, decided, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Namndverksamhet:
    """A nämnd: whether it has reported, and its own summary."""

    kod: str = field(metadata=told("Nämndens kod.", "SN"))
    namn: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    forvaltning: str = field(metadata=told("Nämndens förvaltning.", "Socialförvaltningen"))
    rapporterat: bool = field(metadata=told("Om nämnden har lämnat rapport.", "ja"))
    rapport: Bedomning = field(metadata=told("Beslutet om rapporten, eller att den saknas."))
    diarienummer: str = field(metadata=told("Rapportens diarienummer.", "SN 2027/176"))
    resultat: str = field(metadata=told("Resultaten i ord.", "2 bedöms uppfyllas och 1 bedöms inte uppfyllas"))
    ekonomi: str = field(metadata=told("Ekonomin i ord.", "Prognos 1 137 300 tkr, 16 000 tkr sämre än budget"))
    sammanfattning: StyledText = field(metadata=told("Nämndens sammanfattning.", "Nämnden når två resultat."))
    handelser: StyledText = field(metadata=told("Nämndens viktiga händelser.", "Ett gruppboende har öppnat."))
    analys: StyledText = field(metadata=told("Nämndens ekonomiska analys.", "Kvällarna kostar mer än budget."))
    atgarder: StyledText = field(metadata=told("Nämndens åtgärder för ekonomin.", "Fast kvällsbemanning."))


def namndverksamheter_of(report: JointReport, resolve_for: ResolveFor) -> tuple[Namndverksamhet, ...]:
    """Every nämnd that should report, in the municipality's order."""
    reported = {each.namnd: each for each in report.rapporter}
    absent = {namnd.kod for namnd in report.saknas}
    expected = [n for n in report.installningar.ordered(report.mrp.head.ar) if n.kod in absent or n.kod in reported]
    return tuple(
        _reported(namnd, reported[namnd.kod], resolve_for) if namnd.kod in reported else _missing(namnd)
        for namnd in expected
    )


def _reported(namnd: Namnd, report: Report, resolve_for: ResolveFor) -> Namndverksamhet:
    found, resolve = report.uppfoljning, resolve_for(namnd.kod)
    part, year = report.ekonomi, "Utfall" if found.helar else "Prognos"
    counts = antalsrader_of(report.antal, bedomningsskala(report.installningar, report.period))
    return Namndverksamhet(
        kod=namnd.kod,
        namn=namnd.namn,
        forvaltning=or_dash(namnd.forvaltning),
        rapporterat=True,
        rapport=_rapport(report),
        diarienummer=or_dash(found.uppgifter.diarienummer.replace(" ", SPACE)),
        resultat=or_dash(counts_shown(counts)),
        ekonomi=or_dash(against_budget(year, part.prognos, part.prognosavvikelse)),
        sammanfattning=resolve(found.texter.sammanfattning),
        handelser=resolve(found.texter.handelser),
        analys=resolve(found.texter.ekonomi),
        atgarder=resolve(found.texter.ekonomi_atgarder),
    )


def _rapport(report: Report) -> Bedomning:
    head = report.uppfoljning.head
    if head.decision is not None:
        return marked("●", f"Fastställd {decided(head.decision.datum, head.decision.paragraf)}", GRON)
    return marked("◐", "Inlämnad, ännu inte fastställd", GUL)


def _missing(namnd: Namnd) -> Namndverksamhet:
    nothing = StyledText()
    return Namndverksamhet(
        kod=namnd.kod, namn=namnd.namn, forvaltning=or_dash(namnd.forvaltning), rapporterat=False,
        rapport=marked("○", f"{SAKNAS[:1].upper()}{SAKNAS[1:]}", ROD), diarienummer=DASH, resultat=DASH, ekonomi=DASH,
        sammanfattning=nothing, handelser=nothing, analys=nothing, atgarder=nothing,
    )  # fmt: skip
