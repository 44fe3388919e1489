"""The meetings that somebody works with: the next of each nämnd and those not yet seen through, with their days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from service.chain.arshjul import Mark
from service.chain.moten import Mote
from service.documents.protokoll import ANSLAGSTID
from service.rules import ANSLAG, JUSTERING
from service.store import Account, dispatches

from ..accounts.access import Action, may
from ..answers import Refused
from ..house import House
from ..loading.plans import settings
from .deadlines import last_day_to_send
from .listing import ListedMeeting, listed_meeting, meeting_list
from .loading import find_meeting, is_sent, load_mote, meeting_id
from .missing import Lack, Part, missing

SOON = timedelta(days=14)
OF_HANDLAGGARE = frozenset({Part.ARENDE, Part.HANDLING, Part.PLAN})  # what who writes the papers can make good
REMEMBERED = timedelta(days=120)  # what is missing for a meeting longer ago stands on its own page alone


class Hallpunkt(StrEnum):
    """What is to be done by a day of a meeting's."""

    UTSKICK = "Kallelsen skickas"
    MOTE = "Sammanträde"
    JUSTERING = "Protokollet justeras"
    ANSLAG = "Anslaget sätts upp"
    NED = "Anslaget tas ned, tidigast"


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A day that a meeting asks for: what is to be done by then, and how that stands. Once it is done, `senast` is the
    day it was done, where that is known."""

    senast: date
    vad: Hallpunkt
    mote: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A meeting with its days and what is missing for it: all for who runs it, the papers for who prepares them."""

    listed: ListedMeeting
    days: tuple[MeetingDay, ...]
    lacks: tuple[Lack, ...]


def own_meetings(house: House, who: Account) -> tuple[MeetingAhead, ...]:
    """The meetings of somebody's own nämnder that ask for something: what is not yet seen through, the oldest first,
    then the next of each nämnd."""
    return tuple(one for kod in sorted(who.namnder) for one in meetings_of(house, who, kod))


def meetings_of(house: House, who: Account, kod: str) -> tuple[MeetingAhead, ...]:
    """A nämnd's meetings that ask for something, as `own_meetings`; the next one alone for those who only read."""
    found, since = meeting_list(house, who, kod), house.now().date() - REMEMBERED
    past = (ahead(house, who, one) for one in reversed(found.past) if one.datum is None or one.datum >= since)
    return (*(one for one in past if one.lacks), *(ahead(house, who, one) for one in found.coming[:1]))


def days_of_year(house: House, who: Account, ar: int) -> tuple[MeetingDay, ...]:
    """The days of the meetings of somebody's own nämnder under a year's settings, by day; but for the dispatch, which
    is among everybody's hålltider."""
    lists = [meeting_list(house, who, kod) for kod in who.namnder]
    seen = [one for found in lists for one in (*found.past, *found.coming) if one.key.ar == ar]
    days = [day for one in seen for day in ahead(house, who, one).days if day.vad is not Hallpunkt.UTSKICK]
    return tuple(sorted(days, key=lambda day: day.senast))


def meeting_tasks(house: House, who: Account) -> tuple[MeetingDay, ...]:
    """The days of the meetings that somebody runs, near or passed with nothing done, the oldest first."""
    runs = (one for one in own_meetings(house, who) if may(who, Action.RUN_MEETING, one.listed.key))
    days = (day for one in runs for day in one.days if day.vad is not Hallpunkt.NED)
    return tuple(sorted((day for day in days if day.mark in (Mark.SEN, Mark.SNART)), key=lambda day: day.senast))


def ahead_of(house: House, who: Account, name: str) -> MeetingAhead | None:
    """A meeting with its days and what is missing for it; None where they may not see it. Raises `Refused`."""
    one = listed_meeting(house, who, find_meeting(house, name).key)
    return ahead(house, who, one) if one else None


def ahead(house: House, who: Account, one: ListedMeeting) -> MeetingAhead:
    """A meeting with its days and what is missing, as somebody may see it."""
    version = find_meeting(house, one.name)
    runs, prepares = (may(who, action, one.key) for action in (Action.RUN_MEETING, Action.PREPARE_ARENDE))
    try:
        lacks = missing(house, version) if prepares else ()
    except Refused:  # it says neither nämnd nor day: its list says so
        lacks = ()
    lacks = tuple(lack for lack in lacks if runs or lack.part in OF_HANDLAGGARE)
    if not may(who, Action.SEE_MEETING, one.key):
        return MeetingAhead(one, (), lacks)
    return MeetingAhead(one, tuple(_days(house, one, load_mote(house, version))), lacks)


def _days(house: House, one: ListedMeeting, mote: Mote) -> Iterator[MeetingDay]:
    day, minutes = one.datum, mote.protokoll
    if day is None:
        return
    today, held = house.now().date(), bool(mote.paragrafer)

    def dated(senast: date, vad: Hallpunkt, *, done: bool, on: date | None = None) -> MeetingDay:
        return MeetingDay(on or senast, vad, one.name, _mark(senast, today, done=done))

    if (last := last_day_to_send(settings(house, one.key.ar), mote)) is not None:
        sent = dispatches(house.store, meeting_id(one.key))
        first = sent[0].at.date() if sent else None
        yield dated(last, Hallpunkt.UTSKICK, done=held or is_sent(house, one.key), on=first)
    yield dated(day, Hallpunkt.MOTE, done=held)
    if held:
        approved = minutes.justerat
        yield dated(day + JUSTERING, Hallpunkt.JUSTERING, done=approved is not None, on=approved)
    if held and minutes.justerat:
        up = minutes.anslag_upp
        yield dated(minutes.justerat + ANSLAG, Hallpunkt.ANSLAG, done=up is not None, on=up)
    if held and minutes.anslag_upp:
        down = minutes.anslag_upp + ANSLAGSTID + timedelta(days=1)
        yield dated(down, Hallpunkt.NED, done=down < today)


def _mark(senast: date, today: date, *, done: bool) -> Mark:
    if done:
        return Mark.KLAR
    if senast < today:
        return Mark.SEN
    return Mark.SNART if senast - today <= SOON else Mark.KOMMANDE
