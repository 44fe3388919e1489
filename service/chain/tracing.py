"""Where a number or an amount comes from: the rows that carry it, and the sums that come to it, cell by cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from schemas.columns import Belopp, Tkr, expanded
from schemas.workbooks import Kind, workbook_schema

from .followups import Uppfoljning
from .plans import Plan, plain
from .records import Row
from .sums import summed_in
from .sums_followups import together
from .values import Head, Nummer


@dataclass(frozen=True, slots=True)
class Origin:
    """What a number or amount means in a plan, and the cells it comes from (`Detaljbudget!E14`).

    `summed` is true for an amount that the service has summed up from those cells, `computed` for a share or a
    difference that it has worked out from them.
    """

    head: Head
    what: str
    cells: tuple[str, ...]
    summed: bool = False
    computed: bool = False

    @property
    def ranges(self) -> tuple[str, ...]:
        """The cells, those below one another as a range: `Detaljbudget!E6:E14`."""
        columns: dict[tuple[str, str], list[int]] = {}
        for cell in self.cells:
            sheet, _, ref = cell.rpartition("!")
            letters = ref.rstrip("0123456789")
            columns.setdefault((sheet, letters), []).append(int(ref.removeprefix(letters) or 0))
        return tuple(
            f"{sheet}!{letters}{first}" + (f":{letters}{last}" if last > first else "")
            for (sheet, letters), rows in columns.items()
            for first, last in _stretches(rows)
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a plan, tkr."""

    tkr: int
    origin: Origin


def numbers_in(plan: Plan) -> Iterator[tuple[str, Origin]]:
    """Every official number of a plan's own rows, with the row that carries it."""
    for row in rows_of(plan):
        nummer = getattr(row, "nummer", None)
        if isinstance(nummer, Nummer):
            heading = workbook_schema(Kind(plan.head.kind)).sheet(row.sheet).title
            before = f" (tidigare {nummer.tidigare}, år {plan.head.ar - 1})" if nummer.tidigare else ""
            yield (
                nummer.text,
                Origin(plan.head, f"{heading}: {name_of_row(row)}{before}", (cell_of(plan, row, "text"),)),
            )


def amounts_in(plan: Plan) -> Iterator[Amount]:
    """Every amount of a plan: those entered, each from its cell, and those that are summed."""
    for row in rows_of(plan):
        schema = workbook_schema(Kind(plan.head.kind)).sheet(row.sheet)
        for name, column in schema.columns().items():
            value = getattr(row, name, None)
            if isinstance(column, Belopp | Tkr) and value is not None:
                what = f"{name_of_row(row)}, {expanded(column.heading, plan.head.ar)}"
                yield Amount(int(value), Origin(plan.head, what, (cell_of(plan, row, name),)))
    for tkr, what, cells in summed_in(plan):
        places = tuple(cell_of(plan, row, name) for row, name in cells if getattr(row, name) is not None)
        differs = "avvikelse" in what
        yield Amount(tkr, Origin(plan.head, what, places, summed=not differs, computed=differs))


def amounts_together(plans: Iterable[Plan]) -> Iterator[Amount]:
    """The amounts that the nämnder's reports of a period come to."""
    for report, tkr, what, cells in together([plan for plan in plans if isinstance(plan, Uppfoljning)]):
        yield Amount(
            tkr, Origin(report.head, what, cells, summed="avvikelse" not in what, computed="avvikelse" in what)
        )


def _stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of whole numbers that follow one another."""
    first = last = rows[0]
    for row in rows[1:]:
        if row != last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def rows_of(plan: Plan) -> Iterator[Row]:
    """Every row of a plan, sheet by sheet."""
    for field in fields(plan):
        value = getattr(plan, field.name)
        if isinstance(value, Row):
            yield value
        elif isinstance(value, tuple):
            yield from (row for row in value if isinstance(row, Row))


def name_of_row(row: Row) -> str:
    """What a person calls the row."""
    for name in ("text", "post", "objekt", "benamning", "anslagsniva", "namnd", "verksamhet", "mal", "rubrik"):
        found = getattr(row, name, None)
        if found:
            words = plain(found)
            return words if len(words) <= 90 else f"{words[:89]}…"
    return f"rad {row.row}"


def cell_of(plan: Plan, row: Row, name: str) -> str:
    """Where a row's field stands: `Detaljbudget!E14`."""
    place = plan.place(row, name)
    return f"{place.sheet}!{place.cell}"
