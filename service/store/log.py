"""The log: every change, with who and when."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .database import Store


def add_entry(store: Store, at: datetime, by: str, action: str, subject: str, details: Mapping[str, Any]) -> None:
    """Write an entry: `action` is a verb (`submit`, `hand-in`, `adopt`, `generate`), `subject` the plan it concerns."""
    store.db.table("log").insert(
        {
            "at": at.isoformat(), "by": by, "action": action, "subject": subject,
            "details": json.dumps(details, ensure_ascii=False),
        }
    )  # fmt: skip


def entries(store: Store) -> list[dict[str, Any]]:
    """Every entry, oldest first, its details as a mapping."""
    return [{**row, "details": json.loads(row["details"])} for row in store.rows("select * from log order by id")]
