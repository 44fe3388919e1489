"""The årshjul of a plan year: what is done, due and late on a day, and the hålltider as a calendar file."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date

from schemas.installningar import STEG_RAPPORT
from schemas.workbooks import Kind, Period
from service import calendar, pictures
from service.batch import wheel_for
from service.chain.arshjul import Following, Handelse, Lage, concerning, followed
from service.chain.plans import Installningar, Mrp
from service.chain.records import Halltid
from service.chain.values import Decision
from service.documents import arshjul
from service.rules import reminders
from service.store import (
    PlanKey,
    Version,
    adopted_version,
    adopted_versions,
    first_submission,
    latest_version,
    submission,
)  # fmt: skip

from ..answers import refused
from ..house import House
from ..loading.plans import load_mrp, settings, settings_version
from ..meetings.deadlines import dispatch_days


def deadlines(house: House, ar: int, namnd: str = "", day: date | None = None) -> tuple[Lage, ...]:
    """Every hålltid of the year as it stands on a day (today, when none is given). Raises `Refused`."""
    installningar = _halltider_of(house, ar)
    day, kod = day or house.now().date(), _known(installningar, namnd)
    following = Following(day, tuple(_events(house, installningar, ar)), reminders(installningar))
    return tuple(sorted(
        (*followed(installningar, following, kod), *_dispatches(house, installningar, following, kod)),
        key=lambda lage: lage.senast,
    ))  # fmt: skip


def _dispatches(house: House, installningar: Installningar, following: Following, namnd: str) -> Iterator[Lage]:
    """How the dispatch of each meeting's papers stands."""
    for halltid, sent in dispatch_days(house, installningar, namnd):
        lage = replace(following, events=(sent,) if sent else ()).of(halltid, (halltid.namnd,))
        if lage is not None:
            yield lage


def calendar_file(house: House, ar: int, namnd: str = "") -> bytes:
    """The year's hålltider as an iCalendar file, those of one nämnd or all. Raises `Refused`."""
    installningar = _halltider_of(house, ar)
    kod = _known(installningar, namnd)
    stamp = submission(house.store, settings_version(house, ar).submission).at.astimezone(UTC)
    sent = (
        replace(row, klart=event.datum if event else None) for row, event in dispatch_days(house, installningar, kod)
    )
    rows = [*concerning(installningar.halltider, kod), *sent]
    entries = [
        calendar.Entry(
            _uid(installningar, row), row.senast, row.vad, _description(row), [str(row.vem)], stamp,
            reminders(installningar) if row.klart is None else (),
        )
        for row in sorted(rows, key=lambda row: row.senast or date.max)
        if row.senast is not None
    ]  # fmt: skip
    whose = f", {installningar.namnd_namn(kod)}" if kod else ""
    return calendar.write(f"Årshjul {ar}, {installningar.kommun.namn}{whose}", entries)


def picture(house: House, ar: int, namnd: str = "", *, legend: bool = True) -> str:
    """The year's wheel as SVG, with the words of every hålltid below it if asked for. Raises `Refused`."""
    return pictures.draw(_wheel(house, ar, namnd), legend=legend)


def wheel_words(house: House, ar: int, namnd: str = "") -> str:
    """What the wheel shows, in words. Raises `Refused`."""
    return pictures.alternative(_wheel(house, ar, namnd))


def _wheel(house: House, ar: int, namnd: str) -> pictures.Wheel:
    installningar = _halltider_of(house, ar)
    return wheel_of(installningar, _known(installningar, namnd))


def wheel_of(installningar: Installningar, namnd: str = "") -> pictures.Wheel:
    """The year's wheel as the picture engine wants it; its numbers are those of the papers' table."""
    return wheel_for(arshjul.hjulbild_of(installningar, namnd))


def _halltider_of(house: House, ar: int) -> Installningar:
    """The settings for that very year: an earlier year's have an earlier year's days. Raises `Refused`."""
    installningar = settings(house, ar)
    if installningar.head.ar != ar:
        raise refused("halltider-saknas", ar=str(ar), annat=str(installningar.head.ar))
    return installningar


