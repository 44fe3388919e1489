"""The summons to a meeting: who is called, when and where, and how absence is told. The list is a paper of its own."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.moten import Mote
from service.chain.plans import Installningar

from .contract import told
from .motet import Motesfakta, motesfakta


@dataclass(frozen=True, slots=True, kw_only=True)
class KallelseContext:
    """All that the template of a summons may use."""

    rubrik: str = field(metadata=told("Papperets rubrik.", "Kallelse till Socialnämnden 10 december 2026"))
    mote: Motesfakta = field(metadata=told("När och var."))
    kallade: StyledText = field(metadata=told("Vilka som kallas.", "Ledamöter och ersättare"))
    forhinder: str = field(metadata=told("Hur förhinder anmäls; kan vara tom.", "Till nämndsekreteraren"))
    antal: str = field(metadata=told("Hur många ärenden listan har; de som utgår räknas inte.", "6 ärenden"))


def context_for(mote: Mote, installningar: Installningar) -> KallelseContext:
    """What the summons says."""
    facts = motesfakta(mote, installningar)
    count = sum(not punkt.utgar for punkt in mote.punkter)
    return KallelseContext(
        rubrik=f"Kallelse till {facts.namnd} {facts.datum}",
        mote=facts,
        kallade=mote.uppgifter.kallade,
        forhinder=mote.uppgifter.forhinder,
        antal="ett ärende" if count == 1 else f"{count} ärenden",
    )
