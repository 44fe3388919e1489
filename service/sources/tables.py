"""A plain export as lines of cells, whether it came as Excel or as text with separators."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from schemas.cells import Cell
from service.findings import Finding, Place
from service.workbooks import read_plain

from .decoding import NAMES, decoded
from .values import notice, refusal

SEPARATORS = (";", "\t", ",", "|")
_MOST_LINES = 500_000
_LONGEST_FIELD = 100_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an export: its number, and its cells that hold anything by column number (from 1)."""

    sheet: str
    number: int
    cells: Mapping[int, Cell]

    def at(self, column: int) -> Cell:
        """The cell there, an empty one when nothing stands in it."""
        return self.cells.get(column) or Cell(f"{get_column_letter(column)}{self.number}")

    def place(self, column: int = 0) -> Place:
        """Where the line (or one of its cells) stands."""
        if not self.sheet:
            return Place("", f"rad {self.number}")
        return Place(self.sheet, f"{get_column_letter(column)}{self.number}" if column else f"{self.number}")

    def source(self, column: int) -> str:
        """The same, short, to be kept with a value: `Blad1!F14`, `rad 14`."""
        return f"{self.sheet}!{get_column_letter(column)}{self.number}" if self.sheet else f"rad {self.number}"


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a sheet or text file."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Tables:
    """What could be the export: a file's sheets, or a text file's lines by each separator it may have."""

    form: str
    tables: Sequence[Table] = ()
    findings: tuple[Finding, ...] = ()


def tables_in(blob: bytes, filename: str) -> Tables:
    """The lines of an export. Never raises for what a file holds."""
    if blob.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or not blob:
        reading = read_plain(blob, filename)
        sheets = [
            Table(sheet.title, [Line(sheet.title, number, cells) for number, cells in sheet.rows.items()])
            for sheet in reading.sheets
        ]
        return Tables("Excel", sheets, reading.findings)
    return _text(blob, filename)


def _text(blob: bytes, filename: str) -> Tables:
    text, encoding = decoded(blob)
    if "\0" in text or not any(separator in text for separator in SEPARATORS):
        return Tables("", findings=(refusal("kalla-okand", fil=filename),))
    try:
        tables = [Table("", _lines(text, separator)) for separator in SEPARATORS if separator in text]
    except csv.Error:
        return Tables("", findings=(refusal("kalla-okand", fil=filename),))
    told = () if encoding.startswith("utf-8") else (notice("kalla-teckenkod", kod=NAMES[encoding], rad=_check(text)),)
    return Tables("CSV", tables, told)


def _check(text: str) -> str:
    return "Kontrollera att å, ä och ö ser rätt ut." if not text.isascii() else ""


def _lines(text: str, separator: str) -> list[Line]:
    csv.field_size_limit(_LONGEST_FIELD)
    lines: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    before = 0
    for fields in reader:
        number, before = before + 1, reader.line_num
        if len(lines) > _MOST_LINES:
            raise csv.Error("too many lines")
        cells = {
            column: Cell(f"{get_column_letter(column)}{number}", field.strip())
            for column, field in enumerate(fields[:200], 1)
            if field.strip()
        }
        if cells:
            lines.append(Line("", number, cells))
    return lines
