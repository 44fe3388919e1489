"""The one road by which a form changes a meeting: its workbook, filled in with the change, is handed in.

So every version is kept, every value has its cell to come from, and every rule runs, as if the workbook had been
uploaded.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from schemas.sheets import Record, TableSheet
from schemas.workbooks import Kind, workbook_schema
from service.chain.links import place_of
from service.chain.values import Layout
from service.findings import Finding
from service.store import Account, PlanKey, Version, latest_version, records_of, submission
from service.workbooks import FIRST_ROW, Content, Identity, build, read

from ..answers import Refused, first_capital, refused
from ..house import House
from ..loading.plans import name_of, still_current
from ..submitting.history import key_of
from ..submitting.submit import Receipt, take_in
from ..workbooks.handing_out import prepared
from .address import address_of_meeting
from .loading import find_meeting, load_mote

Records = dict[str, list[Record]]
Edit = Callable[[Records], Records]
T = TypeVar("T")
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a change: its receipt (None: nothing differed, so that nothing was handed in), and the records as
    they were written in the workbook."""

    receipt: Receipt | None
    records: Mapping[str, Sequence[Record]]

    @property
    def stored(self) -> bool:
        """Whether the meeting now stands as was asked."""
        return self.receipt is None or self.receipt.stored

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the workbook."""
        return self.receipt.findings if self.receipt else ()

    def on_row(self, sheet: str, at: int) -> dict[str, tuple[Finding, ...]]:
        """What was found on a row of a sheet (the one at that place among the records), by field."""
        layout = self.receipt.reading.layout if self.receipt and self.receipt.reading else Layout()
        schema = workbook_schema(Kind.MOTE).sheet(sheet)
        row = Record(sheet, FIRST_ROW + at if issubclass(schema, TableSheet) else 0, "", {})
        found = {}
        for name in schema.columns():
            place = place_of(schema, row, name, layout)
            if place.cell and (here := tuple(f for f in self.findings if f.place == place)):
                found[name] = here
        return found


def records_seen(house: House, key: PlanKey, seen: str) -> Mapping[str, Sequence[Record]]:
    """What stood in the meeting's workbook that a person had before them, a submission. Raises `Refused`
    (`mote-andrat`) for one that is none of the meeting's."""
    try:
        found = submission(house.store, seen)
    except LookupError:
        raise refused("mote-andrat", mote=key.namnd) from None
    if key_of(found) != key:
        raise refused("mote-andrat", mote=key.namnd)
    return records_of(house.store, found)


def records_now(house: House, version: Version) -> Mapping[str, Sequence[Record]]:
    """What stands in the meeting's workbook."""
    return records_of(house.store, submission(house.store, version.submission))


def change_meeting(house: House, who: Account, name: str, edit: Edit, what: str, *, held: bool = False) -> Changed:
    """Hand in the meeting's workbook as `edit` makes its records; `what` says in a few words what is done.

    Where somebody else changes the meeting in the same moment, `edit` is asked again with what then stands there. Only
    with `held` may a meeting be changed that has been held. Raises `Refused`.
    """
    return once_more(lambda: change_once(house, who, name, edit, what, held=held))


def change_once(
    house: House, who: Account, name: str, edit: Edit, what: str, *, held: bool = False, on: str = ""
) -> Changed:
    """As `change_meeting`, but refused (`andrad-under-tiden`) where somebody else was there first: since now or, with
    `on`, since that submission."""
    version = find_meeting(house, name)
    if on not in ("", version.submission):
        raise refused("andrad-under-tiden", plan=first_capital(name_of(version.key)))
    _not_held(house, version, held)
    before = records_now(house, version)
    after = edit({key: list(rows) for key, rows in before.items()})
    if after == before:
        return Changed(None, after)
    identity, content = prepared(house, version.key.kind, version.key.ar, version.key.namnd)
    with house.store.transaction():
        still_current(house, version)
        _not_held(house, version, held)
        return _handed_in(house, who, identity, replace(content, records=after), what)


def _not_held(house: House, version: Version, may_be: bool) -> None:
    """Raises `Refused` for a meeting that has its §§, unless it may be."""
    if not may_be and load_mote(house, version).paragrafer:
        raise refused("mote-hallet", mote=version.key.namnd)


def once_more(work: Callable[[], T]) -> T:
    """What `work` gives, which is asked again when somebody else changed the meeting meanwhile."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except Refused as no:
            if no.findings[0].code != "andrad-under-tiden":
                raise
    return work()


def begin_with(house: House, who: Account, key: PlanKey, edit: Edit, what: str) -> Changed:
    """Hand in the first workbook of a meeting, its prefilled records as `edit` makes them. Raises `Refused`, also where
    somebody else has just begun it."""
    identity, content = prepared(house, key.kind, key.ar, key.namnd)
    records = edit({sheet: list(rows) for sheet, rows in content.records.items()})
    with house.store.transaction():
        if latest_version(house.store, key) is not None:
            raise refused("mote-finns", mote=key.namnd)
        return _handed_in(house, who, identity, replace(content, records=records), what)


def _handed_in(house: House, who: Account, identity: Identity, content: Content, what: str) -> Changed:
    """The workbook handed in; to be called in the transaction that has seen that the meeting stands as it did."""
    blob, name = build(identity, content), f"mote-{address_of_meeting(identity.namnd)}.xlsx"
    receipt = take_in(house, read(blob, name), blob, name, by=who.name, reason=what)
    return Changed(receipt, content.records)
