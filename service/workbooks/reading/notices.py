"""What is read, or left unread, and told about: hidden rows, values outside the form, sums, comments."""

from collections.abc import Collection, Iterator, Sequence

from openpyxl.utils import get_column_letter

from service.findings import Finding, Gate, Level, Place

from ..names import NET_HEADING, plain
from .book import BookSheet
from .columnsearch import Columns

_MOST_NAMED = 5


def hidden(found: BookSheet, columns: Columns, rows: Sequence[int]) -> Iterator[Finding]:
    """Rows and columns that are hidden (or filtered away) and were read all the same."""
    unseen = [str(row) for row in rows if row in found.grid.hidden_rows]
    if unseen:
        yield _notice("dolda-rader", found, antal=str(len(unseen)), rader=_enumerated(unseen))
    letters = [
        get_column_letter(number)
        for name, number in columns.numbers.items()
        if name != "id" and found.grid.hides_column(number)
    ]
    if letters and rows:
        yield _notice("dolda-kolumner", found, kolumner=_enumerated(letters))


def outside(found: BookSheet, columns: Columns) -> Iterator[Finding]:
    """Values beside the form's columns, which nobody will read."""
    known = {*columns.numbers.values(), *_help_columns(found, columns.row)}
    stray = [
        cell.ref
        for (row, column), cell in sorted(found.grid.cells.items())
        if row > columns.row and column not in known and not cell.empty
    ]
    yield from stray_cells(found, stray)


def stray_cells(found: BookSheet, refs: Sequence[str]) -> Iterator[Finding]:
    """One finding for all values outside the form, at the first of them."""
    if refs:
        yield _notice("utanfor", found, refs[0], celler=_enumerated(refs))


def far_below(found: BookSheet, row: int, blank: int) -> Finding:
    """Values so far below the rest that the reading stopped."""
    return _notice("langt-ner", found, rad=str(row), tomma=str(blank))


def left_out(found: BookSheet, row: int) -> Finding:
    """A row of sums, which is no data."""
    return _notice("summarad", found, level=Level.UPPLYSNING, rad=str(row))


def emptied(found: BookSheet, row: int) -> Finding:
    """A row of which only what the service wrote is left: it has been removed."""
    return _notice("tomd-rad", found, level=Level.UPPLYSNING, rad=str(row))


def comments(found: BookSheet) -> Iterator[Finding]:
    """Comments that people have written in cells."""
    if found.comments:
        yield _notice("kommentarer", found, level=Level.UPPLYSNING, blad=found.title, antal=str(found.comments))


def _help_columns(found: BookSheet, row: int) -> set[int]:
    """The columns of formulas that we have set beside the form ourselves."""
    return {c for (r, c), cell in found.grid.cells.items() if r == row and plain(str(cell.value)) == plain(NET_HEADING)}


def _notice(code: str, found: BookSheet, cell: str = "", level: Level = Level.VARNING, **details: str) -> Finding:
    return Finding(code, level, Place(found.title, cell), details=details, gate=Gate.BLAD)


def _enumerated(parts: Collection[str]) -> str:
    named = list(parts)[:_MOST_NAMED]
    more = len(parts) - len(named)
    return ", ".join(named) + (f" och {more} till" if more else "")
