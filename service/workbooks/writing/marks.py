"""Marking faulty cells: a colour by gravity, and a comment that says what is wrong and what to do."""

import re
from collections.abc import Iterable, Sequence

from openpyxl.cell import Cell as XlsxCell
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from service.findings import Finding, Level, todo, what

from ..names import AUTHOR
from .styles import MARK_FILLS, OPEN

_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_WORDS = {Level.FEL: "Fel", Level.VARNING: "Varning", Level.UPPLYSNING: "Upplysning"}
_LONGEST = 1_500  # characters of a comment; the list on the first sheet has them whole


def mark(wb: Workbook, findings: Sequence[Finding]) -> None:
    """Mark every cell that a finding points at. `findings` come worst first, so the worst gives the colour."""
    for (title, ref), several in _by_cell(findings).items():
        if title in wb.sheetnames:
            _mark_cell(wb[title][ref], several)


def word(level: Level) -> str:
    """The level as a person reads it."""
    return _WORDS[level]


def first_cell(place: str) -> str:
    """The first cell of a place, which can be a range; nothing when it is no cell."""
    cell = place.partition(":")[0]
    return cell if _CELL.fullmatch(cell) else ""


def _by_cell(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.place and first_cell(finding.place.cell):
            grouped.setdefault((finding.place.sheet, first_cell(finding.place.cell)), []).append(finding)
    return grouped


def _mark_cell(cell: XlsxCell, findings: Sequence[Finding]) -> None:
    cell.fill = MARK_FILLS[findings[0].level]
    cell.protection = OPEN  # a locked cell that is wrong must be possible to mend
    note(cell, "\n\n".join(_explained(finding) for finding in findings))


def note(cell: XlsxCell, said: str) -> None:
    """Write a comment of the service's own on a cell."""
    text = f"{AUTHOR}\n{said}"
    comment = Comment(text[:_LONGEST], AUTHOR)
    comment.width, comment.height = 340, min(60 + 18 * (len(text) // 45 + text.count("\n") + 1), 400)
    cell.comment = comment


def _explained(finding: Finding) -> str:
    source = f" (regler {finding.paragraph})" if finding.paragraph else ""
    return f"{word(finding.level)}: {what(finding)}{source}\n{todo(finding)}".rstrip()
