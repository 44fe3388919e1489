"""The officer's report (tjänsteskrivelse) that an ärende is decided on."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.moten import Mote, Punkt
from service.chain.plans import Installningar

from .contract import told
from .motet import Motesfakta, attsatser, motesfakta, mottagare, resolve_in, underlag_of
from .wording import day, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class TjansteskrivelseContext:
    """All that the template of a tjänsteskrivelse may use."""

    rubrik: str = field(metadata=told("Ärendets rubrik.", "Verksamhetsplan med detaljbudget 2027"))
    mote: Motesfakta = field(metadata=told("Sammanträdet som skrivelsen är ställd till."))
    arende: int = field(metadata=told("Ärendets nummer på listan.", "3"))
    dnr: str = field(metadata=told("Diarienumret.", "SN 2026/214"))
    datum: str = field(metadata=told("Skrivelsens dag.", "24 november 2026"))
    handlaggare: str = field(metadata=told("Handläggaren.", "Ekonom Kim Ek"))
    chef: str = field(metadata=told("Chefen.", "Förvaltningschef Alex Alm"))
    forslag: StyledText = field(metadata=told("Förslaget till beslut.", "Nämnden antar planen."))
    sammanfattning: StyledText = field(metadata=told("Sammanfattningen.", "Planen bygger på målen."))
    beskrivning: StyledText = field(metadata=told("Beskrivningen av ärendet.", "Nämnden ska anta en plan."))
    ekonomi: StyledText = field(metadata=told("De ekonomiska konsekvenserna.", "Planen ryms i ramen."))
    underlag: StyledText = field(metadata=told("Beslutsunderlaget.", "- Bilaga 3.1 Verksamhetsplan 2027"))
    mottagare: tuple[str, ...] = field(metadata=told("Vilka beslutet skickas till.", "Kommunstyrelsen"))


def context_for(mote: Mote, installningar: Installningar, punkt: Punkt) -> TjansteskrivelseContext:
    """What the tjänsteskrivelse of an ärende says. Raises `ValueError` for an ärende without one."""
    text, resolve = punkt.skrivelse, resolve_in(mote, punkt)
    if text is None:
        raise ValueError(punkt.rad.rubrik)
    return TjansteskrivelseContext(
        rubrik=punkt.rad.rubrik,
        mote=motesfakta(mote, installningar),
        arende=punkt.nummer,
        dnr=or_dash(punkt.rad.dnr),
        datum=day(text.datum),
        handlaggare=or_dash(text.handlaggare),
        chef=or_dash(text.chef),
        forslag=attsatser(resolve(punkt.rad.forslag)),
        sammanfattning=resolve(text.sammanfattning),
        beskrivning=resolve(text.beskrivning),
        ekonomi=resolve(text.ekonomi),
        underlag=underlag_of(punkt, resolve),
        mottagare=mottagare(punkt),
    )
