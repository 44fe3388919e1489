"""Files dropped on an ärende: each looked through at once, kept, and listed among the ärende's bilagor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from schemas.mote import FIL, Handlingar
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.newrows import new_row
from service.pdf import bundle
from service.store import Account, FileOutcome, ListedFile, MeetingFile, PlanKey, keep_outcome, listed_files

from ..answers import Refused
from ..filenames import plain_file_name
from ..house import House
from .arende import belongs, label_of
from .change import Records, change_meeting, records_now
from .files import keep_file
from .loading import find_meeting, meeting_id
from .papers import sha256_of

Rows = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that has come: its name in the meeting, what it will become, whether it took the place of an earlier one;
    an empty one is not `kept`."""

    name: str
    outcome: FileOutcome
    replaces: bool = False
    kept: bool = True


@dataclass(frozen=True, slots=True)
class _Coming:
    """A file on its way in: its bytes under the name that it is to have."""

    name: str
    data: bytes
    outcome: FileOutcome
    replaces: bool


def take_in_files(
    house: House, who: Account, name: str, id: str, uploads: Sequence[tuple[str, bytes]], *, secret: bool
) -> tuple[Arrived, ...]:
    """Keep the files as bilagor last in the ärende. One of the name of a file that the ärende has takes its place; one
    of the name of another ärende's gets a name of its own. Raises `Refused`; `LookupError` where the ärende is gone."""
    seen = bundle.receive([bundle.Upload(plain_file_name(filename), data) for filename, data in uploads])
    version = find_meeting(house, name)
    coming: list[_Coming] = []
    for one in seen:
        if one.upload.data:
            place = _named(house, version.key, records_now(house, version), id, one.upload.name, coming)
            coming.append(_Coming(place[0], one.upload.data, _outcome(one), place[1]))
    if coming:
        _keep(house, who, name, id, coming, secret=secret)
    arrived = iter([Arrived(one.name, one.outcome, one.replaces) for one in coming])
    return tuple(
        next(arrived) if one.upload.data else Arrived(one.upload.name, _outcome(one), kept=False) for one in seen
    )


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


def _named(house: House, key: PlanKey, rows: Rows, id: str, name: str, coming: Sequence[_Coming]) -> tuple[str, bool]:
    """The name that a file is to have in the meeting, and whether it takes the place of one that the ärende has."""
    files = {file.name.casefold(): file for file in listed_files(house.store, meeting_id(key))}
    taken = {*files, *(one.name.casefold() for one in coming)}
    if name.casefold() not in taken:
        return name, False
    if name.casefold() in files and _has(rows, files[name.casefold()], id):
        return files[name.casefold()].name, True
    path = PurePath(name)
    return next(
        free for n in range(2, 1000) if (free := f"{path.stem} ({n}){path.suffix}").casefold() not in taken
    ), False


def _has(rows: Rows, file: ListedFile, id: str) -> bool:
    """Whether the file is one of the ärende's."""
    named = [row for row in rows.get("handling", ()) if row.values["fil"].casefold() == file.name.casefold()]
    loose = new_row(Kind.MOTE, "handling", "", {"arende": file.arende})
    return any(belongs(rows, row, id) for row in named) if named else bool(file.arende) and belongs(rows, loose, id)


def _title(name: str) -> str:
    """A title of a file's name: without its ending, blanks for low lines, as long as a title may be."""
    longest: int = Handlingar.columns()["titel"].longest  # type: ignore[attr-defined]  # a column of text
    return " ".join(PurePath(name).stem.replace("_", " ").split())[: longest - 5] or name


def _free(title: str, taken: set[str]) -> str:
    """The title; with a figure where the ärende has one that is so called."""
    return next(free for free in (title, *(f"{title} ({n})" for n in range(2, 1000))) if free not in taken)


def _outcome(one: bundle.Received) -> FileOutcome:
    remarks = tuple(remark.text for remark in one.remarks)
    return FileOutcome(one.kind.value, one.pages, one.refusal, remarks)
