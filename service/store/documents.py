"""The register of documents written, and their files."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from schemas.kinds import Kind
from service.chain.values import Decision, State

from .database import Store
from .plans import PlanKey


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document: the plan version it shows, the hash of its bytes, of its parts (`fingerprint`) and of its template,
    and the `name` that its content gives it. `proposal` names the plan's proposal. What other documents were joined to
    has no template."""

    kind: str
    namnd: str
    ar: int
    version: int
    state: str
    submission: str
    filename: str
    sha256: str
    template: str
    at: datetime
    proposal: str = ""
    name: str = ""
    fingerprint: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A document with the plan that it shows and, where that version has been decided on, the decision."""

    document: WrittenDocument
    plan: PlanKey
    decision: Decision | None = None

    @property
    def state(self) -> State:
        """How the plan stood when the document was written."""
        return State(self.document.state)


def register_document(store: Store, document: WrittenDocument, content: bytes | None) -> None:
    """Remember a document and keep its file (None: it is kept elsewhere, or not at all); the same bytes again under the
    same file name change nothing."""
    with store.transaction():
        known = "select 1 from document where filename = ? and sha256 = ? and submission = ? and state = ?"
        if not store.rows(known, document.filename, document.sha256, document.submission, document.state):
            store.db.table("document").insert({**asdict(document), "at": document.at.isoformat()})
        if content is not None:
            store.db.table("document_file").insert({"sha256": document.sha256, "content": content}, ignore=True)


def documents_with(store: Store, *, sha256: str = "", fingerprint: str = "", name: str = "") -> list[WrittenDocument]:
    """The registered documents with that hash, with those parts, or with that name; oldest first."""
    sql = "select * from document where (? != '' and sha256 = ?) or (? != '' and fingerprint = ?)"
    rows = store.rows(
        f"{sql} or (? != '' and name = ?) order by id", sha256, sha256, fingerprint, fingerprint, name, name
    )
    return [_document(row) for row in rows]


def documents_of_year(store: Store, ar: int) -> list[Registered]:
    """Every document that shows a plan of the year, the newest first; not what other documents were joined to."""
    sql = f"{_WITH_PLAN} where document.ar = ? and document.template != '' order by document.id desc"
    return [_registered(row) for row in store.rows(sql, ar)]


def documents_of_file(store: Store, sha256: str) -> list[Registered]:
    """Every time that a file with that hash was written, the newest first."""
    sql = f"{_WITH_PLAN} where document.sha256 = ? order by document.id desc"
    return [_registered(row) for row in store.rows(sql, sha256)]


def years_of_documents(store: Store) -> list[int]:
    """The years whose plans there are documents of, newest first."""
    return [row["ar"] for row in store.rows("select distinct ar from document order by ar desc")]


def document_content(store: Store, sha256: str) -> bytes | None:
    """A written document's bytes; None for one written before files were kept."""
    rows = store.rows("select content from document_file where sha256 = ?", sha256)
    return bytes(rows[0]["content"]) if rows else None


def _document(row: dict[str, Any]) -> WrittenDocument:
    values: dict[str, Any] = {field.name: row[field.name] or "" for field in fields(WrittenDocument)}
    values["at"] = datetime.fromisoformat(row["at"])
    return WrittenDocument(**values)


_WITH_PLAN = """
select document.*, submission.kind as plan_kind, [plan].organ, [plan].datum, [plan].paragraf, [plan].dnr
from document join submission on submission.id = document.submission
left join [plan] on [plan].submission = document.submission and [plan].version = document.version
"""


def _registered(row: dict[str, Any]) -> Registered:
    document = _document(row)
    key = PlanKey(Kind(row["plan_kind"]), document.namnd, document.ar, document.proposal, document.period)
    decision = None
    if row["organ"] and document.state in (State.ANTAGEN, State.UPPHAVD):
        decision = Decision(row["organ"], date.fromisoformat(row["datum"]), row["paragraf"], row["dnr"])
    return Registered(document, key, decision)
