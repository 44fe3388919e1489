"""Which column of a found sheet holds which field: by its heading, else by its defined name, wherever it was moved."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

from schemas.columns import Column, heading_for
from schemas.sheets import SheetSchema
from service.findings import Finding, Gate, Level, Place

from ..names import heading_name, plain
from .book import Book, BookSheet

MOST_HEAD_ROWS = 30  # how far down the headings may have been pushed
_TARGET = re.compile(r"^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::.*)?$")


@dataclass(frozen=True, slots=True)
class Columns:
    """The row of headings and the column number of each field. `findings` tell of headings missing or
    doubled, which refuse the sheet, and of columns that had not come yet."""

    row: int = 0
    numbers: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def find_columns(book: Book, found: BookSheet, sheet: type[SheetSchema], ar: int) -> Columns:
    """The columns of a sheet of rows."""
    headings = {name: plain(heading_for(column, ar)) for name, column in sheet.columns().items()}
    named = named_cells(book, found, sheet)
    row = _heading_row(found, set(headings.values())) or max((row for row, _ in named.values()), default=0)
    if not row:
        return Columns(findings=(_fault("rubriker-saknas", found, {"blad": found.title}),))
    written = {column: plain(str(cell.value)) for (at, column), cell in found.grid.cells.items() if at == row}
    there = {name: [c for c, words in written.items() if words == heading] for name, heading in headings.items()}
    chosen = {name: _chosen(columns, named.get(name), row) for name, columns in there.items()}
    numbers = {name: number for name, number in chosen.items() if number}
    _add_renamed(numbers, named, row)
    return Columns(row, numbers, tuple(_unfound(book, found, sheet, ar, numbers, there)))


def _unfound(
    book: Book, found: BookSheet, sheet: type[SheetSchema], ar: int,
    numbers: Mapping[str, int], there: Mapping[str, list[int]],
) -> Iterator[Finding]:  # fmt: skip
    """A fault for each visible column that was not found, or found more than once; of one that had not come yet when
    the workbook was taken out, what holds instead."""
    for name, column in sheet.columns().items():
        heading = heading_for(column, ar)
        if name in numbers or column.hidden:
            continue
        if len(there[name]) > 1:
            yield _fault("dubbel-rubrik", found, {"rubrik": heading})
        elif not came_later(book, sheet, name):
            yield _fault("kolumn-saknas", found, {"rubrik": heading})
        else:
            yield later("kolumn-fanns-inte", found, column, heading)


def came_later(book: Book, sheet: type[SheetSchema], name: str) -> bool:
    """Whether a field has come after the workbook was taken out. One that somebody has deleted leaves its defined
    name behind, which then points at nothing."""
    column = sheet.columns()[name]
    return bool(column.unsaid) and heading_name(sheet.key, name) not in {one.name for one in book.names}


def later(code: str, found: BookSheet, column: Column, heading: str) -> Finding:
    """What is told of a field that has come after the workbook was taken out."""
    details = {"blad": found.title, "rubrik": heading, "galler": column.unsaid}
    return Finding(code, Level.UPPLYSNING, Place(found.title), "", details, Gate.BLAD)


def named_cells(book: Book, found: BookSheet, sheet: type[SheetSchema]) -> dict[str, tuple[int, int]]:
    """The cell that each field's defined name points at, on this very sheet."""
    cells: dict[str, tuple[int, int]] = {}
    fields = {heading_name(sheet.key, name): name for name in sheet.columns()}
    for name in book.names:
        title, row, column = target_of(name.text)
        if name.name in fields and title == found.title and name.sheet in (None, found.index):
            cells[fields[name.name]] = (row, column)
    return cells


def target_of(text: str) -> tuple[str, int, int]:
    """Title, row and column of what a name points at (`'Förväntade resultat'!$C$5`); nothing where it was deleted."""
    match = _TARGET.match(text.strip())
    if not match:
        return "", 0, 0
    title = (match[1] or match[2]).replace("''", "'")
    return title, int(match[4]), column_index_from_string(match[3])


def _heading_row(found: BookSheet, headings: set[str]) -> int:
    """The row with the most headings among the first ones; none when hardly any stand there."""
    hits: Counter[int] = Counter()
    for (row, _), cell in found.grid.cells.items():
        if row <= MOST_HEAD_ROWS and not cell.problem and plain(str(cell.value)) in headings:
            hits[row] += 1
    if not hits:
        return 0
    row, count = min(hits.items(), key=lambda item: (-item[1], item[0]))
    return row if count * 3 >= len(headings) or count >= 3 else 0


def _chosen(there: list[int], named: tuple[int, int] | None, row: int) -> int:
    """The column with the heading; among several, the one that the name points at."""
    if len(there) == 1:
        return there[0]
    return named[1] if named and named[0] == row and named[1] in there else 0


def _add_renamed(numbers: dict[str, int], named: Mapping[str, tuple[int, int]], row: int) -> None:
    """Fields whose heading was rewritten: their name still points at a column that no other field has."""
    for name, (named_row, column) in named.items():
        if name not in numbers and named_row == row and column not in numbers.values():
            numbers[name] = column


def _fault(code: str, found: BookSheet, details: Mapping[str, str]) -> Finding:
    return Finding(code, Level.FEL, Place(found.title), "", {"blad": found.title, **details}, Gate.BLAD, True)
