"""Reading an uploaded file: through the gate of the file, then that of its sheets and columns."""

import logging
from collections.abc import Sequence

from schemas.sheets import CellRow, FormSheet, TableSheet
from schemas.workbooks import WorkbookSchema, workbook_schema
from service.chain.values import Layout
from service.findings import Finding, Gate, Level, refuses, shorten

from .reading.book import Book, BookSheet, book_in
from .reading.forms import read_form
from .reading.notices import comments
from .reading.ownership import identity_of, misfits
from .reading.recognition import opened
from .reading.refusals import Refused
from .reading.sheetsearch import find_sheets
from .reading.tables import read_table
from .values import Identity, Reading

_log = logging.getLogger(__name__)


def read(blob: bytes, filename: str, *, expected: Identity | None = None) -> Reading:
    """What stands in an uploaded file. Never raises for what a file holds: whatever is wrong becomes findings.

    `expected` is the workbook that was asked for, where that is known. The file name is only shown, never trusted.
    """
    name = _shown(filename)
    try:
        book = book_in(opened(blob, filename))
    except Refused as refusal:
        _log.info("refused %s: %s", name, refusal, exc_info=refusal.__cause__)
        return _refused(refusal.code, {**refusal.details, "fil": name})
    except Exception:  # a stranger's file: nothing in it may bring the service down
        _log.exception("unreadable file %s", name)
        return _refused("trasig-fil", {"skal": "den är skadad", "fil": name})
    identity = identity_of(book)
    faults = [*misfits(book, identity, expected)]
    if identity is None or faults:
        return Reading(identity, findings=tuple(faults))
    return _with_findings(_Sheets(book, identity).read(), _of_file(book))


class _Sheets:
    """The sheets of a workbook while they are gathered."""

    def __init__(self, book: Book, identity: Identity) -> None:
        self._book = book
        self._identity = identity
        self._schema: WorkbookSchema = workbook_schema(identity.kind)
        self._rows: dict[str, Sequence[CellRow]] = {}
        self._places: dict[str, dict[str, str]] = {}
        self._findings: list[Finding] = []

    def read(self) -> Reading:
        """Every sheet that was found; no rows at all when any of them is refused."""
        search = find_sheets(self._book, self._schema, self._identity.ar)
        self._findings += search.findings
        for key, found in search.sheets.items():
            self._take(key, found)
            self._findings += comments(found)
        layout = Layout(self._places, {key: found.title for key, found in search.sheets.items()})
        rows = {} if refuses(self._findings) else self._rows
        return Reading(self._identity, rows, layout, tuple(self._findings))

    def _take(self, key: str, found: BookSheet) -> None:
        sheet = self._schema.sheet(key)
        if issubclass(sheet, FormSheet):
            form = read_form(self._book, found, sheet, self._identity.ar)
            self._rows[key], self._places[key] = [form.row] if form.row else [], dict(form.cells)
            self._findings += form.findings
        elif issubclass(sheet, TableSheet):
            table = read_table(self._book, found, sheet, self._identity.ar)
            self._rows[key], self._places[key] = table.rows, dict(table.letters or {})
            self._findings += table.findings


def _of_file(book: Book) -> list[Finding]:
    return [Finding("makron", Level.UPPLYSNING, gate=Gate.FIL)] if book.macros else []


def _with_findings(reading: Reading, findings: Sequence[Finding]) -> Reading:
    return Reading(reading.identity, reading.sheets, reading.layout, (*findings, *reading.findings))


def _refused(code: str, details: dict[str, str]) -> Reading:
    return Reading(findings=(Finding(code, Level.FEL, None, "", details, Gate.FIL, True),))


def _shown(filename: str) -> str:
    """The file's name fit to print: without what does not show, and short."""
    return shorten("".join(c if c.isprintable() else "�" for c in filename), 60) or "utan namn"
