"""Uploads that could not be taken in: what was wrong, what was read, and the workbook marked up."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from service.findings import Finding

from .database import Store
from .plans import PlanKey, key_in
from .submissions import finding_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A refused upload. `key` is None where the file does not say which plan it is for; `tables` is what was read of
    it, as JSON values. `account` is whose it is (empty: of nobody with an account); `by` is what they were called."""

    id: str
    key: PlanKey | None
    at: datetime
    by: str
    filename: str
    findings: tuple[Finding, ...]
    tables: Sequence[Any] = ()
    is_marked: bool = False
    account: str = ""


def add_attempt(store: Store, made: Attempt, marked: bytes | None) -> None:
    """Keep a refused upload with its marked-up workbook, where there is one."""
    key = asdict(made.key) if made.key else {"kind": "", "namnd": "", "ar": 0, "proposal": "", "period": ""}
    row = {
        **key, "id": made.id, "at": made.at.isoformat(), "by": made.by, "account": made.account,
        "filename": made.filename,
        "findings": json.dumps([asdict(finding) for finding in made.findings], ensure_ascii=False),
        "tables": json.dumps(made.tables, ensure_ascii=False), "marked": marked,
    }  # fmt: skip
    with store.transaction():
        store.db.table("attempt").insert(row)


def attempt(store: Store, id: str) -> Attempt | None:
    """The refused upload with that id, or None."""
    rows = store.rows("select *, marked is not null as is_marked from attempt where id = ?", id)
    return _attempt(rows[0]) if rows else None


def marked_attempt(store: Store, id: str) -> bytes | None:
    """The marked-up workbook of a refused upload, or None."""
    rows = store.rows("select marked from attempt where id = ?", id)
    return bytes(rows[0]["marked"]) if rows and rows[0]["marked"] else None


def forget_attempts(store: Store, before: datetime) -> None:
    """Forget the refused uploads from before a moment."""
    with store.transaction():
        store.db.execute("delete from attempt where julianday(at) < julianday(?)", (before.isoformat(),))


def _attempt(row: dict[str, Any]) -> Attempt:
    return Attempt(
        id=row["id"], key=key_in(row) if row["kind"] else None, at=datetime.fromisoformat(row["at"]), by=row["by"],
        filename=row["filename"], findings=tuple(finding_in(values) for values in json.loads(row["findings"])),
        tables=json.loads(row["tables"]), is_marked=bool(row["is_marked"]), account=row["account"],
    )  # fmt: skip
