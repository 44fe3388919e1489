"""Begin a meeting: its workbook, named after the nämnd and the day."""

from datetime import date

from schemas.workbooks import Kind
from service.store import years

from .answers import refused
from .house import House
from .plans import settings
from .workbook import hand_out


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


def settings_year(house: House, day: date) -> int:
    """The year whose settings a meeting goes by: those of its day or, where there are none yet, the first there are."""
    known = years(house.store, Kind.INSTALLNINGAR)
    return day.year if not known or min(known) <= day.year else min(known)
