"""The same workbook sent back: the person's own values, every fault marked in its cell and listed on a first sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from schemas.cells import Cell, CellValue
from schemas.sheets import CellRow, FormSheet, SheetSchema, TableSheet
from schemas.workbooks import WorkbookSchema, workbook_schema
from service.findings import Finding, Place, worst_first

from .building import drawn
from .filling import FilledRow, with_blanks
from .layout import FIRST_ROW, cells_of, columns_of
from .values import Content, Identity, Reading
from .writing.cells import write_as_found
from .writing.faults import draw_faults
from .writing.marks import mark
from .writing.saving import saved

Placed = tuple[list[FilledRow], dict[str, str]]  # the rows of a sheet, and where each of its cells has gone


def annotate(identity: Identity, content: Content, reading: Reading, findings: Sequence[Finding]) -> bytes:
    """The official workbook anew with what the person wrote in it, each fault marked where it now stands.

    Rows and columns keep their places where the person's file had the official layout; where it had not, the findings
    are moved along. It can be mended and handed in again.
    """
    schema = workbook_schema(identity.kind)
    placed = {sheet.key: _placed(sheet, identity, content, reading) for sheet in schema.sheets}
    drawing = drawn(schema, identity, content, {key: rows for key, (rows, _) in placed.items()}, write_as_found)
    moved = _moved(findings, schema, reading, {key: cells for key, (_, cells) in placed.items()})
    mark(drawing.wb, moved)
    draw_faults(drawing, moved)
    return saved(drawing.wb)


def _placed(sheet: type[SheetSchema], identity: Identity, content: Content, reading: Reading) -> Placed:
    rows = reading.sheets.get(sheet.key, ())
    if not issubclass(sheet, TableSheet):
        return _placed_form(sheet, rows)  # type: ignore[arg-type]  # a sheet is a form or a table
    numbers = _kept_numbers(sheet, reading, rows) or [FIRST_ROW + index for index in range(len(rows))]
    letters = columns_of(sheet)
    cells = {
        cell.ref: f"{letters[name]}{number}"
        for row, number in zip(rows, numbers, strict=True)
        for name, cell in row.cells.items()
    }
    filled = [_filled(row, number, content) for row, number in zip(rows, numbers, strict=True)]
    return with_blanks(sheet, identity, filled), cells


def _placed_form(sheet: type[FormSheet], rows: Sequence[CellRow]) -> Placed:
    if not rows:
        return [FilledRow(0)], {}
    official = cells_of(sheet)
    return (
        [FilledRow(0, values=_values(rows[0]))],
        {cell.ref: official[name] for name, cell in rows[0].cells.items()},
    )


def _kept_numbers(sheet: type[TableSheet], reading: Reading, rows: Sequence[CellRow]) -> list[int]:
    """The rows' own numbers, where the person's file has the official columns; nothing where it has not."""
    numbers = [row.row for row in rows]
    same = reading.layout.cells.get(sheet.key, {}) == columns_of(sheet)
    return numbers if same and min(numbers, default=0) >= FIRST_ROW else []


def _filled(row: CellRow, number: int, content: Content) -> FilledRow:
    id = row.cells.get("id")
    known_as = str(id.value) if id is not None and id.value is not None else ""
    return FilledRow(number, known_as, _values(row), bool(known_as) and known_as in content.locked_rows)


def _values(row: CellRow) -> dict[str, CellValue]:
    return {name: _value(cell) for name, cell in row.cells.items() if name != "id"}


def _value(cell: Cell) -> CellValue:
    """The value as it was read; of one that could not be read, what the person saw. A merged cell had nothing."""
    if cell.problem:
        return None if cell.problem == "sammanfogad" else cell.found
    return cell.value


def _moved(
    findings: Iterable[Finding], schema: WorkbookSchema, reading: Reading, placed: Mapping[str, Mapping[str, str]]
) -> list[Finding]:
    """The findings, worst first, at the places where their cells now stand."""
    return [_moved_one(finding, schema, reading, placed) for finding in worst_first(findings)]


def _moved_one(
    finding: Finding, schema: WorkbookSchema, reading: Reading, placed: Mapping[str, Mapping[str, str]]
) -> Finding:
    sheet = _sheet_of(finding.place, schema, reading)
    if sheet is None or finding.place is None:
        return finding
    cells = placed[sheet.key]
    details = {name: cells.get(value, value) for name, value in finding.details.items()}
    place = Place(sheet.title, cells.get(finding.place.cell, finding.place.cell))
    return replace(finding, place=place, details=details)


def _sheet_of(place: Place | None, schema: WorkbookSchema, reading: Reading) -> type[SheetSchema] | None:
    """The sheet that a place names, by the title in the person's file or by the official one."""
    if place is None:
        return None
    for sheet in schema.sheets:
        if place.sheet in (reading.layout.titles.get(sheet.key), sheet.title):
            return sheet
    return None
