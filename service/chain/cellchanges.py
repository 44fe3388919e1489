"""What differs between two submissions to a plan, field by field: whatever the workbook, whatever the state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.columns import Column, Text, expanded
from schemas.sheets import FormSheet, Record, SheetSchema
from schemas.workbooks import Kind, workbook_schema
from service.findings import shorten

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A field that is not the same: its sheet, what tells its row, its heading, and the values on either side.

    A row that is new or gone has a change for each of its fields; `row_is` says which (`ny`, `borta`).
    """

    sheet: str
    row: str
    heading: str
    before: Any
    after: Any
    row_is: str = ""


def cell_changes(kind: Kind, ar: int, before: Records, after: Records) -> Iterator[CellChange]:
    """Every field that differs, sheet by sheet in the workbook's order, row by row."""
    for schema in workbook_schema(kind).sheets:
        columns = {n: c for n, c in schema.columns().items() if not c.hidden and not c.derived}
        for old, new in _pairs(schema, before.get(schema.key, ()), after.get(schema.key, ())):
            yield from _of_row(schema, columns, ar, old, new)


def _pairs(
    schema: type[SheetSchema], before: Sequence[Record], after: Sequence[Record]
) -> Iterator[tuple[Record | None, Record | None]]:
    """The rows that are one and the same by their permanent ids, as they stand afterwards; then those that are gone."""
    if issubclass(schema, FormSheet):
        yield next(iter(before), None), next(iter(after), None)
        return
    old = {record.id: record for record in before}
    yield from ((old.get(record.id), record) for record in after)
    kept = {record.id for record in after}
    yield from ((record, None) for record in before if record.id not in kept)


def _of_row(
    schema: type[SheetSchema], columns: Mapping[str, Column], ar: int, old: Record | None, new: Record | None
) -> Iterator[CellChange]:
    row_is = "ny" if old is None else "borta" if new is None else ""
    row = "" if issubclass(schema, FormSheet) else _name(schema, new or old)
    for name, column in columns.items():
        was, now = (None if record is None else record.values.get(name) for record in (old, new))
        if not _same(was, now):
            yield CellChange(schema.title, row, expanded(column.heading, ar), was, now, row_is)


def _same(was: Any, now: Any) -> bool:
    """Whether two values read the same; what is empty is empty, however it is kept."""
    return (was or None) == (now or None) if not isinstance(was, bool) and not isinstance(now, bool) else was == now


def _name(schema: type[SheetSchema], record: Record | None) -> str:
    """What tells a row: its first filled field (its number, its code) and its first text; else where it is."""
    if record is None:
        return ""
    filled = [name for name, column in schema.columns().items() if not column.hidden and record.values.get(name)]
    texts = [name for name in filled[1:] if isinstance(schema.columns()[name], Text)]
    said = (shorten(str(record.values[name]), 60) for name in (*filled[:1], *texts[:1]))
    return " ".join(said) or f"rad {record.row}"
