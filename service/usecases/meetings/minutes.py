"""The minutes as a Word draft, their public notice, and extracts for each § and receiver."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from service.chain.moten import Punkt
from service.documents import plain_name, protokoll, protokollsutdrag
from service.documents.motet import mottagare

from ..answers import refused
from ..files import write_whole
from ..house import House
from ..papers.layout import Finished, finish
from ..papers.preparing import Prepared
from ..papers.registering import remember
from .loading import find_meeting
from .papers import Meeting, open_meeting, own_paper

MINUTES = {"protokoll": "Protokoll", "anslag": "Anslag"}  # with what each is headed

Paper = tuple[str, Prepared]  # what its file's name ends with, and what it is made of


def write_minutes(house: House, name: str, folder: Path, *, pdf: bool = False) -> list[Path]:
    """Write the minutes and their notice. Raises `Refused` before the meeting has been held."""
    meeting = _held(house, name)
    return _written(house, meeting, [_minutes(house, meeting, kind) for kind in MINUTES], folder, pdf=pdf)


def write_extracts(house: House, name: str, folder: Path, *, paragraf: int = 0, pdf: bool = False) -> list[Path]:
    """Write an extract for each receiver of each §, or of the one. Raises `Refused`."""
    meeting = _held(house, name)
    held = {punkt.paragraf: punkt for punkt in meeting.mote.punkter if punkt.paragraf is not None}
    if paragraf and paragraf not in held:
        choices = ", ".join(str(number) for number in sorted(held))
        raise refused("okand-paragraf", paragraf=str(paragraf), mote=meeting.version.key.namnd, val=choices)
    wanted = [held[number] for number in sorted(held) if paragraf in (0, number)]
    papers = [paper for punkt in wanted for paper in _extracts(house, meeting, punkt, alone=bool(paragraf))]
    return _written(house, meeting, papers, folder, pdf=pdf)


def minutes_file(house: House, name: str, kind: str, *, pdf: bool = False) -> tuple[str, bytes]:
    """The minutes (`protokoll`) or their notice (`anslag`) as a file: its name and bytes, as PDF if asked and where
    LibreOffice can. Raises `Refused` before the meeting has been held."""
    meeting = _held(house, name)
    return _one(house, meeting, _minutes(house, meeting, kind), pdf=pdf)


def extract_file(house: House, name: str, key: str, *, pdf: bool = False) -> tuple[str, bytes]:
    """An extract as a file, by its key (`120-1`: the first receiver of § 120). Raises `Refused` before the meeting has
    been held, `LookupError` where there is no such extract."""
    meeting = _held(house, name)
    for punkt in meeting.mote.punkter:
        for place, to in enumerate(mottagare(punkt), 1):
            if key == f"{punkt.paragraf}-{place}":
                return _one(house, meeting, _extract(house, meeting, punkt, to), pdf=pdf)
    raise LookupError(f"no extract {key}")


def _minutes(house: House, meeting: Meeting, kind: str) -> Paper:
    context = protokoll.context_for(meeting.mote, meeting.installningar, MINUTES[kind])
    return kind, own_paper(house, meeting, kind, context)


def _extracts(house: House, meeting: Meeting, punkt: Punkt, *, alone: bool) -> Iterator[Paper]:
    """One for each receiver; for a § asked for by itself one to the file where it has no receiver."""
    for to in mottagare(punkt) or (("Akten",) if alone else ()):
        yield _extract(house, meeting, punkt, to)


def _extract(house: House, meeting: Meeting, punkt: Punkt, to: str) -> Paper:
    context = protokollsutdrag.context_for(meeting.mote, meeting.installningar, punkt, to)
    paper = own_paper(house, meeting, "protokollsutdrag", context, punkt.rad.dnr)
    return f"utdrag-{punkt.paragraf}-{plain_name(to)}", paper


def _held(house: House, name: str) -> Meeting:
    meeting = open_meeting(house, find_meeting(house, name))
    if not meeting.mote.paragrafer:
        raise refused("inte-hallet", mote=meeting.version.key.namnd)
    return meeting


def _one(house: House, meeting: Meeting, paper: Paper, *, pdf: bool) -> tuple[str, bytes]:
    """The Word file or, if asked for and to be had, the PDF; remembered as written."""
    with TemporaryDirectory() as folder:
        files = _written(house, meeting, [paper], Path(folder), pdf=pdf)
        return files[-1].name, files[-1].read_bytes()


def _written(house: House, meeting: Meeting, papers: Sequence[Paper], folder: Path, *, pdf: bool) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    # Without contents there is no page number that Word does not put in by itself.
    done = (
        finish(house, [(paper.render, True) for _, paper in papers], pdf=True)
        if pdf
        else [Finished(paper.render()) for _, paper in papers]
    )
    for (name, paper), made in zip(papers, done, strict=True):
        for ending, content in (("docx", made.content), ("pdf", made.pdf)):
            if content is not None:
                path = folder / f"{meeting.stem}-{name}.{ending}"
                write_whole(path, content)
                remember(house, paper, path.name, content)
                files.append(path)
    return files
