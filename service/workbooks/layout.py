"""Where everything stands in an official workbook."""

from openpyxl.utils import get_column_letter

from schemas.sheets import FormSheet, SheetSchema, TableSheet
from schemas.workbooks import WorkbookSchema
from service.chain.values import Layout

HEADING_ROW = 5
FIRST_ROW = 6
LABEL, VALUE, HELP = "B", "C", "D"  # the columns of a form


def columns_of(sheet: type[TableSheet]) -> dict[str, str]:
    """The letter of each column by field. The hidden id stands first, in A."""
    return {name: get_column_letter(number) for number, name in enumerate(sheet.columns(), 1)}


def cells_of(sheet: type[FormSheet]) -> dict[str, str]:
    """The value cell of each field of a form."""
    return {name: f"{VALUE}{row}" for row, name in enumerate(sheet.columns(), FIRST_ROW)}


def cells_in(sheet: type[SheetSchema]) -> dict[str, str]:
    """The column's letter, or in a form the value's cell, by field."""
    return columns_of(sheet) if issubclass(sheet, TableSheet) else cells_of(sheet)  # type: ignore[arg-type]


def official(schema: WorkbookSchema) -> Layout:
    """The layout of the workbook as it is sent out."""
    return Layout(
        {sheet.key: cells_in(sheet) for sheet in schema.sheets},
        {sheet.key: sheet.title for sheet in schema.sheets},
    )
