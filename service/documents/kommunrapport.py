"""The municipality's own report of a period: delårsrapport during the year, årsredovisning at its end (regler § 4.1).

The förvaltningsberättelse has the parts of lagen om kommunal bokföring och redovisning (LKBR 11 and 13 kap.).
"""

from dataclasses import dataclass, field

from schemas.text import StyledText
from schemas.workbooks import Period
from service.chain.followups import Bokslut
from service.chain.plans import Installningar
from service.chain.rakning import arets_resultat, balanskrav
from service.chain.records import Kommun
from service.chain.report import JointReport
from service.chain.skalor import bedomningsskala

from .bilagorna import Bilagsrad, bilagor_of
from .contract import told
from .dokumentinformation import RAPPORT, Dokumentinformation, dokumentinformation_of
from .kommundiagram import Kommundiagram, kommundiagram_of
from .kommunmalen import Kommunmalbygge, Kommunmaluppfyllelse, ResolveFor, counts_shown
from .kommunutfall import Kommunutfall, driftredovisning_of, investeringar_of
from .korthet import SPENT, Korthetsrad, against_budget
from .namndrapport import DELAR
from .namndverksamhet import Namndverksamhet, namndverksamheter_of
from .personalen import Personalrad, personalrader_of
from .rakenskaperna import (
    Finansmalsrad,
    Nyckeltalsrad,
    Rakenskaper,
    finansmal_of,
    nyckeltal_of,
    rakenskaper_of,
)
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import day, in_tkr, listed, or_dash

ARSREDOVISNING = "Årsredovisning"
INFORMATION = "Uppföljning av mål- och resursplanen: mål, ekonomi, verksamhet och personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommuntexter:
    """The report's running text, part by part. Each may be empty."""

    sammanfattning: StyledText = field(metadata=told("Sammanfattning.", "Kommunen når de flesta av sina mål."))
    oversikt: StyledText = field(metadata=told("Översikt över verksamhetens utveckling.", "Befolkningen ökar."))
    stallning: StyledText = field(
        metadata=told("Viktiga förhållanden för resultat och ekonomisk ställning.", "Räntan är den största risken.")
    )
    handelser: StyledText = field(metadata=told("Händelser av väsentlig betydelse.", "En förskola har byggts."))
    styrning: StyledText = field(metadata=told("Styrning och uppföljning.", "Kommunen styrs med mål."))
    hushallning: StyledText = field(metadata=told("God ekonomisk hushållning.", "Det finansiella målet nås inte."))
    finansiell_analys: StyledText = field(metadata=told("Finansiell analys.", "Soliditeten är oförändrad."))
    balanskrav: StyledText = field(metadata=told("Om balanskravsresultatet.", "Inget underskott ska återställas."))
    personal: StyledText = field(metadata=told("Väsentliga personalförhållanden.", "Sjukfrånvaron minskar."))
    utveckling: StyledText = field(metadata=told("Förväntad utveckling.", "Resultatet väntas bli svagt."))
    koncern: StyledText = field(metadata=told("Kommunala koncernföretag.", "Bolagen går med vinst."))
    vision: StyledText = field(metadata=told("Hur nära visionen är.", "Kommunen är närmare sin vision."))


