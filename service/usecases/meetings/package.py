"""The package of a meeting: summons and agenda in Word and PDF, one PDF of everything, a zip; what is secret apart;
and, after a first dispatch, an additional package with what is new."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path

from service.documents.wording import day
from service.findings import Finding, Level, has_fel
from service.meetings import Change, changes_since
from service.pdf import bundle, office
from service.rules import Stage
from service.store import SentPaper, Version, dispatches

from ..answers import Refused, answer, counted
from ..files import write_whole
from ..house import House
from ..loading.judging import judged
from ..papers.layout import Finished, finish
from . import answers as meeting_answers  # noqa: F401  its sentences
from .dispatch import record_dispatch, sent_paper
from .loading import find_meeting, meeting_id
from .pages import received
from .papers import Meeting, MeetingPaper, ending_of, open_meeting, papers_of_meeting
from .registered import remember_paper, remember_wholes

SECRET = (
    "Handlingen omfattas av sekretess och ingår inte i det här paketet.",
    "Den finns i ett eget paket för dem som har rätt att ta del av den.",
)
SECRET_MARK = "sekretess"  # the detail of a finding that names something secret
_NO_OFFICE = "LibreOffice (soffice) finns inte på den här datorn."


class Step(StrEnum):
    """What is being done to a package, in order."""

    GATHER = "Samlar handlingarna"
    LAY_OUT = "Skriver kallelsen och handlingarna"
    RECEIVE = "Gör sidor av filerna som är inlagda"
    JOIN = "Fogar ihop paketet"


@dataclass(frozen=True)
class Package:
    """What was written (`secret` of it what holds secrets), what there is to say of it, what has changed since the last
    dispatch; the version of the meeting that it shows, and its papers."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    version: Version
    changes: tuple[Change, ...] = ()
    number: int = 0
    papers: tuple[SentPaper, ...] = ()
    secret: frozenset[Path] = frozenset()


@dataclass(frozen=True)
class _Made:
    """A paper with its files: as it was written or came, and as pages where it could be had."""

    paper: MeetingPaper
    data: bytes
    ending: str
    pdf: bytes | None = None


def package(
    house: House, name: str, folder: Path, *, by: str, megabytes: float = 0, sent: bool = False, pdf: bool = True,
    told: Callable[[Step], None] = lambda _: None,
) -> Package:  # fmt: skip
    """Write the package of a meeting into a folder, in parts of at most so many MB if asked.

    Without `pdf` it is the Word, Excel and other files alone, their page numbers left to Word. With `sent` it is
    remembered as dispatched; what comes later is told apart from it. Raises `Refused` when the agenda has faults, and
    the engines' faults.
    """
    version = find_meeting(house, name)
    findings = judged(house, version, Stage.MEETING)
    if has_fel(findings):
        raise Refused(*findings)
    meeting = open_meeting(house, version)
    told(Step.GATHER)
    papers = list(papers_of_meeting(house, meeting))
    earlier = dispatches(house.store, meeting_id(version.key))
    now = tuple(sent_paper(paper) for paper in papers)
    changes = changes_since(earlier[-1].papers, now) if earlier else ()
    made, remarks = _made(house, papers, told, pages=pdf and office.is_available(), wanted=pdf)
    told(Step.JOIN)
    folder.mkdir(parents=True, exist_ok=True)
    writer = _Writer(meeting, folder, megabytes)
    writer.write(made, changes, len(earlier) + 1, earlier[-1].at if earlier else None)
    with house.store.transaction():
        for one in made:
            remember_paper(house, meeting, one.paper, one.data, one.pdf)
        remember_wholes(house, version, writer.wholes)
    number = record_dispatch(house, version, now, by=by) if sent else 0
    return Package(
        tuple(writer.files), (*findings, *_withdrawn(meeting), *remarks, *writer.told), version, changes, number, now,
        frozenset(writer.secret),
    )  # fmt: skip


def _withdrawn(meeting: Meeting) -> Iterator[Finding]:
    """What belongs to an ärende that has been withdrawn stays at home."""
    for punkt in meeting.mote.punkter:
        number = len(punkt.bilagor) + (punkt.skrivelse is not None)
        if punkt.utgar and number:
            told = {"nummer": str(punkt.nummer), "antal": counted(number, "handling", "handlingar")}
            yield answer("arendets-handlingar-utgar", Level.UPPLYSNING, **told)


