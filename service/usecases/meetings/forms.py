"""A row of the meeting's workbook as a form: its fields as plain text, and saving what somebody has typed in them.

Who saves on an older version keeps all that they typed: where another has changed other fields both changes stand, and
where both have changed one field the form comes back with what the other wrote beside it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from schemas.columns import Column, Datum, JaNej, Paragraf, Prosa, Tal, Text, Val
from schemas.markup import from_markup, marked_up
from schemas.numbers import shown
from schemas.sheets import Record, SheetSchema
from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding
from service.store import Account

from ..house import House
from .change import Changed, Records, change_once, once_more, records_now, records_seen
from .loading import find_meeting
from .others import Others, others_since

Find = Callable[[Mapping[str, Sequence[Record]]], Record | None]
Place = Callable[[Records, Record], Records]
_LINE, _MOST_LINES = 75, 16  # letters in a line of a form; lines of a field


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form: its column, what stands in it as text, what is found there, (after another has changed it too)
    what the other wrote, and what there is to choose between."""

    name: str
    column: Column
    text: str
    findings: tuple[Finding, ...] = ()
    theirs: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def control(self) -> str:
        """What it is filled in with: `val`, `janej`, `dag`, `tal`, `prosa`, `text` (several lines) or `rad`."""
        kinds = ((Val, "val"), (JaNej, "janej"), (Datum, "dag"), (Tal, "tal"), (Paragraf, "tal"), (Prosa, "prosa"))
        return next(
            (word for kind, word in kinds if isinstance(self.column, kind)), "text" if self._lines > 1 else "rad"
        )

    @property
    def rows(self) -> int:
        """How many lines it shows: what the column has, or as many as the text takes, within reason."""
        taken = sum(1 + len(line) // _LINE for line in self.text.split("\n"))
        return min(max(self._lines, taken), _MOST_LINES) + 1

    @property
    def _lines(self) -> int:
        return self.column.lines if isinstance(self.column, Text) else 1


@dataclass(frozen=True, slots=True)
class RowForm:
    """Some fields of a sheet of the meeting's workbook, in order; choices `without` which they are offered."""

    sheet: str
    names: tuple[str, ...]
    without: frozenset[str] = frozenset()

    @property
    def schema(self) -> type[SheetSchema]:
        """The sheet."""
        return workbook_schema(Kind.MOTE).sheet(self.sheet)

    def fields(
        self, row: Record | None, typed: Mapping[str, str] | None = None, *,
        findings: Mapping[str, tuple[Finding, ...]] | None = None, theirs: Mapping[str, str] | None = None,
    ) -> tuple[FormField, ...]:  # fmt: skip
        """The fields as the row has them (None: empty), with what somebody has typed in place of that."""
        columns, texts = self.schema.columns(), self.texts(row)
        return tuple(
            FormField(
                name, columns[name], (typed or {}).get(name, texts[name]), (findings or {}).get(name, ()),
                (theirs or {}).get(name), self._choices(columns[name]),
            )
            for name in self.names
        )  # fmt: skip

    def _choices(self, column: Column) -> tuple[str, ...]:
        choices = column.choices if isinstance(column, Val) else ()
        return tuple(choice for choice in choices if choice not in self.without)

    def texts(self, row: Record | None) -> dict[str, str]:
        """What stands in each field, as it would be typed."""
        columns = self.schema.columns()
        return {name: _text(columns[name], row.values.get(name)) if row else "" for name in self.names}

    def with_typed(self, row: Record, typed: Mapping[str, str]) -> Record:
        """The row with what was typed in it, as the workbook is to hold it: read and judged when it is handed in."""
        columns = self.schema.columns()
        return row.holding(**{name: _cell(columns[name], text) for name, text in typed.items()})


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a form: stored, or not, with what is found in each field and beside them.

    `mine` are the fields that the person changed, `theirs` what another has written in those. `others` is all that
    others have handed in meanwhile; `row` the row as it stands now, in the submission `seen`.
    """

    stored: bool
    by_field: Mapping[str, tuple[Finding, ...]]
    beside: tuple[Finding, ...] = ()
    mine: frozenset[str] = frozenset()
    theirs: Mapping[str, str] = field(default_factory=dict)
    others: Others = field(default_factory=Others)
    row: Record | None = None
    seen: str = ""


def save_form(
    house: House, who: Account, name: str, form: RowForm, typed: Mapping[str, str], seen: str, what: str, *,
    find: Find, place: Place, blank: Record | None = None, held: bool = False,
) -> Saved:  # fmt: skip
    """Save what somebody has typed over the submission `seen`. `find` gives the row (None: there is none yet, it begins
    as `blank`), `place` puts it among the records; `held` as in `change_meeting`. Raises `Refused`."""
    work = partial(_save, house, who, name, form, typed, seen, what, find, place, blank, held)
    return once_more(work)


def _save(
    house: House, who: Account, name: str, form: RowForm, typed: Mapping[str, str], seen: str, what: str, find: Find,
    place: Place, blank: Record | None, held: bool,
) -> Saved:  # fmt: skip
    version = find_meeting(house, name)
    base, row = find(records_seen(house, version.key, seen)), find(records_now(house, version))
    was, stands = form.texts(base), form.texts(row)
    mine = {key: text for key, text in _tidy(typed).items() if key in form.names and text != was[key]}
    theirs = {key: stands[key] for key, text in mine.items() if stands[key] not in (was[key], text)}
    others = others_since(house, version.key, seen)
    if theirs:
        return Saved(False, {}, (), frozenset(mine), theirs, others, row, version.submission)
    filled = form.with_typed(row or blank or Record(form.sheet, 0, "", {}), mine)
    done = change_once(
        house, who, name, lambda records: place(records, filled) if mine else records, what, held=held,
        on=version.submission,
    )  # fmt: skip
    saved = _saved(done, form, filled)
    return replace(saved, mine=frozenset(mine), others=others, row=row, seen=version.submission)


def _text(column: Column, value: Any) -> str:
    """A stored value as it would be typed in a form; of yes and no only the yes, as a box is ticked."""
    if isinstance(value, StyledText):
        return marked_up(value)
    if isinstance(column, JaNej):
        return "ja" if value else ""
    if isinstance(value, Decimal):
        return shown(value)
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def _cell(column: Column, text: str) -> Any:
    if isinstance(column, Prosa):
        return from_markup(text)
    return text if text or isinstance(column, Text) else None


def _tidy(typed: Mapping[str, str]) -> dict[str, str]:
    """As it was typed, without what a browser adds."""
    return {name: text.replace("\r\n", "\n").strip() for name, text in typed.items()}


def _saved(done: Changed, form: RowForm, filled: Record) -> Saved:
    if done.stored:
        return Saved(True, {})
    rows = done.records.get(form.sheet, ())
    at = next((n for n, row in enumerate(rows) if row is filled), len(rows) - 1)  # a new row stands last
    by_field = done.on_row(form.sheet, at)
    here = {id(finding) for found in by_field.values() for finding in found}
    refusing = tuple(f for f in done.findings if f.refuses and id(f) not in here)
    return Saved(False, by_field, refusing)