@dataclass(frozen=True, slots=True, kw_only=True)
class KommunrapportContext:
    """All that the templates of the municipality's delårsrapport and årsredovisning may use."""

    rubrik: str = field(metadata=told("Titel, tid och kommun.", "Årsredovisning 2027, Vänersborgs kommun"))
    ar: int = field(metadata=told("Året som följs upp.", "2027"))
    helar: bool = field(metadata=told("Om rapporten gäller hela året.", "nej"))
    period: str = field(metadata=told("Perioden i ord.", "januari–augusti 2027"))
    samma_period: str = field(metadata=told("Samma period året före.", "januari–augusti 2026"))
    forra_perioden: str = field(metadata=told("Perioden före samma år; annars tom.", "januari–april 2027"))
    periodslut: str = field(metadata=told("Periodens sista dag.", "31 augusti 2027"))
    lagstadgad: bool = field(metadata=told("Om delårsrapporten är den som lagen kräver.", "ja"))
    framtagen_av: str = field(metadata=told("Befattning som tagit fram rapporten; kan vara tom.", "Ekonomichef"))
    mrp_rubrik: str = field(metadata=told("Planen som följs upp.", "Mål- och resursplan 2027–2029"))
    mrp_status: Status = field(metadata=told("Läget för planen som följs upp."))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    dokumentinformation: Dokumentinformation = field(metadata=told("Tabellen med uppgifter om dokumentet."))
    status: Status = field(metadata=told("Rapportens läge."))
    texter: Kommuntexter = field(metadata=told("Löpande text."))
    korthet: tuple[Korthetsrad, ...] = field(metadata=told("Rapporten i korthet, en uppgift på varje rad."))
    saknas: str = field(
        metadata=told("Nämnder som inte har lämnat rapport, i ord; annars tom.", "Miljö- och hälsoskyddsnämnden")
    )
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    maluppfyllelse: Kommunmaluppfyllelse = field(metadata=told("Mål och resultat."))
    finansmal: tuple[Finansmalsrad, ...] = field(metadata=told("De finansiella målen."))
    nyckeltal: tuple[Nyckeltalsrad, ...] = field(metadata=told("Den finansiella analysens nyckeltal."))
    rakenskaper: Rakenskaper = field(metadata=told("Räkenskaperna."))
    drift: Kommunutfall = field(metadata=told("Driftredovisningen, en rad för varje nämnd och central post."))
    investeringar: Kommunutfall = field(metadata=told("Investeringarna, en rad för varje nämnd."))
    objekt: Kommunutfall = field(metadata=told("Investeringarna, en rad för varje objekt."))
    diagram: Kommundiagram = field(metadata=told("Rapportens diagram; måttens står vid varje mål."))
    personal: tuple[Personalrad, ...] = field(metadata=told("Personalen i siffror."))
    namnder: tuple[Namndverksamhet, ...] = field(metadata=told("Nämnderna som ska rapportera."))
    bilagor: tuple[Bilagsrad, ...] = field(metadata=told("Rapportens bilagor."))


def context_for(
    report: JointReport, bokslut: Bokslut, resolve: Resolve, resolve_for: ResolveFor
) -> KommunrapportContext:
    """What the municipality's report says. `resolve` turns `[[…]]` into references, `resolve_for` a nämnd's own."""
    settings, ar, resolve = report.installningar, bokslut.head.ar, typeset(resolve)
    own = _typeset(resolve_for)
    goals = Kommunmalbygge(report, ar, resolve, own).alla()
    operations, (investments, objects) = (
        driftredovisning_of(report, bokslut, resolve), investeringar_of(report, bokslut, resolve)
    )  # fmt: skip
    missing = [namnd.namn for namnd in report.saknas]
    return KommunrapportContext(
        rubrik=f"{titel_of(settings.kommun, report.period)} {period_shown(bokslut)}, {settings.kommun.namn}",
        ar=ar,
        helar=bokslut.helar,
        period=period_shown(bokslut),
        samma_period=period_shown(bokslut, ar - 1),
        forra_perioden=f"{report.period.earlier[0].shown} {ar}" if report.period.earlier else "",
        periodslut=day(report.period.last_day(ar)),
        lagstadgad=bool(bokslut.uppgifter.lagstadgad) and not bokslut.helar,
        framtagen_av=bokslut.uppgifter.framtagen_av,
        mrp_rubrik=f"{settings.kommun.rubrik_mrp} {report.mrp.head.ar}–{report.mrp.head.ar + 2}",
        mrp_status=status_of(report.mrp.head, settings, ()),
        titelsida=_titelsida(bokslut, settings, report.period),
        dokumentinformation=_dokumentinformation(bokslut, settings, report.period),
        status=status_of(bokslut.head, settings, ()),
        texter=_texter(bokslut, resolve),
        korthet=_korthet(report, bokslut, goals, operations, investments),
        saknas=listed(missing) if missing else "",
        vision=visionsdel_of(report.mrp, resolve),
        maluppfyllelse=goals,
        finansmal=finansmal_of(bokslut, bedomningsskala(settings, report.period), resolve),
        nyckeltal=nyckeltal_of(bokslut),
        rakenskaper=rakenskaper_of(bokslut),
        drift=operations,
        investeringar=investments,
        objekt=objects,
        diagram=kommundiagram_of(goals, operations, ar, helar=bokslut.helar),
        personal=personalrader_of(bokslut.personal, resolve),
        namnder=namndverksamheter_of(report, own),
        bilagor=bilagor_of(bokslut.bilagor, resolve),
    )


