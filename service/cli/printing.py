"""Printing for people (tables, findings) and for programs (JSON)."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table

from service.findings import Finding, Level, as_json, line, worst_first

if TYPE_CHECKING:  # the engines: to be loaded by those who write documents
    from service.usecases.papers.generate import Written

_PIPE_WIDTH = 150
NO_OFFICE = "LibreOffice (soffice) finns inte på den här datorn."
# Neither markup nor emoji: what stands in brackets or between colons is people's text (`[[mål 2]]`).
OUT = Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else _PIPE_WIDTH)


def print_findings(findings: Iterable[Finding], *, json_format: bool = False, **facts: Any) -> None:
    """The findings on stdout: a line each, or one JSON object with `facts` beside them."""
    ordered = worst_first(findings)
    if json_format:
        click.echo(json.dumps({**facts, "iakttagelser": [as_json(f) for f in ordered]}, ensure_ascii=False, indent=1))
        return
    for finding in ordered:
        word = {Level.FEL: "fel", Level.VARNING: "varning", Level.UPPLYSNING: "upplysning"}[finding.level]
        click.echo(f"[{word}] {line(finding)}")


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, drawn: bool = False) -> None:
    """A table on a terminal; tab-separated lines in a pipe, unless it is to be `drawn` there too."""
    if not (drawn or sys.stdout.isatty()):
        for row in rows:
            click.echo("\t".join(row))
        return
    table = Table(title=title, title_justify="left", header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    OUT.print(table)


def counts(findings: Iterable[Finding]) -> str:
    """`2 fel, 1 varning, inga upplysningar` — only what there is, or `inga fel`."""
    found = list(findings)
    words = (
        (Level.FEL, "fel", "fel"),
        (Level.VARNING, "varning", "varningar"),
        (Level.UPPLYSNING, "upplysning", "upplysningar"),
    )
    parts = []
    for level, one, many in words:
        number = sum(finding.level is level for finding in found)
        if number:
            parts.append(f"{number} {one if number == 1 else many}")
    return ", ".join(parts) or "inga fel"


def on_page_numbers(written: "Written") -> str:
    """What is to be said of a document's page numbers; empty where they are as they should be."""
    from service.usecases.papers.layout import Numbering

    if written.numbering is Numbering.LEFT_TO_WORD:
        return f"Sidnumren räknas ut av Word när dokumentet öppnas. {written.fault or NO_OFFICE}"
    if written.numbering is Numbering.MOVING:
        return "Sidnumren kan ha flyttat sig. Uppdatera dem i Word (Ctrl+A, sedan F9)."
    return ""
