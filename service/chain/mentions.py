"""Where goals, results, activities, mått and tasks are referred to: every text with a `[[resultat 2.3]]` that means
them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema

from .plans import Plan
from .records import Row
from .references import BY_TITLE, LATER, Scope, find
from .values import Head, Nummer

COPIED = frozenset({Kind.UPPFOLJNING, Kind.BOKSLUT})  # their column `text` repeats the plan's


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that refers to something: in which plan, where in it (`Texter, Inledning`), on which numbered row."""

    head: Head
    where: str
    number: str
    text: StyledText


def mentions(plans: Iterable[Plan], scope: Scope) -> Mapping[str, tuple[Mention, ...]]:
    """Every mention by the number that is meant (`2.3`, `M2.3a`), in the plans' order."""
    found: dict[str, dict[Mention, None]] = {}
    for mention in (each for plan in plans for each in texts_of(plan)):
        for number in _meant(mention.text, scope):
            found.setdefault(number, {})[mention] = None
    return {number: tuple(each) for number, each in found.items()}


def texts_of(plan: Plan) -> Iterator[Mention]:
    """Every text of a plan, with where it stands."""
    for row in _rows(plan):
        sheet = workbook_schema(Kind(plan.head.kind)).sheet(row.sheet)
        number = getattr(row, "nummer", "")
        number = number.text if isinstance(number, Nummer) else str(number or "").rstrip("*")
        for name, column in sheet.columns().items():
            value = getattr(row, name, None)
            if isinstance(value, StyledText) and value and not _copied(plan, row, name):
                yield Mention(plan.head, f"{sheet.title}, {column.heading}", number, value)


def _copied(plan: Plan, row: Row, name: str) -> bool:
    return name == "text" and (plan.head.kind in COPIED or row.sheet == "vp_resultat")


def _meant(text: StyledText, scope: Scope) -> Iterator[str]:
    for reference in find(text):
        target = scope.target(reference) if reference.kind not in BY_TITLE | LATER else None
        if target is not None:
            yield target.shown.rstrip("*")


def _rows(plan: Plan) -> Iterator[Row]:
    for field in fields(plan):
        value = getattr(plan, field.name)
        rows = (value,) if isinstance(value, Row) else value if isinstance(value, tuple) else ()
        yield from (row for row in rows if isinstance(row, Row))
