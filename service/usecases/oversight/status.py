"""The list of status as an Excel file to sort and filter: what förvaltningsledningen keeps order with (R72)."""

import io
import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from schemas.workbooks import Kind
from service.chain.numbering import natural
from service.chain.plans import Installningar
from service.chain.statuslist import Statusrad, headings, planned_rows, reported_rows
from service.store import adopted_version
from service.workbooks import cell_of

from ..answers import refused
from ..house import House
from ..loading.followups import newest_reported
from ..loading.plans import governing_mrp, load_mrp, load_vp, namnder_with_plan, settings
from ..loading.reports import report_of

_INK, _RULE, _LINE = "1F3864", "8496B0", 15  # colours of the papers; points a line


def status_list(house: House, ar: int, period: str = "") -> bytes:
    """Every result, activity and mått of the year's plans, as an .xlsx file. Without a period each nämnd's newest
    report is shown; what nobody has reported stands there too. Raises `Refused` where there is no plan."""
    installningar = settings(house, ar)
    rows = [row for namnd in namnder_with_plan(installningar, ar) for row in _rows(house, namnd.kod, ar, period)]
    if not rows:
        raise refused("vp-inte-antagen", namnd="någon nämnd", ar=str(ar))
    return _written(rows, _title(installningar, ar, period))


def _rows(house: House, namnd: str, ar: int, period: str) -> Iterator[Statusrad]:
    reported = newest_reported(house, namnd, ar, period)
    if reported is not None:
        yield from _sorted(reported_rows(report_of(house, reported)))
        return
    in_force = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd, ar)
    if in_force is not None:
        mrp = load_mrp(house, governing_mrp(house, ar), settings(house, ar))
        yield from _sorted(planned_rows(load_vp(house, in_force, mrp), mrp))


def _sorted(rows: Iterator[Statusrad]) -> list[Statusrad]:
    return sorted(rows, key=lambda row: natural(row.nummer.lstrip("M")))


def _title(installningar: Installningar, ar: int, period: str) -> str:
    return " ".join(part for part in ("Statuslista", period, str(ar), installningar.kommun.namn) if part)


def _written(rows: Sequence[Statusrad], title: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has a first sheet
    sheet.title = "Status"
    sheet.append([heading for _, heading, _ in headings()])
    for row in rows:
        sheet.append([cell_of(sheet, getattr(row, field)) for field, _, _ in headings()])
    _lay_out(sheet, len(rows), title.replace("&", "&&"))
    book.properties.title = title
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _lay_out(sheet: Worksheet, rows: int, title: str) -> None:
    """Widths and heights, a heading that stays in sight, and a table with arrows to sort and filter by."""
    widths = [width for _, _, width in headings()]
    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
        head = sheet.cell(1, n)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=_INK)
        amounts = "right" if headings()[n - 1][0] in ("utfall", "prognos", "mal") else None
        head.alignment = Alignment(horizontal=amounts, vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = 2 * _LINE
    for number, cells in enumerate(sheet.iter_rows(min_row=2), 2):
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.border = Border(bottom=Side("hair", color=_RULE))
        lines = max(_lines(cell.value, width) for cell, width in zip(cells, widths, strict=True))
        sheet.row_dimensions[number].height = lines * _LINE
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]  # openpyxl always makes it
    sheet.print_title_rows = "1:1"
    sheet.oddHeader.left.text = title  # type: ignore[union-attr]  # openpyxl always makes them
    sheet.oddFooter.right.text = "Sida &P (&N)"  # type: ignore[union-attr]
    table = Table(displayName="Status", ref=f"A1:{get_column_letter(len(headings()))}{rows + 1}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    sheet.add_table(table)


def _lines(value: Any, width: int) -> int:
    """How many lines a text takes in a column so wide: programs do not work it out for a file made outside them."""
    return len(textwrap.wrap(str(value or ""), round(width * 1.05))) or 1
