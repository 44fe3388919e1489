"""From checked records to row values: amounts in tkr, numbers put in."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from schemas.columns import Belopp
from schemas.sheets import Record, SheetSchema, restored
from schemas.workbooks import Kind, workbook_schema

from . import records as r
from .figures import to_tkr
from .values import Nummer

Records = Mapping[str, Sequence[Record]]
R = TypeVar("R", bound=r.Row)


class RowTable:
    """Makes row values of a workbook's records."""

    def __init__(self, kind: Kind, records: Records, unit: str | None) -> None:
        self._schema = workbook_schema(kind)
        self._records = records
        self._unit = unit

    def form(self, cls: type[R]) -> R:
        """The form's single row; an empty one where the sheet was not filled."""
        found = self._records.get(cls.sheet) or [restored(self._schema.sheet(cls.sheet), 0, "", {})]
        return self._row(cls, found[0], {}, {})

    def rows(self, cls: type[R], numbers: Mapping[str, Nummer] | None = None, **made: Any) -> tuple[R, ...]:
        """The sheet's rows. `made` computes fields from the record; `numbers` gives the official number by row id."""
        return tuple(self._row(cls, record, numbers or {}, made) for record in self._records.get(cls.sheet, ()))

    def _row(self, cls: type[R], record: Record, numbers: Mapping[str, Nummer], made: Mapping[str, Any]) -> R:
        row_type: Any = cls
        wanted, amounts = _fields(row_type), self._amounts(cls.sheet)
        values = {
            name: to_tkr(value, self._unit) if name in amounts and value is not None else value
            for name, value in record.values.items()
            if name in wanted
        }
        values |= {name: make(record) for name, make in made.items() if name in wanted}
        if record.id in numbers and "nummer" in wanted:
            values["nummer"] = numbers[record.id]
        return cls(id=record.id, row=record.row, **values)

    def _amounts(self, sheet: str) -> frozenset[str]:
        """The fields that are amounts of money."""
        return _amounts(self._schema.sheet(sheet))


@cache
def _fields(cls: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(cls)) - {"id", "row"}


@cache
def _amounts(schema: type[SheetSchema]) -> frozenset[str]:
    return frozenset(name for name, column in schema.columns().items() if isinstance(column, Belopp))
