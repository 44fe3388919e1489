"""Doing to a right workbook what makes it wrong, as a person at a spreadsheet would do it."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.worksheet import Worksheet

from samples.fixed import saved
from samples.source import wrong
from schemas.workbooks import Kind, workbook_schema


class Spreadsheet:
    """An opened workbook. `row_of` tells in which row of its sheet one of the source's rows stands."""

    def __init__(self, blob: bytes, kind: Kind, row_of: Callable[[str, int], int]) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(blob), rich_text=True)
        self._schema = workbook_schema(kind)
        self._row_of = row_of

    def saved(self) -> bytes:
        """The file as it is uploaded."""
        return saved(self.book, "Exempelkommunen")

    def do(self, step: wrong.Step) -> None:
        """Do one step. Raises `KeyError` for a step that is not done in a spreadsheet."""
        _DOINGS[type(step)](self, step)

    def set_cell(self, step: wrong.SetCell) -> None:
        """Type over a cell."""
        self._cell(step.sheet, step.row, step.field).value = step.value

    def set_formula(self, step: wrong.SetFormula) -> None:
        """Type a formula, which openpyxl saves without a value."""
        self._cell(step.sheet, step.row, step.field).value = step.formula

    def merge_cells(self, step: wrong.MergeCells) -> None:
        """Merge a column's cells over some rows."""
        column, _ = self._heading(step.sheet, step.field)
        first, last = (self._row_of(step.sheet, row) for row in (step.first, step.last))
        self._page(step.sheet).merge_cells(f"{column}{first}:{column}{last}")

    def rename_heading(self, step: wrong.RenameHeading) -> None:
        """Paste over a heading."""
        column, row = self._heading(step.sheet, step.field)
        self._page(step.sheet)[f"{column}{row}"].value = step.heading
        del self.book.defined_names[_name(step.sheet, step.field)]

    def delete_column(self, step: wrong.DeleteColumn) -> None:
        """Delete a column; openpyxl moves no names, so that those of the sheet go too."""
        page = self._page(step.sheet)
        column, _ = self._heading(step.sheet, step.field)
        page.delete_cols(page[f"{column}1"].column)
        for name in [name for name in self.book.defined_names if name.startswith(_name(step.sheet, ""))]:
            del self.book.defined_names[name]

    def delete_row(self, step: wrong.DeleteRow) -> None:
        """Empty a row."""
        for cell in self._page(step.sheet)[self._row_of(step.sheet, step.row)]:
            cell.value = None

    def remove_sheet(self, step: wrong.RemoveSheet) -> None:
        """Delete a sheet and the names that led to it."""
        self.book.remove(self._page(step.sheet))
        for name in [name for name in self.book.defined_names if name.startswith(_name(step.sheet, ""))]:
            del self.book.defined_names[name]

    def _page(self, sheet: str) -> Worksheet:
        page: Worksheet = self.book[self._schema.sheet(sheet).title]
        return page

    def _cell(self, sheet: str, row: int | None, field: str) -> Any:
        column, at = self._heading(sheet, field)
        return self._page(sheet)[f"{column}{at if row is None else self._row_of(sheet, row)}"]

    def _heading(self, sheet: str, field: str) -> tuple[str, int]:
        """Where a column's heading (or a form's answer) stands, by its defined name."""
        place = self.book.defined_names[_name(sheet, field)].attr_text.rpartition("!")[2].replace("$", "")
        column, row = coordinate_from_string(place)
        return column, row


def _name(sheet: str, field: str) -> str:
    return f"mk_{sheet}_{field}"


_DOINGS: Mapping[type, Callable[[Spreadsheet, Any], None]] = {
    wrong.SetCell: Spreadsheet.set_cell,
    wrong.SetFormula: Spreadsheet.set_formula,
    wrong.MergeCells: Spreadsheet.merge_cells,
    wrong.RenameHeading: Spreadsheet.rename_heading,
    wrong.DeleteColumn: Spreadsheet.delete_column,
    wrong.DeleteRow: Spreadsheet.delete_row,
    wrong.RemoveSheet: Spreadsheet.remove_sheet,
}
