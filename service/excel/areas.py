"""Rectangles of cells, as numbers."""

import re
from dataclasses import dataclass

from openpyxl.utils import column_index_from_string, get_column_letter

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")


@dataclass(frozen=True, slots=True)
class Area:
    """Cells from a first to a last row and column, both included; rows and columns count from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def parse(cls, text: str) -> "Area":
        """``"B2"``, ``"B2:D9"`` or the same with ``$``; ``ValueError`` for anything else."""
        match = _AREA.fullmatch(text)
        if not match:
            raise ValueError(text)
        left, top, right, bottom = match.groups()
        column = column_index_from_string(left)
        if right is None:
            return cls(int(top), column, int(top), column)
        return cls(int(top), column, int(bottom), column_index_from_string(right))

    @property
    def rows(self) -> range:
        return range(self.first_row, self.last_row + 1)

    @property
    def columns(self) -> range:
        return range(self.first_column, self.last_column + 1)

    @property
    def is_cell(self) -> bool:
        return (self.first_row, self.first_column) == (self.last_row, self.last_column)

    @property
    def size(self) -> int:
        return len(self.rows) * len(self.columns)

    def holds(self, row: int, column: int) -> bool:
        return row in self.rows and column in self.columns

    def __str__(self) -> str:
        first = cell_name(self.first_row, self.first_column)
        return first if self.is_cell else f"{first}:{cell_name(self.last_row, self.last_column)}"


def cell_name(row: int, column: int) -> str:
    """``(2, 4)`` -> ``"D2"``."""
    return f"{get_column_letter(column)}{row}"
