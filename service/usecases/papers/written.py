"""The papers that have been written, as somebody may read them: each with its files, its decision and its names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.workbooks import Period
from service.chain.plans import swedish
from service.chain.values import Decision, State
from service.documents import DOCUMENTS
from service.store import (
    Account,
    PlanKey,
    Registered,
    WrittenDocument,
    document_content,
    documents_of_file,
    documents_of_year,
    years_of_documents,
)

from ..accounts.access import may_read
from ..house import House

GATHERING = frozenset({"malkedja"})  # papers that show every nämnd's newest plan, drafts too
SUMMONED = frozenset({"kallelse", "foredragningslista", "tjansteskrivelse"})  # they are found with their meeting
PAGE = 60
_FORMATS = {"docx": "Word", "xlsx": "Excel", "pdf": "PDF"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a paper: its format in a word, and what it was registered as."""

    format: str
    document: WrittenDocument


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was written once: the version that it shows, the decision on it, and its files."""

    files: tuple[File, ...]
    plan: PlanKey
    decision: Decision | None = None

    @property
    def document(self) -> WrittenDocument:
        """What was registered first of its files: the Word or Excel file, where it has one."""
        return self.files[0].document

    @property
    def title(self) -> str:
        """`Verksamhetsplan`."""
        known = DOCUMENTS.get(self.document.kind)
        return known.title if known else self.document.kind

    @property
    def pdf(self) -> WrittenDocument | None:
        """Its PDF, where it has one."""
        return next((file.document for file in self.files if file.format == _FORMATS["pdf"]), None)

    @property
    def part(self) -> str:
        """The part of the year that it covers (`T2`); empty for the whole."""
        return "" if self.document.period == Period.AR else self.document.period

    @property
    def state(self) -> State:
        """How the plan stood when the paper was written."""
        return State(self.document.state)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some papers of a year, newest first: which page of how many there are, and what they may be filtered by."""

    papers: tuple[Paper, ...]
    count: int
    page: int
    pages: int
    kinds: tuple[tuple[str, str], ...]
    namnder: tuple[str, ...]


def shelf(house: House, who: Account, ar: int, kind: str = "", namnd: str = "", page: int = 1) -> Shelf:
    """The year's papers that somebody may read, of a kind and a nämnd where these are given."""
    readable = list(_readable(house, who, ar))
    kinds = sorted({one.document.kind for one in readable}, key=lambda kind: swedish(_title(kind)))
    wanted = [
        one for one in readable if kind in ("", one.document.kind) and namnd in ("", one.document.namnd)
    ]  # fmt: skip
    found = list(_papers(wanted))
    pages = max(1, -(-len(found) // PAGE))
    shown = min(max(page, 1), pages)
    return Shelf(
        tuple(found[(shown - 1) * PAGE : shown * PAGE]), len(found), shown, pages,
        tuple((kind, _title(kind)) for kind in kinds),
        tuple(sorted({one.document.namnd for one in readable if one.document.namnd}, key=swedish)),
    )  # fmt: skip


def papers_of_year(house: House, who: Account, ar: int) -> tuple[Paper, ...]:
    """The year's papers that somebody may read, newest first."""
    return tuple(_papers(_readable(house, who, ar)))


def paper_with(house: House, who: Account, sha256: str) -> tuple[Paper, WrittenDocument] | None:
    """The paper that a file belongs to, and the file; None where there is none that they may read."""
    found = next((one for one in documents_of_file(house.store, sha256) if reads(who, one)), None)
    if found is None:
        return None
    beside = [one for one in documents_of_year(house.store, found.document.ar) if _same(one, found)]
    paper = next((p for p in _papers(beside) if any(file.document.sha256 == sha256 for file in p.files)), None)
    return (paper or _paper([found])), found.document


def file_with(house: House, who: Account, sha256: str) -> tuple[bytes, str] | None:
    """A file's bytes and name; None where there is none that they may read, or it was not kept."""
    found = next((one for one in documents_of_file(house.store, sha256) if reads(who, one)), None)
    content = document_content(house.store, sha256) if found else None
    return (content, found.document.filename) if found and content is not None else None


def years_with_papers(house: House) -> list[int]:
    """The years that there are papers of, newest first."""
    return years_of_documents(house.store)


def reads(who: Account, one: Registered) -> bool:
    """Whether somebody may read a document."""
    return may_read(who, one.plan, one.state, gathers_drafts=one.document.kind in GATHERING)


def _readable(house: House, who: Account, ar: int) -> Iterator[Registered]:
    found = (one for one in documents_of_year(house.store, ar) if one.document.kind not in SUMMONED)
    return (one for one in found if reads(who, one))


def _papers(found: Iterable[Registered]) -> Iterator[Paper]:
    """Files written together, as one paper: a PDF stands beside the Word file that it was made of."""
    together: list[Registered] = []
    for one in found:
        if together and not (_same(one, together[-1]) and _format(one) not in map(_format, together)):
            yield _paper(together)
            together = []
        together.append(one)
    if together:
        yield _paper(together)


def _paper(together: list[Registered]) -> Paper:
    order = list(_FORMATS.values())
    files = sorted((File(_format(one), one.document) for one in together), key=lambda file: order.index(file.format))
    return Paper(tuple(files), together[0].plan, together[0].decision)


def _same(one: Registered, other: Registered) -> bool:
    return _identity(one) == _identity(other)


def _identity(one: Registered) -> tuple[str, ...]:
    document = one.document
    stem = document.filename.rpartition(".")[0]
    return stem, document.submission, document.state, document.template


def _format(one: Registered) -> str:
    return _FORMATS.get(one.document.filename.rpartition(".")[2].lower(), "Word")


def _title(kind: str) -> str:
    return DOCUMENTS[kind].title if kind in DOCUMENTS else kind
