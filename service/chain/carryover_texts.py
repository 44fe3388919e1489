"""References in texts that live on: to the same row under its new number, or told plainly where the row has ended."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from schemas.text import StyledText

from .carryover import Carried
from .plans import Mrp, Verksamhetsplan
from .references import BY_TITLE, LATER, Reference, rewritten
from .values import Nummer


def readdressed(
    carried: Carried, ar: int, last: Iterable[Mrp | Verksamhetsplan], numbers: Mapping[str, Nummer]
) -> Carried:
    """What lives on into year `ar`, its references to rows of the `last` plans changed to what those rows are called
    by `numbers`; `[[resultat 3.2]]` that has ended becomes `resultat 3.2 (2027)`."""
    ids = {key: id for plan in last for key, id in _addresses(plan)}

    def write(reference: Reference) -> str:
        if reference.kind in BY_TITLE | LATER:
            return reference.written
        id = ids.get(reference.key.casefold(), "")
        if id in numbers:
            return f"[[{reference.kind} {numbers[id].text}]]"
        return f"{reference.kind} {reference.name} ({ar - 1})"

    def value(given: Any) -> Any:
        return rewritten(given, write) if isinstance(given, StyledText) else given

    records = {
        key: [replace(row, values={name: value(given) for name, given in row.values.items()}) for row in rows]
        for key, rows in carried.records.items()
    }
    return replace(carried, records=records)


def _addresses(plan: Mrp | Verksamhetsplan) -> Iterable[tuple[str, str]]:
    """What each row of a plan may be called in a reference, with its id."""
    kinds: dict[str, Iterable[Any]] = (
        {"mål": plan.inriktningsmal, "resultat": plan.resultat, "mått": plan.matt, "uppdrag": plan.uppdrag}
        if isinstance(plan, Mrp)
        else {"aktivitet": plan.aktiviteter, "mått": plan.matt}
    )
    for kind, rows in kinds.items():
        for row in rows:
            names = (row.nummer.text, getattr(row, "beteckning", ""))
            yield from ((f"{kind} {name}".casefold(), row.id) for name in names if name)
