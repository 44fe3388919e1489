"""Uppdragsdialogen: what a nämnd and the budgetberedning have before them, side by side (regler § 1.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.text import StyledText, styled
from service.chain.plans import Installningar, Mrp
from service.chain.records import Inriktningsmal, Resultat
from service.chain.values import Nummer

from .contract import told
from .driftbudget import Driftrad, Forandringsdel, driftrader_of, forandringsdel_of, summarad
from .malen import resultatrad_of
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .visionen import Resolve
from .wording import DASH, day, or_dash, organ

TITEL = "Uppdragsdialog"
FRAGOR = styled(
    "- Bidrar resultaten till inriktningsmålen, och räcker de?\n"
    "- Är resultaten mätbara, realistiska och få?\n"
    "- Ryms resultaten inom den ekonomiska ramen? Vad väljs bort?\n"
    "- Motverkar något resultat ett annat mål eller en annan nämnds resultat?\n"
    "- Vad behöver nämnden av andra för att nå resultaten?"
)
INGET = "Inget förväntat resultat är föreslaget."


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialograd:
    """A goal and a result that the nämnd proposes under it, with what is to be talked about."""

    mal: str = field(metadata=told("Inriktningsmålets nummer.", "2"))
    mal_text: StyledText = field(metadata=told("Inriktningsmålet.", "Kommunens klimatpåverkan ska minska."))
    roll: str = field(metadata=told("Om nämnden är ansvarig eller bidrar.", "ansvarig"))
    resultat: str = field(metadata=told("Resultatets nummer; ett streck om inget är föreslaget.", "2.3"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Matsvinnet är högst 38 gram per portion."))
    matt: str = field(metadata=told("Resultatets mått och mål, ett på varje rad.", "M2.3a Matsvinn: högst 38 g"))
    period: str = field(metadata=told("När resultatet ska nås.", "2027"))
    avstamt: str = field(metadata=told("När resultatet stämdes av i dialogen; annars tom.", "14 april 2026"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialoganteckning:
    """What was noted at the dialogue."""

    datum: str = field(metadata=told("När dialogen hölls.", "14 april 2026"))
    narvarande: str = field(metadata=told("Vilka som var med.", "Budgetberedningen och nämndens presidium"))
    anteckning: StyledText = field(metadata=told("Vad man kom fram till; kan vara tom.", "Resultaten är rimliga."))


@dataclass(frozen=True, slots=True, kw_only=True)
class UppdragsdialogContext:
    """All that the template of the dialogue may use."""

    rubrik: str = field(metadata=told("Titel, år och nämnd.", "Uppdragsdialog 2027, Socialnämnden"))
    ar: int = field(metadata=told("Planåret; {{ ar + 1 }} är året efter.", "2027"))
    kod: str = field(metadata=told("Nämndens kod.", "SN"))
    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    titelsida: Titelsida = field(metadata=told("Kommun, titel och år."))
    status: Status = field(metadata=told("Läget för planen som underlaget är hämtat ur."))
    rader: tuple[Dialograd, ...] = field(metadata=told("Mål och resultat sida vid sida."))
    ramar: tuple[Driftrad, ...] = field(metadata=told("Nämndens ramar."))
    ramsumma: Driftrad = field(metadata=told("Nämndens ramar tillsammans."))
    forandring: Forandringsdel = field(metadata=told("Varför ramen ändras."))
    fragor: StyledText = field(metadata=told("Frågor att tala om.", "Räcker resultaten för att nå målen?"))
    anteckning: Dialoganteckning | None = field(metadata=told("Anteckningen; saknas före dialogen."))


def context_for(mrp: Mrp, installningar: Installningar, resolve: Resolve, namnd: str) -> UppdragsdialogContext:
    """What lies on the table at the dialogue with the nämnd of that code."""
    namn, resolve = organ(namnd, installningar), typeset(resolve)
    rows = tuple(_rader(mrp, installningar, resolve, namnd))
    return UppdragsdialogContext(
        rubrik=f"{TITEL} {mrp.head.ar}, {namn}",
        ar=mrp.head.ar,
        kod=namnd,
        namnd=namn,
        titelsida=titelsida_of(
            installningar, titel=TITEL, period=str(mrp.head.ar), avser=namn,
            diarienummer=or_dash(mrp.uppgifter.diarienummer),
        ),
        status=status_of(mrp.head, installningar, _numbers(mrp, namnd)),
        rader=rows,
        ramar=driftrader_of(mrp, namnd, installningar),
        ramsumma=summarad(mrp.namnd_ramar(namnd), "Summa"),
        forandring=forandringsdel_of(mrp, namnd, installningar),
        fragor=resolve(mrp.texter.dialogfragor or FRAGOR),
        anteckning=_anteckning(mrp, namnd, resolve),
    )  # fmt: skip


def _rader(mrp: Mrp, installningar: Installningar, resolve: Resolve, namnd: str) -> Iterator[Dialograd]:
    """Each goal that the nämnd answers for, contributes to or has results under; a row for each of its results."""
    own = mrp.namnd_resultat(namnd)
    for mal in mrp.gallande_mal:
        results = [resultat for resultat in own if resultat.inriktningsmal == mal.id]
        roll = _roll(mal, namnd)
        for resultat in results:
            yield _rad(mal, roll or "bidrar", resolve, _resultat(resultat, mrp, installningar, resolve))
        if not results and roll:
            nothing: dict[str, StyledText | str] = {
                "resultat": DASH,
                "text": styled(INGET),
                "matt": DASH,
                "period": DASH,
                "avstamt": "",
            }
            yield _rad(mal, roll, resolve, nothing)


def _roll(mal: Inriktningsmal, namnd: str) -> str:
    if namnd in mal.ansvariga:
        return "ansvarig"
    return "bidrar" if namnd in mal.bidragande else ""


def _rad(mal: Inriktningsmal, roll: str, resolve: Resolve, resultat: dict[str, StyledText | str]) -> Dialograd:
    return Dialograd(mal=str(mal.nummer), mal_text=resolve(mal.text), roll=roll, **resultat)  # type: ignore[arg-type]


def _resultat(
    resultat: Resultat, mrp: Mrp, installningar: Installningar, resolve: Resolve
) -> dict[str, StyledText | str]:
    rad = resultatrad_of(resultat, mrp, installningar, resolve)
    return {
        "resultat": rad.nummer, "text": rad.text, "matt": rad.matt_text, "period": rad.period,
        "avstamt": day(resultat.avstamd) if resultat.avstamd else "",
    }  # fmt: skip


def _anteckning(mrp: Mrp, namnd: str, resolve: Resolve) -> Dialoganteckning | None:
    row = next((dialog for dialog in mrp.dialoger if dialog.namnd == namnd), None)
    if row is None:
        return None
    return Dialoganteckning(
        datum=day(row.datum), narvarande=or_dash(row.narvarande), anteckning=resolve(row.anteckning)
    )


def _numbers(mrp: Mrp, namnd: str) -> Iterator[Nummer]:
    yield from (mal.nummer for mal in mrp.gallande_mal)
    yield from (resultat.nummer for resultat in mrp.namnd_resultat(namnd))
