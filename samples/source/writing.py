"""Helpers that let long texts and tables stand readably in the source."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Form = dict[str, Any]
Row = dict[str, Any]
Forms = dict[str, Form]
Rows = dict[str, list[Row]]


def prosa(text: str) -> str:
    """A text as it stands in a cell: wrapped lines joined, a blank line between paragraphs, list lines kept."""
    paragraphs: list[str] = []
    lines: list[str] = []
    for line in [*(line.strip() for line in text.strip().splitlines()), ""]:
        if not line and lines:
            paragraphs.append("\n".join(lines))
            lines = []
        elif line.startswith("- ") or not lines:
            lines.append(line)
        elif line:
            lines[-1] += " " + line
    return "\n\n".join(paragraphs)


def table(columns: str, *rows: tuple[Any, ...], **same: Any) -> list[Row]:
    """Rows by field name. `columns` names the fields in order, `same` what all rows share; None leaves a cell empty."""
    fields = columns.split()
    named: list[Mapping[str, Any]] = [dict(zip(fields, row, strict=True)) for row in rows]
    return [{name: value for name, value in {**same, **row}.items() if value is not None} for row in named]


def dag(month: int, day: int, year: int = 2027) -> date:
    """A day of the plan year."""
    return date(year, month, day)
