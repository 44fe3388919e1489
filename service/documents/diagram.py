"""A chart as a value: what it shows. How it is drawn is the Word engine's."""

from dataclasses import dataclass
from decimal import Decimal

Number = int | Decimal
TKR = "tkr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Serie:
    """A row of values, one for each category; None where there is none."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A chart. `kind` is what the Word engine calls it; `better` is on which side of the target one should be."""

    kind: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Serie, ...]
    unit: str = TKR
    decimals: int = 0
    target: Serie | None = None
    better: str | None = None


def example_diagram(title: str) -> Diagram:
    """A small chart to try a template with."""
    return Diagram(
        kind="staplar", title=title, categories=("2026", "2027"), series=(Serie(name="Budget", values=(118, 121)),)
    )
