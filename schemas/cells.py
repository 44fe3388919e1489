"""What stands in a cell, before any meaning is given to it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite

from .numbers import exact, shown
from .text import StyledText

CellValue = None | str | bool | int | float | Decimal | date | datetime | StyledText


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its address (`E14`). `problem` is a finding's code when the cell has no usable value
    (a formula never computed, a formula error, a merged range); `found` is what a person sees there."""

    ref: str
    value: CellValue = None
    problem: str = ""
    found: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the cell (white space is nothing)."""
        value = self.value
        if value is None:
            return not self.problem
        if isinstance(value, (str, StyledText)):
            return not self.problem and not str(value).strip()
        return False


def found_in(cell: Cell) -> str:
    """What a person sees in the cell, as text."""
    if cell.found:
        return cell.found
    if isinstance(cell.value, bool):
        return "SANT" if cell.value else "FALSKT"
    if isinstance(cell.value, datetime) and cell.value.time() == time():
        return cell.value.date().isoformat()  # a day, which Excel keeps as its first moment
    if isinstance(cell.value, int | float | Decimal) and isfinite(cell.value):
        return shown(exact(cell.value))
    return "" if cell.value is None else str(cell.value)
