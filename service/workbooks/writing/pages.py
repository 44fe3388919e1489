"""What all sheets share: the band at the top, the print set-up and the protection."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..layout import HEADING_ROW
from ..values import Content, Identity
from .cells import write
from .styles import BAND_FILL, CENTRED_LEFT, QUIET, font, height_of

_A4, _A3 = 9, 8
_WIDEST_A4 = 200  # characters; a wider sheet cannot be read on A4
_LEAST_WIDTH = 70  # characters the band and the introduction need, however few columns a sheet has


def draw_head(ws: Worksheet, identity: Identity, content: Content, title: str, intro: str, columns: int) -> None:
    """The band with municipality, nämnd and year, the sheet's title, and its introduction, over B and onwards."""
    last = _last_column(ws, columns)
    for row in (1, 2):
        for column in range(1, last + 1):
            ws.cell(row, column).fill = BAND_FILL
    write(ws["B1"], _owner(content))
    ws["B1"].font = font(11, colour="DCE4F0")
    write(ws["B2"], " ".join(part for part in (title, identity.period, str(identity.ar)) if part))
    ws["B2"].font = font(18, bold=True, colour="FFFFFF")
    ws.row_dimensions[1].height, ws.row_dimensions[2].height = 20, 30
    _introduce(ws, intro, last)


def _owner(content: Content) -> str:
    return "  ·  ".join(part for part in (content.kommun, content.namnd_namn) if part)


def _introduce(ws: Worksheet, intro: str, last: int) -> None:
    write(ws["B3"], intro)
    ws["B3"].font, ws["B3"].alignment = QUIET, CENTRED_LEFT
    ws.merge_cells(start_row=3, end_row=3, start_column=2, end_column=last)
    ws.row_dimensions[3].height = height_of([(intro, _width(ws, last))]) + 8


def _last_column(ws: Worksheet, columns: int) -> int:
    last = max(columns, 2)
    while _width(ws, last) < _LEAST_WIDTH:
        last += 1
    return last


def _width(ws: Worksheet, last: int) -> float:
    """The width of columns B to `last`. A column never given a width has 13, openpyxl says; Excel draws about 9."""
    letters = [get_column_letter(number) for number in range(2, last + 1)]
    return sum(ws.column_dimensions[letter].width if letter in ws.column_dimensions else 9 for letter in letters)


def set_up_page(ws: Worksheet, identity: Identity, content: Content) -> None:
    """Landscape, one page wide, the heading row on every page, sheet and page number in the footer."""
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = _A4 if _width(ws, ws.max_column) <= _WIDEST_A4 else _A3
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_margins.left = ws.page_margins.right = 0.5
    ws.page_margins.top, ws.page_margins.bottom = 0.6, 0.75
    ws.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    owner = f"{_owner(content)}  ·  {identity.period} {identity.ar}".replace("  ·   ", "  ·  ").replace("&", "&&")
    for place, text in (("left", owner), ("center", "&A"), ("right", "Sida &P av &N")):
        getattr(ws.oddFooter, place).text = text


def protect(ws: Worksheet, *, extendable: bool = False) -> None:
    """Protection without a password. Formatting is left free: without it nobody could make a word bold."""
    protection = ws.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = not extendable
