"""Drawing a sheet of rows: headings, prefilled and blank rows, lists and names."""

from collections.abc import Iterable, Sequence

from openpyxl.cell import Cell as XlsxCell
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from schemas.columns import Column, Kod, Koder, heading_for
from schemas.sheets import TableSheet

from ..filling import FilledRow
from ..layout import FIRST_ROW, HEADING_ROW, columns_of
from ..names import address, heading_name
from .cells import write
from .drawing import Drawing
from .marks import note
from .pages import draw_head, protect, set_up_page
from .styles import (
    BODY,
    BORDER,
    CENTRED_LEFT,
    HEADING,
    LOCKED,
    LOCKED_FILL,
    LOCKED_HEAD,
    OPEN,
    OPEN_FILL,
    OPEN_HEAD,
    alignment_of,
    dress_like,
    height_of,
)
from .validation import limit

Looks = dict[tuple[str, bool], XlsxCell]  # the first cell of each column, open and locked, whose look the rest take
_WIDEST_CHOICE = 26
_MOST_FROZEN = 34  # characters: more than this beside the scrolled part leaves no room on a small screen


def draw_table(drawing: Drawing, sheet: type[TableSheet], rows: Sequence[FilledRow]) -> Worksheet:
    """A sheet of rows under headings. The permanent ids stand in the hidden column A."""
    ws = drawing.add(sheet)
    letters = columns_of(sheet)
    columns = sheet.columns()
    for name, column in columns.items():
        ws.column_dimensions[letters[name]].width = width_of(drawing, column) + 2
        ws.column_dimensions[letters[name]].hidden = column.hidden
    draw_head(ws, drawing.identity, drawing.content, sheet.title, sheet.intro, len(columns))
    _draw_headings(drawing, ws, sheet)
    looks: Looks = {}
    for row in rows:
        _draw_row(drawing, ws, sheet, row, looks)
    for name, column in columns.items():
        open_cells = _ranges(letters[name], [row.row for row in rows if not row.locked])
        choices = drawing.lists.formula_for(column, f"{sheet.key}_{name}") if open_cells and not column.locked else ""
        if not column.locked:
            limit(ws, column, open_cells, choices, drawing.identity.ar)
    ws.freeze_panes = f"{_first_scrolled(drawing, sheet)}{FIRST_ROW}"
    set_up_page(ws, drawing.identity, drawing.content)
    protect(ws, extendable=sheet.extendable)
    return ws


def width_of(drawing: Drawing, column: Column) -> float:
    """The column's width in characters: wider than the schema says where it shows choices with their labels."""
    if isinstance(column, Kod) and not isinstance(column, Koder):
        longest = max((len(label) for label in drawing.labels(column.source)), default=0)
        return max(column.width, min(longest, _WIDEST_CHOICE))
    return column.width


def _draw_headings(drawing: Drawing, ws: Worksheet, sheet: type[TableSheet]) -> None:
    letters, texts = columns_of(sheet), []
    for name, column in sheet.columns().items():
        cell = ws[f"{letters[name]}{HEADING_ROW}"]
        text = heading_for(column, drawing.identity.ar) + (" *" if column.must and not column.locked else "")
        write(cell, text)
        cell.font, cell.alignment, cell.border = HEADING, CENTRED_LEFT, BORDER
        cell.fill = LOCKED_HEAD if column.locked else OPEN_HEAD
        texts.append((text, column.width))
        known_as = heading_name(sheet.key, name)
        drawing.names[known_as] = DefinedName(known_as, attr_text=address(sheet.title, cell.coordinate))
    ws.row_dimensions[HEADING_ROW].height = height_of(texts[1:]) + 3


def _draw_row(drawing: Drawing, ws: Worksheet, sheet: type[TableSheet], row: FilledRow, looks: Looks) -> None:
    letters = columns_of(sheet)
    texts = []
    for name, column in sheet.columns().items():
        cell = ws[f"{letters[name]}{row.row}"]
        texts.append((str(row.values.get(name) or ""), width_of(drawing, column)))
        drawing.write(cell, row.id if name == "id" else row.values.get(name))
        _dress(cell, column, looks.setdefault((name, column.locked or row.locked), cell), locked=row.locked)
        if name == "nummer" and row.id in drawing.content.remarks:
            note(cell, drawing.content.remarks[row.id])
    height = height_of(texts)
    if height > height_of([]):  # a row without a height of its own grows as it is filled in
        ws.row_dimensions[row.row].height = height


def _dress(cell: XlsxCell, column: Column, model: XlsxCell, *, locked: bool) -> None:
    """Give a cell its look: the model's, which is made here where the cell is the first of its kind itself."""
    if cell is not model:
        dress_like(cell, model)
        return
    cell.font, cell.border, cell.alignment = BODY, BORDER, alignment_of(column)
    cell.fill, cell.protection = (LOCKED_FILL, LOCKED) if column.locked or locked else (OPEN_FILL, OPEN)
    cell.number_format = column.number_format


def _ranges(letter: str, rows: Iterable[int]) -> list[str]:
    """The rows of a column as ranges: `C6:C9`, `C12:C45`."""
    spans: list[list[int]] = []
    for row in sorted(rows):
        if spans and spans[-1][1] == row - 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return [f"{letter}{first}:{letter}{last}" if first != last else f"{letter}{first}" for first, last in spans]


def _first_scrolled(drawing: Drawing, sheet: type[TableSheet]) -> str:
    """The letter of the first column that scrolls: the narrow ones on the left, numbers and names, stay in sight."""
    letters, columns = columns_of(sheet), list(sheet.columns().items())[1:]
    width = 0.0
    for name, column in columns:
        width += width_of(drawing, column)
        if width > _MOST_FROZEN:
            return letters[name]
    return letters[columns[0][0]]
