"""How days, moments, numbers and findings are written on the pages."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from flask import Flask

from service.findings import Finding, Level, todo, what
from service.usecases.answers import first_capital
from service.usecases.figures.origins import key_of_head
from service.usecases.loading.plans import name_of
from service.usecases.oversight.plansheet import title_of

from .household import house

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_SPACE = "\u00a0"


def init_swedish(app: Flask) -> None:
    """Give the templates their filters."""
    app.add_template_filter(day, "dag")
    app.add_template_filter(moment, "stund")
    app.add_template_filter(number, "tal")
    app.add_template_filter(counted, "antal")
    app.add_template_filter(size, "storlek")
    app.add_template_filter(what, "vad")
    app.add_template_filter(todo, "gor")
    app.add_template_filter(counts, "raknat")
    app.add_template_filter(name_of, "planens_namn")
    app.add_template_filter(key_of_head, "huvudets_nyckel")
    app.add_template_filter(lambda head: name_of(key_of_head(head)), "huvudets_plan")
    app.add_template_filter(title_of, "planens_rubrik")
    app.add_template_filter(first_capital, "first_capital")


def day(value: date) -> str:
    """`20 november 2026`, unbroken."""
    return f"{value.day}{_SPACE}{_MONTHS[value.month - 1]}{_SPACE}{value.year}"


def moment(value: datetime) -> str:
    """`20 november 2026 kl. 10.05`, in the zone of the service's clock."""
    here = value.astimezone(house().now().tzinfo)
    return f"{day(here)} kl.{_SPACE}{here:%H.%M}"


def number(value: int | Decimal) -> str:
    """`1 234 567`, `−12,5`: grouped by no-break spaces, with a decimal comma and a true minus."""
    whole, _, part = f"{abs(value):,f}".partition(".") if isinstance(value, Decimal) else (f"{abs(value):,}", "", "")
    shown = whole.replace(",", _SPACE) + (f",{part}" if part else "")
    return f"−{shown}" if value < 0 else shown


def counted(value: int, one: str, many: str) -> str:
    """`1 varning`, `3 varningar`."""
    return f"{number(value)}{_SPACE}{one if value == 1 else many}"


def size(value: int) -> str:
    """`340 kB`, `2,4 MB`: a file's size, a kB being a thousand bytes."""
    if value < 1_000_000:
        return f"{number(max(round(value / 1000), 1))}{_SPACE}kB"
    return f"{number(Decimal(value).scaleb(-6).quantize(Decimal('0.1')))}{_SPACE}MB"


def counts(findings: Iterable[Finding]) -> str:
    """`2 fel, 1 varning`, only what there is; `inga fel`."""
    found = list(findings)
    words = ((Level.FEL, "fel", "fel"), (Level.VARNING, "varning", "varningar"))
    parts = ((sum(f.level is level for f in found), one, many) for level, one, many in words)
    return ", ".join(counted(n, one, many) for n, one, many in parts if n) or "inga fel"
