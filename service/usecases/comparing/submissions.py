"""What differs between two submissions to a plan, as a table that can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.chain.cellchanges import CellChange, cell_changes
from service.store import PlanKey, Submission, records_of, submission

from ..house import House
from ..submitting.history import key_of
from ..submitting.sheets import text_of


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field that differs, in words on either side."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row of a sheet with what differs in it; `row_is` is `ny`, `borta` or empty. A form's one row has no name."""

    sheet: str
    row: str
    row_is: str
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Two submissions, and the rows that differ from the one to the other."""

    before: Submission
    after: Submission
    rows: tuple[ChangedRow, ...]


def changes(house: House, key: PlanKey, before: str, after: str) -> Changes:
    """What differs between two submissions to the plan. Raises `LookupError` for one that is not there or another's."""
    one, other = _of_plan(house, key, before), _of_plan(house, key, after)
    found = cell_changes(key.kind, key.ar, records_of(house.store, one), records_of(house.store, other))
    return Changes(one, other, tuple(_rows(found)))


def _of_plan(house: House, key: PlanKey, id: str) -> Submission:
    found = submission(house.store, id)
    if key_of(found) != key:
        raise LookupError(f"submission {id} is not to {key}")
    return found


def _rows(found: Iterator[CellChange]) -> Iterator[ChangedRow]:
    """The changes row by row; they come in that order."""
    rows: dict[tuple[str, str, str], list[ChangedField]] = {}
    for change in found:
        fields = rows.setdefault((change.sheet, change.row, change.row_is), [])
        fields.append(ChangedField(change.heading, text_of(change.before), text_of(change.after)))
    for (sheet, row, row_is), changed in rows.items():
        yield ChangedRow(sheet, row, row_is, tuple(changed))
