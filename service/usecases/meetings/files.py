"""Add a file to a meeting: as it came, to the ärende that is named or to the row of the workbook that names it."""

from pathlib import PurePath

from schemas.text import clean
from service.chain.moten import Mote, Punkt
from service.store import (
    FileOutcome,
    ListedFile,
    MeetingFile,
    PlanKey,
    Version,
    add_entry,
    add_meeting_file,
    keep_outcome,
    listed_files,
)

from ..answers import refused
from ..filenames import plain_file_name
from ..house import House
from ..loading.plans import name_of
from . import answers as meeting_answers  # noqa: F401  its sentences
from .arrivals import Arrived, looked_through, name_for
from .change import records_now
from .loading import find_meeting, load_mote, meeting_id
from .papers import sha256_of

_SECRET = "med sekretess"  # the log is read by others than those who may know of the file


def add_file(
    house: House, meeting: str, filename: str, data: bytes, *, by: str, arende: str = "", title: str = "",
    secret: bool = False,
) -> Arrived:  # fmt: skip
    """Look the file through and keep it. One that takes the place of another of its ärende stays in that, secret if it
    was, and under its title unless another is given.

    Raises `Refused` for an empty file, a meeting or an ärende that is not there, and for a meeting that has been held,
    unless its workbook awaits the file.
    """
    name = plain_file_name(filename)
    (outcome,) = looked_through(house, [(name, data)])
    with house.store.transaction():
        return _added(house, meeting, name, data, outcome, by=by, arende=arende, title=title, secret=secret)


def _added(
    house: House, meeting: str, name: str, data: bytes, outcome: FileOutcome, *, by: str, arende: str, title: str,
    secret: bool,
) -> Arrived:  # fmt: skip
    version = find_meeting(house, meeting)
    mote, label = load_mote(house, version), ""
    found = _punkt(mote, arende) if arende else None
    replaces = _known(house, version, name) is not None
    if found is not None:
        label = found.rad.beteckning or str(found.nummer)
        name, replaces = name_for(house, version.key, records_now(house, version), found.rad.id, name)
    known = _known(house, version, name)
    awaited = known is None and any(row.fil.casefold() == name.casefold() for row in mote.handlingar)
    if mote.paragrafer and not awaited:
        raise refused("mote-hallet", mote=version.key.namnd)
    if not data:
        raise refused("handling-inte-inlagd", fil=name, skal=outcome.refusal)
    label, titled = label or (known.arende if known else ""), clean(title)[0] or (known.title if known else "")
    file = MeetingFile(
        meeting=meeting_id(version.key), name=known.name if known else name, arende=label,
        title=titled or PurePath(name).stem, secret=secret or bool(known and known.secret), sha256=sha256_of(data),
        by=by, at=house.now(), data=data,
    )  # fmt: skip
    keep_outcome(house.store, file.sha256, outcome)
    keep_file(house, version.key, file)
    return Arrived(file.name, outcome, replaces, arende=label)


def _punkt(mote: Mote, arende: str) -> Punkt:
    """The ärende of that label or number. Raises `Refused`."""
    found = mote.punkt(arende)
    if found is None:
        choices = ", ".join(f"{p.nummer} ({p.rad.beteckning})" for p in mote.punkter)
        raise refused("okant-arende", arende=arende, val=choices or "inget finns")
    return found


def _known(house: House, version: Version, name: str) -> ListedFile | None:
    """The file of that name that the meeting has."""
    files = listed_files(house.store, meeting_id(version.key))
    return next((file for file in files if file.name.casefold() == name.casefold()), None)


def keep_file(house: House, key: PlanKey, file: MeetingFile) -> None:
    """Keep a file, or that it has been taken out again, and write it in the log."""
    told = {"fil": _SECRET if file.secret else file.name, "sha256": file.sha256}
    with house.store.transaction():
        add_meeting_file(house.store, file)
        what = "meeting-remove" if file.removed else "meeting-add"
        add_entry(house.store, file.at, file.by, what, name_of(key), told)
