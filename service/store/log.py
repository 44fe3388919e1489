"""The log: every change, with who and when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .database import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log: its number, when, who, what (a verb), which plan or account, and details.

    `account` is the account that was called so then (empty: none), `now` what it is called now.
    """

    id: int
    at: datetime
    by: str
    action: str
    subject: str
    details: Mapping[str, Any]
    account: str = ""
    now: str = ""


def add_entry(store: Store, at: datetime, by: str, action: str, subject: str, details: Mapping[str, Any]) -> None:
    """Write an entry: `action` is a verb (`submit`, `hand-in`, `adopt`, `generate`), `subject` the plan it concerns."""
    named = store.db.execute("select id from account where name = ?", [by]).fetchone()
    store.db.table("log").insert(
        {
            "account": named[0] if named else "", "at": at.isoformat(), "by": by, "action": action, "subject": subject,
            "details": json.dumps(details, ensure_ascii=False),
        }
    )  # fmt: skip


def entries(store: Store) -> list[dict[str, Any]]:
    """Every entry, oldest first, its details as a mapping."""
    return [{**row, "details": json.loads(row["details"])} for row in store.rows("select * from log order by id")]


def newest_entries(store: Store, count: int, before: int = 0) -> list[Entry]:
    """The newest entries, newest first; with `before` those older than the entry of that number."""
    sql = (
        "select log.*, coalesce(account.name, '') as now from log left join account on account.id = log.account"
        " where ? = 0 or log.id < ? order by log.id desc limit ?"
    )
    return [_entry(row) for row in store.rows(sql, before, before, count)]


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(**{**row, "at": datetime.fromisoformat(row["at"]), "details": json.loads(row["details"])})


def last_change(store: Store) -> int:
    """The number of the newest entry but for people, sign-ins and papers written; 0 where there is none."""
    sql = (
        "select coalesce(max(id), 0) as newest from log"
        " where action not like 'sign-%' and action not like 'account-%' and action != 'generate'"
    )
    newest: int = store.rows(sql)[0]["newest"]
    return newest
