"""Drawing a sheet of single fields: label, value and help, one field a row."""

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from schemas.columns import Column, JaNej, Prosa, Text, Val, heading_for
from schemas.sheets import FormSheet

from ..filling import FilledRow
from ..layout import FIRST_ROW, HEADING_ROW, HELP, LABEL, VALUE, cells_of
from ..names import address, heading_name
from .cells import write
from .drawing import Drawing
from .pages import draw_head, protect, set_up_page
from .styles import (
    BODY,
    BORDER,
    HEADING,
    LOCKED,
    LOCKED_FILL,
    OPEN,
    OPEN_FILL,
    OPEN_HEAD,
    QUIET,
    WRAPPED,
    alignment_of,
    font,
    height_of,
)
from .validation import limit

_LABEL_WIDTH, _HELP_WIDTH, _LEAST_VALUE_WIDTH = 36, 44, 40


def draw_form(drawing: Drawing, sheet: type[FormSheet], row: FilledRow) -> Worksheet:
    """A sheet of single fields. Each value cell has a defined name."""
    ws = drawing.add(sheet)
    width = max(_LEAST_VALUE_WIDTH, *(column.width for column in sheet.columns().values()))
    for letter, wide in (("A", 2), (LABEL, _LABEL_WIDTH), (VALUE, width + 2), (HELP, _HELP_WIDTH)):
        ws.column_dimensions[letter].width = wide
    draw_head(ws, drawing.identity, drawing.content, sheet.title, sheet.intro, 4)
    for letter, heading in ((LABEL, "Uppgift"), (VALUE, "Fyll i här"), (HELP, "Hjälp")):
        cell = ws[f"{letter}{HEADING_ROW}"]
        write(cell, heading)
        cell.font, cell.fill, cell.border = HEADING, OPEN_HEAD, BORDER
    for name, column in sheet.columns().items():
        _draw_field(drawing, ws, sheet, name, column, row)
    ws.freeze_panes = f"A{FIRST_ROW}"
    set_up_page(ws, drawing.identity, drawing.content)
    protect(ws)
    return ws


def _draw_field(
    drawing: Drawing, ws: Worksheet, sheet: type[FormSheet], name: str, column: Column, row: FilledRow
) -> None:
    cell = ws[cells_of(sheet)[name]]
    number, value = cell.row, row.values.get(name)
    _draw_label(drawing, ws, number, column)
    drawing.write(cell, value)
    cell.font, cell.border, cell.alignment = BODY, BORDER, alignment_of(column)
    locked = column.locked or row.locked
    cell.fill, cell.protection = (LOCKED_FILL, LOCKED) if locked else (OPEN_FILL, OPEN)
    cell.number_format = column.number_format
    texts = [(str(value or ""), ws.column_dimensions[VALUE].width), (column.help, _HELP_WIDTH)]
    ws.row_dimensions[number].height = height_of(texts, column.lines if isinstance(column, Text) else 1)
    if not locked:
        choices = drawing.lists.formula_for(column, f"{sheet.key}_{name}")
        limit(ws, column, [cell.coordinate], choices, drawing.identity.ar)
    known_as = heading_name(sheet.key, name)
    drawing.names[known_as] = DefinedName(known_as, attr_text=address(sheet.title, cell.coordinate))


def _draw_label(drawing: Drawing, ws: Worksheet, row: int, column: Column) -> None:
    label, help = ws[f"{LABEL}{row}"], ws[f"{HELP}{row}"]
    write(label, heading_for(column, drawing.identity.ar) + (" *" if column.must and not column.locked else ""))
    write(help, _help(column))
    label.font, help.font = font(bold=True), QUIET
    for cell in (label, help):
        cell.alignment, cell.border = WRAPPED, BORDER


def _help(column: Column) -> str:
    if isinstance(column, JaNej | Val):
        return column.help or f"Välj {' eller '.join(column.choices)}."
    kept = "" if not isinstance(column, Prosa) or column.help else "Lämna tomt om det inte behövs."
    return column.help or kept
