"""Add a file to a meeting: as it came, to the ärende that is named or to the row of the workbook that names it."""

from pathlib import PurePath

from schemas.text import clean
from service.store import MeetingFile, PlanKey, add_entry, add_meeting_file

from ..answers import refused
from ..filenames import plain_file_name
from ..house import House
from ..plans import name_of
from .loading import find_meeting, load_mote, meeting_id
from .papers import sha256_of

_SECRET = "med sekretess"  # the log is read by others than those who may know of the file


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
    name = plain_file_name(filename)
    file = MeetingFile(
        meeting=meeting_id(version.key), name=name, arende=arende, title=clean(title)[0] or PurePath(name).stem,
        secret=secret, sha256=sha256_of(data), by=by, at=house.now(), data=data,
    )  # fmt: skip
    keep_file(house, version.key, file)
    return file


def keep_file(house: House, key: PlanKey, file: MeetingFile) -> None:
    """Keep a file, or that it has been taken out again, and write it in the log."""
    told = {"fil": _SECRET if file.secret else file.name, "sha256": file.sha256}
    with house.store.transaction():
        add_meeting_file(house.store, file)
        what = "meeting-remove" if file.removed else "meeting-add"
        add_entry(house.store, file.at, file.by, what, name_of(key), told)
