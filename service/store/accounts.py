"""Accounts: who may sign in, as what, and for which nämnder."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from service.chain.plans import swedish

from .database import Store


class Role(StrEnum):
    """What a person is in the service; the value is the word that pages and the log use."""

    ADMINISTRATOR = "administratör"
    MALLANSVARIG = "mallansvarig"
    EKONOM = "ekonom"
    HANDLAGGARE = "handläggare"
    NAMNDSEKRETERARE = "nämndsekreterare"
    LASARE = "läsare"


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account. `namnder` are the codes of the nämnder they work for; `name` is what the log and the papers
    say, so no two accounts have the same."""

    id: str
    email: str
    name: str
    roles: frozenset[Role]
    namnder: frozenset[str]
    created: datetime
    active: bool = True
    has_password: bool = False


class NameTaken(Exception):
    """Another account has that name or that address; `field` says which (`name`, `email`)."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def save_account(store: Store, account: Account) -> None:
    """Write an account, new or changed; its password is left as it is. Raises `NameTaken`."""
    with store.transaction():
        for other in all_accounts(store):
            if other.id != account.id:
                _apart(account, other)
        row = _row(account)
        if store.rows("select 1 from account where id = ?", account.id):
            store.db.table("account").update(account.id, row)
        else:
            store.db.table("account").insert({**row, "password": ""})


def all_accounts(store: Store) -> list[Account]:
    """Every account, by name."""
    found = [_account(row) for row in store.rows("select * from account")]
    return sorted(found, key=lambda account: swedish(account.name))


def account(store: Store, id: str) -> Account | None:
    """The account with that id, or None."""
    rows = store.rows("select * from account where id = ?", id)
    return _account(rows[0]) if rows else None


def account_by_email(store: Store, email: str) -> Account | None:
    """The account with that address, whatever its case, or None."""
    return next((found for found in all_accounts(store) if found.email.casefold() == email.strip().casefold()), None)


def password_hash(store: Store, id: str) -> str:
    """The hash of an account's password; empty where none has been set."""
    rows = store.rows("select password from account where id = ?", id)
    return (rows[0]["password"] or "") if rows else ""


def set_password_hash(store: Store, id: str, hashed: str) -> None:
    """Give an account another password."""
    with store.transaction():
        store.db.table("account").update(id, {"password": hashed})


def _apart(account: Account, other: Account) -> None:
    for field in ("email", "name"):
        if getattr(account, field).casefold() == getattr(other, field).casefold():
            raise NameTaken(field)


def _row(account: Account) -> dict[str, Any]:
    return {
        "id": account.id, "email": account.email, "name": account.name,
        "roles": json.dumps(sorted(account.roles), ensure_ascii=False),
        "namnder": json.dumps(sorted(account.namnder), ensure_ascii=False),
        "active": int(account.active), "created": account.created.isoformat(),
    }  # fmt: skip


def _account(row: dict[str, Any]) -> Account:
    return Account(
        row["id"], row["email"], row["name"], frozenset(Role(role) for role in json.loads(row["roles"])),
        frozenset(json.loads(row["namnder"])), datetime.fromisoformat(row["created"]), bool(row["active"]),
        bool(row["password"]),
    )  # fmt: skip
