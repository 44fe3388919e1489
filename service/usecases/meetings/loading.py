"""Meetings out of the store, whole: found by name, with the files added to them and the §§ given."""

from collections.abc import Mapping, Sequence
from datetime import date

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.assembly_moten import assemble_mote
from service.chain.moten import Mote, Tillagd
from service.chain.plans import swedish
from service.store import (
    Dispatch,
    GivenParagraph,
    ListedFile,
    PlanKey,
    Version,
    dispatches,
    files_as_sent,
    given_paragraphs,
    latest_version,
    listed_files,
    package_orders,
    records_of,
    submission,
    versions_of_kind,
    years,
)

from ..answers import refused
from ..house import House
from ..loading.plans import head_of, settings

FILE = "fil "  # how the key of a paper begins that is a file; then comes its name, casefolded
Facts = tuple[tuple[Tillagd, ...], Mapping[str, int], Mapping[int, date]]


def find_meeting(house: House, name: str) -> Version:
    """The newest version of the meeting of that name, whatever the year of its settings. Raises `Refused`."""
    key = meeting_key(house, name)
    found = latest_version(house.store, key) if key else None
    if found is None:
        names = sorted({key.namnd for key in all_meetings(house)}, key=swedish)
        raise refused("mote-saknas", mote=name, val=", ".join(names) or "inget finns")
    return found


def meeting_key(house: House, name: str) -> PlanKey | None:
    """The meeting of that name, whatever the year of its settings; None where there is none."""
    wanted = " ".join(name.split()).casefold()
    return next((key for key in reversed(all_meetings(house)) if key.namnd.casefold() == wanted), None)


def all_meetings(house: House) -> list[PlanKey]:
    """Every meeting there is, by the year of its settings and its name."""
    found = (v.key for ar in years(house.store, Kind.MOTE) for v in versions_of_kind(house.store, Kind.MOTE, ar))
    return list(dict.fromkeys(found))


def is_sent(house: House, key: PlanKey) -> bool:
    """Whether the meeting's kallelse has been sent out."""
    return bool(dispatches(house.store, meeting_id(key)))


def meeting_id(key: PlanKey) -> str:
    """What a meeting's files, §§ and dispatches are kept under."""
    return f"{key.ar} {key.namnd}"


def key_with_id(id: str) -> PlanKey:
    """The key that an id is of."""
    ar, _, name = id.partition(" ")
    return PlanKey(Kind.MOTE, name, int(ar))


def load_mote(house: House, version: Version, files: Sequence[ListedFile] | None = None) -> Mote:
    """A meeting's version as a value, with the files that it has now or, if given, with those."""
    found = submission(house.store, version.submission)
    records = records_of(house.store, found)
    facts = meeting_facts(house, version.key, records, files)
    return assemble_mote(head_of(house, version, found), records, found.layout, *facts)


def files_sent(house: House, last: Dispatch) -> tuple[ListedFile, ...]:
    """The files of a dispatch: just those that its package held, as they were when it was made. A package may be marked
    as sent long after that."""
    made = (one.ended for one in package_orders(house.store, last.meeting) if one.dispatch == last.number)
    until = min([last.at, *(at for at in made if at)])
    held = {(paper.key.removeprefix(FILE), paper.content) for paper in last.papers if paper.key.startswith(FILE)}
    return files_as_sent(house.store, last.meeting, held, until)


def meeting_facts(
    house: House, key: PlanKey, records: Mapping[str, Sequence[Record]],
    files: Sequence[ListedFile] | None = None,
) -> Facts:  # fmt: skip
    """What is known of a meeting beside its workbook: files added, its §§ by row id, the nämnd's other §§."""
    there = listed_files(house.store, meeting_id(key)) if files is None else files
    added = tuple(Tillagd(file.arende, file.title, file.name, file.secret) for file in there)
    form = next(iter(records.get("mote", ())), None)
    namnd = settings(house, key.ar).namnd(form.values["namnd"] or "") if form else None
    if form is None or namnd is None or form.values["datum"] is None:
        return added, {}, {}
    given = given_paragraphs(house.store, namnd.kod, form.values["datum"].year)
    return added, _own(given, meeting_id(key)), {g.paragraf: g.datum for g in given if g.meeting != meeting_id(key)}


def _own(given: Sequence[GivenParagraph], meeting: str) -> dict[str, int]:
    return {one.record_id: one.paragraf for one in given if one.meeting == meeting}
