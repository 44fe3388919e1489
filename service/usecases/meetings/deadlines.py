"""The last days to send out meetings' papers, as hålltider among the others of the year."""

from collections.abc import Iterator
from datetime import date

from schemas.installningar import HALLTIDER_VEM
from schemas.workbooks import Kind
from service.chain.arshjul import Handelse
from service.chain.moten import Mote
from service.chain.plans import Installningar
from service.chain.records import Halltid
from service.documents.wording import day
from service.rules.roles import KF, has_role
from service.store import PlanKey, dispatches, latest_version, versions_of_kind

from ..house import House
from .loading import load_mote, meeting_id


def dispatch_days(
    house: House, installningar: Installningar, namnd: str = ""
) -> Iterator[tuple[Halltid, Handelse | None]]:
    """The hålltid of each meeting of the year, all or one nämnd's, with its first dispatch if there was one.

    A meeting that has been held without any dispatch on record is left out: there is nothing to remind of.
    """
    for key in {version.key: None for version in versions_of_kind(house.store, Kind.MOTE, installningar.head.ar)}:
        found = _halltid(house, installningar, key)
        if found and namnd in ("", found.namnd):
            sent = dispatches(house.store, meeting_id(key))
            # What is on record as sent has been sent, though the record's clock were before today's.
            first = min(sent[0].at.date(), house.now().date()) if sent else None
            yield found, _event(found, first)


def last_day_to_send(installningar: Installningar, mote: Mote) -> date | None:
    """The day by which a meeting's papers go out: its own, else by the nämnd's habit; None for a meeting without a day
    or a nämnd that the settings do not know."""
    form, namnd = mote.uppgifter, installningar.namnd(mote.namnd)
    return form.utskick or (namnd.utskick_senast(form.datum) if namnd and form.datum else None)


def _event(halltid: Halltid, first: date | None) -> Handelse | None:
    return Handelse(str(halltid.handling), "", first, "utskickad") if first else None


def _halltid(house: House, installningar: Installningar, key: PlanKey) -> Halltid | None:
    version = latest_version(house.store, key)
    mote = load_mote(house, version) if version else None
    namnd = installningar.namnd(mote.namnd) if mote else None
    if mote is None or namnd is None or mote.uppgifter.datum is None:
        return None
    if mote.paragrafer and not dispatches(house.store, meeting_id(key)):
        return None
    form = mote.uppgifter
    assert form.datum is not None  # seen to above
    whose = HALLTIDER_VEM[0] if has_role(installningar, namnd.kod, KF) else HALLTIDER_VEM[1]
    return Halltid(
        id=f"utskick {meeting_id(key)}", row=0, vad=f"Kallelse till {namnd.namn} {day(form.datum)} skickas", vem=whose,
        namnd=namnd.kod, handling=f"kallelse {key.namnd}", datum=last_day_to_send(installningar, mote),
        manad=None, klart=None,
    )  # fmt: skip
