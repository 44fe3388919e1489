"""A nämnd's report of a period: delårsrapport during the year, årsberättelse at its end (regler § 4.1, 5.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.text import StyledText
from schemas.workbooks import Period
from service.chain.ekonomi import ekonomi, investering
from service.chain.followups import Uppfoljning
from service.chain.plans import Installningar
from service.chain.records import Kommun
from service.chain.report import Report

from .aktivitetslaget import Aktivitetsdel, aktivitetsdel_of
from .bilagorna import Bilagsrad, bilagor_of
from .contract import told
from .diagram import Diagram
from .dokumentinformation import RAPPORT, Dokumentinformation, dokumentinformation_of
from .korthet import Korthetsrad, i_korthet
from .maluppfyllelsen import Malbygge, Maluppfyllelse, maluppfyllelse_of
from .personalen import Personalrad, personalrader_of
from .rapportdiagram import Rapportdiagram, Tid, rapportdiagram_of
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .uppdragsuppfoljning import Uppdragsgrupp, uppdragsgrupper_of
from .utfallstabell import TECKEN, TECKEN_INVESTERING, Utfallspost, Utfallstabell, utfallstabell_of
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import day, or_dash, organ

DELAR, AR = "Delårsrapport", "Årsberättelse"
INFORMATION = "Uppföljning av verksamhetsplanen: mål, aktiviteter, uppdrag, ekonomi och personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapporttexter:
    """The report's running text. Each may be empty."""

    sammanfattning: StyledText = field(metadata=told("Sammanfattning.", "Nämnden når de flesta av sina resultat."))
    handelser: StyledText = field(metadata=told("Viktiga händelser.", "Två skolor har slagits samman."))
    maluppfyllelse: StyledText = field(metadata=told("Samlad bedömning av målen.", "Resultaten går åt rätt håll."))
    uppdrag: StyledText = field(metadata=told("Om uppdrag och åtaganden i stort.", "Alla uppdrag är påbörjade."))
    ekonomi: StyledText = field(metadata=told("Ekonomisk analys.", "Underskottet beror på fler elever."))
    ekonomi_atgarder: StyledText = field(metadata=told("Åtgärder för ekonomin.", "Vikariekostnaden sänks."))
    investeringar: StyledText = field(metadata=told("Kommentar till investeringarna.", "Inventarier köps i höst."))
    personal: StyledText = field(metadata=told("Om personalen.", "Sjukfrånvaron minskar."))
    framatblick: StyledText = field(metadata=told("Framåtblick.", "Färre barn väntas i förskolan."))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamndrapportContext:
    """All that the templates of delårsrapport and årsberättelse may use."""

    rubrik: str = field(metadata=told("Titel, tid och nämnd.", "Delårsrapport januari–augusti 2027, Socialnämnden"))
    ar: int = field(metadata=told("Året som följs upp.", "2027"))
    kod: str = field(metadata=told("Nämndens kod.", "SN"))
    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    helar: bool = field(metadata=told("Om rapporten gäller hela året.", "nej"))
    period: str = field(metadata=told("Perioden i ord.", "januari–augusti 2027"))
    forra_perioden: str = field(metadata=told("Perioden före samma år; annars tom.", "januari–april 2027"))
    periodslut: str = field(metadata=told("Periodens sista dag.", "31 augusti 2027"))
    framtagen_av: str = field(metadata=told("Befattning som tagit fram rapporten; kan vara tom.", "Förvaltningschef"))
    vp_rubrik: str = field(metadata=told("Planen som följs upp.", "Verksamhetsplan 2027"))
    vp_status: Status = field(metadata=told("Läget för planen som följs upp."))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    dokumentinformation: Dokumentinformation = field(metadata=told("Tabellen med uppgifter om dokumentet."))
    status: Status = field(metadata=told("Rapportens läge."))
    texter: Rapporttexter = field(metadata=told("Löpande text."))
    korthet: tuple[Korthetsrad, ...] = field(metadata=told("Rapporten i korthet, en uppgift på varje rad."))
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    maluppfyllelse: Maluppfyllelse = field(metadata=told("Mål och resultat."))
    aktiviteter: Aktivitetsdel = field(metadata=told("Aktiviteterna."))
    uppdrag: tuple[Uppdragsgrupp, ...] = field(metadata=told("Verksamhetsbeskrivningens rubriker."))
    ekonomi: Utfallstabell = field(metadata=told("Ekonomin, en rad för varje verksamhet."))
    diagram: Rapportdiagram = field(metadata=told("Rapportens diagram; måttens står vid varje mått."))
    investeringar: Utfallstabell = field(metadata=told("Investeringarna, en rad för varje objekt."))
    personal: tuple[Personalrad, ...] = field(metadata=told("Personalen i siffror."))
    bilagor: tuple[Bilagsrad, ...] = field(metadata=told("Rapportens bilagor."))


