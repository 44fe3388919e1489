"""Add a file to a meeting: as it came, to the ärende that is named or to the row of the workbook that names it."""

from pathlib import PurePath

from schemas.text import clean
from service.store import MeetingFile, add_entry, add_meeting_file

from .answers import refused
from .house import House
from .meeting_papers import sha256_of
from .meetings import find_meeting, load_mote, meeting_id
from .plans import name_of


def add_file(
    house: House, meeting: str, filename: str, data: bytes, *, by: str, arende: str = "", title: str = "",
    secret: bool = False,
) -> MeetingFile:  # fmt: skip
    """Keep the file. Raises `Refused` for a meeting or an ärende that is not there."""
    version = find_meeting(house, meeting)
    mote = load_mote(house, version)
    if arende:
        found = mote.punkt(arende)
        if found is None:
            choices = ", ".join(f"{p.nummer} ({p.rad.beteckning})" for p in mote.punkter)
            raise refused("okant-arende", arende=arende, val=choices or "inget finns")
        arende = found.rad.beteckning or str(found.nummer)
    name = clean(PurePath(filename.replace("\\", "/")).name)[0] or "namnlös"
    file = MeetingFile(
        meeting=meeting_id(version.key), name=name, arende=arende, title=clean(title)[0] or PurePath(name).stem,
        secret=secret, sha256=sha256_of(data), by=by, at=house.now(), data=data,
    )  # fmt: skip
    with house.store.transaction():
        add_meeting_file(house.store, file)
        add_entry(house.store, file.at, by, "meeting-add", name_of(version.key), {"fil": name, "sha256": file.sha256})
    return file