def titel_of(kommun: Kommun, period: Period) -> str:
    """What the municipality calls its own report of the period."""
    if period is Period.AR:
        return kommun.rubrik_arsredovisning or ARSREDOVISNING
    return kommun.rubrik_delarsrapport or DELAR


def period_shown(bokslut: Bokslut, ar: int = 0) -> str:
    """`januari–augusti 2027`; the year alone for the whole year. `ar` is another year than its own."""
    year = str(ar or bokslut.head.ar)
    return year if bokslut.helar else f"{bokslut.period.shown} {year}"


def _typeset(resolve_for: ResolveFor) -> ResolveFor:
    return lambda namnd: typeset(resolve_for(namnd))


def _titelsida(bokslut: Bokslut, installningar: Installningar, period: Period) -> Titelsida:
    return titelsida_of(
        installningar, titel=titel_of(installningar.kommun, period), period=period_shown(bokslut),
        diarienummer=or_dash(bokslut.uppgifter.diarienummer),
    )  # fmt: skip


def _dokumentinformation(bokslut: Bokslut, installningar: Installningar, period: Period) -> Dokumentinformation:
    return dokumentinformation_of(
        bokslut.head, bokslut.uppgifter, installningar, giltighet=period_shown(bokslut), information=INFORMATION,
        namn=f"{titel_of(installningar.kommun, period)} {period_shown(bokslut)}", typ=RAPPORT,
    )  # fmt: skip


def _texter(bokslut: Bokslut, resolve: Resolve) -> Kommuntexter:
    texts = bokslut.texter
    return Kommuntexter(
        sammanfattning=resolve(texts.sammanfattning),
        oversikt=resolve(texts.oversikt),
        stallning=resolve(texts.stallning),
        handelser=resolve(texts.handelser),
        styrning=resolve(texts.styrning),
        hushallning=resolve(texts.hushallning),
        finansiell_analys=resolve(texts.finansiell_analys),
        balanskrav=resolve(texts.balanskrav),
        personal=resolve(texts.personal),
        utveckling=resolve(texts.utveckling),
        koncern=resolve(texts.koncern),
        vision=resolve(texts.vision),
    )


def _korthet(
    report: JointReport, bokslut: Bokslut, mal: Kommunmaluppfyllelse, drift: Kommunutfall, investeringar: Kommunutfall
) -> tuple[Korthetsrad, ...]:
    """Goals, results, the year's result, net cost and investments, and who has reported."""
    year = "Utfall" if bokslut.helar else "Prognos"
    result, required = arets_resultat(bokslut), balanskrav(bokslut)[-1]
    reported, expected = len(report.rapporter), len(report.rapporter) + len(report.saknas)
    facts = (
        ("Inriktningsmål", counts_shown(mal.antal_mal)),
        ("Förväntade resultat", counts_shown(mal.antal)),
        ("Årets resultat", against_budget(year, result.prognos, result.prognosavvikelse)),
        ("Årets balanskravsresultat", f"{year} {in_tkr(required.prognos)}"),
        ("Verksamhetens nettokostnader", _against(year, drift)),
        ("Årets investeringar", _against(year, investeringar, SPENT)),
        ("Nämndernas rapporter", f"{reported} av {expected} nämnder har lämnat rapport"),
    )
    return tuple(Korthetsrad(uppgift=what, lage=how) for what, how in facts if how)


def _against(year: str, tabell: Kommunutfall, words: tuple[str, str] = ("bättre", "sämre")) -> str:
    total = tabell.summa
    return against_budget(year, total.prognos or 0, total.prognosavvikelse or 0, words)
