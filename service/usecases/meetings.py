"""Meetings out of the store, whole: found by name, with the files added to them and the §§ given."""

from collections.abc import Mapping, Sequence
from datetime import date

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.assembly_moten import assemble_mote
from service.chain.moten import Mote, Tillagd
from service.chain.plans import Installningar
from service.rules import MoteCase
from service.store import (
    GivenParagraph,
    PlanKey,
    Version,
    given_paragraphs,
    latest_version,
    meeting_files,
    records_of,
    submission,
    versions_of_kind,
    years,
)

from .answers import refused
from .house import House
from .plans import head_of, settings

Facts = tuple[tuple[Tillagd, ...], Mapping[str, int], Mapping[int, date]]


def find_meeting(house: House, name: str) -> Version:
    """The newest version of the meeting of that name, whatever the year of its settings. Raises `Refused`."""
    wanted = " ".join(name.split()).casefold()
    known = [v for ar in years(house.store, Kind.MOTE) for v in versions_of_kind(house.store, Kind.MOTE, ar)]
    found = [version for version in known if version.key.namnd.casefold() == wanted]
    if not found:
        raise refused("mote-saknas", mote=name, val=", ".join(sorted({v.key.namnd for v in known})) or "inget finns")
    return latest_version(house.store, found[-1].key) or found[-1]


def meeting_id(key: PlanKey) -> str:
    """What a meeting's files, §§ and dispatches are kept under."""
    return f"{key.ar} {key.namnd}"


def load_mote(house: House, version: Version) -> Mote:
    """A meeting's version as a value."""
    found = submission(house.store, version.submission)
    records = records_of(house.store, found)
    return assemble_mote(
        head_of(house, version, found), records, found.layout, *meeting_facts(house, version.key, records)
    )


def meeting_facts(house: House, key: PlanKey, records: Mapping[str, Sequence[Record]]) -> Facts:
    """What is known of a meeting beside its workbook: files added, its §§ by row id, the nämnd's other §§."""
    files = meeting_files(house.store, meeting_id(key))
    added = tuple(Tillagd(file.arende, file.title, file.name, file.secret) for file in files)
    form = next(iter(records.get("mote", ())), None)
    namnd = settings(house, key.ar).namnd(form.values["namnd"] or "") if form else None
    if form is None or namnd is None or form.values["datum"] is None:
        return added, {}, {}
    given = given_paragraphs(house.store, namnd.kod, form.values["datum"].year)
    return added, _own(given, meeting_id(key)), {g.paragraf: g.datum for g in given if g.meeting != meeting_id(key)}


def meeting_case(house: House, version: Version, installningar: Installningar) -> MoteCase:
    """A meeting with all that it is judged against."""
    files = frozenset(file.name.casefold() for file in meeting_files(house.store, meeting_id(version.key)))
    return MoteCase(mote=load_mote(house, version), installningar=installningar, filer=files)


def _own(given: Sequence[GivenParagraph], meeting: str) -> dict[str, int]:
    return {one.record_id: one.paragraf for one in given if one.meeting == meeting}
