"""A meeting once its day has come: what was decided, its §§, the plans it adopts, its minutes and extracts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from service.documents.wording import day as day_in_words
from service.meetings import next_paragraphs
from service.store import Account, Version

from ..answers import refused
from ..house import House
from . import answers as meeting_answers  # noqa: F401  its sentences
from .adoptions import Adoption, adoptions
from .extracts import Extract, extracts
from .held import Held, hold
from .loading import find_meeting
from .missing import Lack, Part, missing
from .papers import open_meeting


@dataclass(frozen=True, slots=True)
class AfterMeeting:
    """What there is to do once the day has come.

    `coming` are the §§ that the ärenden without one would get, by row id; `adoptions` the plans that the meeting is to
    adopt, as they stand; `is_due` tells whether the day has come.
    """

    version: Version
    is_due: bool
    coming: Mapping[str, int]
    adoptions: tuple[Adoption, ...]
    extracts: tuple[Extract, ...]
    lacks: tuple[Lack, ...]


def after_meeting(house: House, name: str) -> AfterMeeting:
    """What there is to do at a meeting and after it. Raises `Refused`."""
    version = find_meeting(house, name)
    meeting = open_meeting(house, version)
    mote = meeting.mote
    wanted = [punkt.rad.id for punkt in mote.punkter if not punkt.utgar and punkt.paragraf is None]
    taken = [*mote.paragrafer.values(), *mote.tidigare]
    return AfterMeeting(
        version, _day_of(house, version) <= house.now().date(),
        next_paragraphs(wanted, taken, before=mote.uppgifter.senaste_paragraf or 0), tuple(adoptions(house, meeting)),
        extracts(house, meeting),
        tuple(one for one in missing(house, version) if one.part in (Part.EFTER, Part.UTDRAG)),
    )  # fmt: skip


def hold_on_the_day(house: House, who: Account, name: str, first: int = 0) -> Held:
    """Give the §§ and adopt the plans, as `hold` does, on the day or later. Raises `Refused`."""
    day = _day_of(house, find_meeting(house, name))
    if day > house.now().date():
        raise refused("inte-varit", dag=day_in_words(day))
    return hold(house, name, by=who.name, first=first)


def _day_of(house: House, version: Version) -> date:
    day = open_meeting(house, version).mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    return day
