"""Fills an Excel template: a real .xlsx that its owners open and restyle in Excel.

Works on the markup itself, so that all a person put into the template and that is not filled (pictures,
charts, themes, print settings, newer Excel's extensions) comes out as it went in. Knows nothing of ours.
"""

from collections.abc import Mapping, Sequence

from service.excel.caches import write_caches
from service.excel.cells import CellValue
from service.excel.charts import write_chart_caches
from service.excel.faults import SENTENCES, TemplateFault
from service.excel.fields import check_given, field
from service.excel.filling import fill_cell, fill_table
from service.excel.lint import lint
from service.excel.properties import WorkbookProperties, write_properties
from service.excel.reading import cell_texts
from service.excel.workbook import Workbook

__all__ = ["SENTENCES", "CellValue", "TemplateFault", "WorkbookProperties", "cell_texts", "fill", "lint"]


def fill(
    template: bytes,
    cells: Mapping[str, CellValue],
    tables: Mapping[str, Sequence[Mapping[str, CellValue]]],
    *,
    properties: WorkbookProperties | None = None,
) -> bytes:
    """The workbook that the template becomes: live formulas with their right values beside them.

    ``cells``: value by defined name; the names are those of the template that begin with ``falt_``, each
    and all, and any other that points at one cell. ``tables``: rows by name of an Excel table, each row
    value by column heading; the table's one sample row gives every row its looks, choices and formulas.
    A column left out of a row is blank there, a table without rows keeps one blank row, a table not named
    stays as it is.

    A pure function: equal arguments give equal bytes. Raises ``TemplateFault`` where template and
    arguments do not agree or a formula cannot be evaluated; ``TypeError`` for a value of the wrong kind
    (float, datetime); ``ValueError`` for one that no cell can hold.
    """
    workbook = Workbook(template)
    check_given(workbook, cells)
    for name, rows in tables.items():
        fill_table(workbook, name, rows)
    for name, value in cells.items():
        # Looked up afresh: the tables have moved the cells, and the names with them.
        found = field(workbook, name)
        fill_cell(workbook, name, found.sheet, found.area, value)
    write_caches(workbook)
    write_chart_caches(workbook)
    if properties is not None:
        write_properties(workbook.package, properties)
    return workbook.to_bytes()
