"""Begin a meeting: its workbook, named after the nämnd and the day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from schemas.mote import MoteForm
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.links import place_of
from service.chain.prefill_mote import meeting_of
from service.chain.values import Layout
from service.findings import Finding, Level
from service.store import PlanKey, years

from ..answers import refused
from ..house import House
from ..loading.plans import settings
from ..workbooks.handing_out import hand_out


def meeting_name(namnd: str, day: date) -> str:
    """`SN 2026-12-10`."""
    return f"{namnd} {day.isoformat()}"


def new_meeting(house: House, namnd: str, day: date) -> bytes:
    """The workbook of a meeting, new or as last handed in. Raises `Refused` for a nämnd that is not there."""
    ar = settings_year(house, day)
    installningar = settings(house, ar)
    found = installningar.namnd(namnd)
    if found is None:
        raise refused("okand-namnd", namnd=namnd, val=", ".join(n.kod for n in installningar.namnder))
    return hand_out(house, Kind.MOTE, ar, meeting_name(found.kod, day))


def other_namnd(key: PlanKey, records: Mapping[str, Sequence[Record]], layout: Layout) -> Iterator[Finding]:
    """A refusal where a meeting's workbook says another nämnd than its name: whose meeting it is, decides who may see
    and run it, whose §§ it gives and whose plans it shows."""
    kod, form = meeting_of(key.namnd)[0], next(iter(records.get("mote", ())), None)
    if key.kind is Kind.MOTE and kod and form and (form.values["namnd"] or kod).casefold() != kod.casefold():
        place, details = place_of(MoteForm, form, "namnd", layout), {"mote": key.namnd, "ratt": kod}
        yield Finding("annan-namnds-mote", Level.FEL, place, form.values["namnd"], details, refuses=True)


def settings_year(house: House, day: date) -> int:
    """The year whose settings a meeting goes by: those of its day or, where there are none yet, the first there are."""
    known = years(house.store, Kind.INSTALLNINGAR)
    return day.year if not known or min(known) <= day.year else min(known)
