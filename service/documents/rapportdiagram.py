"""The charts of the reports: a mått against its target, budget against outcome.

Each stands beside a table with the same figures, and is None where it would show too little. A report draws only on its
own rows, so that it stays as it was decided whatever is said later of an earlier period.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.workbooks import Period
from service.chain.utfall import Mattlage

from .contract import told
from .diagram import Diagram, Serie
from .diagrammen import EXAMPLE
from .utfallstabell import Utfallsrad, Utfallstabell

MONTHS = {Period.T1: "april", Period.T2: "augusti", Period.AR: "december"}


@dataclass(frozen=True, slots=True)
class Tid:
    """The year and the period of a report."""

    ar: int
    period: Period

    @property
    def forra(self) -> str:
        """When the period before ended; empty for the first."""
        return f"{MONTHS[self.period.earlier[0]]} {self.ar}" if self.period.earlier else ""

    def nu(self, *, prognos: bool) -> str:
        """What the value of the period itself is for."""
        if prognos:
            return f"prognos {self.ar}"
        return str(self.ar) if self.period is Period.AR else f"{MONTHS[self.period]} {self.ar}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapportdiagram:
    """The charts of the report; those of its mått stand with each mått."""

    finns: bool = field(metadata=told("Om rapporten har något diagram, måttens räknade med.", "ja"))
    ekonomi: Diagram | None = field(
        metadata=told("Årets budget och prognos eller utfall per verksamhet; saknas med färre än två rader.", EXAMPLE)
    )


def rapportdiagram_of(
    ekonomi: Utfallstabell, ar: int, matt: Iterable[Diagram | None], *, helar: bool
) -> Rapportdiagram:
    """All charts of the report but those of its mått, which are given to be counted."""
    drawn = ekonomi_diagram(ekonomi, ar, helar=helar)
    return Rapportdiagram(finns=any((drawn, *matt)), ekonomi=drawn)


def ekonomi_diagram(tabell: Utfallstabell, ar: int, *, helar: bool) -> Diagram | None:
    """The year's budget against the prognosis, or the outcome at its end; rows without any amount are left out."""
    rows = [row for row in tabell.rader if row.budget_helar or row.prognos]
    if len(rows) < 2:
        return None
    against = "Utfall" if helar else "Prognos"
    return Diagram(
        kind="liggande staplar",
        title=f"Budget och {against.lower()} {ar}",
        categories=tuple(_name(row) for row in rows),
        series=(
            Serie(name=f"Budget {ar}", values=tuple(row.budget_helar for row in rows)),
            Serie(name=f"{against} {ar}", values=tuple(row.prognos for row in rows)),
        ),
    )


def mattutfall_diagram(each: Mattlage, tid: Tid) -> Diagram | None:
    """A mått from its base value over the period before to now, with its target; None without all of them."""
    matt = each.matt
    values = (matt.basvarde, matt.foregaende, each.varde)
    known = [value for value in (*values, matt.mal) if value is not None]
    if len(known) < 4 or not tid.forra:
        return None
    trend = f", {each.trend_ord.partition(' ')[2]}" if each.trend else ""
    return Diagram(
        kind="linjer",
        title=f"{matt.nummer} {matt.text}{trend}",
        categories=(matt.basar or "Basvärde", tid.forra, tid.nu(prognos=each.ur_prognos)),
        series=(Serie(name="Värde", values=values),),
        unit=matt.enhet,
        decimals=max(_decimals(value) for value in known),
        target=Serie(name=f"Mål {tid.ar}", values=(matt.mal,) * 3),
        better=matt.riktning,
    )


def _name(row: Utfallsrad) -> str:
    return f"{row.kod} {row.benamning}".strip()


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(max(-exponent, 0), 3) if isinstance(exponent, int) else 0
