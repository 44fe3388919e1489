"""What is written of a meeting afterwards: what was decided in each ärende, who was there, the justering and notice."""

from collections.abc import Mapping, Sequence

from schemas.mote import ENLIGT_FORSLAGET
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.newrows import new_row
from service.chain.prefill_mote import meeting_of
from service.store import Account, PlanKey

from ..answers import refused
from ..house import House
from .arende import arende_row, with_row
from .change import Changed, Records, change_meeting, records_now, records_seen
from .forms import RowForm, Saved, save_form
from .loading import all_meetings, find_meeting

Rows = Mapping[str, Sequence[Record]]
Typed = Mapping[str, str]
BESLUT = RowForm("arende", ("utfall", "beslut", "beslutsgang", "reservation"))
PROTOKOLL = RowForm("protokoll", ("slut", "justerare", "justerat", "anslag_upp", "forvaras"))
NARVARO = RowForm("narvaro", ("namn", "roll", "parti", "anmarkning"))


def save_beslut(house: House, who: Account, name: str, id: str, typed: Typed, seen: str) -> Saved:
    """Save what was decided in an ärende. Raises as `save_form`, and `LookupError` where the ärende is gone."""
    return save_form(
        house, who, name, BESLUT, typed, seen, "Beslut", find=lambda rows: arende_row(rows, id),
        place=lambda records, row: {**records, "arende": with_row(records["arende"], row)}, held=True,
    )  # fmt: skip


def save_protokoll(house: House, who: Account, name: str, typed: Typed, seen: str) -> Saved:
    """Save when the minutes were approved and put up, and by whom. Raises as `save_form`."""
    return save_form(
        house, who, name, PROTOKOLL, typed, seen, "Justering och anslag",
        find=lambda rows: next(iter(rows.get("protokoll", ())), None),
        place=lambda records, row: {**records, "protokoll": [row]}, blank=new_row(Kind.MOTE, "protokoll", "", {}),
        held=True,
    )  # fmt: skip


def save_utfall(
    house: House, who: Account, name: str, chosen: Mapping[str, str], seen: str, *, rest: bool = False
) -> Changed:
    """Save the outcome of each ärende (by row id; empty: none); with `rest` those that then have none, and are not
    withdrawn, were decided as proposed. Raises `Refused`, also for one that another has set meanwhile."""
    version = find_meeting(house, name)
    was, stands = (_outcomes(rows) for rows in (records_seen(house, version.key, seen), records_now(house, version)))
    mine = {id: word for id, word in chosen.items() if id in stands and word != was.get(id, "")}
    if any(stands[id] not in (was.get(id, ""), word) for id, word in mine.items()):
        raise refused("mote-andrat", mote=version.key.namnd)

    def decided(records: Records) -> Records:
        rows = [row.holding(utfall=mine[row.id] or None) if row.id in mine else row for row in records["arende"]]
        if rest:
            rows = [row.holding(utfall=ENLIGT_FORSLAGET) if _is_undecided(row) else row for row in rows]
        return {**records, "arende": rows}

    return change_meeting(house, who, name, decided, "Utfall", held=True)


def save_narvaro(house: House, who: Account, name: str, typed: Sequence[Typed], seen: str) -> Changed:
    """Save who was there: a mapping each, with the row's `id` where it has one; one without a name is left out.

    Raises `Refused`, for a list that somebody else has changed meanwhile too.
    """
    version = find_meeting(house, name)
    before = records_seen(house, version.key, seen).get("narvaro", ())
    if [dict(row.values) for row in before] != [dict(row.values) for row in _narvaro(records_now(house, version))]:
        raise refused("mote-andrat", mote=version.key.namnd)

    def present(records: Records) -> Records:
        known = {row.id: row for row in _narvaro(records)}
        rows = (known.get(one.get("id", "")) or new_row(Kind.MOTE, "narvaro", "", {}) for one in typed)
        named = [NARVARO.with_typed(row, _fields(one)) for row, one in zip(rows, typed, strict=True)]
        return {**records, "narvaro": [row for row in named if row.values["namn"]]}

    return change_meeting(house, who, name, present, "Närvaro", held=True)


def people_before(house: House, key: PlanKey) -> tuple[dict[str, str], ...]:
    """Who was at the nämnd's meeting before this one, as the form's rows: what a new list may begin with."""
    kod, day = meeting_of(key.namnd)
    earlier = [(met, other) for other in all_meetings(house) for named, met in [meeting_of(other.namnd)]
               if named == kod and met and day and met < day]  # fmt: skip
    for _, other in sorted(earlier, key=lambda pair: pair[0], reverse=True):
        found = _narvaro(records_now(house, find_meeting(house, other.namnd)))
        if found:
            return tuple({**NARVARO.texts(row), "anmarkning": ""} for row in found)
    return ()


def _outcomes(rows: Rows) -> dict[str, str]:
    return {row.id: row.values["utfall"] or "" for row in rows.get("arende", ())}


def _is_undecided(row: Record) -> bool:
    return not (row.values["utfall"] or row.values["utgar"])


def _narvaro(rows: Rows) -> Sequence[Record]:
    return rows.get("narvaro", ())


def _fields(one: Typed) -> dict[str, str]:
    return {name: one.get(name, "").strip() for name in NARVARO.names}
