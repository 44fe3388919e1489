"""What differs between two versions of the same workbook, cell by cell: for follow-ups and governing documents."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.columns import Column, expanded
from schemas.numbers import shown
from schemas.sheets import SheetSchema
from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema

from .differences import ADDED, CHANGED, REMOVED, Difference, name_of
from .plans import Plan, plain
from .records import Row


def cell_differences(before: Plan, after: Plan) -> list[Difference]:
    """Every open cell that is not the same in both, sheet by sheet, and rows that only one has.

    What stands locked in the workbook is decided elsewhere, and differs where that does.
    """
    schema = workbook_schema(Kind(after.head.kind))
    return [line for sheet in schema.sheets for line in _of_sheet(sheet, before, after)]


def _of_sheet(sheet: type[SheetSchema], before: Plan, after: Plan) -> Iterator[Difference]:
    old, new = _rows(before, sheet.key), _rows(after, sheet.key)
    open_ = {name: column for name, column in sheet.columns().items() if not column.locked and name != "id"}
    for id, row in new.items():
        if id in old:
            yield from _of_row(sheet, open_, old[id], row, after.head.ar)
        else:
            yield Difference(sheet.title, name_of(row), ADDED, "", _whole(row, open_))
    for id, row in old.items():
        if id not in new:
            yield Difference(sheet.title, name_of(row), REMOVED, _whole(row, open_), "")


def _of_row(
    sheet: type[SheetSchema], columns: dict[str, Column], old: Row, new: Row, ar: int
) -> Iterator[Difference]:  # fmt: skip
    for name, column in columns.items():
        was, now = (_shown(getattr(row, name, None)) for row in (old, new))
        if was != now:
            subject = f"{sheet.title}: {expanded(column.heading, ar)}"
            yield Difference(subject, name_of(new), CHANGED, was, now)


def _rows(plan: Plan, sheet: str) -> dict[str, Row]:
    """The rows of a sheet by id; a form is a row without one."""
    found = (getattr(plan, field.name) for field in fields(plan))
    rows = (row for value in found for row in (value if isinstance(value, tuple | list) else (value,)))
    return {row.id: row for row in rows if isinstance(row, Row) and row.sheet == sheet}


def _whole(row: Row, columns: dict[str, Column]) -> str:
    return "; ".join(text for name in columns if (text := _shown(getattr(row, name, None))))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, StyledText):
        return plain(value)
    if isinstance(value, Decimal):
        return shown(value)
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
