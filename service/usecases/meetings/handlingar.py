"""The bilagor of an ärende in forms: papers that Målkedjan writes and files, their order, and taking them away."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from schemas.mote import FIL
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.moten import Punkt
from service.chain.newrows import new_row
from service.chain.records import Handling
from service.findings import Finding
from service.store import Account, ListedFile, MeetingFile, Version, listed_files

from ..answers import Refused, answer
from ..house import House
from ..papers.orders import version_shown
from .agenda import still_as_seen
from .arende import belongs, label_of
from .change import Changed, Records, change_meeting, records_now
from .files import keep_file
from .forms import RowForm, Saved, save_form
from .loading import find_meeting, meeting_id
from .papers import open_meeting, order_of

Rows = Mapping[str, Sequence[Record]]
Typed = Mapping[str, str]

FILHANDLING = RowForm("handling", ("titel", "beteckning", "sekretess", "oppen_rubrik"))
PLANHANDLING = RowForm(
    "handling",
    ("innehall", "planar", "period", "namn", "version", "titel", "beteckning", "antas", "sekretess", "oppen_rubrik"),
    without=frozenset({FIL}),
)
_SAID = ("titel", "beteckning", "innehall", "sekretess", "oppen_rubrik")
_LOOSE = "fil:"  # before the name of a file that no row of the workbook names


def key_of_paper(id: str, fil: str) -> str:
    """What an address calls a bilaga: its row's id or, where no row names it, its file's name."""
    return id or f"{_LOOSE}{fil}"


def add_paper(house: House, who: Account, name: str, id: str, typed: Typed) -> Saved:
    """Save a new bilaga that Målkedjan writes. Without a title it is called what it is. Raises as `save_arende`."""
    version = find_meeting(house, name)
    if not typed.get("innehall"):
        unsaid = {"innehall": (replace(answer("handling-utan-innehall"), refuses=True),)}
        return Saved(False, unsaid, mine=frozenset(typed), seen=version.submission)
    title = typed.get("titel", "").strip() or title_of(typed, version.key.ar)

    def placed(records: Records, row: Record) -> Records:
        owned = row.holding(arende=label_of(records, id))
        return {**records, "handling": [*records.get("handling", []), owned]}

    return save_form(
        house, who, name, PLANHANDLING, {**typed, "titel": title}, version.submission, "Ny handling",
        find=lambda rows: None, place=placed, blank=new_row(Kind.MOTE, "handling", "", {}),
    )  # fmt: skip


def save_paper(house: House, who: Account, name: str, id: str, key: str, typed: Typed, seen: str) -> Saved:
    """Save what is said of a bilaga. Raises as `save_arende`, and `LookupError` where the bilaga is gone."""
    loose = _loose(house, name, id)

    def found(rows: Rows) -> Record:
        return _paper(_with_loose(rows, loose, id)["handling"], key)

    def placed(records: Records, row: Record) -> Records:
        known = _with_loose(records, loose, id)
        at = _index(known["handling"], key)
        return {**known, "handling": [*known["handling"][:at], row, *known["handling"][at + 1 :]]}

    form = (
        FILHANDLING if found(records_now(house, find_meeting(house, name))).values["innehall"] == FIL else PLANHANDLING
    )
    return save_form(house, who, name, form, typed, seen, "Handling", find=found, place=placed)


def move_paper(house: House, who: Account, name: str, id: str, key: str, to: int, seen: str) -> Changed:
    """A bilaga moved to that place within its ärende. Raises as `save_paper`."""
    loose = _loose(house, name, id)

    def order(rows: Rows) -> tuple[str, ...]:
        return tuple(map(_key, _own(_with_loose(rows, loose, id), id)))

    def moved(records: Records) -> Records:
        known = _with_loose(records, loose, id)
        own = _own(known, id)
        row = _paper(own, key)
        rest = [one for one in own if one is not row]
        place = min(max(to, 1), len(own)) - 1
        turn = iter([*rest[:place], row, *rest[place:]])
        rows = [next(turn) if any(one is other for other in own) else one for one in known["handling"]]
        return {**known, "handling": rows}

    still_as_seen(house, name, seen, order)
    return change_meeting(house, who, name, moved, "Bilagornas ordning")


def remove_paper(house: House, who: Account, name: str, id: str, key: str) -> Changed:
    """A bilaga taken away, and its file out of the meeting where nothing else names it; both are kept. Raises as
    `save_paper`."""

    def without(records: Records) -> Records:
        rows = [one for one in records.get("handling", []) if not row.id or one.id != row.id]
        return {**records, "handling": rows}

    with house.store.transaction():
        version, loose = find_meeting(house, name), _loose(house, name, id)
        row = _paper(_own(_with_loose(records_now(house, version), loose, id), id), key)
        done = change_meeting(house, who, name, without, "Handling borttagen")
        if row.values["innehall"] == FIL and done.stored:
            _take_out(house, who, name, row.values["fil"])
    return done


def paper_row(rows: Rows, rad: Handling) -> Record:
    """The row of a bilaga; of one that is no row of the workbook, such a row as it would be."""
    values = {name: getattr(rad, name) for name in (*_SAID, "arende", "fil")}
    found = next((row for row in rows.get("handling", ()) if rad.id and row.id == rad.id), None)
    return found or new_row(Kind.MOTE, "handling", "", values)


def unwritten(house: House, version: Version, punkt: Punkt) -> dict[int, tuple[Finding, ...]]:
    """By its number, why a bilaga that Målkedjan writes cannot be written as things stand."""
    found = {}
    for bilaga in punkt.bilagor:
        if bilaga.rad.innehall != FIL:
            try:
                version_shown(house, order_of(open_meeting(house, version), bilaga))
            except Refused as no:
                found[bilaga.nummer] = no.findings
    return found


def title_of(typed: Typed, ar: int) -> str:
    """What a paper that Målkedjan writes is called: `Verksamhetsplan 2027`, `Delårsrapport T2 2027`."""
    kind = typed.get("innehall", "").strip()
    parts = (kind[:1].upper() + kind[1:], typed.get("period", ""), typed.get("planar", "").strip() or str(ar))
    return " ".join(part for part in parts if part)


def _take_out(house: House, who: Account, name: str, fil: str) -> None:
    """Note that a file is no part of the meeting any more, unless another row names it."""
    key = find_meeting(house, name).key
    named = {row.values["fil"].casefold() for row in records_now(house, find_meeting(house, name)).get("handling", ())}
    file = next(
        (one for one in listed_files(house.store, meeting_id(key)) if one.name.casefold() == fil.casefold()), None
    )
    if file is not None and fil.casefold() not in named:
        gone = MeetingFile(
            meeting=meeting_id(key), name=file.name, arende=file.arende, title=file.title, secret=file.secret,
            sha256=file.sha256, by=who.name, at=house.now(), data=b"", removed=True,
        )  # fmt: skip
        keep_file(house, key, gone)


def _loose(house: House, name: str, id: str) -> list[ListedFile]:
    """The files of the meeting that were added to an ärende beside the workbook."""
    version = find_meeting(house, name)
    files = listed_files(house.store, meeting_id(version.key))
    rows = records_now(house, version)
    return [file for file in files if file.arende and belongs(rows, _row(file), id)]


def _with_loose(rows: Rows, loose: Sequence[ListedFile], id: str) -> Records:
    """The records with a row for each file that was added beside them: after the others, as they are numbered."""
    papers = list(rows.get("handling", ()))
    named = {row.values["fil"].casefold() for row in papers if row.values["fil"]}
    added = [_row(file).holding(arende=label_of(rows, id)) for file in loose if file.name.casefold() not in named]
    return {**{sheet: list(known) for sheet, known in rows.items()}, "handling": [*papers, *added]}


def _row(file: ListedFile) -> Record:
    values = {"arende": file.arende, "titel": file.title, "innehall": FIL, "fil": file.name}
    return new_row(Kind.MOTE, "handling", "", {**values, "sekretess": True if file.secret else None})


def _own(rows: Rows, id: str) -> list[Record]:
    return [row for row in rows.get("handling", ()) if belongs(rows, row, id)]


def _key(row: Record) -> str:
    return key_of_paper(row.id, row.values["fil"])


def _index(rows: Sequence[Record], key: str) -> int:
    fil = key.removeprefix(_LOOSE) if key.startswith(_LOOSE) else ""
    at = next((n for n, row in enumerate(rows) if key == _key(row) or (fil and row.values["fil"] == fil)), None)
    if at is None:
        raise LookupError(f"no paper {key}")
    return at


def _paper(rows: Sequence[Record], key: str) -> Record:
    return rows[_index(rows, key)]
