"""Sheets: a marshmallow schema each, and the loading of their cells into records with every fault found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, missing

from service.findings import Finding, Level, Place

from .cells import Cell, found_in
from .columns import Column, Id
from .text import StyledText


@dataclass(frozen=True, slots=True)
class Record:
    """A checked row (or form): the sheet's key, its row number in the workbook (0 for a form), its permanent id,
    and its values by field name."""

    sheet: str
    row: int
    id: str
    values: Mapping[str, Any]

    def known_as(self, id: str) -> "Record":
        """The same row under another id."""
        return self if id == self.id else Record(self.sheet, self.row, id, self.values)

    def holding(self, **values: Any) -> "Record":
        """The same row with other values in some fields."""
        return Record(self.sheet, self.row, self.id, {**self.values, **values})


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row as read: its number in the workbook and its cells by field name (a form has row 0)."""

    row: int
    cells: Mapping[str, Cell]


class SheetSchema(Schema):
    """A sheet of an official workbook. Columns stand in the order they are declared."""

    key: ClassVar[str]
    title: ClassVar[str]
    intro: ClassVar[str] = ""

    @classmethod
    def columns(cls) -> dict[str, Column]:
        """The sheet's columns by field name, in order."""
        return _columns(cls)


@cache
def _columns(schema: type[SheetSchema]) -> dict[str, Column]:
    declared: dict[str, Any] = schema._declared_fields
    return {name: column for name, column in declared.items() if isinstance(column, Column)}


class TableSheet(SheetSchema):
    """A sheet of rows under headings.

    blank_rows  how many open rows the official workbook offers below the prefilled ones
    extendable  whether a person may add rows
    key_columns the fields that together tell rows apart; a doublet is a fel
    """

    id = Id()
    blank_rows: ClassVar[int] = 20
    extendable: ClassVar[bool] = True
    key_columns: ClassVar[tuple[str, ...]] = ()


class FormSheet(SheetSchema):
    """A sheet of single fields, one a row: label, value, help. Each value cell has a defined name."""


def load(
    schema: type[SheetSchema], rows: Sequence[CellRow], unit: str | None = None
) -> tuple[list[Record], list[Finding]]:
    """Every row as a record, and every fault in the cells. A faulty cell leaves its field empty in the record.

    `unit` is what the workbook says that its amounts are in; None where it does not say.
    """
    instance = _instance(schema)
    records, findings = [], []
    for row in rows:
        record, faults = _load_row(instance, row, unit)
        records.append(record)
        findings.extend(faults)
    if issubclass(schema, TableSheet):
        findings.extend(_doublets(schema, records, rows))
    return records, findings


def stored(schema: type[SheetSchema], record: Record) -> dict[str, Any]:
    """The record's values as JSON can hold them."""
    values = record.values
    return {name: column.stored(values[name]) for name, column in schema.columns().items() if name in values}


def restored(schema: type[SheetSchema], row: int, id: str, values: Mapping[str, Any]) -> Record:
    """A record from what `stored` gave. Fields the schema has got since are empty, fields it has lost are dropped."""
    found = {
        name: column.load_default if values.get(name) is None else column.restored(values[name])
        for name, column in schema.columns().items()
    }
    return Record(schema.key, row, id, found)


@cache
def _instance(schema: type[SheetSchema]) -> SheetSchema:
    """One instance serves all rows: a schema keeps nothing from one to the next, and making one is costly."""
    return schema()


def _load_row(schema: SheetSchema, row: CellRow, unit: str | None) -> tuple[Record, list[Finding]]:
    columns = schema.columns()
    given, findings = _usable(schema, row)
    values: dict[str, Any] = {}
    for name, column in columns.items():
        # Field by field: a sheet has no rules of its own, and Schema.load would cost as much again.
        try:
            values[name] = column.deserialize(given.get(name, missing), name, given, unit=unit)
        except ValidationError as error:
            findings += [_finding(schema, row.cells[name], fault) for fault in error.messages]
            values[name] = column.deserialize(missing, name, given)
    findings += _missing(schema, row, columns, values)
    return Record(schema.key, row.row, values.get("id", ""), values), findings


def _usable(schema: SheetSchema, row: CellRow) -> tuple[dict[str, Any], list[Finding]]:
    given: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, cell in row.cells.items():
        if cell.problem:
            refusal = _refusal(schema, cell, cell.problem, {"omrade": cell.found or cell.ref})
            # What is known of a merged cell is its range, which does not stand in it.
            findings.append(replace(refusal, found="") if cell.problem == "sammanfogad" else refusal)
        elif not cell.empty:
            given[name] = cell.value
    return given, findings


def _missing(
    schema: SheetSchema, row: CellRow, columns: Mapping[str, Column], values: Mapping[str, Any]
) -> Iterable[Finding]:
    for name, column in columns.items():
        if not column.must:
            continue
        cell = row.cells.get(name)
        if cell is not None and cell.empty and _nothing(values.get(name)):
            yield Finding("tom", Level.FEL, Place(schema.title, cell.ref), details={"rubrik": column.heading})


def _nothing(value: Any) -> bool:
    return value is None or value == "" or value == () or (isinstance(value, StyledText) and not value)


def _finding(schema: SheetSchema, cell: Cell, fault: Any) -> Finding:
    return _refusal(schema, cell, fault.code, fault.details)


def _refusal(schema: SheetSchema, cell: Cell, code: str, details: Mapping[str, str]) -> Finding:
    return Finding(code, Level.FEL, Place(schema.title, cell.ref), found_in(cell), details, refuses=True)


def _doublets(schema: type[TableSheet], records: Sequence[Record], rows: Sequence[CellRow]) -> Iterable[Finding]:
    seen: dict[tuple[Any, ...], str] = {}
    for record, row in zip(records, rows, strict=True):
        if not schema.key_columns:
            return
        key = tuple(record.values.get(name) for name in schema.key_columns)
        cell = row.cells.get(schema.key_columns[-1])
        if cell is None or any(_nothing(part) for part in key):
            continue
        if key in seen:
            heading = schema.columns()[schema.key_columns[-1]].heading
            yield Finding(
                "dubblett",
                Level.FEL,
                Place(schema.title, cell.ref),
                found_in(cell),
                {"rubrik": heading, "forsta": seen[key]},
            )
        else:
            seen[key] = cell.ref
