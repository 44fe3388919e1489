"""Live help in the detaljbudget: each row's netto, and how much of the frame is left to share out.

The formulas stand beside and above the rows, in locked cells; the reader takes no notice of them.
"""

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from schemas.sheets import TableSheet
from schemas.verksamhetsplan import Detaljbudget, VerksamhetsplanForm, VpRam

from ..layout import FIRST_ROW, HEADING_ROW, cells_of, columns_of
from ..names import NET_HEADING
from .cells import write
from .drawing import Drawing
from .styles import (
    BAND_FILL,
    BODY,
    BORDER,
    CENTRED_LEFT,
    HEADING,
    LOCKED_FILL,
    LOCKED_HEAD,
    RIGHT_WRAPPED,
    alignment_of,
    font,
)

_COSTS = ("personal", "lokal", "ovrigt", "kapital")
_WIDTH = 18


def show_balance(drawing: Drawing) -> None:
    """Add the netto column and the line above the headings: netto, frame, and what is left."""
    ws = drawing.wb[Detaljbudget.title]
    last = max(row.row for row in drawing.rows[Detaljbudget.key])
    net = get_column_letter(len(Detaljbudget.columns()) + 1)
    ws.column_dimensions[net].width = _WIDTH
    for row in (1, 2):
        ws[f"{net}{row}"].fill = BAND_FILL
    heading = ws[f"{net}{HEADING_ROW}"]
    write(heading, NET_HEADING)
    heading.font, heading.alignment, heading.border, heading.fill = HEADING, CENTRED_LEFT, BORDER, LOCKED_HEAD
    for row in range(FIRST_ROW, last + 1):
        _amount(ws, f"{net}{row}", _net_of(row))
    _sum_up(drawing, ws, f"SUM({net}{FIRST_ROW}:{net}{last})")


def _net_of(row: int) -> str:
    letters = columns_of(Detaljbudget)
    first, last, income = letters[_COSTS[0]], letters[_COSTS[-1]], letters["intakter"]
    filled = f"COUNT({income}{row}:{last}{row})"
    return f'=IF({filled}=0,"",SUM({first}{row}:{last}{row})-N({income}{row}))'


def _sum_up(drawing: Drawing, ws: Worksheet, total: str) -> None:
    """`Netto`, `Ram` and `Kvar att fördela` in tkr, whatever unit the amounts are in, in the row above the headings."""
    unit = f"{quote_sheetname(VerksamhetsplanForm.title)}!{cells_of(VerksamhetsplanForm)['beloppsenhet']}"
    net = f'({total})/IF({unit}="kronor",1000,1)'
    frame = _total(drawing, VpRam, "ram")
    row = HEADING_ROW - 1
    parts = (("Netto, tkr", f"={net}"), ("Ram, tkr", f"={frame}"), ("Kvar att fördela, tkr", f"={frame}-{net}"))
    for (label, formula), number in zip(parts, (3, 5, 7), strict=True):
        cell = ws[f"{get_column_letter(number)}{row}"]
        write(cell, label)
        cell.font, cell.alignment = font(bold=True), RIGHT_WRAPPED
        _amount(ws, f"{get_column_letter(number + 1)}{row}", formula)
    ws.row_dimensions[row].height = 32


def _total(drawing: Drawing, sheet: type[TableSheet], field: str) -> str:
    letter = columns_of(sheet)[field]
    last = max((row.row for row in drawing.rows[sheet.key]), default=FIRST_ROW)
    return f"SUM({quote_sheetname(sheet.title)}!{letter}{FIRST_ROW}:{letter}{last})"


def _amount(ws: Worksheet, ref: str, formula: str) -> None:
    column = Detaljbudget.columns()["intakter"]
    cell = ws[ref]
    cell.value = formula
    cell.font, cell.fill, cell.border, cell.alignment = BODY, LOCKED_FILL, BORDER, alignment_of(column)
    cell.number_format = column.number_format
