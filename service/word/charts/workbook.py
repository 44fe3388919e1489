"""The workbook behind a chart: what a person meets at "Redigera data" in Word."""

import io
from datetime import datetime
from functools import lru_cache

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from .caches import SHEET
from .numbers import format_code
from .values import Chart

_WRITTEN = datetime(2026, 1, 1)
_FONT = {"font_name": "Calibri", "font_size": 11}
_HEAD = {**_FONT, "bold": True, "bottom": 1, "bottom_color": "#1F3864", "text_wrap": True, "valign": "bottom"}


@lru_cache(maxsize=64)
def workbook(chart: Chart, number: int = 1) -> bytes:
    """The chart's data as an .xlsx: a column for the categories, then one for each series; the same bytes each time.

    `number` is the chart's in its document: two charts of the same data have each a workbook of its own.
    Kept for a while: a document is made twice, the second time with the page numbers of the first.
    """
    out = io.BytesIO()
    # Texts stay texts, also where they look like formulas or addresses.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": chart.title, "author": "Målkedjan", "created": _WRITTEN})
        book.set_custom_property("Diagram", f"diagram-{number}")
        sheet = book.add_worksheet(SHEET)
        _head(book, sheet, chart)
        _rows(book, sheet, chart)
        sheet.freeze_panes(1, 1)
        # Categories such as years are not flagged as numbers kept as text.
        sheet.ignore_errors({"number_stored_as_text": f"A1:A{len(chart.categories) + 1}"})
        _fit(sheet, chart)
    return out.getvalue()


def _head(book: Workbook, sheet: Worksheet, chart: Chart) -> None:
    """The names of the series, and in the corner what the values are counted in."""
    left, right = book.add_format({**_HEAD, "align": "left"}), book.add_format({**_HEAD, "align": "right"})
    for column, text in enumerate([chart.unit, *(series.name for series in chart.rows)]):
        write = sheet.write_string if text else sheet.write_blank
        write(0, column, text, right if column else left)


def _rows(book: Workbook, sheet: Worksheet, chart: Chart) -> None:
    plain, figure = book.add_format(_FONT), book.add_format({**_FONT, "num_format": format_code(chart.decimals)})
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category, plain)
        for column, series in enumerate(chart.rows, 1):
            value = series.values[row - 1]
            if value is not None:
                sheet.write_number(row, column, value, figure)


def _fit(sheet: Worksheet, chart: Chart) -> None:
    longest = max(len(text) for text in (chart.unit, *chart.categories))
    sheet.set_column(0, 0, min(max(longest + 2, 12), 60))
    for column, series in enumerate(chart.rows, 1):
        sheet.set_column(column, column, min(max(len(series.name) + 2, 14), 30))
