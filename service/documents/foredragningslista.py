"""The agenda of a meeting (föredragningslista): the ärenden in order, what is proposed, and their papers."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.moten import Mote, Punkt
from service.chain.plans import Installningar

from .contract import told
from .motet import Bilagerad, Motesfakta, attsatser, bilagerader, motesfakta, resolve_in
from .wording import day, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Arenderad:
    """An ärende on the list."""

    nummer: str = field(metadata=told("Ärendets nummer på listan.", "3"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till ärendet.", "ärende 3"))
    rubrik: str = field(metadata=told("Rubriken.", "Verksamhetsplan med detaljbudget 2027"))
    utgar: bool = field(metadata=told("Om ärendet utgår.", "nej"))
    typ: str = field(metadata=told("Beslut, information, anmälan eller formalia.", "beslut"))
    dnr: str = field(metadata=told("Diarienumret.", "SN 2026/214"))
    foredragande: str = field(metadata=told("Den som föredrar.", "Förvaltningschefen"))
    forslag: StyledText = field(metadata=told("Förslaget till beslut.", "Nämnden antar planen."))
    skrivelse: str = field(metadata=told("Tjänsteskrivelsen; tom om den saknas.", "Tjänsteskrivelse 24 november 2026"))
    handlingar: str = field(
        metadata=told("Handlingarna i korthet; ett streck om det inga finns.", "Tjänsteskrivelse, bilaga 3.1–3.2")
    )
    bilagor: tuple[Bilagerad, ...] = field(metadata=told("Ärendets bilagor."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ForedragningslistaContext:
    """All that the template of an agenda may use."""

    rubrik: str = field(metadata=told("Papperets rubrik.", "Föredragningslista Socialnämnden 10 december 2026"))
    mote: Motesfakta = field(metadata=told("När och var."))
    arenden: tuple[Arenderad, ...] = field(metadata=told("Ärendena i ordning."))


def context_for(mote: Mote, installningar: Installningar) -> ForedragningslistaContext:
    """What the agenda says."""
    facts = motesfakta(mote, installningar)
    return ForedragningslistaContext(
        rubrik=f"Föredragningslista {facts.namnd} {facts.datum}",
        mote=facts,
        arenden=tuple(_rad(mote, punkt) for punkt in mote.punkter),
    )


def _rad(mote: Mote, punkt: Punkt) -> Arenderad:
    row, resolve = punkt.rad, resolve_in(mote, punkt)
    return Arenderad(
        nummer=str(punkt.nummer), ankare=f"ärende {punkt.nummer}", rubrik=row.rubrik, utgar=punkt.utgar,
        typ=or_dash(row.typ), dnr=or_dash(row.dnr), foredragande=or_dash(row.foredragande),
        forslag=attsatser(resolve(row.forslag)),
        skrivelse=f"Tjänsteskrivelse {day(punkt.skrivelse.datum)}" if punkt.skrivelse else "",
        handlingar=_in_short(punkt),
        bilagor=bilagerader(punkt),
    )  # fmt: skip


def _in_short(punkt: Punkt) -> str:
    """`Tjänsteskrivelse, bilaga 3.1–3.2`."""
    numbers = [bilaga.beteckning for bilaga in punkt.bilagor]
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}" if numbers else ""
    parts = ["tjänsteskrivelse"] * (punkt.skrivelse is not None) + [f"bilaga\u00a0{span}"] * bool(span)
    return or_dash(", ".join(parts)[:1].upper() + ", ".join(parts)[1:])
