"""A § of the minutes: what was decided, how, and who reserved themselves."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.moten import Mote, Punkt

from .besluten import beslut_of
from .contract import told
from .motet import mottagare, resolve_in, underlag_of
from .wording import or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraf:
    """A § as the minutes have it; texts that are empty are left out."""

    nummer: str = field(metadata=told("Paragrafens nummer.", "120"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till paragrafen.", "§ 120"))
    rubrik: str = field(metadata=told("Ärendets rubrik.", "Verksamhetsplan med detaljbudget 2027"))
    dnr: str = field(metadata=told("Diarienumret.", "SN 2026/214"))
    beslut: StyledText = field(metadata=told("Beslutet.", "Nämnden antar planen."))
    beslutsgang: StyledText = field(metadata=told("Beslutsgången; kan vara tom.", "Ordföranden finner bifall."))
    reservation: StyledText = field(metadata=told("Reservationen; kan vara tom.", "Alex Alm (X) reserverar sig."))
    sammanfattning: StyledText = field(metadata=told("Sammanfattningen; kan vara tom.", "Planen bygger på målen."))
    underlag: StyledText = field(metadata=told("Beslutsunderlaget; kan vara tomt.", "- Bilaga 3.1 Verksamhetsplan"))
    mottagare: tuple[str, ...] = field(metadata=told("Vilka beslutet skickas till.", "Kommunstyrelsen"))


def paragraf_of(mote: Mote, punkt: Punkt) -> Paragraf:
    """The § of an ärende. Raises `ValueError` for one without a §."""
    if punkt.paragraf is None:
        raise ValueError(punkt.rad.rubrik)
    row, resolve = punkt.rad, resolve_in(mote, punkt)
    return Paragraf(
        nummer=str(punkt.paragraf),
        ankare=f"§ {punkt.paragraf}",
        rubrik=row.rubrik,
        dnr=or_dash(row.dnr),
        beslut=beslut_of(mote, punkt, resolve),
        beslutsgang=resolve(row.beslutsgang),
        reservation=resolve(row.reservation),
        sammanfattning=resolve(punkt.skrivelse.sammanfattning) if punkt.skrivelse else StyledText(),
        underlag=underlag_of(punkt, resolve),
        mottagare=mottagare(punkt),
    )


def paragraferna(mote: Mote) -> tuple[Paragraf, ...]:
    """Every § of the meeting, by number."""
    held = (punkt for punkt in mote.punkter if punkt.paragraf is not None)
    return tuple(paragraf_of(mote, punkt) for punkt in sorted(held, key=lambda punkt: punkt.paragraf or 0))


def paragrafspann(paragrafer: tuple[Paragraf, ...]) -> str:
    """`§§ 118–124`."""
    numbers = [one.nummer for one in paragrafer]
    if len(numbers) < 2:
        return f"§\u00a0{numbers[0]}" if numbers else "–"
    return f"§§\u00a0{numbers[0]}–{numbers[-1]}"
