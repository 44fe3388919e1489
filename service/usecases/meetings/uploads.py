"""Files dropped on an ärende: each looked through at once, kept, and listed among the ärende's bilagor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from schemas.mote import FIL, Handlingar
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.newrows import new_row
from service.store import Account, FileOutcome, MeetingFile, keep_outcome

from ..answers import Refused
from ..filenames import plain_file_name
from ..house import House
from .arende import belongs, label_of
from .arrivals import Arrived, looked_through, name_for
from .change import Records, change_meeting, records_now
from .files import keep_file
from .loading import find_meeting, meeting_id
from .papers import sha256_of

Rows = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class _Coming:
    """A file on its way in: its bytes under the name that it is to have."""

    name: str
    data: bytes
    outcome: FileOutcome


def take_in_files(
    house: House, who: Account, name: str, id: str, uploads: Sequence[tuple[str, bytes]], *, secret: bool
) -> tuple[Arrived, ...]:
    """Keep the files as bilagor last in the ärende. One of the name of a file that the ärende has takes its place; one
    of the name of another ärende's gets a name of its own. Raises `Refused`; `LookupError` where the ärende is gone."""
    files = [(plain_file_name(filename), data) for filename, data in uploads]
    outcomes = looked_through(house, files)
    coming: list[_Coming] = []
    arrived: list[Arrived] = []
    with house.store.transaction():  # a name that is free now is free as long as it takes to give it
        version = find_meeting(house, name)
        for (filename, data), outcome in zip(files, outcomes, strict=True):
            if not data:
                arrived.append(Arrived(filename, outcome, kept=False))
                continue
            rows, names = records_now(house, version), [one.name for one in coming]
            own, replaces = name_for(house, version.key, rows, id, filename, names)
            coming.append(_Coming(own, data, outcome))
            arrived.append(Arrived(own, outcome, replaces))
        if coming:
            _keep(house, who, name, id, coming, secret=secret)
    return tuple(arrived)


def _keep(house: House, who: Account, name: str, id: str, coming: Sequence[_Coming], *, secret: bool) -> None:
    """All of them, with a row each in the workbook; or nothing."""
    key, at = find_meeting(house, name).key, house.now()
    with house.store.transaction():
        for one in coming:
            sha256 = sha256_of(one.data)
            keep_outcome(house.store, sha256, one.outcome)
            file = MeetingFile(
                meeting=meeting_id(key), name=one.name, arende="", title=_title(one.name), secret=secret,
                sha256=sha256, by=who.name, at=at, data=one.data,
            )  # fmt: skip
            keep_file(house, key, file)
        names = [one.name for one in coming]
        what = "Handling inlagd" if len(coming) == 1 else f"{len(coming)} handlingar inlagda"
        done = change_meeting(house, who, name, lambda records: _listed(records, id, names, secret=secret), what)
        if not done.stored:
            raise Refused(*done.findings)


def _listed(records: Records, id: str, names: Sequence[str], *, secret: bool) -> Records:
    """The records with a row for each file. What is secret stays so with a new file; what is not may become so."""
    rows = list(records.get("handling", []))
    for name in names:
        at = next((n for n, row in enumerate(rows) if row.values["fil"].casefold() == name.casefold()), None)
        if at is None:
            titles = {row.values["titel"] for row in rows if belongs(records, row, id)}
            values = {
                "arende": label_of(records, id),
                "titel": _free(_title(name), titles),
                "innehall": FIL,
                "fil": name,
            }
            rows.append(new_row(Kind.MOTE, "handling", "", {**values, "sekretess": True if secret else None}))
        elif secret:
            rows[at] = rows[at].holding(sekretess=True)
    return {**records, "handling": rows}


def _title(name: str) -> str:
    """A title of a file's name: without its ending, blanks for low lines, as long as a title may be."""
    longest: int = Handlingar.columns()["titel"].longest  # type: ignore[attr-defined]  # a column of text
    return " ".join(PurePath(name).stem.replace("_", " ").split())[: longest - 5] or name


def _free(title: str, taken: set[str]) -> str:
    """The title; with a figure where the ärende has one that is so called."""
    return next(free for free in (title, *(f"{title} ({n})" for n in range(2, 1000))) if free not in taken)
