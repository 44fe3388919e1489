"""Figures from elsewhere as a follow-up uses them: whole tkr by nämnd, verksamhet and kostnadsslag, and mått.

Costs are plus and income is minus, so that amounts add up to a net cost. Each amount is rounded once, leaf by leaf.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .codekey import Keyed, Target
from .entries import ARSBUDGET, BUDGET, PROGNOS, UTFALL, Entry, sums, tkr
from .records import Tkr


@dataclass(frozen=True, slots=True)
class Leaf:
    """The amounts of a kostnadsslag in a verksamhet, tkr; None where the file has no such column.

    `utfall` and `budget` are for the year so far, `arsbudget` and `prognos` for the whole year.
    """

    namnd: str
    verksamhet: str
    kostnadsslag: str
    utfall: Tkr | None = None
    budget: Tkr | None = None
    arsbudget: Tkr | None = None
    prognos: Tkr | None = None

    def amount(self, measure: str) -> Tkr | None:
        """The amount of `utfall`, `budget`, `arsbudget` or `prognos`."""
        found: Tkr | None = getattr(self, measure)
        return found


@dataclass(frozen=True, slots=True)
class Mattvarde:
    """What a source outside has for a mått: the newest value up to the year. `kalla` is to be printed beside it."""

    matt: str
    kpi: str
    ar: int
    varde: Decimal
    hamtad: date

    @property
    def kalla(self) -> str:
        """`Källa: Kolada (N00945, 2025), hämtad 2027-09-02`."""
        return f"Källa: Kolada ({self.kpi}, {self.ar}), hämtad {self.hamtad}"


@dataclass(frozen=True, slots=True)
class Figures:
    """All that has been read from elsewhere for a year and period.

    `leaves` are the economy's amounts, `kalla` and `hamtad` where they come from; `utan_plats` sums up in kronor, by
    measure, what the key could not place. `matt` holds values by the mått's row id.
    """

    ar: int
    period: str
    leaves: tuple[Leaf, ...] = ()
    kalla: str = ""
    hamtad: date | None = None
    utan_plats: Mapping[str, Decimal] = field(default_factory=dict)
    matt: Mapping[str, Mattvarde] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Every nämnd and verksamhet there are amounts for."""
        return tuple(dict.fromkeys((leaf.namnd, leaf.verksamhet) for leaf in self.leaves))

    def netto(self, measure: str, namnd: str = "", verksamhet: str = "") -> Tkr | None:
        """The net cost of a verksamhet, a nämnd or all together, tkr; None where nothing has been read."""
        amounts = [
            leaf.amount(measure)
            for leaf in self.leaves
            if (not namnd or leaf.namnd == namnd) and (not verksamhet or leaf.verksamhet == verksamhet)
        ]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known else None


def leaves_of(placed: Iterable[tuple[Entry, Target]]) -> tuple[Leaf, ...]:
    """Placed entries summed up, each sum rounded to tkr once."""
    by_target: dict[Target, list[Entry]] = {}
    for entry, target in placed:
        by_target.setdefault(target, []).append(entry)
    return tuple(_leaf(target, entries) for target, entries in sorted(by_target.items()))


def utan_plats(keyed: Keyed) -> dict[str, Decimal]:
    """What could not be placed, in kronor by measure."""
    return sums(entry for entry, _ in keyed.unplaced)


def _leaf(target: Target, entries: Iterable[Entry]) -> Leaf:
    amounts = {measure: tkr(amount) for measure, amount in sums(entries).items()}
    return Leaf(
        target.namnd, target.verksamhet, target.kostnadsslag,
        amounts.get(UTFALL), amounts.get(BUDGET), amounts.get(ARSBUDGET), amounts.get(PROGNOS),
    )  # fmt: skip
