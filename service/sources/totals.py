"""Lines of an export that sum up others: recognised, left out, and checked against what they sum up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.cells import Cell
from schemas.columns import as_text

from .headings import TEXT, Headings
from .tables import Line

_WORD = re.compile(r"^\W*(?:(?:del|slut)?summa|totalt?|sum|s:a|tot)\b|\b(?:summa|totalt?|s:a)\W*$", re.IGNORECASE)
Amounts = Mapping[int, Decimal]  # by column


def says_total(line: Line, headings: Headings) -> bool:
    """Whether the line calls itself a sum, in a code's place or, where a code is missing, in words."""
    codes = [line.at(heading.column) for heading in headings.codes]
    if any(_has_word(cell) for cell in codes):
        return True
    known = {heading.column for heading in headings.columns if heading.meaning != TEXT}
    words = [cell for column, cell in line.cells.items() if column not in known]
    return any(cell.empty for cell in codes) and any(_has_word(cell) for cell in words)


def _has_word(cell: Cell) -> bool:
    return bool(not cell.empty and not cell.problem and _WORD.search(as_text(cell.value).strip()))


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A sum that is not that of the lines above it: the column, what stands there, and the nearest sum there is."""

    column: int
    stands: Decimal
    right: Decimal
    rows: int


@dataclass
class Running:
    """The amounts so far, and what they were wherever a sum may begin: at the top and below each other sum."""

    sums: dict[int, Decimal] = field(default_factory=dict)
    rows: int = 0
    starts: list[tuple[dict[int, Decimal], int]] = field(default_factory=lambda: [({}, 0)])

    def add(self, amounts: Amounts) -> None:
        """Take a line of data into account."""
        self.rows += 1
        for column, amount in amounts.items():
            self.sums[column] = self.sums.get(column, Decimal(0)) + amount

    def fits(self, amounts: Amounts) -> bool:
        """Whether the amounts are those of all lines since some start, in every column."""
        return self.rows > 0 and any(
            all(self._since(start, column) == amount for column, amount in amounts.items())
            for start, row in self.starts
            if row < self.rows
        )

    def close(self, amounts: Amounts) -> list[Mismatch]:
        """Check a sum, column by column, and begin anew below it."""
        wrong = []
        for column, amount in amounts.items():
            right, rows = min(
                ((self._since(start, column), self.rows - row) for start, row in self.starts),
                key=lambda pair: abs(pair[0] - amount),
            )
            if right != amount:
                wrong.append(Mismatch(column, amount, right, rows))
        self.starts.append((dict(self.sums), self.rows))
        return wrong

    def _since(self, start: Amounts, column: int) -> Decimal:
        return self.sums.get(column, Decimal(0)) - start.get(column, Decimal(0))
