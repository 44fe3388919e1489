"""Tasks that the decision on the mål- och resursplan gives to the nämnder."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar, Mrp

from .contract import told
from .visionen import Resolve
from .wording import day, or_dash, organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Uppdragsrad:
    """A task to a nämnd."""

    nummer: str = field(metadata=told("Uppdragets nummer.", "U4"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till uppdraget.", "uppdrag U4"))
    namnd: str = field(metadata=told("Nämnden som får uppdraget.", "Socialnämnden"))
    text: StyledText = field(metadata=told("Uppdraget.", "Redovisa en plan för särskilt boende."))
    givare: str = field(metadata=told("Vem som ger uppdraget.", "kommunfullmäktige"))
    aterrapport: str = field(metadata=told("När det senast återrapporteras.", "30 juni 2027"))


def uppdragsrader_of(mrp: Mrp, installningar: Installningar, resolve: Resolve) -> tuple[Uppdragsrad, ...]:
    """All tasks, in the plan's order."""
    return tuple(
        Uppdragsrad(
            nummer=str(row.nummer),
            ankare=f"uppdrag {row.nummer.text}",
            namnd=organ(row.namnd, installningar),
            text=resolve(row.text),
            givare=or_dash(row.givare),
            aterrapport=day(row.aterrapport),
        )
        for row in mrp.uppdrag
    )
