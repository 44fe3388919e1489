"""The charts of the municipality's report: how each goal's results stand, and budget against outcome.

Each stands beside a table with the same figures, and is None where it would show too little.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .contract import told
from .diagram import Diagram, Serie
from .diagrammen import EXAMPLE
from .kommunmalen import Kommunmal, Kommunmaluppfyllelse
from .kommunutfall import Kommunutfall


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommundiagram:
    """The charts; those of kommunfullmäktiges own mått stand with each goal."""

    finns: bool = field(metadata=told("Om rapporten har något diagram, måttens räknade med.", "ja"))
    mal: Diagram | None = field(
        metadata=told("Hur många resultat av varje bedömning, mål för mål; saknas utan resultat.", EXAMPLE)
    )
    ekonomi: Diagram | None = field(
        metadata=told("Årets budget och prognos eller utfall per nämnd; saknas med färre än två.", EXAMPLE)
    )


def kommundiagram_of(mal: Kommunmaluppfyllelse, drift: Kommunutfall, ar: int, *, helar: bool) -> Kommundiagram:
    """All charts of the report but those of mått, which are counted."""
    goals, economy = _mal(mal), _ekonomi(drift, ar, helar=helar)
    measured = [matt.diagram for goal in mal.mal for matt in goal.egna_matt]
    return Kommundiagram(finns=any((goals, economy, *measured)), mal=goals, ekonomi=economy)


def _mal(found: Kommunmaluppfyllelse) -> Diagram | None:
    words = [row.bedomning.ord for row in found.antal if row.antal]
    goals = [goal for goal in found.mal if goal.resultat]
    if not goals or not words:
        return None
    return Diagram(
        kind="liggande staplade",
        title="Resultat per inriktningsmål och bedömning",
        categories=tuple(f"Mål {goal.nummer}" for goal in goals),
        series=tuple(Serie(name=word, values=_counts(goals, word)) for word in words),
        unit="resultat",
    )


def _counts(goals: Iterable[Kommunmal], word: str) -> tuple[int, ...]:
    return tuple(sum(row.antal for row in goal.antal if row.bedomning.ord == word) for goal in goals)


def _ekonomi(drift: Kommunutfall, ar: int, *, helar: bool) -> Diagram | None:
    rows = [row for row in drift.rader if row.kod and row.prognos is not None]
    if len(rows) < 2:
        return None
    against = "Utfall" if helar else "Prognos"
    return Diagram(
        kind="liggande staplar",
        title=f"Budget och {against.lower()} {ar} per nämnd",
        categories=tuple(row.namnd for row in rows),
        series=(
            Serie(name=f"Budget {ar}", values=tuple(row.budget_helar for row in rows)),
            Serie(name=f"{against} {ar}", values=tuple(row.prognos for row in rows)),
        ),
    )
