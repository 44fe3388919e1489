"""Which sheet of a file is which of the workbook's, although it was renamed, moved, hidden or copied."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from schemas.columns import heading_for
from schemas.sheets import SheetSchema
from schemas.workbooks import WorkbookSchema
from service.findings import Finding, Gate, Level, Place

from ..names import OWN_SHEETS, plain, sheet_name
from .book import Book, BookSheet
from .columnsearch import MOST_HEAD_ROWS, target_of

_COPY = re.compile(r"^(?:kopia av |copy of )?(.*?)(?:\s*\(\d+\)|_\d+|\s*[-–]\s*kopia)?$", re.IGNORECASE)
_FITS = 0.8  # the share of a sheet's headings by which it is known when it has lost both name and title


@dataclass(frozen=True, slots=True)
class Search:
    """The sheets found by key, and what is to be said of them."""

    sheets: Mapping[str, BookSheet] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def find_sheets(book: Book, schema: WorkbookSchema, ar: int) -> Search:
    """Each sheet of the workbook, by its defined name, its title or its headings; what is missing or doubled."""
    found: dict[str, BookSheet] = {}
    findings: list[Finding] = []
    doubled: list[BookSheet] = []
    candidates = {sheet.key: _candidates(book, sheet) for sheet in schema.sheets}
    taken = {candidate.index for several in candidates.values() for candidate in several}
    for sheet in schema.sheets:
        several = candidates[sheet.key] or _by_headings(book, schema, sheet, ar, taken)
        if len(several) == 1:
            found[sheet.key] = several[0]
            taken.add(several[0].index)
        else:
            findings.append(_doubled(sheet, several) if several else _missing(sheet))
            doubled += several
    return Search(found, (*findings, *_notices(book, found, doubled)))


def fits_some(book: Book, schema: WorkbookSchema) -> bool:
    """Whether at least half of the workbook's sheets are there: a workbook of ours that has lost its identity."""
    return sum(bool(_candidates(book, sheet)) for sheet in schema.sheets) * 2 >= len(schema.sheets)


def _candidates(book: Book, sheet: type[SheetSchema]) -> list[BookSheet]:
    """The sheets that could be this one: named as it, titled as it, or copies of it."""
    known_as = sheet_name(sheet.key)
    named = {target_of(name.text)[0] for name in book.names if name.name == known_as and name.sheet is None}
    local = {name.sheet for name in book.names if name.name == known_as and name.sheet is not None}
    return [
        found
        for found in book.sheets
        if found.title not in OWN_SHEETS
        and (found.title in named or found.index in local or _titled(found.title, sheet.title))
    ]


def _titled(title: str, official: str) -> bool:
    match = _COPY.match(title.strip())
    return plain(official) in (plain(title), plain(match[1]) if match else "")


def _by_headings(
    book: Book, schema: WorkbookSchema, sheet: type[SheetSchema], ar: int, taken: set[int]
) -> Sequence[BookSheet]:
    """A renamed sheet in a file whose defined names were dropped: the only one left whose headings fit only this."""
    left = [found for found in book.sheets if found.index not in taken and found.title not in OWN_SHEETS]
    fitting = [found for found in left if _share(found, sheet, ar) >= _FITS]
    alike = [other for other in schema.sheets if len(fitting) == 1 and _share(fitting[0], other, ar) >= _FITS]
    return fitting if len(fitting) == 1 and alike == [sheet] else []


def _share(found: BookSheet, sheet: type[SheetSchema], ar: int) -> float:
    """The share of a sheet's visible headings that stand somewhere at the top of the found one."""
    headings = {plain(heading_for(column, ar)) for column in sheet.columns().values() if not column.hidden}
    texts = {plain(str(cell.value)) for (row, _), cell in found.grid.cells.items() if row <= MOST_HEAD_ROWS}
    return len(headings & texts) / len(headings)


def _missing(sheet: type[SheetSchema]) -> Finding:
    return Finding("blad-saknas", Level.FEL, None, details={"blad": sheet.title}, gate=Gate.BLAD, refuses=True)


def _doubled(sheet: type[SheetSchema], several: Sequence[BookSheet]) -> Finding:
    titles = " och ".join(f"”{found.title}”" for found in several)
    return Finding(
        "flera-blad", Level.FEL, Place(several[0].title), "", {"blad": sheet.title, "titlar": titles}, Gate.BLAD, True
    )


def _notices(book: Book, found: Mapping[str, BookSheet], doubled: Sequence[BookSheet]) -> list[Finding]:
    known = {sheet.index for sheet in (*found.values(), *doubled)}
    notices = [_notice("dolt-blad", Level.VARNING, sheet) for sheet in found.values() if sheet.hidden]
    others = [s for s in book.sheets if s.index not in known and s.title not in OWN_SHEETS and s.grid.cells]
    return notices + [_notice("okant-blad", Level.UPPLYSNING, sheet) for sheet in others]


def _notice(code: str, level: Level, sheet: BookSheet) -> Finding:
    return Finding(code, level, Place(sheet.title), details={"blad": sheet.title}, gate=Gate.BLAD)
