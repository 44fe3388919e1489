"""A meeting once its day has come: what was decided, its §§, the plans it adopts, its minutes and extracts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from service.findings import Finding
from service.meetings import next_paragraphs
from service.store import Version

from ..house import House
from .adoptions import Adoption, adoptions
from .extracts import Extract, extracts
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


def after_lacks(house: House, name: str) -> tuple[Finding, ...]:
    """What is missing once the meeting has been held: what the minutes have a blank for, and what is to be done."""
    lacks = missing(house, find_meeting(house, name))
    return tuple(one.finding for one in lacks if one.part in (Part.EFTER, Part.UTDRAG))


def _day_of(house: House, version: Version) -> date:
    day = open_meeting(house, version).mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    return day
