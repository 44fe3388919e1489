"""What every row of a workbook has."""

from dataclasses import dataclass
from typing import ClassVar

Tkr = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a sheet: its permanent id and its row number in the workbook (0 on a form)."""

    sheet: ClassVar[str]
    id: str = ""
    row: int = 0