def context_for(report: Report, resolve: Resolve) -> NamndrapportContext:
    """What the nämnd's report says; `resolve` turns `[[…]]` into references."""
    found, settings, resolve = report.uppfoljning, report.installningar, typeset(resolve)
    namn, vp_head = organ(report.namnd, settings), report.vp.head
    made = maluppfyllelse_of(
        report.mal, report.resultat, [found],
        Malbygge(settings, Tid(found.head.ar, report.period), resolve, report.figures),
    )  # fmt: skip
    economy = utfallstabell_of(_verksamheter(report, resolve), f"{TECKEN} {report.ekonomi_kalla}".strip())
    activities = aktivitetsdel_of(found.aktiviteter, settings, resolve)
    return NamndrapportContext(
        rubrik=f"{titel_of(settings.kommun, report.period)} {period_shown(found)}, {namn}",
        ar=found.head.ar,
        kod=report.namnd,
        namnd=namn,
        helar=found.helar,
        period=period_shown(found),
        forra_perioden=_forra_perioden(report),
        periodslut=day(report.period.last_day(found.head.ar)),
        framtagen_av=found.uppgifter.framtagen_av,
        vp_rubrik=f"{settings.kommun.rubrik_verksamhetsplan} {vp_head.ar}",
        vp_status=status_of(vp_head, settings, ()),
        titelsida=_titelsida(report),
        dokumentinformation=_dokumentinformation(report),
        status=status_of(found.head, settings, ()),
        texter=_texter(found, resolve),
        korthet=i_korthet(made, activities, report.ekonomi, report.investeringar, helar=found.helar),
        vision=visionsdel_of(report.mrp, resolve),
        maluppfyllelse=made,
        aktiviteter=activities,
        uppdrag=uppdragsgrupper_of(found, report.vp, settings, resolve),
        ekonomi=economy,
        diagram=rapportdiagram_of(economy, found.head.ar, _mattdiagram(made), helar=found.helar),
        investeringar=utfallstabell_of(_objekt(found, resolve), TECKEN_INVESTERING),
        personal=personalrader_of(found.personal, resolve),
        bilagor=bilagor_of(found.bilagor, resolve),
    )


def _mattdiagram(made: Maluppfyllelse) -> Iterator[Diagram | None]:
    results = [*(result for goal in made.mal for result in goal.resultat), *made.ovriga]
    return (matt.diagram for result in results for matt in result.matt)


def titel_of(kommun: Kommun, period: Period) -> str:
    """What the municipality calls a nämnd's report of the period."""
    return (kommun.rubrik_arsberattelse or AR) if period is Period.AR else (kommun.rubrik_delarsrapport or DELAR)


def period_shown(uppfoljning: Uppfoljning) -> str:
    """`januari–augusti 2027`; the year alone for the whole year."""
    ar = str(uppfoljning.head.ar)
    return ar if uppfoljning.helar else f"{uppfoljning.period.shown} {ar}"


def _forra_perioden(report: Report) -> str:
    earlier = report.period.earlier
    return f"{earlier[0].shown} {report.uppfoljning.head.ar}" if earlier else ""


def _titelsida(report: Report) -> Titelsida:
    settings = report.installningar
    return titelsida_of(
        settings,
        titel=titel_of(settings.kommun, report.period),
        period=period_shown(report.uppfoljning),
        diarienummer=or_dash(report.uppfoljning.uppgifter.diarienummer),
        avser=organ(report.namnd, settings),
        forvaltning=_forvaltning(report.namnd, settings),
    )


def _dokumentinformation(report: Report) -> Dokumentinformation:
    found, settings = report.uppfoljning, report.installningar
    return dokumentinformation_of(
        found.head, found.uppgifter, settings, giltighet=period_shown(found), information=INFORMATION, typ=RAPPORT,
        namn=f"{titel_of(settings.kommun, report.period)} {period_shown(found)}, {organ(report.namnd, settings)}",
        agare=_forvaltning(report.namnd, settings),
    )  # fmt: skip


def _forvaltning(kod: str, installningar: Installningar) -> str:
    namnd = installningar.namnd(kod)
    return namnd.forvaltning if namnd else ""


def _texter(uppfoljning: Uppfoljning, resolve: Resolve) -> Rapporttexter:
    texts = uppfoljning.texter
    return Rapporttexter(
        sammanfattning=resolve(texts.sammanfattning),
        handelser=resolve(texts.handelser),
        maluppfyllelse=resolve(texts.maluppfyllelse),
        uppdrag=resolve(texts.uppdrag),
        ekonomi=resolve(texts.ekonomi),
        ekonomi_atgarder=resolve(texts.ekonomi_atgarder),
        investeringar=resolve(texts.investeringar),
        personal=resolve(texts.personal),
        framatblick=resolve(texts.framatblick),
    )


def _verksamheter(report: Report, resolve: Resolve) -> Iterator[Utfallspost]:
    found = report.uppfoljning
    for row in found.ekonomi:
        yield Utfallspost(
            benamning=row.benamning or report.installningar.verksamhet_namn(report.namnd, row.verksamhet),
            ekonomi=ekonomi(row, helar=found.helar), kod=row.verksamhet, foregaende=row.foregaende,
            kommentar=resolve(row.kommentar),
        )  # fmt: skip


def _objekt(uppfoljning: Uppfoljning, resolve: Resolve) -> Iterator[Utfallspost]:
    for row in uppfoljning.investeringar:
        yield Utfallspost(
            benamning=row.objekt, ekonomi=investering(row, helar=uppfoljning.helar), slag=or_dash(row.slag),
            foregaende=row.foregaende, kommentar=resolve(row.kommentar),
        )  # fmt: skip
