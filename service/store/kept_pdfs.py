"""PDFs that a package was joined of, by what they were made of, so that the same content is converted once."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .database import Store

KEPT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class KeptPdf:
    """A PDF, with how many pages it has where that is known, and what there was to tell of it."""

    pdf: bytes = field(repr=False)
    pages: int = 0
    told: tuple[str, ...] = ()


def kept_pdf(store: Store, key: str) -> KeptPdf | None:
    """The PDF kept under that key, or None."""
    rows = store.rows("select pdf, pages, told from kept_pdf where key = ?", key)
    return KeptPdf(bytes(rows[0]["pdf"]), rows[0]["pages"], tuple(json.loads(rows[0]["told"]))) if rows else None


def keep_pdf(store: Store, key: str, kept: KeptPdf, at: datetime) -> None:
    """Keep a PDF; those of sixty days ago are forgotten, and made again should anybody ask."""
    told = json.dumps(kept.told, ensure_ascii=False)
    row = {"key": key, "at": at.isoformat(), "pages": kept.pages, "told": told, "pdf": kept.pdf}
    with store.transaction():
        store.db.execute("delete from kept_pdf where julianday(at) < julianday(?)", [(at - KEPT).isoformat()])
        store.db.table("kept_pdf").insert(row, replace=True)
