"""Files that come to a meeting, whichever way: looked through at once, named, and told of in the same sentences."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.newrows import new_row
from service.pdf import bundle
from service.store import FileOutcome, ListedFile, PlanKey, listed_files

from ..house import House
from .arende import belongs
from .loading import meeting_id
from .pages import received

Rows = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that has come: its name in the meeting, what it will become, whether it took the place of an earlier one;
    an empty one is not `kept`. `arende` is the ärende that it belongs to beside the workbook (empty: where the workbook
    names it, if it does)."""

    name: str
    outcome: FileOutcome
    replaces: bool = False
    kept: bool = True
    arende: str = ""

    @property
    def told(self) -> str:
        """What became of it, in a sentence or two."""
        if not self.kept:
            return f"{self.name} är inte inlagd. {self.outcome.refusal}"
        came = f"{self.name} är inlagd" + (" i stället för den förra." if self.replaces else ".")
        if self.outcome.refusal:
            return f"{came} Den ligger som den är i zip-filen, utan sidor i paketet: {self.outcome.refusal}"
        pages = f"{self.outcome.pages} {'sida' if self.outcome.pages == 1 else 'sidor'}"
        return " ".join((came, f"Den blir {pages} i paketet.", *self.outcome.remarks))


def looked_through(house: House, files: Sequence[tuple[str, bytes]]) -> list[FileOutcome]:
    """What each file, by name and bytes, will become in the package. Its pages are kept until that is made."""
    seen = received(house, [bundle.Upload(name, data) for name, data in files])
    return [FileOutcome(o.kind.value, o.pages, o.refusal, tuple(remark.text for remark in o.remarks)) for o in seen]


def name_for(
    house: House, key: PlanKey, rows: Rows, id: str, name: str, coming: Collection[str] = ()
) -> tuple[str, bool]:
    """The name that a file for an ärende is to have in the meeting, and whether it takes the place of one that the
    ärende has: the name of another ärende's file, or of one that is `coming`, is left to that."""
    files = {file.name.casefold(): file for file in listed_files(house.store, meeting_id(key))}
    here, taken = files.get(name.casefold()), {*files, *map(str.casefold, coming)}
    awaited = [row for row in rows.get("handling", ()) if row.values["fil"].casefold() == name.casefold()]
    others = bool(awaited) and not any(belongs(rows, row, id) for row in awaited)
    if name.casefold() not in taken and not others:
        return name, False
    if here and _has(rows, here, id):
        return here.name, True
    path = PurePath(name)
    names = (f"{path.stem} ({n}){path.suffix}" for n in range(2, 1000))
    return next(free for free in names if free.casefold() not in taken), False


def _has(rows: Rows, file: ListedFile, id: str) -> bool:
    """Whether the file is one of the ärende's."""
    named = [row for row in rows.get("handling", ()) if row.values["fil"].casefold() == file.name.casefold()]
    loose = new_row(Kind.MOTE, "handling", "", {"arende": file.arende})
    return any(belongs(rows, row, id) for row in named) if named else bool(file.arende) and belongs(rows, loose, id)
