"""The register of documents written."""

from dataclasses import asdict, dataclass
from datetime import datetime

from .database import Store


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document: the plan version it shows, and the hash of its bytes and of its template."""

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
    period: str = ""


def register_document(store: Store, document: WrittenDocument) -> None:
    """Remember a document; writing the same bytes again under the same name changes nothing."""
    known = store.rows("select id from document where filename = ? and sha256 = ?", document.filename, document.sha256)
    if not known:
        store.db.table("document").insert({**asdict(document), "at": document.at.isoformat()})


def documents_with(store: Store, sha256: str) -> list[dict[str, object]]:
    """The registered documents with that hash."""
    return store.rows("select * from document where sha256 = ?", sha256)
