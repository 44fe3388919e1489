"""The register of documents written, and their files."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from .database import Store


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document: the plan version it shows, the hash of its bytes, of its parts (`fingerprint`) and of its template,
    and the `name` that its content gives it. `proposal` names the plan's proposal."""

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


def register_document(store: Store, document: WrittenDocument, content: bytes) -> None:
    """Remember a document and keep its file; the same bytes again under the same file name change nothing."""
    with store.transaction():
        known = "select 1 from document where filename = ? and sha256 = ? and submission = ? and state = ?"
        if not store.rows(known, document.filename, document.sha256, document.submission, document.state):
            store.db.table("document").insert({**asdict(document), "at": document.at.isoformat()})
        store.db.table("document_file").insert({"sha256": document.sha256, "content": content}, ignore=True)


def documents_with(store: Store, *, sha256: str = "", fingerprint: str = "", name: str = "") -> list[WrittenDocument]:
    """The registered documents with that hash, with those parts, or with that name; oldest first."""
    sql = "select * from document where (? != '' and sha256 = ?) or (? != '' and fingerprint = ?)"
    rows = store.rows(
        f"{sql} or (? != '' and name = ?) order by id", sha256, sha256, fingerprint, fingerprint, name, name
    )
    return [_document(row) for row in rows]


def document_content(store: Store, sha256: str) -> bytes | None:
    """A written document's bytes; None for one written before files were kept."""
    rows = store.rows("select content from document_file where sha256 = ?", sha256)
    return bytes(rows[0]["content"]) if rows else None


def _document(row: dict[str, Any]) -> WrittenDocument:
    values: dict[str, Any] = {field.name: row[field.name] or "" for field in fields(WrittenDocument)}
    values["at"] = datetime.fromisoformat(row["at"])
    return WrittenDocument(**values)
