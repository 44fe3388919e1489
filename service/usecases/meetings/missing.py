"""What is missing for a meeting: before it is sent out, before it is held, and after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from schemas.mote import ANNAT_BESLUT, BESLUTSARENDE, FIL
from service.chain.moten import Mote, Punkt
from service.chain.records import Row
from service.chain.values import State
from service.documents.besluten import lacks_beslut
from service.documents.wording import day as day_in_words
from service.findings import Finding, Level, line
from service.rules import ANSLAG, JUSTERING, Stage
from service.store import PlanKey, Version, dispatches, latest_version

from ..answers import Refused, answer, counted
from ..house import House
from ..loading.judging import judged
from ..loading.plans import name_of
from ..loading.verdicts import verdict
from ..papers.orders import version_shown
from . import answers as meeting_answers  # noqa: F401  its sentences
from .adoptions import Prospect, adoptions
from .deadlines import last_day_to_send
from .dispatch import changed_since_dispatch
from .extracts import extracts
from .loading import meeting_id
from .papers import Meeting, open_meeting, order_of

NEAR = timedelta(days=5)


class Part(StrEnum):
    """Where a lack is made good."""

    MOTE = "sammanträdet"
    ARENDE = "ärendet"
    HANDLING = "handlingarna"
    PLAN = "planen"
    PAKET = "paketet"
    EFTER = "protokollet"
    UTDRAG = "utdragen"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing: what and what to do (a finding), where it is made good, of which ärende or plan, and
    the day by which (`late`: it has passed)."""

    finding: Finding
    part: Part
    punkt: Punkt | None = None
    plan: PlanKey | None = None
    due: date | None = None
    late: bool = False


def missing(house: House, version: Version) -> tuple[Lack, ...]:
    """What is missing today, what is late first, then the gravest. Raises `Refused` for a meeting without a day."""
    today = house.now().date()
    return house.until_changed(("missing", version.submission, today), lambda: _missing(house, version, today))


def _missing(house: House, version: Version, today: date) -> tuple[Lack, ...]:
    meeting = open_meeting(house, version)
    day = meeting.mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    held = bool(meeting.mote.paragrafer)
    found = [*_of_rules(house, meeting, held=held)]
    if held:
        found += _minutes(house, meeting, day, today)
    else:
        found += [*_reports(meeting), *_papers(house, meeting), *_dispatch(house, meeting, today)]
        found += _to_be_held(meeting, day, today) if day <= today else ()
    grave = {Level.FEL: 0, Level.VARNING: 1, Level.UPPLYSNING: 2}
    return tuple(sorted(found, key=lambda one: (not one.late, grave[one.finding.level])))


def _of_rules(house: House, meeting: Meeting, *, held: bool) -> Iterator[Lack]:
    """What the rules say, but for what they only mention; after the meeting no more of what belongs to the summons."""
    for finding in judged(house, meeting.version, Stage.MEETING):
        part, punkt = place_in_meeting(meeting.mote, finding)
        if finding.level is not Level.UPPLYSNING and not (held and part is not Part.EFTER):
            yield Lack(finding, part, punkt)


def place_in_meeting(mote: Mote, finding: Finding) -> tuple[Part, Punkt | None]:
    """The part of a meeting that a finding is about, and its ärende where there is one."""
    place = finding.place
    sheet = next((key for key in _SHEETS if place and mote.sheet_title(key) == place.sheet), "")
    rows: Mapping[str, tuple[Row, ...]] = {
        "arende": tuple(mote.arenden), "tjansteskrivelse": tuple(mote.skrivelser), "handling": tuple(mote.handlingar),
    }  # fmt: skip
    line = "".join(letter for letter in place.cell if letter.isdigit()) if place else ""
    row = next((row for row in rows.get(sheet, ()) if str(row.row) == line), None)
    punkt = mote.punkt(getattr(row, "arende", "") or getattr(row, "beteckning", "")) if row else None
    return _SHEETS.get(sheet, Part.EFTER if mote.paragrafer else Part.HANDLING), punkt


_SHEETS = {
    "mote": Part.MOTE, "arende": Part.ARENDE, "tjansteskrivelse": Part.ARENDE, "handling": Part.HANDLING,
    "protokoll": Part.EFTER, "narvaro": Part.EFTER,
}  # fmt: skip


def _reports(meeting: Meeting) -> Iterator[Lack]:
    for punkt in meeting.mote.punkter:
        if punkt.rad.typ == BESLUTSARENDE and not punkt.utgar and punkt.skrivelse is None:
            told = answer("skrivelse-saknas", Level.VARNING, nummer=str(punkt.nummer), rubrik=punkt.rad.rubrik)
            yield Lack(told, Part.ARENDE, punkt)


