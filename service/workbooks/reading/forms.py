"""Reading a sheet of single fields: each value by its defined name, else to the right of its label."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from schemas.cells import Cell
from schemas.columns import heading_for
from schemas.sheets import CellRow, FormSheet
from service.findings import Finding, Gate, Level, Place

from ..names import plain
from .book import Book, BookSheet
from .columnsearch import came_later, later, named_cells
from .grid import Grid
from .notices import stray_cells

_HELP_WIDTH = 1  # columns to the right of a value that hold our help


@dataclass(frozen=True, slots=True)
class FormReading:
    """The form's only row, the cell of each field, and what is to be said."""

    row: CellRow | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_form(book: Book, found: BookSheet, sheet: type[FormSheet], ar: int) -> FormReading:
    """Every field of the form, filled or not."""
    labels = {name: plain(heading_for(column, ar)) for name, column in sheet.columns().items()}
    by_label = _beside_labels(found.grid, labels)
    named = {name: place for name, place in named_cells(book, found, sheet).items() if name not in by_label}
    places = {**by_label, **named}
    missing = [name for name in sheet.columns() if name not in places]
    cells = {name: _cell_at(found.grid, *places[name]) for name in sheet.columns() if name in places}
    findings = [_unfound(book, found, sheet, name, ar) for name in missing]
    findings += stray_cells(found, _strays(found.grid, places))
    return FormReading(CellRow(0, cells), {name: cell.ref for name, cell in cells.items()}, tuple(findings))


def _beside_labels(grid: Grid, labels: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """The cell to the right of each label. The first label from the top counts: an answer may repeat its words."""
    by_text: dict[str, tuple[int, int]] = {}
    for (row, column), cell in sorted(grid.cells.items(), key=lambda item: (item[0][1], item[0][0])):
        by_text.setdefault(plain(str(cell.value)), (row, column + 1))
    return {name: by_text[label] for name, label in labels.items() if label in by_text}


def _cell_at(grid: Grid, row: int, column: int) -> Cell:
    for area in grid.merged:
        inside = area.top <= row <= area.bottom and area.left <= column <= area.right
        if inside and (row, column) != (area.top, area.left):
            return Cell(f"{get_column_letter(column)}{row}", None, "sammanfogad", str(area))
    return grid.at(row, column)


def _strays(grid: Grid, places: Mapping[str, tuple[int, int]]) -> list[str]:
    """Values from the first field down that are neither label, value nor help."""
    top = min((row for row, _ in places.values()), default=0)
    known = {(row, column + step) for row, column in places.values() for step in range(-1, _HELP_WIDTH + 1)}
    return [c.ref for place, c in sorted(grid.cells.items()) if place[0] >= top and place not in known and not c.empty]


def _unfound(book: Book, found: BookSheet, sheet: type[FormSheet], name: str, ar: int) -> Finding:
    """A fault; of a field that had not come yet when the workbook was taken out, what holds instead."""
    heading = heading_for(sheet.columns()[name], ar)
    if came_later(book, sheet, name):
        return later("falt-fanns-inte", found, sheet.columns()[name], heading)
    details = {"blad": found.title, "rubrik": heading}
    return Finding("falt-saknas", Level.FEL, Place(found.title), "", details, Gate.BLAD, True)
