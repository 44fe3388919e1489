"""A sheet as it stands in the file: its cells by row and column, its merged ranges, its hidden rows and columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from openpyxl.utils import get_column_letter

from schemas.cells import Cell

from .refusals import Refused, broken
from .stream import Item, RawColumns, RawMerge, RawRow, read_items
from .strings import String
from .styles import Style
from .values import value_in

MOST_ROWS = 100_000  # rows that hold anything
_MOST_CELLS = 1_000_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_COLUMNS = {get_column_letter(number): number for number in range(1, 703)}  # A–ZZ
_REF = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class Range:
    """A range of cells by its corners; all four are included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{get_column_letter(self.left)}{self.top}:{get_column_letter(self.right)}{self.bottom}"


@dataclass(slots=True)
class Grid:
    """A sheet's contents. Cells that are merely formatted are not there."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def at(self, row: int, column: int) -> Cell:
        """The cell there, an empty one when nothing stands in it."""
        return self.cells.get((row, column)) or Cell(f"{get_column_letter(column)}{row}")

    def rows(self) -> list[int]:
        """The rows that hold anything, from the top."""
        return sorted({row for row, _ in self.cells})

    def hides_column(self, column: int) -> bool:
        """Whether the column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def grid_in(blob: bytes, strings: Sequence[String], styles: Mapping[int, Style], epoch: datetime) -> Grid:
    """The sheet's grid. Raises `Refused` for a sheet that is broken or has far too many rows."""
    reader = _Reader(strings, styles, epoch)
    read_items(blob, reader.take)
    return reader.grid


@dataclass(slots=True)
class _Reader:
    """Puts what a sheet holds into its grid."""

    strings: Sequence[String]
    styles: Mapping[int, Style]
    epoch: datetime
    grid: Grid = field(default_factory=Grid)
    row: int = 0
    filled: int = 0
    seen: set[int] = field(default_factory=set)

    def take(self, item: Item) -> None:
        """Take in a row, a merged range or a hidden stretch of columns. Raises `Refused`."""
        if isinstance(item, RawMerge):
            self.grid.merged.append(range_of(item.ref))
        elif isinstance(item, RawColumns):
            _note_columns(self.grid, item)
        else:
            self.row = _row_number(item.number, self.row, self.seen)
            self.filled += _read_row(self.grid, item, self.row, self.strings, self.styles, self.epoch)
            if self.filled > MOST_ROWS or len(self.grid.cells) > _MOST_CELLS:
                raise Refused("for-manga-rader", mest=f"{MOST_ROWS:,}".replace(",", "\u00a0"))


def place_of(ref: str) -> tuple[int, int]:
    """Row and column of a cell's reference. Raises `Refused` when there is no such cell."""
    match = _REF.fullmatch(ref)
    if match:
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        if int(match[2]) <= _LAST_ROW and column <= _LAST_COLUMN:
            return int(match[2]), column
    raise broken("den har en cell som inte finns")


def _place(ref: str, row: int, number: str) -> tuple[int, int]:
    """As `place_of`, quickly where the cell stands in the row that it should, whose number is `number` as text."""
    column = _COLUMNS.get(ref[: -len(number)]) if ref.endswith(number) else None
    return (row, column) if column else place_of(ref)


def range_of(ref: str) -> Range:
    """The range of a reference as `B5:K20` or `B5`."""
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    return Range(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _row_number(own: str, before: int, seen: set[int]) -> int:
    """The row's number: its own, or for a row without one the next. The same number twice is a broken file."""
    if own and not re.fullmatch(r"[1-9]\d{0,6}", own):
        raise broken("den har en rad som inte finns")
    row = int(own) if own else before + 1
    if row > _LAST_ROW or row in seen:
        raise broken(f"raden {row} finns två gånger på ett blad")
    seen.add(row)
    return row


def _read_row(
    grid: Grid,
    raw: RawRow,
    row: int,
    strings: Sequence[String],
    styles: Mapping[int, Style],
    epoch: datetime,
) -> bool:
    if raw.is_hidden:
        grid.hidden_rows.add(row)
    column, before, number = 0, len(grid.cells), str(row)
    for cell_in in raw.cells:
        ref = cell_in.ref or f"{get_column_letter(column + 1)}{number}"
        found_row, column = _place(ref, row, number)
        if found_row != row or (row, column) in grid.cells:
            raise broken(f"cellerna på rad {row} är inte i ordning")
        cell = value_in(cell_in, ref.replace("$", ""), strings, styles, epoch)
        if cell is not None:
            grid.cells[row, column] = cell
    return len(grid.cells) > before


def _note_columns(grid: Grid, hidden: RawColumns) -> None:
    if hidden.first.isdecimal() and hidden.last.isdecimal():
        grid.hidden_columns.append((int(hidden.first), int(hidden.last)))
