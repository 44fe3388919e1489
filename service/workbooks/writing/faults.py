"""The first sheet of a workbook sent back: every fault, with a link to its cell."""

from collections.abc import Sequence

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from service.findings import Finding, Level, shorten, todo, what

from ..layout import FIRST_ROW, HEADING_ROW
from ..names import FAULTS
from .cells import write
from .drawing import Drawing
from .marks import first_cell, word
from .pages import draw_head, protect, set_up_page
from .styles import BODY, BORDER, CENTRED_LEFT, HEADING, MARK_FILLS, OPEN_HEAD, WRAPPED, font, height_of

_COLUMNS = (
    ("B", "Nr", 6), ("C", "Nivå", 12), ("D", "Blad", 24), ("E", "Cell", 9), ("F", "Står", 32), ("G", "Fel", 56),
    ("H", "Gör så här", 56), ("I", "Regel", 12),
)  # fmt: skip
_INTRO = (
    "Fel att rätta innan planen kan lämnas in: {fel}. Varningar att kontrollera: {varningar}. Klicka på cellen för att "
    "komma dit. Rätta i den här arbetsboken, spara och ladda upp den igen."
)


def draw_faults(drawing: Drawing, findings: Sequence[Finding]) -> None:
    """Add the list of faults as the first sheet. The findings stand in the order given."""
    ws: Worksheet = drawing.wb.create_sheet(FAULTS, 0)
    drawing.wb.active = 0
    ws.sheet_view.showGridLines = False
    ws.sheet_properties.tabColor = "C00000"
    ws.column_dimensions["A"].width = 2
    for letter, heading, width in _COLUMNS:
        ws.column_dimensions[letter].width = width
        cell = ws[f"{letter}{HEADING_ROW}"]
        write(cell, heading)
        cell.font, cell.fill, cell.border, cell.alignment = HEADING, OPEN_HEAD, BORDER, CENTRED_LEFT
    draw_head(
        ws, drawing.identity, drawing.content, f"Att rätta: {drawing.schema.title}", _intro(findings), len(_COLUMNS) + 1
    )
    for number, finding in enumerate(findings, 1):
        _draw_finding(ws, FIRST_ROW - 1 + number, number, finding)
    ws.freeze_panes = f"A{FIRST_ROW}"
    set_up_page(ws, drawing.identity, drawing.content)
    protect(ws)


def _intro(findings: Sequence[Finding]) -> str:
    levels = [finding.level for finding in findings]
    return _INTRO.format(fel=levels.count(Level.FEL), varningar=levels.count(Level.VARNING))


def _draw_finding(ws: Worksheet, row: int, number: int, finding: Finding) -> None:
    sheet, ref = (finding.place.sheet, finding.place.cell) if finding.place else ("", "")
    source = finding.paragraph or ", ".join(finding.rules)
    found = shorten(finding.found, 200)
    texts = (str(number), word(finding.level), sheet, ref, found, what(finding), todo(finding), source)
    for (letter, _, _), text in zip(_COLUMNS, texts, strict=True):
        cell = ws[f"{letter}{row}"]
        write(cell, text)
        cell.font, cell.alignment, cell.border = BODY, WRAPPED, BORDER
    ws[f"C{row}"].fill = MARK_FILLS[finding.level]
    ws.row_dimensions[row].height = height_of([(t, width) for (_, _, width), t in zip(_COLUMNS, texts, strict=True)])
    if sheet in ws.parent.sheetnames:  # type: ignore[union-attr]  # a sheet in a workbook has one
        link = ws[f"E{row}" if first_cell(ref) else f"D{row}"]
        target = f"{quote_sheetname(sheet)}!{first_cell(ref) or 'A1'}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
        link.font = font(colour="1F4E9E")
