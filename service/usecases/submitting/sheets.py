"""What a workbook was read as, as sheets to look at: each value in its cell, with what was found there beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.cells import Cell, found_in
from schemas.columns import Column, Tal, expanded
from schemas.numbers import spaced
from schemas.sheets import CellRow, FormSheet, Record, SheetSchema
from schemas.workbooks import Kind, workbook_schema
from service.chain.values import Layout
from service.findings import Finding, Level, worst_first
from service.workbooks import Reading


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: its address, what stands in it, and what was found there."""

    ref: str
    text: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet: its title in the file, its headings (a form's are its labels), and its rows with their numbers.

    `numeric` tells which columns hold numbers; `findings` are those that concern no cell shown.
    """

    key: str
    title: str
    is_form: bool
    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[int, tuple[ShownCell, ...]], ...]
    findings: tuple[Finding, ...] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those in its cells and those beside them, worst first."""
        cells = (finding for _, row in self.rows for cell in row for finding in cell.findings)
        return tuple(worst_first((*self.findings, *cells)))

    def count(self, level: Level) -> int:
        """How many findings of a level it has, in cells and beside them."""
        return sum(finding.level is level for finding in self.all_findings)


@dataclass(frozen=True, slots=True)
class ShownWorkbook:
    """A workbook: its sheets, and the findings that concern none of them."""

    sheets: tuple[ShownSheet, ...]
    findings: tuple[Finding, ...] = ()

    def sheet(self, key: str) -> ShownSheet | None:
        """The sheet of that key; of none, the first with a fel, else with a warning, else the first of all."""
        worst = sorted(self.sheets, key=lambda s: (not s.count(Level.FEL), not s.count(Level.VARNING)))
        return next((sheet for sheet in self.sheets if sheet.key == key), None) or next(iter(worst), None)


Plain = Sequence[Any]  # a workbook's sheets as JSON can hold them


def of_records(kind: Kind, ar: int, records: Mapping[str, Sequence[Record]], layout: Layout) -> list[ShownSheet]:
    """The sheets of what is stored."""
    return [
        _sheet(
            schema, ar, layout.titles.get(schema.key, schema.title),
            [(record.row, _of_record(schema, record, layout)) for record in records.get(schema.key, ())],
        )
        for schema in workbook_schema(kind).sheets
    ]  # fmt: skip


def of_reading(kind: Kind, ar: int, reading: Reading) -> list[ShownSheet]:
    """The sheets of what was read and could not be stored: each cell with what a person sees in it."""
    return [
        _sheet(
            schema, ar, reading.layout.titles.get(schema.key, schema.title),
            [(row.row, _of_cells(schema, row)) for row in reading.sheets.get(schema.key, ())],
        )
        for schema in workbook_schema(kind).sheets
        if schema.key in reading.sheets
    ]  # fmt: skip


def with_findings(sheets: Iterable[ShownSheet], findings: Iterable[Finding]) -> ShownWorkbook:
    """The sheets with every finding in its cell, else beside its sheet, else beside the workbook: none is lost."""
    left = list(findings)
    placed = []
    for sheet in sheets:
        own = [finding for finding in left if finding.place is not None and finding.place.sheet == sheet.title]
        left = [finding for finding in left if finding not in own]
        placed.append(_with_own(sheet, own))
    return ShownWorkbook(tuple(placed), tuple(left))


def as_plain(sheets: Iterable[ShownSheet]) -> Plain:
    """Sheets (without findings) as JSON can hold them."""
    return [
        [s.key, s.title, s.is_form, s.headings, s.numeric, [[n, [[c.ref, c.text] for c in row]] for n, row in s.rows]]
        for s in sheets
    ]


def from_plain(plain: Plain) -> list[ShownSheet]:
    """The sheets that `as_plain` gave."""
    return [
        ShownSheet(
            key, title, is_form, tuple(headings), tuple(numeric),
            tuple((n, tuple(ShownCell(ref, text) for ref, text in row)) for n, row in rows),
        )
        for key, title, is_form, headings, numeric, rows in plain
    ]  # fmt: skip


def _sheet(
    schema: type[SheetSchema], ar: int, title: str, rows: Iterable[tuple[int, tuple[ShownCell, ...]]]
) -> ShownSheet:
    columns = _visible(schema)
    return ShownSheet(
        schema.key, title, issubclass(schema, FormSheet), tuple(expanded(c.heading, ar) for c in columns.values()),
        tuple(isinstance(column, Tal) for column in columns.values()), tuple(rows),
    )  # fmt: skip


def _visible(schema: type[SheetSchema]) -> dict[str, Column]:
    return {name: column for name, column in schema.columns().items() if not column.hidden}


def _of_record(schema: type[SheetSchema], record: Record, layout: Layout) -> tuple[ShownCell, ...]:
    letters = layout.cells.get(schema.key, {})
    return tuple(
        ShownCell(_ref(letters.get(name, ""), record.row), text_of(record.values.get(name)))
        for name in _visible(schema)
    )  # fmt: skip


def _of_cells(schema: type[SheetSchema], row: CellRow) -> tuple[ShownCell, ...]:
    cells = (row.cells.get(name) or Cell("") for name in _visible(schema))
    return tuple(ShownCell(cell.ref, found_in(cell)) for cell in cells)


def _ref(place: str, row: int) -> str:
    """A column's letter and the row; a form's cell is whole already."""
    return f"{place}{row}" if place and row else place


def _with_own(sheet: ShownSheet, own: Sequence[Finding]) -> ShownSheet:
    by_cell: dict[str, list[Finding]] = {}
    for finding in own:
        by_cell.setdefault(finding.place.cell if finding.place else "", []).append(finding)
    known = {cell.ref for _, row in sheet.rows for cell in row if cell.ref}
    rows = tuple((n, tuple(_found(by_cell, cell) for cell in row)) for n, row in sheet.rows)
    beside = tuple(finding for ref, found in by_cell.items() if ref not in known for finding in found)
    return replace(sheet, rows=rows, findings=beside)


def _found(by_cell: Mapping[str, Sequence[Finding]], cell: ShownCell) -> ShownCell:
    return replace(cell, findings=tuple(by_cell[cell.ref])) if cell.ref in by_cell else cell


def text_of(value: Any) -> str:
    """A stored value as a person reads it: `1 234,5`, `2027-06-30`, `ja`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Decimal):
        return spaced(value)
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
