"""Mått as rows of a report: where they began, what has become, where they should be, and which way they go."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from schemas.text import StyledText
from service.chain.kallor import matt_kalla
from service.chain.outcomes import Figures
from service.chain.records import Matutfall
from service.chain.skalor import Skala
from service.chain.utfall import Granser, Mattlage

from .bedomningen import Bedomning, bedomning_of
from .contract import told
from .diagram import Diagram
from .diagrammen import EXAMPLE
from .rapportdiagram import Tid, mattutfall_diagram
from .visionen import Resolve
from .wording import DASH, SPACE, amount, amounts, or_dash

EJ_MATT = "ej mätt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mattutfallsrad:
    """A mått with its outcome, ready to print."""

    nummer: str = field(metadata=told("Måttets nummer.", "M2.3a"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till måttet.", "mått M2.3a"))
    text: str = field(metadata=told("Vad som mäts.", "Matsvinn"))
    enhet: str = field(metadata=told("Enhet.", "gram per portion"))
    riktning: str = field(metadata=told("När måttet är bättre: högre eller lägre.", "lägre"))
    bas: str = field(metadata=told("Basvärde med basår.", "46 (2025)"))
    foregaende: str = field(metadata=told("Värdet som rapporterades förra perioden.", "41"))
    utfall: str = field(metadata=told("Utfallet, eller att det inte är mätt.", "39"))
    avser: str = field(metadata=told("Tiden som utfallet gäller; kan vara tom.", "vårterminen 2027"))
    prognos: str = field(metadata=told("Värdet som väntas för hela året.", "38"))
    mal: str = field(metadata=told("Årets målvärde.", "38"))
    bedomning: Bedomning = field(metadata=told("Vad siffrorna visar."))
    narhet: str = field(metadata=told("Hur stor del av vägen från basvärdet till målet som är gången.", "88 %"))
    trend: str = field(metadata=told("Pil och ord för riktningen, och sedan vilket år.", "↑ förbättrad sedan 2025"))
    ej_matt: str = field(metadata=told("Varför utfall saknas; annars tom.", "Mäts i november."))
    kommentar: StyledText = field(metadata=told("Kommentar; kan vara tom.", "Svinnet har minskat i alla kök."))
    kalla: str = field(
        default="",
        metadata=told("Varifrån utfallet är hämtat; tom för nämndens eget.", "Källa: Kolada (N00945, 2026)."),
    )
    diagram: Diagram | None = field(
        metadata=told("Basvärde, förra perioden och nu mot årets mål; saknas utan alla fyra värdena.", EXAMPLE)
    )


def mattutfallsrader_of(
    lagen: Iterable[Mattlage], skala: Skala, tid: Tid, resolve: Resolve, figures: Figures | None = None
) -> tuple[Mattutfallsrad, ...]:
    """Each mått as a row of a report on that time, in the order given; `figures` are those from elsewhere."""
    return tuple(replace(_rad(each, skala, tid, resolve), kalla=matt_kalla(figures, each.matt)) for each in lagen)


def trend_shown(lage: Mattlage) -> str:
    """`↑ förbättrad sedan 2025`, the arrow with its word and the year with its preposition; a dash for none."""
    arrow, _, words = lage.trend_ord.partition(" ")
    return f"{arrow}{SPACE}{words.replace('sedan ', f'sedan{SPACE}')}" if arrow else DASH


def mattregel(granser: Granser, *, helar: bool) -> str:
    """How a mått is judged, in words, with the municipality's own limits."""
    bedomt = "Utfallet bedöms." if helar else "Prognosen för året bedöms där det finns en, annars utfallet."
    return (
        "Ett mått är uppfyllt när årets målvärde är nått, och delvis uppfyllt när minst "
        f"{amount(granser.delvis)}{SPACE}procent av vägen från basvärdet till målvärdet är gången; annars är det ej "
        f"uppfyllt. {bedomt} Trenden är förändringen sedan basåret: uppåtpil är bättre och nedåtpil sämre, åt vilket "
        f"håll siffrorna än går; en förändring på "
        f"högst {amount(granser.trend)}{SPACE}procent räknas som oförändrad."
    )


def _rad(each: Mattlage, skala: Skala, tid: Tid, resolve: Resolve) -> Mattutfallsrad:
    matt = each.matt
    base, before, outcome, expected, target = amounts(
        matt.basvarde, matt.foregaende, matt.utfall, matt.prognos, matt.mal
    )
    return Mattutfallsrad(
        nummer=matt.nummer,
        ankare=f"mått {matt.nummer.rstrip('*')}",
        text=matt.text,
        enhet=or_dash(matt.enhet),
        riktning=or_dash(matt.riktning),
        bas=_bas(matt, base),
        foregaende=before,
        utfall=EJ_MATT if matt.utfall is None else outcome,
        avser="" if matt.utfall is None else matt.avser,
        prognos=expected,
        mal=target,
        bedomning=bedomning_of(each.status, skala),
        narhet=DASH if each.narhet is None else f"{amount(each.narhet.quantize(1))}{SPACE}%",
        trend=trend_shown(each),
        ej_matt=matt.ej_matt if matt.utfall is None else "",
        kommentar=resolve(matt.kommentar),
        diagram=mattutfall_diagram(each, tid),
    )  # fmt: skip


def _bas(matt: Matutfall, value: str) -> str:
    return f"{value} ({matt.basar})" if matt.basar and matt.basvarde is not None else value
