"""Figures of a plan that are no amounts in cells: shares worked out, counts and measured values, and what texts say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal

from schemas.columns import Tal, expanded
from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema

from . import figures
from .followups import Bokslut
from .nyckeltal import SJALVFINANSIERING, SOLIDITET, nyckeltal
from .plans import Mrp, Plan
from .records import Row
from .tracing import Origin, cell_of, name_of_row, rows_of

_IN_TEXT = re.compile(
    r"(?<![\w.,-])[−-]?\d[\d \u00a0\u202f]*(?:,\d+)?(?= ?[ \u00a0]?(?:%|procent|tkr|mnkr|kr|[a-zåäö]))"
)
_PLACES = (Decimal("0.1"), Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it may be shown: its value, rounded as papers round it, and whether it is a share in percent."""

    value: Decimal
    percent: bool
    origin: Origin


def figures_in(plan: Plan) -> Iterator[Figure]:
    """Every such figure of a plan."""
    for row in rows_of(plan):
        yield from _entered(plan, row)
        yield from _written(plan, row)
    yield from _shares(plan)


def number_in(text: str) -> Decimal | None:
    """The number that a text is, perhaps with its unit, as people write it in Swedish; None for anything else."""
    match = re.fullmatch(r"([−-]?\d[\d \u00a0\u202f]*(?:,\d+)?)[ \u00a0]?(?:%|[a-zåäö]+)?", text.strip(), re.IGNORECASE)
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", match[1]).replace("−", "-").replace(",", ".")) if match else None


def _entered(plan: Plan, row: Row) -> Iterator[Figure]:
    for name, column in workbook_schema(Kind(plan.head.kind)).sheet(row.sheet).columns().items():
        value = getattr(row, name, None)
        if isinstance(column, Tal) and isinstance(value, Decimal):
            unit = str(getattr(row, "enhet", "") or getattr(row, "post", "") or "")
            what = f"{name_of_row(row)}, {expanded(column.heading, plan.head.ar).lower()}"
            yield Figure(value, "%" in unit or "procent" in unit, Origin(plan.head, what, (cell_of(plan, row, name),)))


def _written(plan: Plan, row: Row) -> Iterator[Figure]:
    """The figures in running text, which somebody has written there."""
    for field in fields(row):
        text = getattr(row, field.name)
        if isinstance(text, StyledText) and text:
            for match in _IN_TEXT.finditer(str(text)):
                value = number_in(match[0])
                if value is not None and (abs(value) >= 1000 or value != value.to_integral_value()):
                    around = " ".join(str(text)[max(0, match.start() - 40) : match.end() + 12].split())
                    what = f"skrivet i text: ”…{around}…”"
                    after = str(text)[match.end() :].lstrip()
                    percent = after.startswith(("%", "procent"))
                    yield Figure(value, percent, Origin(plan.head, what, (cell_of(plan, row, field.name),)))


def _shares(plan: Plan) -> Iterator[Figure]:
    if isinstance(plan, Bokslut):
        yield from _of_bokslut(plan)
    elif isinstance(plan, Mrp):
        years = [str(plan.head.ar + n) for n in range(3)]
        result = dict(zip(years, figures.resultat_i_procent(plan), strict=True))
        cells = _cells(plan, plan.resultatbudget, "ar_1")
        yield from _rounded(plan, "Årets resultat som andel av skatter och generella statsbidrag", result, cells)
        solid = dict(zip([str(plan.head.ar - 1), *years], figures.soliditet(plan), strict=True))
        yield from _rounded(plan, "Soliditet", solid, _cells(plan, plan.balans, "ar_1"))


def _of_bokslut(plan: Bokslut) -> Iterator[Figure]:
    under = {SOLIDITET: plan.balans, SJALVFINANSIERING: plan.kassaflode}
    for one in nyckeltal(plan):
        rows = under.get(one.namn, plan.resultatrakning)
        for name in ("forra", "utfall") if plan.helar else ("forra", "utfall", "prognos"):
            when = {"forra": "samma period förra året"}.get(name, name)
            yield from _rounded(plan, one.namn, {when: getattr(one, name)}, _cells(plan, rows, name))


def _rounded(plan: Plan, name: str, values: dict[str, Decimal | None], cells: tuple[str, ...]) -> Iterator[Figure]:
    for when, value in values.items():
        if value is not None:
            origin = Origin(plan.head, f"{name}, {when}", cells, computed=True)
            # A share so near a target that a tenth would hide the difference is printed with a digit more.
            for shown in dict.fromkeys(value.quantize(place, rounding=ROUND_HALF_UP) for place in _PLACES):
                yield Figure(shown, True, origin)


def _cells(plan: Plan, rows: Iterable[Row], name: str) -> tuple[str, ...]:
    return tuple(cell_of(plan, row, name) for row in rows if getattr(row, name, None) is not None)
