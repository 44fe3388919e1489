"""From checked records to row values: amounts in tkr, numbers put in."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from schemas.columns import Belopp
from schemas.sheets import Record, restored
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
        values = {name: self._value(cls.sheet, name, value) for name, value in record.values.items()}
        values |= {name: make(record) for name, make in made.items()}
        if record.id in numbers:
            values["nummer"] = numbers[record.id]
        wanted = {field.name for field in fields(cls)} - {"id", "row"}
        return cls(id=record.id, row=record.row, **{name: values[name] for name in wanted if name in values})

    def _value(self, sheet: str, name: str, value: Any) -> Any:
        column = self._schema.sheet(sheet).columns().get(name)
        return to_tkr(value, self._unit) if isinstance(column, Belopp) and value is not None else value
