"""Anvisningar och ekonomiska ramar: what kommunstyrelsen gives the nämnder to start from in February (regler § 1.2)."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar, Mrp
from service.chain.records import Beslut
from service.chain.values import State

from .antagandena import Antaganderad, antaganden_of
from .arshjul import Tidsplansrad, tidsplan_of
from .contract import told
from .driftbudget import Driftbudget, driftbudget_of
from .malen import Malrad, malrader_of
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .uppdragen import Uppdragsrad, uppdragsrader_of
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import decided, inside, or_dash, organ

TITEL = "Anvisningar och ekonomiska ramar"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnvisningarContext:
    """All that the template of the February instructions may use."""

    rubrik: str = field(metadata=told("Titel med period.", "Anvisningar och ekonomiska ramar 2027–2029"))
    ar: int = field(metadata=told("Planåret; {{ ar + 1 }} är året efter.", "2027"))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    status: Status = field(metadata=told("Anvisningarnas läge."))
    anvisningar: StyledText = field(metadata=told("Anvisningarna; kan vara tom.", "Nämnderna lämnar underlag i mars."))
    tidsplan_beslut: str = field(
        metadata=told("Kommunstyrelsens beslut om tidsplanen; annars tom.", "29 oktober 2025 § 187")
    )
    tidsplan: tuple[Tidsplansrad, ...] = field(metadata=told("Hålltiderna året före planåret, i tidsordning."))
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    inriktningsmal: tuple[Malrad, ...] = field(metadata=told("Inriktningsmålen med ansvariga nämnder."))
    antaganden: tuple[Antaganderad, ...] = field(metadata=told("Siffror som ramarna bygger på."))
    ramar: Driftbudget = field(metadata=told("De preliminära ramarna och varför de ändras."))
    uppdrag: tuple[Uppdragsrad, ...] = field(metadata=told("Uppdrag till nämnderna."))


def context_for(mrp: Mrp, installningar: Installningar, resolve: Resolve) -> AnvisningarContext:
    """What the instructions say, from the proposal that holds the February frames."""
    years, resolve = f"{mrp.head.ar}–{mrp.head.ar + 2}", typeset(resolve)
    beslut = _beslut(installningar, "anvisningar och ramar") if holds_preliminary_frames(mrp) else None
    tidsplan = _beslut(installningar, "tidsplan")
    dnr = (beslut.dnr if beslut else "") or mrp.uppgifter.diarienummer
    return AnvisningarContext(
        rubrik=f"{TITEL} {years}",
        ar=mrp.head.ar,
        titelsida=titelsida_of(installningar, titel=TITEL, period=years, diarienummer=or_dash(dnr)),
        status=_status(mrp, installningar, beslut),
        anvisningar=resolve(mrp.texter.anvisningar),
        tidsplan_beslut=decided(tidsplan.datum, tidsplan.paragraf) if tidsplan else "",
        tidsplan=tidsplan_of(installningar),
        vision=visionsdel_of(mrp, resolve),
        inriktningsmal=malrader_of(mrp, installningar, resolve),
        antaganden=antaganden_of(mrp),
        ramar=driftbudget_of(mrp, installningar),
        uppdrag=uppdragsrader_of(mrp, installningar, resolve),
    )


def holds_preliminary_frames(mrp: Mrp) -> bool:
    """Whether the plan's frames are the preliminary ones of February, which kommunstyrelsen has fixed."""
    return bool(mrp.ramar) and all(ram.ram_1 == ram.preliminar for ram in mrp.ramar)


def _beslut(installningar: Installningar, avser: str) -> Beslut | None:
    """The latest decision of that kind; None where none is entered."""
    found = [beslut for beslut in installningar.beslut if beslut.avser == avser and beslut.datum]
    return max(found, key=lambda beslut: str(beslut.datum), default=None)


def _status(mrp: Mrp, installningar: Installningar, beslut: Beslut | None) -> Status:
    """The plan is a draft until June, but kommunstyrelsen decides the instructions on their own."""
    drafted = status_of(mrp.head, installningar, ())
    if beslut is None:
        return drafted
    by = inside(organ(beslut.organ, installningar))
    word = State.ANTAGEN.word
    return Status(
        ord=word, version=mrp.head.version, rad=f"{word}, version {mrp.head.version}",
        beslut=f"Fastställd av {by} {decided(beslut.datum, beslut.paragraf)}", anmarkning="",
    )  # fmt: skip