def _made(
    house: House, papers: Sequence[MeetingPaper], at: Callable[[Step], None], *, pages: bool, wanted: bool
) -> tuple[list[_Made], list[Finding]]:
    """Every paper's files. Word papers are laid out together, all else is received as if it came from outside."""
    at(Step.LAY_OUT)
    own = [(paper, paper.prepared) for paper in papers if paper.prepared]
    renders = [(one.render, one.document.format == "docx") for _, one in own]
    done = finish(house, renders, pdf=True, keep=True) if pages else [Finished(render(None)) for render, _ in renders]
    files = {
        paper.key: _Made(paper, made.content, one.document.format, made.pdf)
        for (paper, one), made in zip(own, done, strict=True)
    }
    files |= {p.key: _Made(p, p.file.data, ending_of(p.file.name)) for p in papers if p.file}
    told = [] if pages or not wanted else [answer("ingen-pdf", Level.UPPLYSNING, skal=_NO_OFFICE)]
    told += [answer("ingen-pdf", Level.VARNING, skal=made.fault) for made in done if made.fault]
    ordered = [files[paper.key] for paper in papers if paper.key in files]
    at(Step.RECEIVE)
    return _received(house, ordered, told) if pages else (ordered, told)


def _received(house: House, made: Sequence[_Made], told: list[Finding]) -> tuple[list[_Made], list[Finding]]:
    """What is not yet pages made so; what cannot be is told, and goes along in the zip alone."""
    waiting = [one for one in made if one.pdf is None]
    uploads = [bundle.Upload(one.paper.file.name if one.paper.file else one.paper.title, one.data) for one in waiting]
    pdfs: dict[str, bytes | None] = {}
    for one, seen in zip(waiting, received(house, uploads), strict=True):
        pdfs[one.paper.key] = seen.pdf
        secret = _marked(one.paper.secret)
        if seen.refusal:
            told.append(answer("kan-inte-visas", Level.VARNING, fil=seen.upload.name, skal=seen.refusal, **secret))
        told += [
            answer("handling-anmarkning", Level.UPPLYSNING, fil=remark.about, text=remark.text, **secret)
            for remark in seen.remarks
        ]
    return [_Made(m.paper, m.data, m.ending, pdfs.get(m.paper.key, m.pdf)) for m in made], told


def _marked(secret: bool) -> dict[str, str]:
    """What marks a finding that names something secret: for those alone who may see it."""
    return {SECRET_MARK: "ja"} if secret else {}


