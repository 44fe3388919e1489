"""Page numbers of documents already laid out, so that the same content is laid out once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .database import Store


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """Page numbers as printed, by bookmark, and how many pages there are."""

    numbers: Mapping[str, str]
    total: int


def kept_layout(store: Store, key: str) -> KeptLayout | None:
    """The layout kept under that key, or None."""
    rows = store.rows("select numbers, total from layout where key = ?", key)
    return KeptLayout(json.loads(rows[0]["numbers"]), rows[0]["total"]) if rows else None


def keep_layout(store: Store, key: str, layout: KeptLayout, at: datetime) -> None:
    """Keep a layout; one that lies under the same key gives way to it."""
    row = {"key": key, "numbers": json.dumps(dict(layout.numbers)), "total": layout.total, "at": at.isoformat()}
    with store.transaction():
        store.db.table("layout").insert(row, replace=True)
