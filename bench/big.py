"""A verksamhetsplan of thousands of budget rows, and the settings that know its verksamheter: made from the samples."""

import io
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

SAMPLES = Path("samples")
NAMND = "BUN"


def settings(rows: int) -> bytes:
    """The sample settings with so many more verksamheter for the nämnd."""
    book = load_workbook(SAMPLES / "installningar-2027.xlsx")
    page = book["Verksamheter"]
    first = _after_last(page, 3)
    for number in range(rows):
        for column, value in enumerate((NAMND, _code(number), _name(number), "Nämnden"), 2):
            page.cell(first + number, column).value = value
    return _saved(book)


def plan(rows: int) -> bytes:
    """The nämnd's sample plan with a budget row for each of them."""
    book = load_workbook(SAMPLES / f"verksamhetsplan-2027-{NAMND.lower()}.xlsx")
    page = book["Detaljbudget"]
    first = _after_last(page, 2)
    for number in range(rows):
        figures = (0, 100 + number % 7, 20, 10 + number % 3, 1, 130)
        row = (f"{_code(number)} {_name(number)}", _name(number), *figures)
        for column, value in enumerate(row, 2):
            page.cell(first + number, column).value = value
    return _saved(book)


def _code(number: int) -> str:
    return str(100_000 + number)


def _name(number: int) -> str:
    return f"Enhetens verksamhet {number}"


def _after_last(page: Worksheet, column: int) -> int:
    return 1 + max(row for row in range(1, page.max_row + 1) if page.cell(row, column).value)


def _saved(book: object) -> bytes:
    out = io.BytesIO()
    book.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
