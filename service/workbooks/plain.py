"""Reading a workbook that is not one of ours: the cells of its visible sheets, within the same limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.cells import Cell
from service.findings import Finding, Gate, Level, shorten

from .reading.book import BookSheet, book_in
from .reading.recognition import opened
from .reading.refusals import Refused


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A visible sheet: its rows from the top by number, each with its cells by column number (from 1).
    Hidden rows are among them: their amounts are part of the whole."""

    title: str
    rows: Mapping[int, Mapping[int, Cell]]


@dataclass(frozen=True, slots=True)
class PlainReading:
    """The sheets, or why the file cannot be read."""

    sheets: Sequence[PlainSheet] = ()
    findings: tuple[Finding, ...] = ()


def read_plain(blob: bytes, filename: str) -> PlainReading:
    """The visible sheets of any Excel workbook. Never raises for what a file holds."""
    name = shorten("".join(c if c.isprintable() else "�" for c in filename), 60) or "utan namn"
    try:
        book = book_in(opened(blob, filename))
    except Refused as refusal:
        return _refused(refusal.code, {**refusal.details, "fil": name})
    except Exception:  # a stranger's file: nothing in it may bring the service down
        return _refused("trasig-fil", {"skal": "den är skadad", "fil": name})
    return PlainReading([_plain(sheet) for sheet in book.sheets if not sheet.hidden])


def _plain(sheet: BookSheet) -> PlainSheet:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet.grid.cells.items()):
        if not cell.empty:
            rows.setdefault(row, {})[column] = cell
    return PlainSheet(sheet.title, rows)


def _refused(code: str, details: dict[str, str]) -> PlainReading:
    return PlainReading(findings=(Finding(code, Level.FEL, None, "", details, Gate.FIL, True),))
