"""A1 references as they stand in formulas: read, moved, copied and written back with their ``$`` signs."""

import re
from dataclasses import dataclass, replace

from openpyxl.utils import column_index_from_string, get_column_letter

from service.excel.areas import MAX_COLUMN, MAX_ROW, Area

_CORNER = re.compile(r"(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([1-9][0-9]{0,6}))?")
_SHEET = r"(?:'(?:[^'\[\]:*?/\\]|'')+'|[^\W\d][\w.]*)!"
_REFERENCE = re.compile(rf"(?P<prefix>{_SHEET})?(?P<first>[$A-Za-z0-9]+)(?::(?P<last>[$A-Za-z0-9]+))?")


@dataclass(frozen=True, slots=True)
class Corner:
    """One end of a reference; ``None`` for the row or column that a whole column or row leaves out."""

    column: int | None
    row: int | None
    column_fixed: bool = False
    row_fixed: bool = False

    @classmethod
    def parse(cls, text: str) -> "Corner | None":
        match = _CORNER.fullmatch(text)
        if not match or not text:
            return None
        column = column_index_from_string(match[2].upper()) if match[2] else None
        row = int(match[4]) if match[4] else None
        if (column or 1) > MAX_COLUMN or (row or 1) > MAX_ROW:
            return None
        return cls(column, row, bool(match[1]), bool(match[3]))

    def shifted(self, rows: int, columns: int) -> "Corner":
        """Moved as Excel moves it when a formula is copied: what has a ``$`` stays."""
        column = self.column if self.column is None or self.column_fixed else self.column + columns
        row = self.row if self.row is None or self.row_fixed else self.row + rows
        return replace(self, column=column, row=row)

    @property
    def on_sheet(self) -> bool:
        return 1 <= (self.row or 1) <= MAX_ROW and 1 <= (self.column or 1) <= MAX_COLUMN

    def __str__(self) -> str:
        column = "" if self.column is None else "$" * self.column_fixed + get_column_letter(self.column)
        row = "" if self.row is None else "$" * self.row_fixed + str(self.row)
        return column + row


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell, a range, whole columns (``A:C``) or whole rows (``2:5``), with its sheet as written."""

    prefix: str
    first: Corner
    last: Corner | None = None

    @classmethod
    def parse(cls, text: str) -> "Reference | None":
        """``None`` where the text is no A1 reference to this workbook (a name, a table, another file)."""
        match = _REFERENCE.fullmatch(text)
        first = Corner.parse(match["first"]) if match else None
        if not match or first is None:
            return None
        if match["last"] is None:
            whole_cell = first.row is not None and first.column is not None
            return cls(match["prefix"] or "", first) if whole_cell else None
        last = Corner.parse(match["last"])
        if last is None or (first.row is None) != (last.row is None):
            return None
        same_kind = (first.column is None) == (last.column is None)
        return cls(match["prefix"] or "", first, last) if same_kind else None

    @property
    def sheet(self) -> str:
        """The sheet's name without quotes; empty for the formula's own sheet."""
        name = self.prefix[:-1]
        return name[1:-1].replace("''", "'") if name.startswith("'") else name

    @property
    def area(self) -> Area:
        """The cells meant; a whole column or row reaches to the end of the sheet."""
        last = self.last or self.first
        rows = sorted((self.first.row or 1, last.row or MAX_ROW))
        columns = sorted((self.first.column or 1, last.column or MAX_COLUMN))
        return Area(rows[0], columns[0], rows[1], columns[1])

    def copied(self, rows: int, columns: int) -> "Reference | None":
        """As it stands in a copy of its formula that many rows and columns away; ``None`` off the sheet."""
        last = self.last.shifted(rows, columns) if self.last else None
        moved = replace(self, first=self.first.shifted(rows, columns), last=last)
        return moved if all(end.on_sheet for end in (moved.first, moved.last or moved.first)) else None

    def __str__(self) -> str:
        return f"{self.prefix}{self.first}" + (f":{self.last}" if self.last else "")
