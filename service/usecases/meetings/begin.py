"""Begin a meeting on a page: its first workbook handed in, with what the nämnd's last meeting says alike."""

from collections.abc import Mapping
from datetime import date

from schemas.workbooks import Kind
from service.chain.records import Namnd
from service.store import Account, PlanKey

from ..accounts.access import Action, may
from ..answers import Refused, refused
from ..house import House
from ..loading.plans import settings
from .change import Changed, Records, begin_with
from .loading import meeting_key
from .new import meeting_name, settings_year


def namnder_to_call(house: House, who: Account) -> tuple[Namnd, ...]:
    """The nämnder whose meetings somebody runs; none where there are no settings yet."""
    today = house.now().date()
    ar = settings_year(house, today)
    keys = ((namnd, PlanKey(Kind.MOTE, meeting_name(namnd.kod, today), ar)) for namnd in settings(house, ar).namnder)
    return tuple(namnd for namnd, key in keys if may(who, Action.RUN_MEETING, key))


def begin_meeting(house: House, who: Account, kod: str, day: date, tid: str, plats: str) -> PlanKey:
    """The new meeting, its first workbook handed in. Raises `Refused` where there is one already, or for a nämnd whose
    meetings somebody else runs."""
    choices = namnder_to_call(house, who)
    namnd = next((one for one in choices if one.kod == kod), None)
    if namnd is None:
        raise refused("okand-namnd", namnd=kod, val=", ".join(one.kod for one in choices) or "ingen")
    key = PlanKey(Kind.MOTE, meeting_name(namnd.kod, day), settings_year(house, day))
    if meeting_key(house, key.namnd):
        raise refused("mote-finns", mote=key.namnd)
    typed = {name: text for name, text in (("tid", tid), ("plats", plats)) if text}
    begun = begin_with(house, who, key, lambda records: _filled(records, typed, who.name), "Nytt möte")
    return _stored(begun, key)


def _stored(begun: Changed, key: PlanKey) -> PlanKey:
    if not begun.stored:
        raise Refused(*begun.findings)
    return key


def _filled(records: Records, values: Mapping[str, str], by: str) -> Records:
    (form,) = records["mote"]
    return {**records, "mote": [form.holding(**{"sekreterare": form.values["sekreterare"] or by, **values})]}
