"""The look of the official workbooks: one dark blue, one tint for cells to fill in, grey for locked ones."""

from collections.abc import Sequence
from copy import copy

from openpyxl.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from schemas.columns import Column, Datum, Tal
from service.findings import Level

FACE = "Calibri"
BLUE = "1F3864"
TINT = "F3F7FC"
GREY = "E9E9E9"
_HEAD, _QUIET_HEAD = "2F5597", "6B7688"
_LINE = Side(style="thin", color="C3CBD6")
MARKS = {Level.FEL: "F8C9C4", Level.VARNING: "FFE59A", Level.UPPLYSNING: "B9D7F2"}

BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
LOCKED = Protection(locked=True)
OPEN = Protection(locked=False)


def fill(colour: str) -> PatternFill:
    """A cell's plain background."""
    return PatternFill("solid", fgColor=colour)


def font(size: int = 11, *, bold: bool = False, italic: bool = False, colour: str = "000000") -> Font:
    """The house's face in a size and colour."""
    return Font(name=FACE, size=size, bold=bold, italic=italic, color=colour)


OPEN_FILL, LOCKED_FILL, BAND_FILL = fill(TINT), fill(GREY), fill(BLUE)
OPEN_HEAD, LOCKED_HEAD = fill(_HEAD), fill(_QUIET_HEAD)
MARK_FILLS = {level: fill(colour) for level, colour in MARKS.items()}
BODY = font()
QUIET = font(10, colour="595959")
HEADING = font(11, bold=True, colour="FFFFFF")
WRAPPED = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(vertical="center", horizontal="center", wrap_text=True)
CENTRED_LEFT = Alignment(vertical="center", horizontal="left", wrap_text=True)
RIGHT_WRAPPED = Alignment(vertical="top", horizontal="right", wrap_text=True)
_RIGHT = Alignment(vertical="top", horizontal="right")
_LEFT = Alignment(vertical="top", horizontal="left", wrap_text=True)


def alignment_of(column: Column) -> Alignment:
    """Numbers to the right, days to the left, text wrapped."""
    if isinstance(column, Tal):
        return _RIGHT
    return _LEFT if isinstance(column, Datum) else WRAPPED


def dress_like(cell: XlsxCell, model: XlsxCell) -> None:
    """Give a cell the whole look of another in its workbook. Setting style by style is most of the work of a workbook:
    openpyxl looks each up among all."""
    cell._style = copy(model._style)  # type: ignore[attr-defined]


def height_of(texts: Sequence[tuple[str, float]], least: int = 1) -> float:
    """The height in points of a row whose cells hold these texts in columns of these widths (characters)."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(15.0 * max(lines, least) + 3, 400.0)


def _lines(text: str, width: float) -> int:
    fit = max(int(width), 1)
    return sum(max(1, -(-len(line) // fit)) for line in text.split("\n"))
