"""Enhetsutdrag: what a unit's staff need of the verksamhetsplan, their own activities under their results (R21)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from service.chain.plans import Installningar, Mrp, Verksamhetsplan

from .contract import told
from .resultatplan import PlanMal, resultatplan_of
from .status import Status, status_of
from .titelsida import Titelsida
from .typesetting import typeset
from .verksamhetsplan import numbers_of, vp_titelsida
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import organ


@dataclass(frozen=True, slots=True, kw_only=True)
class EnhetsutdragContext:
    """All that the extract's template may use."""

    rubrik: str = field(metadata=told("Titel, år och enhet.", "Utdrag ur verksamhetsplan 2027, Norra skolan"))
    ar: int = field(metadata=told("Planåret.", "2027"))
    enhet: str = field(metadata=told("Enhetens namn.", "Norra skolan"))
    enhetskod: str = field(metadata=told("Enhetens kod.", "E12"))
    namnd: str = field(metadata=told("Nämndens namn.", "Barn- och utbildningsnämnden"))
    titelsida: Titelsida = field(metadata=told("Kommun, titel och år."))
    status: Status = field(metadata=told("Planens läge."))
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    mal: tuple[PlanMal, ...] = field(metadata=told("Enhetens aktiviteter under mål och resultat."))


def context_for(
    vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar, resolve: Resolve, enhet: str
) -> EnhetsutdragContext:
    """What the extract for the unit with that code says; the units under it are counted in."""
    found, resolve = installningar.enhet(vp.head.namnd, enhet), typeset(resolve)
    name = found.namn if found else enhet
    units = frozenset(_with_units_below(enhet, vp.head.namnd, installningar))
    title = f"Utdrag ur {installningar.kommun.rubrik_verksamhetsplan.lower()}"
    return EnhetsutdragContext(
        rubrik=f"{title} {vp.head.ar}, {name}",
        ar=vp.head.ar,
        enhet=name,
        enhetskod=enhet,
        namnd=organ(vp.head.namnd, installningar),
        titelsida=vp_titelsida(vp, installningar, title),
        status=status_of(vp.head, installningar, numbers_of(vp, mrp)),
        vision=visionsdel_of(mrp, resolve),
        mal=resultatplan_of(vp, mrp, installningar, resolve, lambda aktivitet: aktivitet.enhet in units),
    )


def _with_units_below(kod: str, namnd: str, installningar: Installningar) -> Iterator[str]:
    """The unit and all under it; one that says it stands under itself is met but once."""
    waiting, met = [kod], set[str]()
    while waiting:
        current = waiting.pop()
        if current not in met:
            met.add(current)
            yield current
            waiting += [e.kod for e in installningar.enheter if e.namnd == namnd and e.overordnad == current]
