"""Every meeting that somebody may see: what is coming first, and how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.chain.moten import Mote
from service.chain.plans import swedish
from service.chain.prefill_mote import meeting_of
from service.findings import Level
from service.rules import Stage
from service.store import Account, PlanKey, Version, latest_version

from ..accounts.access import Action, may, may_see_meeting
from ..answers import Refused
from ..house import House
from ..loading.judging import judged
from ..loading.plans import settings
from .loading import all_meetings, is_sent, load_mote
from .secrecy import sent_mote


class Skede(StrEnum):
    """How far a meeting has come."""

    UTKAST = "utkast"
    KALLAD = "kallelse skickad"
    HALLET = "hållet"
    JUSTERAT = "protokollet justerat"


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting as it stands in the list. `fel` counts what keeps its kallelse from being sent (None: it cannot be
    judged); after that it is 0."""

    key: PlanKey
    kod: str
    namnd: str
    datum: date | None
    tid: str
    plats: str
    skede: Skede
    fel: int | None = 0

    @property
    def name(self) -> str:
        """Its name, `SN 2026-12-10`."""
        return self.key.namnd

    def is_coming(self, today: date) -> bool:
        """Whether its day has not passed."""
        return self.datum is not None and self.datum >= today


@dataclass(frozen=True, slots=True)
class MeetingList:
    """The meetings that somebody may see: those to come by day, then those that have been, the latest first; and what
    there is to choose between."""

    coming: tuple[ListedMeeting, ...]
    past: tuple[ListedMeeting, ...]
    namnder: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def meeting_list(house: House, who: Account, kod: str = "", ar: int | None = None) -> MeetingList:
    """The meetings that somebody may see, of one nämnd and of one calendar year if so asked."""
    seen = [one for one in (_shown(house, who, key) for key in all_meetings(house)) if one]
    kept = [one for one in seen if kod in ("", one.kod) and ar in (None, one.datum and one.datum.year)]
    today = house.now().date()
    coming = sorted((one for one in kept if one.is_coming(today)), key=_by_day)
    past = sorted((one for one in kept if not one.is_coming(today)), key=_by_day, reverse=True)
    namnder = sorted({(one.kod, one.namnd) for one in seen}, key=lambda pair: swedish(pair[1]))
    return MeetingList(tuple(coming), tuple(past), tuple(namnder), _years(seen))


def listed_meeting(house: House, who: Account, key: PlanKey) -> ListedMeeting | None:
    """A single meeting as it stands in the list of somebody; None where they may not see it."""
    return _shown(house, who, key)


def skede_of(house: House, key: PlanKey, mote: Mote) -> Skede:
    """How far a meeting has come."""
    if mote.paragrafer:
        return Skede.JUSTERAT if mote.protokoll.justerat else Skede.HALLET
    return Skede.KALLAD if is_sent(house, key) else Skede.UTKAST


def _by_day(one: ListedMeeting) -> tuple[date, str, str]:
    return one.datum or date.min, one.tid, one.namnd


def _years(seen: Sequence[ListedMeeting]) -> tuple[int, ...]:
    return tuple(sorted({one.datum.year for one in seen if one.datum}, reverse=True))


def _shown(house: House, who: Account, key: PlanKey) -> ListedMeeting | None:
    """The meeting as somebody may see it: who is not of the nämnd, as it was sent out."""
    if not may_see_meeting(who, key, sent=is_sent(house, key)):
        return None
    inside = may(who, Action.SEE_MEETING, key)
    return house.until_changed(("meeting", key, inside), lambda: _listed(house, key, inside))


def _listed(house: House, key: PlanKey, inside: bool) -> ListedMeeting | None:
    version = latest_version(house.store, key)
    if version is None:
        return None
    mote = load_mote(house, version) if inside else sent_mote(house, version)
    if mote is None:
        return None
    kod, day = meeting_of(key.namnd)
    kod, form = mote.namnd or kod, mote.uppgifter
    skede = skede_of(house, key, mote)
    fel = _fel(house, version) if skede is Skede.UTKAST else 0
    return ListedMeeting(key, kod, _name_of(house, key, kod), form.datum or day, form.tid, form.plats, skede, fel)


def _name_of(house: House, key: PlanKey, kod: str) -> str:
    try:
        return settings(house, key.ar).namnd_namn(kod) or kod
    except Refused:
        return kod


def _fel(house: House, version: Version) -> int | None:
    try:
        return sum(finding.level is Level.FEL for finding in judged(house, version, Stage.MEETING))
    except Refused:
        return None
