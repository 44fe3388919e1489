"""The workbook behind a chart: what a person meets at "Redigera data" in Word."""

import io
import zipfile
from datetime import datetime
from functools import lru_cache

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from .caches import SHEET
from .numbers import format_code
from .values import Chart

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file knows
_WRITTEN = datetime(2026, 1, 1)
_TYPES, _SHEET_PART = "[Content_Types].xml", "xl/worksheets/sheet1.xml"
_RULE = Border(bottom=Side(style="thin", color="1F3864"))


@lru_cache(maxsize=64)
def workbook(chart: Chart, number: int = 1) -> bytes:
    """The chart's data as an .xlsx: a column for the categories, then one for each series; the same bytes each time.

    `number` is the chart's in its document: two charts of the same data have each a workbook of its own.
    Kept for a while: a document is made twice, the second time with the page numbers of the first.
    """
    book = Workbook()
    book.properties.title, book.properties.identifier = chart.title, f"diagram-{number}"
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _head(sheet, chart)
    for row, category in enumerate(chart.categories, 2):
        _write(sheet, row, 1, category)
        for column, series in enumerate(chart.rows, 2):
            cell = sheet.cell(row, column, series.values[row - 2])
            cell.number_format = format_code(chart.decimals)
    _fit(sheet, chart)
    return _saved(book, f"{get_column_letter(len(chart.rows) + 1)}{len(chart.categories) + 1}")


def _head(sheet: Worksheet, chart: Chart) -> None:
    """The names of the series, and in the corner what the values are counted in."""
    for column, text in enumerate([chart.unit, *(series.name for series in chart.rows)], 1):
        _write(sheet, 1, column, text)
        cell = sheet.cell(1, column)
        cell.font, cell.border = Font(bold=True), _RULE
        cell.alignment = Alignment(horizontal="left" if column == 1 else "right", wrap_text=True, vertical="bottom")
    sheet.freeze_panes = "B2"


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A text that stays one, also where it looks like a formula."""
    if text:
        cell = sheet.cell(row, column, text)
        cell.data_type = "s"


def _fit(sheet: Worksheet, chart: Chart) -> None:
    longest = max(len(text) for text in (chart.unit, *chart.categories))
    sheet.column_dimensions["A"].width = min(max(longest + 2, 12), 60)
    for column, series in enumerate(chart.rows, 2):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(len(series.name) + 2, 14), 30)


def _saved(book: Workbook, last_cell: str) -> bytes:
    """The file without the time of day; categories such as years are not flagged as numbers kept as text."""
    book.properties.created = book.properties.modified = _WRITTEN
    book.properties.creator = "Målkedjan"
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        ExcelWriter(book, archive).write_data()
    quiet = f'<ignoredErrors><ignoredError sqref="A1:{last_cell}" numberStoredAsText="1"/></ignoredErrors></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _TYPES, name)):
            part = source.read(name)
            if name == _SHEET_PART:
                part = part.replace(b"</worksheet>", quiet.encode())
            target.writestr(_entry(name), part)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 0
    entry.external_attr = 0
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
