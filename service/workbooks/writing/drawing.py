"""The workbook while it is being drawn: what all its sheets need at hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from openpyxl.cell import Cell as XlsxCell
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName, DefinedNameDict
from openpyxl.worksheet.worksheet import Worksheet

from schemas.cells import CellValue
from schemas.sheets import SheetSchema, TableSheet
from schemas.workbooks import WorkbookSchema

from ..filling import FilledRow, labels
from ..names import address, sheet_name
from ..values import Content, Identity
from .lists import Lists


class Drawing:
    """One workbook and what is written in it. `write` puts a value in a cell: as ours, or as a person had it."""

    def __init__(
        self,
        schema: WorkbookSchema,
        identity: Identity,
        content: Content,
        rows: Mapping[str, Sequence[FilledRow]],
        write: Callable[[XlsxCell, CellValue], None],
    ) -> None:
        self.schema = schema
        self.identity = identity
        self.content = content
        self.rows = rows
        self.write = write
        self.wb = Workbook()
        self.wb.remove(self.wb.worksheets[0])
        self.names: DefinedNameDict = self.wb.defined_names
        last_rows = {table.key: max(row.row for row in rows[table.key]) for table in schema.tables if rows[table.key]}
        self.lists = Lists(self.wb, schema, content, last_rows)

    def add(self, sheet: type[SheetSchema]) -> Worksheet:
        """A new sheet of the workbook, known by its defined name although it is renamed."""
        ws: Worksheet = self.wb.create_sheet(sheet.title)
        ws.sheet_view.showGridLines = False
        ws.sheet_view.zoomScale = 90
        ws.sheet_format.defaultRowHeight, ws.sheet_format.customHeight = 18, True
        ws.sheet_properties.tabColor = "8A94A6" if is_locked(sheet) else "1F3864"
        known_as = sheet_name(sheet.key)
        self.names[known_as] = DefinedName(known_as, attr_text=address(sheet.title, "A1"))
        return ws

    def labels(self, source: str) -> Iterable[str]:
        """The choices of a list as they are shown."""
        return labels(self.content, source).values()


def is_locked(sheet: type[SheetSchema]) -> bool:
    """Whether a person has nothing to fill in on the sheet."""
    closed = not (issubclass(sheet, TableSheet) and sheet.extendable)
    return closed and all(column.locked for column in sheet.columns().values())
