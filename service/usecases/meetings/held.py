"""A meeting has been held: its ärenden get their §§, and what was adopted flows back to the plans."""

from dataclasses import dataclass

from service.documents.wording import day as day_in_words
from service.findings import Finding, Level
from service.meetings import NoRoom, next_paragraphs
from service.store import Version, add_entry, give_paragraphs, given_paragraphs

from ..adopt import adopt
from ..answers import Refused, answer, refused
from ..house import House
from ..loading.plans import name_of
from . import answers as meeting_answers  # noqa: F401  its sentences
from .adoptions import Prospect, adoptions, decision_of
from .loading import find_meeting, meeting_id
from .papers import Meeting, open_meeting


@dataclass(frozen=True)
class Held:
    """The meeting with its §§, the plans that it adopted, and what there is to say."""

    meeting: Meeting
    given: dict[str, int]
    adopted: tuple[Version, ...]
    findings: tuple[Finding, ...]


def hold(house: House, name: str, *, by: str, first: int = 0) -> Held:
    """Give the ärenden that have none their §, after the last of the nämnd's year or from `first`, and adopt the plans
    that were adopted as proposed. To be said again when more has been decided or written down.

    Raises `Refused` before the meeting's day, and for §§ that are taken.
    """
    with house.store.transaction():
        version = find_meeting(house, name)
        refuse_before_its_day(house, open_meeting(house, version))
        given = _give(house, open_meeting(house, version), by, first)
    meeting = open_meeting(house, version)
    adopted, findings = _decided(house, meeting, by)
    if not meeting.mote.narvaro:
        findings.append(answer("narvaro-saknas", Level.VARNING))
    return Held(meeting, given, tuple(adopted), tuple(findings))


def refuse_before_its_day(house: House, meeting: Meeting) -> None:
    """Raises `Refused` for a meeting whose day has not come: it cannot have been held."""
    day = meeting.mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    if day > house.now().date():
        raise refused("inte-varit", dag=day_in_words(day))


def _give(house: House, meeting: Meeting, by: str, first: int) -> dict[str, int]:
    mote, key = meeting.mote, meeting.version.key
    day = mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    wanted = [punkt.rad.id for punkt in mote.punkter if not punkt.utgar and punkt.paragraf is None]
    taken = [one.paragraf for one in given_paragraphs(house.store, mote.namnd, day.year)]
    try:
        given = next_paragraphs(wanted, taken, before=mote.uppgifter.senaste_paragraf or 0, first=first)
    except NoRoom as no:
        raise refused("paragraf-upptagen", paragraf=str(no.taken)) from None
    if given:
        give_paragraphs(house.store, mote.namnd, day, meeting_id(key), given)
        spann = f"{min(given.values())}–{max(given.values())}"
        add_entry(house.store, house.now(), by, "meeting-held", name_of(key), {"paragrafer": spann})
    return given


def _decided(house: House, meeting: Meeting, by: str) -> tuple[list[Version], list[Finding]]:
    """Adopt the plans that the meeting decided on; of those that are not, why."""
    adopted: list[Version] = []
    findings: list[Finding] = []
    for one in adoptions(house, meeting):
        if one.key is None or one.prospect is not Prospect.READY:
            findings += [one.why] if one.why and one.why.level is not Level.UPPLYSNING else []
            continue
        try:
            done = adopt(house, one.key, decision_of(meeting, one.punkt), by=by, submission=one.submission)
        except Refused as no:
            findings.extend(no.findings)
        else:
            adopted.append(done.version)
            findings.extend(finding for finding in done.findings if finding.level is not Level.UPPLYSNING)
    return adopted, findings
