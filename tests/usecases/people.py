"""A person at a spreadsheet: opens a workbook, types into cells under headings, saves it."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


class Person:
    """Somebody who fills in a workbook by its headings, as it looks on the screen."""

    def __init__(self, blob: bytes) -> None:
        self.book = load_workbook(io.BytesIO(blob), rich_text=True)

    def saved(self) -> bytes:
        """The workbook as it is uploaded."""
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()

    def fill(self, sheet: str, **values: Any) -> "Person":
        """Fill a form: each keyword is the label with underscores for spaces."""
        for label, value in values.items():
            self.beside(sheet, label.replace("_", " ")).value = value
        return self

    def beside(self, sheet: str, label: str) -> Any:
        """The answer cell beside a label of a form."""
        page = self.book[sheet]
        for row in page.iter_rows():
            for cell in row:
                if _said(cell.value) == label.casefold():
                    return page.cell(cell.row, cell.column + 1)
        raise LookupError(f"{label} finns inte på bladet {sheet}")

    def type(self, sheet: str, row: int, **values: Any) -> "Person":
        """Type into a table's row, counted from 1 under the headings."""
        for heading, value in values.items():
            self.cell(sheet, row, heading.replace("_", " ")).value = value
        return self

    def type_rows(self, sheet: str, first: int, rows: list[Mapping[str, Any]]) -> "Person":
        """Type several rows, the first at `first`."""
        for number, values in enumerate(rows, first):
            self.type(sheet, number, **values)
        return self

    def cell(self, sheet: str, row: int, heading: str) -> Any:
        """The cell of a table's row under a heading."""
        page = self.book[sheet]
        line, column = self._heading(page, heading)
        return page.cell(line + row, column)

    def _heading(self, page: Worksheet, heading: str) -> tuple[int, int]:
        for row in page.iter_rows(max_row=20):
            for cell in row:
                if _said(cell.value) == heading.casefold():
                    return cell.row, cell.column
        raise LookupError(f"{heading} finns inte på bladet {page.title}")


def _said(value: Any) -> str:
    return " ".join(str(value or "").replace("*", "").casefold().split())
