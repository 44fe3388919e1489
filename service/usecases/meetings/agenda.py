"""Changes to the agenda: an ärende moved, withdrawn, taken back, added."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from schemas.mote import ARENDETYPER, BESLUTSARENDE
from schemas.sheets import Record
from schemas.text import clean
from schemas.workbooks import Kind
from service.chain.newrows import new_row
from service.store import Account

from ..answers import Refused, refused
from ..house import House
from .change import Changed, Records, change_meeting, records_now, records_seen
from .loading import find_meeting

Rows = Mapping[str, Sequence[Record]]
_OWNED = ("tjansteskrivelse", "handling")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"och", "om", "av", "för", "med", "till", "på", "i", "en", "ett", "den", "det"})


def move(house: House, who: Account, name: str, id: str, to: int, seen: str) -> Changed:
    """The ärende moved to that place on the list (the first is 1). Raises `Refused`; `LookupError` where it is gone."""
    still_as_seen(house, name, seen, lambda rows: tuple(row.id for row in rows.get("arende", ())))
    return change_meeting(house, who, name, lambda records: moved(records, id, to), "Ordningen på listan")


def withdraw(house: House, who: Account, name: str, id: str, *, back: bool, seen: str) -> Changed:
    """The ärende marked as withdrawn, or taken back. Raises `Refused`; `LookupError` where it is gone."""
    still_as_seen(
        house, name, seen, lambda rows: tuple(row.values["utgar"] for row in rows.get("arende", ()) if row.id == id)
    )
    what = "Ärende återtaget" if back else "Ärende utgår"
    return change_meeting(house, who, name, lambda records: _marked(records, id, utgar=None if back else True), what)


def add_arende(house: House, who: Account, name: str, rubrik: str, typ: str) -> str:
    """A new ärende last on the list, with a label made from its rubrik; the id of its row. Raises `Refused`."""
    rubrik = clean(rubrik)[0]
    if not rubrik:
        raise refused("rubrik-saknas")
    typ = typ if typ in ARENDETYPER else BESLUTSARENDE
    label = ""

    def added(records: Records) -> Records:
        nonlocal label
        label = _label(rubrik, [row.values["beteckning"] for row in records.get("arende", ())])
        row = new_row(Kind.MOTE, "arende", "", {"beteckning": label, "rubrik": rubrik, "typ": typ})
        return {**records, "arende": [*records.get("arende", ()), row]}

    done = change_meeting(house, who, name, added, "Nytt ärende")
    if not done.stored:
        raise Refused(*done.findings)
    stored = records_now(house, find_meeting(house, name))["arende"]
    return next(row.id for row in stored if row.values["beteckning"] == label)


def moved(records: Records, id: str, to: int) -> Records:
    """The records with an ärende moved. What belongs to an ärende by its number belongs to it still."""
    rows = records["arende"]
    at = next((n for n, row in enumerate(rows) if row.id == id), None)
    if at is None:
        raise LookupError(f"no ärende {id}")
    rest = [*rows[:at], *rows[at + 1 :]]
    place = min(max(to, 1), len(rows)) - 1
    order = [*rest[:place], rows[at], *rest[place:]]
    names = {str(n): _name_of(row, order) for n, row in enumerate(rows, 1)}
    labels = {row.values["beteckning"].casefold() for row in rows}
    owned = {sheet: [_renamed(row, names, labels) for row in records.get(sheet, ())] for sheet in _OWNED}
    return {**records, **owned, "arende": order}


def _renamed(row: Record, names: Mapping[str, str], labels: frozenset[str] | set[str]) -> Record:
    owner = str(row.values["arende"]).strip()
    return row.holding(arende=names[owner]) if owner in names and owner.casefold() not in labels else row


def _name_of(row: Record, order: Sequence[Record]) -> str:
    """What an ärende is called by: its label or, without one, its number in the order."""
    return row.values["beteckning"] or str(order.index(row) + 1)


def _marked(records: Records, id: str, *, utgar: bool | None) -> Records:
    if all(row.id != id for row in records["arende"]):
        raise LookupError(f"no ärende {id}")
    rows = [row.holding(utgar=utgar) if row.id == id else row for row in records["arende"]]
    return {**records, "arende": rows}


def still_as_seen(house: House, name: str, seen: str, part: Callable[[Rows], Hashable]) -> None:
    """Raises `Refused` where what the change rests on is no longer as the person saw it."""
    version = find_meeting(house, name)
    if seen != version.submission:
        then, now = records_seen(house, version.key, seen), records_now(house, version)
        if part(then) != part(now):
            raise refused("mote-andrat", mote=version.key.namnd)


def _label(rubrik: str, taken: Sequence[str]) -> str:
    """A short label of its own: the rubrik's first word that says something, with a figure where it is taken."""
    words = [word.casefold() for word in _WORD.findall(rubrik) if not word.isdigit()]
    word = next((word for word in words if word not in _SMALL and len(word) > 2), next(iter(words), "ärende"))[:24]
    known = {label.casefold() for label in taken}
    return next(label for label in (word, *(f"{word}-{n}" for n in range(2, 1000))) if label not in known)
