"""Small templates for the tests, and what a reader sees in the finished files."""

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("Verksamhet", "Intäkter", "Kostnader", "Netto")
NET = "Budget[[#This Row],[Intäkter]]-Budget[[#This Row],[Kostnader]]"


def add_table(
    sheet: Worksheet,
    name: str,
    first_row: int,
    headings: Sequence[str],
    sample: Sequence[object] = (),
    totals: Sequence[object] = (),
    first_column: int = 1,
) -> Table:
    """Header, one sample row and, where given, totals."""
    for row, values in enumerate((headings, sample, totals), start=first_row):
        for column, value in enumerate(values, start=first_column):
            sheet.cell(row, column).value = value
    corner = sheet.cell(first_row, first_column).coordinate
    end = sheet.cell(first_row + (2 if totals else 1), first_column + len(headings) - 1).coordinate
    table = Table(displayName=name, ref=f"{corner}:{end}", totalsRowCount=1 if totals else None)
    table._initialise_columns()
    for column, heading in zip(table.tableColumns, headings, strict=True):
        column.name = heading
    table.autoFilter.ref = f"{corner}:{sheet.cell(first_row + 1, first_column + len(headings) - 1).coordinate}"
    sheet.add_table(table)
    return table


def budget(change: Callable[[Worksheet], object] = lambda sheet: None, *, totals: bool = True) -> bytes:
    """Sheet Driftbudget with the table Budget in A4:D6 (header 4, sample 5, totals 6), changed by ``change``."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Driftbudget"
    sums = ("Summa", None, "=SUBTOTAL(109,Budget[Kostnader])", "=SUBTOTAL(109,Budget[Netto])")
    add_table(sheet, "Budget", 4, HEADINGS, (None, None, None, "=" + NET), sums if totals else ())
    change(sheet)
    return saved(workbook)


def name_cell(sheet: Worksheet, name: str, cell: str) -> None:
    """A workbook name for the cell, such as ``$B$2``."""
    sheet.parent.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{cell}")


def rows(*amounts: tuple[int, int]) -> list[dict[str, Any]]:
    return [
        {"Verksamhet": f"Verksamhet {number}", "Intäkter": income, "Kostnader": cost}
        for number, (income, cost) in enumerate(amounts, start=1)
    ]


def saved(workbook: Workbook) -> bytes:
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def opened(blob: bytes) -> Workbook:
    """With formulas."""
    return load_workbook(BytesIO(blob), rich_text=False)


def shown(blob: bytes) -> dict[str, dict[str, object]]:
    """The values a reader that does not recalculate sees, by sheet and cell."""
    workbook = load_workbook(BytesIO(blob), data_only=True)
    return {sheet.title: values(sheet) for sheet in workbook}


def values(sheet: Worksheet) -> dict[str, object]:
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def part(blob: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(blob)) as archive:
        return archive.read(name).decode()


def with_parts(blob: bytes, changed: Mapping[str, Callable[[str], str]]) -> bytes:
    """The package with parts rewritten as text."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(blob)) as source, zipfile.ZipFile(target, "w") as archive:
        for entry in source.namelist():
            data = source.read(entry)
            archive.writestr(entry, changed[entry](data.decode()) if entry in changed else data)
    return target.getvalue()


def without_caches(blob: bytes) -> bytes:
    """Formulas without their values: who shows any has worked them out."""

    def stripped(markup: str) -> str:
        return re.sub(r"(</f>)<v>[^<]*</v>", r"\1", markup)

    with zipfile.ZipFile(BytesIO(blob)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return with_parts(blob, dict.fromkeys(sheets, stripped))