def _papers(house: House, meeting: Meeting) -> Iterator[Lack]:
    """The papers that the service writes: each needs a plan, without fel, handed in, and the newest there is. Of a plan
    that several of an ärende's papers show it is said once."""
    for punkt in meeting.mote.punkter:
        written = [bilaga for bilaga in punkt.bilagor if bilaga.rad.innehall != FIL and not punkt.utgar]
        shown: dict[Version, list[str]] = {}
        lacking: dict[str, Lack] = {}
        for bilaga in written:
            try:
                shown.setdefault(version_shown(house, order_of(meeting, bilaga)), []).append(bilaga.beteckning)
            except Refused as no:
                lacking[line(no.findings[0])] = Lack(no.findings[0], Part.HANDLING, punkt)
        yield from lacking.values()
        for version, numbers in shown.items():
            yield from _plan(house, punkt, version, " och ".join(numbers))


def _plan(house: House, punkt: Punkt, shown: Version, numbers: str) -> Iterator[Lack]:
    named = {"nummer": numbers, "plan": name_of(shown.key)}
    if shown.state is State.UTKAST:
        counts = verdict(house, shown)
        if counts is None or counts.fel:
            number = counted(counts.fel, "fel", "fel") if counts else "fel"
            told = answer("handlingens-plan-fel", Level.VARNING, antal=number, **named)
        else:
            told = answer("handlingens-plan-utkast", Level.VARNING, **named)
        yield Lack(told, Part.PLAN, punkt, shown.key)
    newest = latest_version(house.store, shown.key)
    if newest is not None and newest.version > shown.version:
        versions = {"version": str(shown.version), "senaste": str(newest.version)}
        yield Lack(answer("handling-aldre", Level.VARNING, **versions, **named), Part.HANDLING, punkt)


def _dispatch(house: House, meeting: Meeting, today: date) -> Iterator[Lack]:
    sent = dispatches(house.store, meeting_id(meeting.version.key))
    due = last_day_to_send(meeting.installningar, meeting.mote)
    if sent:
        yield from _since(house, meeting, sent[-1].at.date())
    elif due is not None and today > due:
        yield Lack(answer("utskick-sent", Level.VARNING, dag=day_in_words(due)), Part.PAKET, due=due, late=True)
    elif due is not None and due - today <= NEAR:
        yield Lack(answer("utskick-nara", Level.UPPLYSNING, dag=day_in_words(due)), Part.PAKET, due=due)


def _since(house: House, meeting: Meeting, day: date) -> Iterator[Lack]:
    if changed := changed_since_dispatch(house, meeting.version):
        number = counted(len(changed), "handling", "handlingar")
        yield Lack(answer("andrat-efter-utskick", Level.VARNING, antal=number, dag=day_in_words(day)), Part.PAKET)


def _to_be_held(meeting: Meeting, day: date, today: date) -> Iterator[Lack]:
    late = day < today
    yield Lack(answer("mote-att-halla", Level.VARNING, dag=day_in_words(day)), Part.EFTER, due=day, late=late)
    yield from _outcomes(meeting)


def _minutes(house: House, meeting: Meeting, day: date, today: date) -> Iterator[Lack]:
    """What the minutes lack: outcomes, who was there, their justering within 14 days, their notice within two more."""
    minutes = meeting.mote.protokoll
    yield from _outcomes(meeting)
    if not meeting.mote.narvaro:
        yield Lack(answer("narvaro-saknas", Level.VARNING), Part.EFTER)
    if not minutes.justerare:
        yield Lack(answer("justerare-saknas", Level.VARNING), Part.EFTER)
    if minutes.justerat is None:
        yield _by("justera", day + JUSTERING, today, Part.EFTER)
    elif minutes.anslag_upp is None:
        yield _by("anslag", minutes.justerat + ANSLAG, today, Part.EFTER)
    for adoption in adoptions(house, meeting):
        if adoption.prospect is not Prospect.ADOPTED and adoption.why and adoption.why.level is not Level.UPPLYSNING:
            yield Lack(adoption.why, Part.EFTER, adoption.punkt, adoption.key)
    left = [one for one in extracts(house, meeting) if one.at is None]
    if left and minutes.justerat is not None:  # an extract of what is not yet approved is not sent
        yield Lack(answer("utdrag-kvar", Level.VARNING, antal=counted(len(left), "utdrag", "utdrag")), Part.UTDRAG)


def _outcomes(meeting: Meeting) -> Iterator[Lack]:
    """What the minutes have a blank for: one that nobody has said the outcome of, and one without words for it."""
    for punkt in meeting.mote.punkter:
        if punkt.utgar or not lacks_beslut(meeting.mote, punkt):
            continue
        utfall = punkt.rad.utfall
        code = "beslut-saknas" if utfall == ANNAT_BESLUT else "beslut-oskrivet" if utfall else "utfall-ej-ifyllt"
        told = answer(code, Level.VARNING, nummer=str(punkt.nummer), rubrik=punkt.rad.rubrik)
        yield Lack(told, Part.EFTER, punkt)


def _by(code: str, due: date, today: date, part: Part) -> Lack:
    """What is to be done by a day: told otherwise once that has passed."""
    late = today > due
    level = Level.VARNING if late else Level.UPPLYSNING
    return Lack(answer(f"{code}-sent" if late else code, level, dag=day_in_words(due)), part, due=due, late=late)
