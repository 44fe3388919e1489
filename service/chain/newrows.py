"""Rows that the service writes itself, as a workbook's reader would give them back."""

from collections.abc import Iterable, Mapping
from typing import Any

from schemas.sheets import Record, SheetSchema, restored
from schemas.workbooks import Kind, workbook_schema


def new_row(kind: Kind, key: str, id: str, values: Mapping[str, Any]) -> Record:
    """A row of a sheet with an id and some values; the other fields are empty."""
    return _filled(workbook_schema(kind).sheet(key), id, values)


def new_rows(kind: Kind, key: str, rows: Iterable[Mapping[str, Any]]) -> list[Record]:
    """Rows of a sheet, their ids made of the sheet's key and their place."""
    schema = workbook_schema(kind).sheet(key)
    return [_filled(schema, f"{key}-fast-{n}", values) for n, values in enumerate(rows, 1)]


def _filled(schema: type[SheetSchema], id: str, values: Mapping[str, Any]) -> Record:
    empty = restored(schema, 0, id, {}).values
    return Record(schema.key, 0, id, {**empty, **values, "id": id})