def _known(installningar: Installningar, namnd: str) -> str:
    found = installningar.namnd(namnd) if namnd else None
    if namnd and found is None:
        raise refused("okand-namnd", namnd=namnd, val=", ".join(n.kod for n in installningar.namnder))
    return found.kod if found else ""


def _description(row: Halltid) -> str:
    whole_month = "Dagen är inte bestämd; sista dagen i månaden står." if row.datum is None else ""
    return "\n".join(part for part in (f"Vem: {row.vem}", row.namnd and f"Nämnd: {row.namnd}", whole_month) if part)


def _uid(installningar: Installningar, row: Halltid) -> str:
    """The row's own id keeps the entry one and the same when its day is moved."""
    source = f"{installningar.kommun.kommunkod}/{installningar.head.ar}/{row.id}"
    return f"{hashlib.sha256(source.encode()).hexdigest()[:24]}@malkedjan"


def _events(house: House, installningar: Installningar, ar: int) -> Iterator[Handelse]:
    for beslut in installningar.beslut:
        if beslut.avser in ("tidsplan", "anvisningar och ramar") and beslut.datum:
            yield Handelse(str(beslut.avser), "", beslut.datum, _decided(beslut.organ, beslut.datum, beslut.paragraf))
    yield from _of_mrp(house, installningar, ar)
    for namnd in installningar.ordered(ar):
        yield from _of_vp(house, namnd.kod, ar)
        for period, steg in zip(Period, STEG_RAPPORT, strict=True):
            yield from _of_follow_up(house, steg, PlanKey(Kind.UPPFOLJNING, namnd.kod, ar, "", period))
    yield from _of_follow_up(house, "årsredovisning", PlanKey(Kind.BOKSLUT, "", ar, "", Period.AR))


def _of_mrp(house: House, installningar: Installningar, ar: int) -> Iterator[Handelse]:
    key = PlanKey(Kind.MRP, "", ar)
    version = adopted_version(house.store, Kind.MRP, "", ar) or latest_version(house.store, key)
    if version is None:
        return
    yield _plan_event(house, "mål- och resursplan", version)
    mrp: Mrp = load_mrp(house, version, installningar)
    for dialog in mrp.dialoger:
        yield Handelse("uppdragsdialog", dialog.namnd, dialog.datum, "enligt anteckningen i planen")
    for row in mrp.bekraftelser:
        yield Handelse("valårsbeslut", "", row.datum, _decided("KF", row.datum, row.paragraf))


def _of_vp(house: House, namnd: str, ar: int) -> Iterator[Handelse]:
    version = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd, ar) or latest_version(
        house.store, PlanKey(Kind.VERKSAMHETSPLAN, namnd, ar)
    )
    if version is None:
        return
    first = first_submission(house.store, Kind.VERKSAMHETSPLAN, namnd, ar, version.key.proposal)
    yield Handelse("utkast till verksamhetsplan", namnd, first.at.date() if first else None, "inläst")
    yield _plan_event(house, "verksamhetsplan", version)


def _of_follow_up(house: House, steg: str, key: PlanKey) -> Iterator[Handelse]:
    version = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period) or latest_version(house.store, key)
    if version is not None:
        yield _plan_event(house, steg, version)


def _plan_event(house: House, steg: str, version: Version) -> Handelse:
    """How a plan stands: the decision that first adopted it, or its state so far."""
    decisions = [v.decision for v in adopted_versions(house.store, version.key) if v.decision]
    first: Decision | None = decisions[0] if decisions else None
    if first is None:
        return Handelse(steg, version.key.namnd, None, version.state.value)
    return Handelse(steg, version.key.namnd, first.datum, _decided(first.organ, first.datum, first.paragraf))


def _decided(organ: str, datum: date | None, paragraf: int | None) -> str:
    return " ".join(
        part for part in (organ, datum.isoformat() if datum else "", f"§ {paragraf}" if paragraf else "") if part
    )
