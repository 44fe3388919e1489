"""Whether a governing document hangs together: it has chapters, begins with one, and its tables stand in them."""

from collections.abc import Iterator

from service.chain.plans import Styrdokument
from service.findings import Finding, Level


def composition(dokument: Styrdokument) -> Iterator[Finding]:
    """What keeps the document from being handed in."""
    if not dokument.kapitel:
        yield Finding("kapitel-saknas", Level.FEL, dokument.sheet_place("kapitel"))
        return
    first = dokument.kapitel[0]
    if first.niva is not None and first.niva != 1:
        yield Finding("forsta-nivan", Level.FEL, dokument.place(first, "niva"), str(first.niva))
    chapters = {row.rubrik.casefold() for row in dokument.kapitel}
    for row in dokument.tabellrader:
        if row.kapitel and row.kapitel.casefold() not in chapters:
            place = dokument.place(row, "kapitel")
            yield Finding("tabell-utan-kapitel", Level.FEL, place, row.kapitel, {"tabell": row.tabell})
