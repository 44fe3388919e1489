"""Reading a sheet of rows: every row that is not blank, with all its cells and their addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from openpyxl.utils import get_column_letter

from schemas.cells import Cell
from schemas.columns import Tal, heading_for
from schemas.sheets import CellRow, TableSheet
from service.findings import Finding, refuses

from ..names import plain
from .book import Book, BookSheet
from .columnsearch import Columns, find_columns
from .notices import emptied, far_below, hidden, left_out, outside

MOST_BLANK_ROWS = 200
_SUM = re.compile(r"(?:total|totalt|s:a|(?:del)?summa(?: \w+){0,2}):?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableReading:
    """The rows of a sheet, the column letter of each field, and what is to be said."""

    rows: Sequence[CellRow] = ()
    letters: Mapping[str, str] | None = None
    findings: tuple[Finding, ...] = ()


def read_table(book: Book, found: BookSheet, sheet: type[TableSheet], ar: int) -> TableReading:
    """The rows below the headings. Repeated headings, total rows and what stands far below the rest are not data."""
    columns = find_columns(book, found, sheet, ar)
    letters = {name: get_column_letter(number) for name, number in columns.numbers.items()}
    if refuses(columns.findings):
        return TableReading(letters=letters, findings=columns.findings)
    merged = _merged_cells(found, columns)
    rows: list[CellRow] = []
    notices = list(columns.findings)
    last = columns.row
    for row in sorted({*_rows_below(found, columns), *(row for row, _ in merged)}):
        if row - last > MOST_BLANK_ROWS:
            notices.append(far_below(found, row, MOST_BLANK_ROWS))
            break
        cells = {name: merged.get((row, n)) or found.grid.at(row, n) for name, n in columns.numbers.items()}
        filled = {name: cell for name, cell in cells.items() if name != "id" and not cell.empty}
        if _repeats_headings(filled, sheet, ar):
            continue
        if _is_emptied(filled, sheet):
            notices.append(emptied(found, row))
            continue
        if _is_total(row, filled, sheet, found):
            notices.append(left_out(found, row))
            continue
        rows.append(CellRow(row, cells))
        last = row
    notices += [*hidden(found, columns, [row.row for row in rows]), *outside(found, columns)]
    return TableReading(_with_own_ids(rows), letters, tuple(notices))


def _rows_below(found: BookSheet, columns: Columns) -> Iterator[int]:
    """The rows below the headings where anything but the hidden id stands."""
    fields = {number for name, number in columns.numbers.items() if name != "id"}
    for (row, column), cell in found.grid.cells.items():
        if row > columns.row and column in fields and not cell.empty:
            yield row


def _merged_cells(found: BookSheet, columns: Columns) -> dict[tuple[int, int], Cell]:
    """The cells that a merged range with a value hides: none can be told from the others."""
    hidden_cells = {}
    for area in found.grid.merged:
        if area.top <= columns.row or found.grid.at(area.top, area.left).empty:
            continue
        for row in range(area.top, min(area.bottom, area.top + MOST_BLANK_ROWS) + 1):
            for number in columns.numbers.values():
                if area.left <= number <= area.right and (row, number) != (area.top, area.left):
                    ref = f"{get_column_letter(number)}{row}"
                    hidden_cells[row, number] = Cell(ref, None, "sammanfogad", str(area))
    return hidden_cells


def _repeats_headings(filled: Mapping[str, Cell], sheet: type[TableSheet], ar: int) -> bool:
    """Whether the row says the headings over again, as pasted pages do."""
    headings = _plain_headings(sheet, ar)
    return len(filled) > 1 and all(plain(str(cell.value)) == headings[name] for name, cell in filled.items())


@lru_cache(maxsize=64)
def _plain_headings(sheet: type[TableSheet], ar: int) -> Mapping[str, str]:
    return {name: plain(heading_for(column, ar)) for name, column in sheet.columns().items()}


def _is_emptied(filled: Mapping[str, Cell], sheet: type[TableSheet]) -> bool:
    """Whether a person has cleared all that could be cleared: a locked number is left, and says nothing alone."""
    columns = sheet.columns()
    return all(columns[name].derived for name in filled)


def _is_total(row: int, filled: Mapping[str, Cell], sheet: type[TableSheet], found: BookSheet) -> bool:
    """Whether the row sums up the others: an Excel table's total row, or a single word `Summa` beside numbers."""
    if any(area.top == row for area in found.totals):
        return True
    columns = sheet.columns()
    words = [cell.value for name, cell in filled.items() if not isinstance(columns[name], Tal)]
    return len(words) == 1 < len(filled) and bool(_SUM.fullmatch(str(words[0]).strip()))


def _with_own_ids(rows: Sequence[CellRow]) -> list[CellRow]:
    """The rows, each with an id of its own: a row copied whole brings its id along, and is a new row."""
    seen: set[str] = set()
    own = []
    for row in rows:
        id = row.cells.get("id")
        if id is not None and str(id.value) in seen:
            row = CellRow(row.row, {**row.cells, "id": Cell(id.ref)})
        elif id is not None and not id.empty:
            seen.add(str(id.value))
        own.append(row)
    return own
