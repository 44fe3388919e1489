"""Whether a document stands as it was made last, told without making it; and if not, why."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service.engine import code_stamp
from service.machine import office_stamp
from service.store import Answers, Made, Trace, document_content, submission

from ..files import write_whole
from ..house import House
from .orders import BatchWish

NEW = "har inte skrivits förut"
LOST = "filen finns inte kvar"
TEMPLATE = "mallen har ändrats"
PROGRAM = "programmet har ändrats"
STATE = "läge, beslut eller nummer har ändrats"
LAYOUT = "sidnumren ska sättas"
PDF = "PDF saknas"


@dataclass
class Known:
    """Looks at what was made before, once for a whole batch."""

    house: House
    wish: BatchWish
    _answers: Answers = field(init=False)
    _templates: dict[str, str] = field(default_factory=dict)
    layout: str = field(init=False)

    def __post_init__(self) -> None:
        self._answers = Answers(self.house.store)
        self.layout = office_stamp() if self.wish.layout or self.wish.pdf else ""

    def stands(self, made: Made | None) -> bool:
        """Whether it would be made again just so: same code, template, answers; and it is laid out as wished."""
        return (
            made is not None
            and made.code == code_stamp()
            and self.template(made.template_name) == made.template
            and self._answers.hold(made.reads)
            and not self.lacks(made)
        )

    def lacks(self, made: Made) -> str:
        """What a document lacks that is the same in all else: page numbers, its PDF; empty for nothing."""
        if not made.filename.endswith(".docx") or not self.layout:
            return ""
        if made.layout != self.layout:
            return LAYOUT
        return PDF if self.wish.pdf and not made.pdf else ""

    def template(self, name: str) -> str:
        """The hash of a template as it is now."""
        if name not in self._templates:
            self._templates[name] = hashlib.sha256(self.house.template(name)).hexdigest()
        return self._templates[name]

    def reasons(self, made: Made | None, name: str, trace: Trace, template: str) -> tuple[str, ...]:
        """Why a document is made again, of which it is known what it would now rest on."""
        if made is None:
            return (NEW,)
        if made.name == name:
            return (self.lacks(made) or LOST,)
        found = [*self._uploads(made, trace)]
        if made.template != template:
            found.append(TEMPLATE)
        if made.code != code_stamp():
            found.append(PROGRAM)
        return tuple(found) or (STATE,)

    def _uploads(self, made: Made, trace: Trace) -> Iterator[str]:
        """What has been read now and was not read then."""
        before = set(made.sources)
        for key in trace.sources:
            what, _, id = key.partition(" ")
            if key not in before and what == "submission":
                found = submission(self.house.store, id)
                yield f"{found.filename or found.kind}, inlämnad {found.at:%Y-%m-%d %H:%M} av {found.by}"
            elif key not in before and what == "figures":
                yield "nya siffror från annat håll"


def put_in_folder(house: House, made: Made, folder: Path) -> bool:
    """See to it that a document's files lie in the folder; False where their bytes are no longer kept."""
    files = {made.filename: made.sha256}
    if made.pdf:
        files[str(Path(made.filename).with_suffix(".pdf"))] = made.pdf
    missing = {name: hash for name, hash in files.items() if not _lies_there(folder / name, hash)}
    contents: Mapping[str, bytes | None] = {name: document_content(house.store, hash) for name, hash in missing.items()}
    for name, content in contents.items():
        if content is None:
            return False
        write_whole(folder / name, content)
    return True


def _lies_there(path: Path, hash: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == hash
