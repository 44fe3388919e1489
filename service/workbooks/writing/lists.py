"""The hidden sheet of choices, and which list each column's drop-down shows."""

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from schemas.columns import Column, JaNej, Kod, Koder, Val
from schemas.workbooks import WorkbookSchema

from ..filling import labels
from ..layout import FIRST_ROW, columns_of
from ..names import LISTS, list_name
from ..values import Content
from .cells import write

# Lists that grow as the workbook itself is filled in: the columns (sheet, field) whose cells are the choices.
_WITHIN: Mapping[str, Sequence[tuple[str, str]]] = {
    "namnd": (("namnd", "kod"),),
    "verksamhet": (("verksamhet", "kod"),),
    "enhet": (("enhet", "kod"),),
    "inriktningsmal": (("inriktningsmal", "beteckning"),),
    "mal_eller_resultat": (("inriktningsmal", "beteckning"), ("resultat", "beteckning")),
}
_LONGEST_INLINE = 250  # Excel allows 255 characters


class Lists:
    """The lists of one workbook. `last_rows` tells how far down each of its table sheets goes."""

    def __init__(self, wb: Workbook, schema: WorkbookSchema, content: Content, last_rows: Mapping[str, int]) -> None:
        self._ws: Worksheet = wb.create_sheet(LISTS)
        self._ws.sheet_state = "hidden"
        self._ws.protection.sheet = True
        self._names = wb.defined_names
        self._schema = schema
        self._content = content
        self._last_rows = last_rows
        self._drawn: dict[str, str] = {}

    def formula_for(self, column: Column, key: str) -> str:
        """The formula of a column's list, drawn at its first use; nothing for a column without choices.

        `key` tells the column apart (`aktivitet_niva`)."""
        if isinstance(column, Val | JaNej):
            return self._fixed(column.choices, key)
        if not isinstance(column, Kod) or isinstance(column, Koder) or not column.source:
            return ""
        if column.source not in self._drawn:
            self._drawn[column.source] = self._sourced(column.source)
        return self._drawn[column.source]

    def _fixed(self, choices: Sequence[str], key: str) -> str:
        inline = ",".join(choices)
        if len(inline) <= _LONGEST_INLINE and not any("," in choice or '"' in choice for choice in choices):
            return f'"{inline}"'
        return self._column(key, choices)

    def _sourced(self, source: str) -> str:
        shown = list(labels(self._content, source).values())
        if shown:
            return self._column(source, shown)
        keys = {table.key for table in self._schema.tables}
        cells = _WITHIN.get(source, ())
        return self._growing(source, cells) if cells and all(sheet in keys for sheet, _ in cells) else ""

    def _column(self, name: str, choices: Sequence[str]) -> str:
        letter = self._next_column(name)
        for row, choice in enumerate(choices, 2):
            write(self._ws[f"{letter}{row}"], choice)
        return self._named(name, f"{LISTS}!${letter}$2:${letter}${len(choices) + 1}")

    def _growing(self, name: str, columns: Sequence[tuple[str, str]]) -> str:
        """What stands in other sheets' cells without the gaps: the cells, a running count of filled ones, the list."""
        cells, counts, shown = (self._next_column(f"{name} {part}") for part in ("celler", "antal", "lista"))
        sources = [ref for sheet, field in columns for ref in self._refs(sheet, field)]
        last = len(sources) + 1
        for row, ref in enumerate(sources, 2):
            self._ws[f"{cells}{row}"] = f'=IF({ref}="","",{ref})'
            self._ws[f"{counts}{row}"] = f'=N({counts}{row - 1})+IF({cells}{row}="",0,1)'
            found = f"MATCH({row - 1},${counts}$2:${counts}${last},0)"
            self._ws[f"{shown}{row}"] = f'=IFERROR(INDEX(${cells}$2:${cells}${last},{found}),"")'
        height = f"MAX(1,MAX({LISTS}!${counts}$2:${counts}${last}))"
        return self._named(name, f"OFFSET({LISTS}!${shown}$2,0,0,{height},1)")

    def _refs(self, sheet: str, field: str) -> list[str]:
        table = next(table for table in self._schema.tables if table.key == sheet)
        letter = columns_of(table)[field]
        return [f"{quote_sheetname(table.title)}!{letter}{row}" for row in range(FIRST_ROW, self._last_rows[sheet] + 1)]

    def _next_column(self, heading: str) -> str:
        number = sum(1 for cell in self._ws[1] if cell.value is not None) + 1
        letter = get_column_letter(number)
        write(self._ws[f"{letter}1"], heading)
        return letter

    def _named(self, name: str, formula: str) -> str:
        self._names[list_name(name)] = DefinedName(list_name(name), attr_text=formula)
        return list_name(name)
