"""What differs between two versions of the same workbook, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.columns import Column, expanded
from schemas.numbers import grouped, spaced
from schemas.sheets import SheetSchema
from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema

from .differences import ADDED, CHANGED, REMOVED, Difference, name_of
from .plans import Plan, plain
from .records import Row
from .rowmatching import Same, match


def cell_differences(before: Plan, after: Plan) -> list[Difference]:
    """Every open cell that is not the same in both, sheet by sheet, and rows that only one has. Amounts are in tkr.

    What stands locked in the workbook is decided elsewhere, and differs where that does.
    """
    schema = workbook_schema(Kind(after.head.kind))
    told = _Told(_names(before) | _names(after), after.head.ar)
    return [line for sheet in schema.sheets for line in told.of_sheet(sheet, before, after)]


@dataclass(frozen=True, slots=True)
class _Told:
    """What differs, in words. `names` are what rows are known by, for cells that point at them by their id."""

    names: Mapping[str, str]
    ar: int
    same: Same = field(default_factory=dict)

    def of_sheet(self, sheet: type[SheetSchema], before: Plan, after: Plan) -> Iterator[Difference]:
        """The sheet's lines; sheets whose rows others belong to come first, so that those are known again by them."""
        old, new = _rows(before, sheet.key), _rows(after, sheet.key)
        match(list(old.values()), list(new.values()), self.same)
        kept = {self.same[id] for id in new if id in self.same}
        open_ = {name: column for name, column in sheet.columns().items() if not column.locked and name != "id"}
        for id, row in new.items():
            if id in self.same:
                yield from self._of_row(sheet, open_, old[self.same[id]], row)
            else:
                yield Difference(sheet.title, name_of(row), ADDED, "", self._whole(row, open_))
        for id, row in old.items():
            if id not in kept:
                yield Difference(sheet.title, name_of(row), REMOVED, self._whole(row, open_), "")

    def _of_row(
        self, sheet: type[SheetSchema], columns: Mapping[str, Column], old: Row, new: Row
    ) -> Iterator[Difference]:
        for name, column in columns.items():
            stood, stands = (getattr(row, name, None) for row in (old, new))
            was, now = self._shown(stood), self._shown(stands)
            if was != now and not (isinstance(stands, str) and self.same.get(stands) == stood):
                subject = f"{sheet.title}: {expanded(column.heading, self.ar)}"
                yield Difference(subject, name_of(new), CHANGED, was, now)

    def _whole(self, row: Row, columns: Mapping[str, Column]) -> str:
        said = ((column, self._shown(getattr(row, name, None))) for name, column in columns.items())
        return "; ".join(f"{expanded(column.heading, self.ar)}: {text}" for column, text in said if text)

    def _shown(self, value: Any) -> str:
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, StyledText):
            return plain(value)
        if isinstance(value, int):
            return grouped(value)
        if isinstance(value, Decimal):
            return spaced(value)
        if isinstance(value, tuple):
            return ", ".join(map(self._shown, value))
        if isinstance(value, date):
            return value.isoformat()
        return "" if value is None else self.names.get(str(value), str(value))


def _names(plan: Plan) -> dict[str, str]:
    """What each row that has an id is known by."""
    sheets = workbook_schema(Kind(plan.head.kind)).sheets
    rows = (row for sheet in sheets for row in _rows(plan, sheet.key).values())
    return {row.id: name for row in rows if row.id and (name := name_of(row))}


def _rows(plan: Plan, sheet: str) -> dict[str, Row]:
    """The rows of a sheet by id; a form is a row without one."""
    found = (getattr(plan, one.name) for one in fields(plan))
    rows = (row for value in found for row in (value if isinstance(value, tuple | list) else (value,)))
    return {row.id: row for row in rows if isinstance(row, Row) and row.sheet == sheet}
