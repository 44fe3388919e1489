"""The nämnder in the municipality's report: who has reported, and in short what each of them says (LKBR, regler § 4.1)."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.records import Namnd
from service.chain.report import JointReport, Report
from service.chain.skalor import bedomningsskala

from .bedomningen import antalsrader_of
from .contract import told
from .kommunmalen import ResolveFor, counts_shown
from .korthet import against_budget
from .kommunutfall import SAKNAS
from .status import status_of
from .wording import DASH, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Namndverksamhet:
    """A nämnd: whether it has reported, and its own summary."""

    kod: str = field(metadata=told("Nämndens kod.", "SN"))
    namn: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    forvaltning: str = field(metadata=told("Nämndens förvaltning.", "Socialförvaltningen"))
    rapporterat: bool = field(metadata=told("Om nämnden har lämnat rapport.", "ja"))
    lage: str = field(
        metadata=told("Beslutet om rapporten, eller att den saknas.", "Fastställd av socialnämnden 28 september 2027")
    )
    diarienummer: str = field(metadata=told("Rapportens diarienummer.", "SN 2027/176"))
    resultat: str = field(metadata=told("Resultaten i ord.", "2 bedöms uppfyllas och 1 bedöms inte uppfyllas"))
    ekonomi: str = field(metadata=told("Ekonomin i ord.", "Prognos 1 137 300 tkr, 16 000 tkr sämre än budget"))
    sammanfattning: StyledText = field(metadata=told("Nämndens sammanfattning.", "Nämnden når två resultat."))
    handelser: StyledText = field(metadata=told("Nämndens viktiga händelser.", "Ett gruppboende har öppnat."))
    atgarder: StyledText = field(metadata=told("Nämndens åtgärder för ekonomin.", "Fast kvällsbemanning."))
    framatblick: StyledText = field(metadata=told("Nämndens framåtblick.", "Fler äldre behöver stöd."))


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
        lage=status_of(found.head, report.installningar, ()).beslut,
        diarienummer=or_dash(found.uppgifter.diarienummer),
        resultat=or_dash(counts_shown(counts)),
        ekonomi=or_dash(against_budget(year, part.prognos, part.prognosavvikelse)),
        sammanfattning=resolve(found.texter.sammanfattning),
        handelser=resolve(found.texter.handelser),
        atgarder=resolve(found.texter.ekonomi_atgarder),
        framatblick=resolve(found.texter.framatblick),
    )


def _missing(namnd: Namnd) -> Namndverksamhet:
    nothing = StyledText()
    return Namndverksamhet(
        kod=namnd.kod, namn=namnd.namn, forvaltning=or_dash(namnd.forvaltning), rapporterat=False,
        lage=f"{SAKNAS[:1].upper()}{SAKNAS[1:]}", diarienummer=DASH, resultat=DASH, ekonomi=DASH,
        sammanfattning=nothing, handelser=nothing, atgarder=nothing, framatblick=nothing,
    )  # fmt: skip