class _Writer:
    """The files of a package in the making."""

    def __init__(self, meeting: Meeting, folder: Path, megabytes: float) -> None:
        self._meeting, self._folder, self._megabytes = meeting, folder, megabytes
        self.files: list[Path] = []
        self.secret: list[Path] = []
        self.wholes: list[Path] = []
        self.told: list[Finding] = []

    def write(self, made: Sequence[_Made], changes: Sequence[Change], number: int, last: datetime | None) -> None:
        """Summons and agenda, whole, secret whole, additional package."""
        summons = made[0]
        for one in made[:2]:  # summons and agenda
            self._put(f"{one.paper.key}.{one.ending}", one.data)
            if one.pdf:
                self._put(f"{one.paper.key}.pdf", one.pdf)
        secret = [one for one in made if one.paper.secret]
        self._joined("handlingar", "Handlingar", list(_in_the_open(made)), _after(summons.pdf))
        self._packed("handlingar", [one for one in made if not one.paper.secret])
        if secret:
            before = len(self.files), len(self.told)
            self._joined(
                "sekretess",
                "Handlingar med sekretess",
                [_page_paper(one) for one in secret if one.pdf],
                True,
                mark="SEKRETESS",
            )
            self._packed("sekretess", secret)
            self._keep_secret(*before)
        if changes:
            self._additional(made, changes, number, last)

    def _keep_secret(self, files: int, told: int) -> None:
        """Mark what has been written and told since then as secret."""
        self.secret += self.files[files:]
        self.told[told:] = [replace(one, details={**one.details, **_marked(True)}) for one in self.told[told:]]

    def _additional(self, made: Sequence[_Made], changes: Sequence[Change], number: int, last: datetime | None) -> None:
        fresh = {change.key for change in changes if change.what.value in ("ny", "ändrad")}
        since = f" sedan utskicket {day(last.date())}" if last else ""
        page = bundle.notice(f"Ändringar{since}", [change.line for change in changes])
        papers = [one for one in made if one.paper.key in fresh]
        first = bundle.Paper("Ändringar sedan förra utskicket", page, "Ändringar")
        if any(one.pdf for one in papers):
            self._joined(f"tillagg-{number}", "Tilläggshandlingar", [first, *_in_the_open(papers)], True)
        self._packed(f"tillagg-{number}", [one for one in papers if not one.paper.secret])

    def _joined(self, name: str, title: str, papers: Sequence[bundle.Paper], wanted: bool, *, mark: str = "") -> None:
        if not papers or not wanted:
            return
        met, stamp = self._meeting.mote.uppgifter.datum, self._meeting.title
        look = bundle.Look(
            f"{title}, {self._meeting.title}", f"{mark} · {stamp}" if mark else stamp,
            self._meeting.installningar.kommun.namn, created=datetime.combine(met, time(12)) if met else None,
        )  # fmt: skip
        whole = bundle.join(papers, look, self._path(f"{name}.pdf"))
        parts = bundle.split(whole, self._megabytes) if self._megabytes else (whole,)
        self.wholes += [part.path for part in parts]
        self.files += [part.path for part in parts]
        for remark in {remark: None for part in parts for remark in part.remarks}:
            told = answer("handling-anmarkning", Level.UPPLYSNING, fil=remark.about, text=remark.text)
            self.told.append(told)

    def _packed(self, name: str, made: Iterable[_Made]) -> None:
        files = [file for one in made for file in _zip_files(one)]
        if files:
            path = self._path(f"{name}.zip")
            bundle.pack(files, path)
            self.files.append(path)

    def _put(self, name: str, content: bytes) -> None:
        path = self._path(name)
        write_whole(path, content)
        self.files.append(path)

    def _path(self, name: str) -> Path:
        return self._folder / f"{self._meeting.stem}-{name}"


def _after(pdf: bytes | None) -> bool:
    """Whether there is a whole to join: without the summons as pages there is none."""
    return pdf is not None


def _in_the_open(made: Iterable[_Made]) -> Iterator[bundle.Paper]:
    """The papers as pages; a page that says so where one is secret or could not become pages."""
    for one in made:
        paper = one.paper
        if paper.secret:
            page = bundle.notice(f"Bilaga {paper.number} {paper.open_title}", SECRET)
            yield bundle.Paper(_shown(paper, paper.open_title), page, paper.stamp, paper.sections)
        elif one.pdf is None:
            page = bundle.notice(f"Bilaga {paper.number} {paper.title}", ["Filen kan inte visas som sidor.",
                                                                         "Den ligger i zip-filen."])  # fmt: skip
            yield bundle.Paper(_shown(paper, paper.title), page, paper.stamp, paper.sections)
        else:
            yield _page_paper(one)


def _page_paper(one: _Made) -> bundle.Paper:
    assert one.pdf is not None
    return bundle.Paper(_shown(one.paper, one.paper.title), one.pdf, one.paper.stamp, one.paper.sections)


def _shown(paper: MeetingPaper, title: str) -> str:
    """A paper's line in the contents: `Bilaga 3.1 Verksamhetsplan 2027`."""
    return f"Bilaga {paper.number} {title}" if paper.number and paper.numbers[1] else title


def _zip_files(one: _Made) -> Iterator[bundle.File]:
    """A file as it came; a Word paper of ours as PDF where it could be had, an Excel one as both."""
    numbers, title = one.paper.numbers, one.paper.title
    if one.paper.file is not None or one.ending != "docx" or one.pdf is None:
        yield bundle.File(numbers, title, one.ending, one.data)
    if one.paper.file is None and one.pdf is not None:
        yield bundle.File(numbers, title, "pdf", one.pdf)
