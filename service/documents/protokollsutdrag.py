"""An extract of the minutes: a § for whoever it is sent to."""

from dataclasses import dataclass, field

from service.chain.moten import Mote, Punkt
from service.chain.plans import Installningar

from .contract import told
from .motet import Motesfakta, motesfakta
from .paragraferna import Paragraf, paragraf_of
from .protokoll import Anslagsfakta, anslagsfakta


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtokollsutdragContext:
    """All that the template of an extract may use."""

    rubrik: str = field(metadata=told("Papperets rubrik.", "Protokollsutdrag Socialnämnden 10 december 2026 § 120"))
    mote: Motesfakta = field(metadata=told("När och var."))
    mottagare: str = field(metadata=told("Vem utdraget skickas till.", "Kommunstyrelsen"))
    paragraf: Paragraf = field(metadata=told("Paragrafen."))
    anslag: Anslagsfakta = field(metadata=told("Justering och anslag."))


def context_for(mote: Mote, installningar: Installningar, punkt: Punkt, mottagare: str) -> ProtokollsutdragContext:
    """What an extract says. Raises `ValueError` for an ärende without a §."""
    facts, paragraf = motesfakta(mote, installningar), paragraf_of(mote, punkt)
    return ProtokollsutdragContext(
        rubrik=f"Protokollsutdrag {facts.namnd} {facts.datum} §\u00a0{paragraf.nummer}",
        mote=facts,
        mottagare=mottagare,
        paragraf=paragraf,
        anslag=anslagsfakta(mote),
    )
