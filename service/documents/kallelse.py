"""The summons to a meeting, with the agenda (föredragningslista)."""

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
    bilagor: tuple[Bilagerad, ...] = field(metadata=told("Ärendets bilagor."))


@dataclass(frozen=True, slots=True, kw_only=True)
class KallelseContext:
    """All that the template of a summons may use."""

    rubrik: str = field(metadata=told("Papperets rubrik.", "Kallelse till Socialnämnden 10 december 2026"))
    mote: Motesfakta = field(metadata=told("När och var."))
    kallade: StyledText = field(metadata=told("Vilka som kallas.", "Ledamöter och ersättare"))
    forhinder: str = field(metadata=told("Hur förhinder anmäls; kan vara tom.", "Till nämndsekreteraren"))
    arenden: tuple[Arenderad, ...] = field(metadata=told("Ärendena i ordning."))


def context_for(mote: Mote, installningar: Installningar) -> KallelseContext:
    """What the summons says."""
    facts = motesfakta(mote, installningar)
    return KallelseContext(
        rubrik=f"Kallelse till {facts.namnd} {facts.datum}",
        mote=facts,
        kallade=mote.uppgifter.kallade,
        forhinder=mote.uppgifter.forhinder,
        arenden=tuple(_rad(mote, punkt) for punkt in mote.punkter),
    )


def _rad(mote: Mote, punkt: Punkt) -> Arenderad:
    row, resolve = punkt.rad, resolve_in(mote, punkt)
    return Arenderad(
        nummer=str(punkt.nummer), ankare=f"ärende {punkt.nummer}", rubrik=row.rubrik, utgar=punkt.utgar,
        typ=or_dash(row.typ), dnr=or_dash(row.dnr), foredragande=or_dash(row.foredragande),
        forslag=attsatser(resolve(row.forslag)),
        skrivelse=f"Tjänsteskrivelse {day(punkt.skrivelse.datum)}" if punkt.skrivelse else "",
        bilagor=bilagerader(punkt),
    )  # fmt: skip
