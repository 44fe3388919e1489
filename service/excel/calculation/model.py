"""What the evaluator needs to know of a workbook: values, formulas, tables and names, and no XML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from service.excel.areas import Area, cell_name
from service.excel.calculation.values import ErrorValue


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without ``=``. ``kind`` names what sets it apart (``array``); empty for an ordinary one."""

    text: str
    kind: str = ""


Content = Decimal | str | bool | ErrorValue | Formula


@dataclass
class Grid:
    """One sheet's cells by row and column; an empty cell is absent."""

    name: str
    cells: dict[tuple[int, int], Content] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)

    @cached_property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=1)

    @cached_property
    def last_column(self) -> int:
        return max((column for _, column in self.cells), default=1)


@dataclass(frozen=True, slots=True)
class TableShape:
    """Where a table stands; ``area`` takes in its header and totals rows."""

    name: str
    sheet: str
    area: Area
    headings: tuple[str, ...]
    header_rows: int = 1
    totals_rows: int = 0

    @property
    def data(self) -> Area:
        area = self.area
        first, last = area.first_row + self.header_rows, area.last_row - self.totals_rows
        return Area(first, area.first_column, last, area.last_column)

    def column(self, heading: str) -> int | None:
        """The sheet's column under a heading, which Excel compares without regard to case."""
        for position, known in enumerate(self.headings):
            if known.casefold() == heading.casefold():
                return self.area.first_column + position
        return None


@dataclass
class Model:
    """A workbook's grids and tables by casefolded name; names by (casefolded sheet or "", casefolded name)."""

    grids: Mapping[str, Grid]
    tables: Mapping[str, TableShape] = field(default_factory=dict)
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)


class Place(NamedTuple):
    """A cell; ``sheet`` is casefolded."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        return cell_name(self.row, self.column)


class SheetArea(NamedTuple):
    """An area of a sheet; ``sheet`` is casefolded."""

    sheet: str
    area: Area
