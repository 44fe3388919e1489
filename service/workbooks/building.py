"""Making an official workbook: prefilled, locked where it should be, with choices and help."""

from collections.abc import Callable, Mapping, Sequence

from openpyxl.cell import Cell as XlsxCell

from schemas.cells import CellValue
from schemas.sheets import FormSheet
from schemas.workbooks import Kind, WorkbookSchema, workbook_schema

from .filling import FilledRow, prefilled
from .values import Content, Identity
from .writing import cells, readme
from .writing.balance import show_balance
from .writing.drawing import Drawing
from .writing.forms import draw_form
from .writing.hidden import hide_identity
from .writing.saving import saved
from .writing.tables import draw_table


def build(identity: Identity, content: Content) -> bytes:
    """The workbook to send out, as the bytes of an .xlsx file. The same content gives the same bytes."""
    schema = workbook_schema(identity.kind)
    rows = {sheet.key: prefilled(sheet, identity, content) for sheet in schema.sheets}
    return saved(drawn(schema, identity, content, rows).wb)


def drawn(
    schema: WorkbookSchema,
    identity: Identity,
    content: Content,
    rows: Mapping[str, Sequence[FilledRow]],
    write: Callable[[XlsxCell, CellValue], None] = cells.write,
) -> Drawing:
    """The whole workbook with those rows, still open for more to be drawn in it."""
    drawing = Drawing(schema, identity, content, rows, write)
    readme.Sheet(drawing).draw()
    for sheet in schema.sheets:
        if issubclass(sheet, FormSheet):
            draw_form(drawing, sheet, rows[sheet.key][0])
        else:
            draw_table(drawing, sheet, rows[sheet.key])  # type: ignore[arg-type]  # a sheet is a form or a table
    if schema.kind is Kind.VERKSAMHETSPLAN:
        show_balance(drawing)
    drawing.wb.move_sheet(drawing.wb["Listor"], len(schema.sheets) + 1)
    hide_identity(drawing.wb, identity, schema.title)
    drawing.wb.active = 0
    return drawing
