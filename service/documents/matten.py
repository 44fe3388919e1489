"""Mått as rows of a table: where it starts from and where it should be each year."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.chain.records import Matt, VpMatt

from .contract import told
from .diagram import Diagram
from .diagrammen import EXAMPLE, matt_diagram
from .wording import DASH, SPACE, amounts, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Mattrad:
    """A mått with its base value and targets, ready to print."""

    nummer: str = field(metadata=told("Måttets nummer.", "M2.3a"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till måttet.", "mått M2.3a"))
    text: str = field(metadata=told("Vad som mäts.", "Matsvinn"))
    enhet: str = field(metadata=told("Enhet.", "gram per portion"))
    riktning: str = field(metadata=told("När måttet är bättre: högre eller lägre.", "lägre"))
    kalla: str = field(metadata=told("Varifrån värdet kommer.", "Kolada (N00945)"))
    frekvens: str = field(metadata=told("Hur ofta det mäts.", "år"))
    bas: str = field(metadata=told("Basvärde med basår.", "46 (2025)"))
    mal_1: str = field(metadata=told("Målvärde för planåret.", "38"))
    mal_2: str = field(metadata=told("Målvärde för andra året.", "36"))
    mal_3: str = field(metadata=told("Målvärde för tredje året.", "35"))
    rad: str = field(metadata=told("Måttet på en rad, med planårets mål.", "M2.3a Matsvinn: högst 38 gram per portion"))
    diagram: Diagram | None = field(
        metadata=told("Basvärde och målvärden år för år; saknas utan basvärde eller med färre än tre värden.", EXAMPLE)
    )


def mattrad_of(matt: Matt | VpMatt, ar: int) -> Mattrad:
    """A mått as a row of the plan for a year."""
    base, *targets = amounts(matt.basvarde, matt.mal_1, matt.mal_2, matt.mal_3)
    return Mattrad(
        nummer=str(matt.nummer),
        ankare=f"mått {matt.nummer.text}",
        text=matt.text + (f" (tidigare{SPACE}{matt.nummer.tidigare})" if matt.nummer.tidigare else ""),
        enhet=or_dash(matt.enhet),
        riktning=or_dash(matt.riktning),
        kalla=_kalla(matt),
        frekvens=or_dash(matt.frekvens),
        bas=_bas(matt, base),
        mal_1=targets[0],
        mal_2=targets[1],
        mal_3=targets[2],
        rad=f"{matt.nummer} {matt.text}: {_mal(matt, targets[0])}",
        diagram=matt_diagram(matt, ar),
    )


def rader(matt: Iterable[Mattrad]) -> str:
    """All mått of a result in one cell, a line each; a dash for none."""
    return "\n".join(rad.rad for rad in matt) or DASH


def _kalla(matt: Matt | VpMatt) -> str:
    if not matt.kalla:
        return f"Kolada ({matt.kolada_id})" if matt.kolada_id else DASH
    return f"{matt.kalla} ({matt.kolada_id})" if matt.kolada_id else matt.kalla


def _bas(matt: Matt | VpMatt, value: str) -> str:
    return f"{value} ({matt.basar})" if matt.basar and matt.basvarde is not None else value


def _mal(matt: Matt | VpMatt, value: str) -> str:
    if matt.mal_1 is None:
        return "mål saknas"
    limit = {"högre": "minst ", "lägre": "högst "}.get(matt.riktning or "", "")
    unit = "" if matt.enhet.startswith("antal") else matt.enhet
    return f"{limit}{value}{SPACE}{unit}".strip()
