"""The sample municipality's December meetings: called, held, written up; each nämnd adopts its plan at its own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ..hand_in import hand_in
from ..house import House
from ..meetings.files import add_file
from ..meetings.held import hold
from ..meetings.loading import find_meeting, load_mote
from ..meetings.minutes import write_extracts, write_minutes
from ..meetings.package_line import send_package
from ..meetings.pages import make_ahead
from ..submitting.submit import Receipt, submit
from .followups import AR, at_time

CALLED, HELD = datetime(2026, 12, 3, 9, tzinfo=UTC), datetime(2026, 12, 10, 16, tzinfo=UTC)


def called_meeting(house: House, receipt: Receipt, samples: Path) -> str:
    """Hand in a nämnd's plan and call the meeting that is to adopt it; the meeting's name, empty where none is."""
    key = receipt.key
    if key is None or not receipt.ready:
        return ""
    hand_in(house, key, by="Förvaltningschefen", acknowledge=True)
    called = at_time(house, CALLED)
    path = samples / f"mote-{AR}-{key.namnd.lower()}.xlsx"
    taken = submit(called, path.read_bytes(), path.name, by="Nämndsekreteraren")
    if taken.key is None or not taken.stored:
        return ""
    name = taken.key.namnd
    for row in load_mote(called, find_meeting(called, name)).handlingar:
        if row.fil:
            add_file(called, name, row.fil, (samples / "moten" / row.fil).read_bytes(), by="Nämndsekreteraren")
    return name


def papers_made(house: House, names: Sequence[str]) -> None:
    """Make the pages of all the meetings' papers together."""
    make_ahead(at_time(house, CALLED), names)


def held_meeting(house: House, name: str, folder: Path, files: list[Path]) -> None:
    """Send the papers out, hold the meeting and write it up; the nämnd's plan is adopted at it."""
    called, held = at_time(house, CALLED), at_time(house, HELD)
    files += send_package(called, name, folder, by="Nämndsekreteraren").files
    hold(held, name, by="Nämndsekreteraren")
    files += write_minutes(held, name, folder)
    files += write_extracts(held, name, folder)
