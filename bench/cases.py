"""What is measured: each case a template in the tags of those who can fill it, and the data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from schemas.text import StyledText
from service.documents import as_mapping
from service.documents.diagram import Diagram
from tests.documents.contexts import vp_context

from . import templates

WORDS = "Nämnden följer upp målen varje tertial och redovisar avvikelser & åtgärder till kommunstyrelsen. "
PLAN = Path("templates/word/verksamhetsplan.docx")


@dataclass(frozen=True)
class Case:
    """A document to be made. `mustache` (docxtemplater's) and `carbone` are None where those have no such template."""

    name: str
    title: str
    jinja: bytes
    mustache: bytes | None
    context: Mapping[str, Any]
    rounds: int
    carbone: bytes | None = None


def cases() -> dict[str, Case]:
    """The cases by name."""
    rows = {"rader": [_row(n) for n in range(20_000)]}
    found = (
        Case("plan", "verksamhetsplan, the official template", PLAN.read_bytes(), None, _plan(), 25),
        Case(
            "rapport", "report of 14 chapters", templates.report(templates.JINJA, contents=True),
            templates.report(templates.MUSTACHE, contents=False), {"kapitel": [_chapter(n) for n in range(14)]}, 25,
            templates.carbone_report(),
        ),
        Case(
            "tabell", "table of 20 000 rows", templates.table(templates.JINJA), templates.table(templates.MUSTACHE),
            rows, 3, templates.carbone_table(),
        ),
    )  # fmt: skip
    return {case.name: case for case in found}


def _plan() -> Mapping[str, Any]:
    """The tests' small plan with its lists repeated until it fills 27 pages; without charts, which no peer draws."""
    context = dict(as_mapping(_without_charts(vp_context())))
    return {name: list(value) * 6 if isinstance(value, list | tuple) else value for name, value in context.items()}


def _without_charts(value: Any) -> Any:
    if isinstance(value, Diagram):
        return None
    if isinstance(value, tuple):
        return tuple(_without_charts(each) for each in value)
    if not is_dataclass(value) or isinstance(value, StyledText | type):
        return value
    return replace(value, **{field.name: _without_charts(getattr(value, field.name)) for field in fields(value)})


def _chapter(number: int) -> dict[str, Any]:
    texts = {f"text{n}": WORDS * (2 + n) for n in (1, 2, 3)}
    return {"rubrik": f"Område {number}", "inledning": "Inledning.", **texts, "rader": [_row(n) for n in range(22)]}


def _row(number: int) -> dict[str, str]:
    return {
        "kod": f"{1000 + number}", "namn": f"Verksamhet {number}", "budget": f"{number * 17} tkr",
        "utfall": f"{number * 16} tkr", "kommentar": "Enligt plan & budget",
    }  # fmt: skip
