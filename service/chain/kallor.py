"""Figures from elsewhere in a follow-up: what is filled in for people, and where a value that they kept comes from.

A value is said to come from a source only while it is the source's: one that a person has changed is the person's own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from .entries import BUDGET, PROGNOS, UTFALL
from .followups import Uppfoljning
from .outcomes import Figures, Mattvarde
from .records import Matutfall, Tkr


def filled_amounts(figures: Figures, namnd: str, verksamhet: str = "", *, helar: bool) -> dict[str, Tkr]:
    """Outcome, budget so far and prognosis of a nämnd or verksamhet, tkr, by field; at the year's end the outcome."""
    fields = {"utfall": UTFALL} if helar else {"budget": BUDGET, "utfall": UTFALL, "prognos": PROGNOS}
    found = {name: figures.netto(measure, namnd, verksamhet) for name, measure in fields.items()}
    return {name: amount for name, amount in found.items() if amount is not None}


def filled_matt(figures: Figures, id: str, basar: str) -> dict[str, Any]:
    """Outcome of a mått and the year it is for; nothing where the source has no newer value than the base value."""
    found = figures.matt.get(id)
    return {"utfall": found.varde, "avser": str(found.ar)} if found and _newer(found, basar) else {}


def with_found(old: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values with its empty cells filled; where it is said why there is no outcome, nothing is."""
    empty = {name: value for name, value in found.items() if old.get(name) in (None, "")}
    if old.get("ej_matt") or ("avser" in empty and "utfall" not in empty):
        return dict(old)
    return {**old, **empty}


def notes_of(figures: Figures, matt: Mapping[str, tuple[str, str]]) -> list[str]:
    """What has been filled in and from where, a line each; `matt` are number and base year by row id."""
    told = f"Belopp som ingen har fyllt i är hämtade. Källa: {figures.kalla}. Ändra dem om de inte stämmer."
    notes = [told] if figures.leaves else []
    for id, (nummer, basar) in matt.items():
        found = figures.matt.get(id)
        if found is not None and _newer(found, basar):
            notes.append(f"Utfallet för {nummer} är hämtat om ingen har fyllt i det. {found.kalla}.")
    return notes


def matt_kalla(figures: Figures | None, row: Matutfall) -> str:
    """Where a mått's outcome comes from; empty for a person's own."""
    found = figures.matt.get(row.id) if figures else None
    return f"{found.kalla}." if found and found.varde == row.utfall else ""


def ekonomi_kalla(figures: Figures | None, uppfoljning: Uppfoljning) -> str:
    """Where the outcomes of a nämnd come from, and those that are its own; empty where all are."""
    rows = [row for row in uppfoljning.ekonomi if row.utfall is not None]
    own = [row.verksamhet for row in rows if not _same(figures, uppfoljning.head.namnd, row.verksamhet, row.utfall)]
    if figures is None or len(own) == len(rows):
        return ""
    others = f" Utfallet för verksamhet {', '.join(own)} är nämndens eget." if own else ""
    return f"Källa för utfallet: {figures.kalla}.{others}"


def _same(figures: Figures | None, namnd: str, verksamhet: str, utfall: Tkr | None) -> bool:
    return figures is not None and figures.netto(UTFALL, namnd, verksamhet) == utfall


def _newer(found: Mattvarde, basar: str) -> bool:
    """Whether a value is of a later year than the base value; base years are written as people like (`2024/25`)."""
    years = list(_years(basar))
    return not years or found.ar > max(years)


def _years(text: str) -> Iterator[int]:
    for word in text.replace("/", " ").replace("–", " ").split():
        if word.isdigit() and len(word) == 4:
            yield int(word)
