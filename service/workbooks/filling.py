"""What is to be written in each row of a workbook, whether it is sent out or sent back."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from schemas.cells import CellValue
from schemas.columns import Column, Kod, Koder, Val
from schemas.sheets import FormSheet, Record, SheetSchema, TableSheet
from service.findings import shorten

from .identity import written
from .layout import FIRST_ROW
from .values import Content, Identity

_LONGEST_LABEL = 40  # a choice stands in a narrow cell once it is chosen


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row as it is to be written: its number (0 for a form), its id and its cells by field name."""

    row: int
    id: str = ""
    values: Mapping[str, CellValue] = field(default_factory=dict)
    locked: bool = False


def prefilled(sheet: type[SheetSchema], identity: Identity, content: Content) -> list[FilledRow]:
    """The rows of a sheet when it is sent out: the prefilled ones and the blank ones below them."""
    records = content.records.get(sheet.key, ()) or _fixed_records(sheet)
    if issubclass(sheet, FormSheet):
        return [FilledRow(0, values=_shown(sheet, record, content)) for record in records[:1]] or [FilledRow(0)]
    rows = [
        FilledRow(row, record.id, _shown(sheet, record, content), record.id in content.locked_rows and bool(record.id))
        for row, record in enumerate(records, FIRST_ROW)
    ]
    return with_blanks(sheet, identity, rows)  # type: ignore[arg-type]


def with_blanks(sheet: type[TableSheet], identity: Identity, rows: Sequence[FilledRow]) -> list[FilledRow]:
    """The rows, every gap between them filled with a blank one, and the sheet's open rows below; each with an id."""
    given = {row.row: row for row in rows}
    last = max(given, default=FIRST_ROW - 1) + sheet.blank_rows
    taken = {row.id for row in rows}
    filled = []
    for number in range(FIRST_ROW, last + 1):
        row = given.get(number, FilledRow(number))
        id = row.id or next(id for id in _new_ids(identity, sheet.key, number) if id not in taken)
        taken.add(id)
        filled.append(FilledRow(number, id, row.values, row.locked))
    return filled


def _new_ids(identity: Identity, sheet: str, row: int) -> Iterator[str]:
    """Ids for a blank row: the same each time the same workbook is made, so that the row is known at a next upload."""
    turn = 0
    while True:
        source = "\n".join([written(identity), sheet, str(row), "" if not turn else str(turn)])
        yield f"{sheet}-{hashlib.sha256(source.encode()).hexdigest()[:10]}"
        turn += 1


def _fixed_records(sheet: type[SheetSchema]) -> list[Record]:
    """The rows of a sheet that are given by the locked choices of its key column (the items of the result budget)."""
    if not issubclass(sheet, TableSheet) or sheet.extendable or not sheet.key_columns:
        return []
    key = sheet.key_columns[0]
    column = sheet.columns()[key]
    if not (isinstance(column, Val) and column.locked):
        return []
    return [Record(sheet.key, 0, "", {key: choice}) for choice in column.choices]


def _shown(sheet: type[SheetSchema], record: Record, content: Content) -> dict[str, CellValue]:
    columns = sheet.columns()
    shown = {name: _value(columns[name], value, content) for name, value in record.values.items() if name in columns}
    return {name: value for name, value in shown.items() if value is not None and name != "id"}


def _value(column: Column, value: Any, content: Content) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(column, Koder):
        return ", ".join(value or ()) or None
    if isinstance(column, Kod) and value:
        return labels(content, column.source).get(value, value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    return value


def labels(content: Content, source: str) -> dict[str, str]:
    """The choices of a list as they are shown, `407 Förskola`, by code."""
    return {code: _label(code, label) for code, label in content.choices.get(source, ())}


def _label(code: str, label: str) -> str:
    return shorten(label if label.startswith(code) else f"{code} {label}", _LONGEST_LABEL)
