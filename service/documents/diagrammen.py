"""The charts of the papers: what a controller would hand to the politicians.

Each stands beside a table or a text with the same figures, and is None where it would show too little.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from service.chain import figures
from service.chain.plans import Installningar, Mrp
from service.chain.records import Matt, VpMatt

from .budgettabell import Budgettabell
from .contract import told
from .diagram import Diagram, Serie
from .driftbudget import namnd_order
from .wording import organ, telling

EXAMPLE = "ett diagram"
_FEWEST_POINTS = 3  # of a mått: fewer say no more as a line than as numbers
_LONGEST_GAP = 4  # years without a value between the base year and the plan's


@dataclass(frozen=True, slots=True, kw_only=True)
class MrpDiagram:
    """The charts of the mål- och resursplan."""

    ramar: Diagram | None = field(
        metadata=told("Nämndernas ramar för tre år, anslagsbindningsnivåerna sammanlagda; saknas utan ramar.", EXAMPLE)
    )
    skatter: Diagram | None = field(
        metadata=told("Skatteintäkter, statsbidrag och nettokostnader för tre år; saknas utan resultatbudget.", EXAMPLE)
    )
    resultat: Diagram | None = field(
        metadata=told("Årets resultat i procent mot det finansiella målet; saknas utan resultatbudget.", EXAMPLE)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class VpDiagram:
    """The charts of the verksamhetsplan; those of its mått stand with each mått."""

    detaljbudget: Diagram | None = field(
        metadata=told(
            "Nettobudget för varje verksamhet, planåret och året före; saknas med färre än två rader.", EXAMPLE
        )
    )


def mrp_diagram(mrp: Mrp, installningar: Installningar) -> MrpDiagram:
    """All charts of the plan."""
    years = _years(mrp.head.ar)
    return MrpDiagram(
        ramar=_ramar(mrp, installningar),
        skatter=_skatter(mrp, years),
        resultat=_resultat(mrp, years),
    )


def vp_diagram(ar: int, budget: Budgettabell) -> VpDiagram:
    """All charts of the nämnd's plan."""
    return VpDiagram(detaljbudget=_detaljbudget(ar, budget) if len(budget.rader) > 1 else None)


def matt_diagram(matt: Matt | VpMatt, ar: int) -> Diagram | None:
    """The base value and the targets of a mått year by year; None with fewer than three values."""
    targets = (matt.mal_1, matt.mal_2, matt.mal_3)
    known = [value for value in (matt.basvarde, *targets) if value is not None]
    if matt.basvarde is None or len(known) < _FEWEST_POINTS:
        return None
    before = _base_years(matt.basar, ar)
    return Diagram(
        kind="linjer",
        title=f"{matt.nummer} {matt.text}",
        categories=(*before, *_years(ar)),
        series=(Serie(name="Utfall", values=(matt.basvarde, *(None,) * (len(before) - 1), None, None, None)),),
        unit=matt.enhet,
        decimals=max(_decimals(value) for value in known),
        target=Serie(name="Mål", values=(*(None,) * len(before), *targets)),
        better=matt.riktning,
    )


def _ramar(mrp: Mrp, installningar: Installningar) -> Diagram | None:
    """The frames of the nämnder that have any, the largest first."""
    by_namnd = ((figures.summa_ramar(mrp.namnd_ramar(kod)), kod) for kod in namnd_order(mrp, installningar))
    sums = [(total, kod) for total, kod in by_namnd if total.ram_1 or total.ram_2 or total.ram_3]
    if not sums:
        return None
    sums.sort(key=lambda pair: -pair[0].ram_1)
    frames, ar = [total for total, _ in sums], mrp.head.ar
    return Diagram(
        kind="liggande staplar",
        title="Ramar per nämnd",
        categories=tuple(organ(kod, installningar) for _, kod in sums),
        series=(
            Serie(name=f"Ram {ar}", values=tuple(total.ram_1 for total in frames)),
            Serie(name=f"Plan {ar + 1}", values=tuple(total.ram_2 for total in frames)),
            Serie(name=f"Plan {ar + 2}", values=tuple(total.ram_3 for total in frames)),
        ),
    )


def _skatter(mrp: Mrp, years: tuple[str, ...]) -> Diagram | None:
    """What the municipality gets, beside what its verksamhet costs."""
    rows = [(post, figures.post(mrp.resultatbudget, post)) for post in figures.SKATTEPOSTER]
    costs = tuple(-amount for amount in figures.nettokostnader(mrp))
    shown = [(name, values) for name, values in (*rows, ("Verksamhetens nettokostnader", costs)) if any(values)]
    if not shown:
        return None
    return Diagram(
        kind="staplar",
        title="Skatteintäkter, statsbidrag och nettokostnader",
        categories=years,
        series=tuple(Serie(name=name, values=values) for name, values in shown),
    )


def _resultat(mrp: Mrp, years: tuple[str, ...]) -> Diagram | None:
    """Årets resultat as a share of taxes and general grants, against the municipality's own target."""
    shares, goal = figures.resultat_i_procent(mrp), mrp.uppgifter.resultatmal_procent
    if None in shares:
        return None
    return Diagram(
        kind="staplar",
        title="Årets resultat i procent av skatter och generella bidrag",
        categories=years,
        series=(Serie(name="Årets resultat", values=shares),),
        unit="%",
        decimals=telling([share for share in shares if share is not None], goal),
        target=None if goal is None else Serie(name="Finansiellt mål", values=(goal,) * len(years)),
        better="högre",
    )


def _detaljbudget(ar: int, budget: Budgettabell) -> Diagram:
    return Diagram(
        kind="liggande staplar",
        title="Nettobudget per verksamhet",
        categories=tuple(f"{rad.kod} {rad.benamning}".strip() for rad in budget.rader),
        series=(
            Serie(name=f"Budget {ar}", values=tuple(rad.netto for rad in budget.rader)),
            Serie(name=f"Budget {ar - 1}", values=tuple(rad.netto_forra for rad in budget.rader)),
        ),
    )


def _years(ar: int) -> tuple[str, str, str]:
    return (str(ar), str(ar + 1), str(ar + 2))


def _base_years(basar: str, ar: int) -> tuple[str, ...]:
    """The base year and those between it and the plan, so that the distance in time is seen."""
    first = int(basar) if basar.isascii() and basar.isdigit() else ar
    if 0 < ar - first <= _LONGEST_GAP + 1:
        return tuple(str(year) for year in range(first, ar))
    return (basar or "Basvärde",)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(max(-exponent, 0), 3) if isinstance(exponent, int) else 0
