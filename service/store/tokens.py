"""Tokens by which programs act for an account. They are kept as hashes: the database lets nobody in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .database import Store


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A token: whose it is, what its owner calls it, until when it holds, and when it was last used (None: never)."""

    id: str
    account: str
    name: str
    created: datetime
    expires: datetime
    used: datetime | None = None


def add_token(store: Store, secret: str, token: ApiToken) -> None:
    """Keep a token under the hash of its secret."""
    row = {
        "id": token.id, "account": token.account, "name": token.name, "created": token.created.isoformat(),
        "expires": token.expires.isoformat(), "used": None, "token": _hashed(secret),
    }  # fmt: skip
    with store.transaction():
        store.db.table("api_token").insert(row)


def token_of(store: Store, secret: str) -> ApiToken | None:
    """The token that has that secret, or None."""
    rows = store.rows("select * from api_token where token = ?", _hashed(secret))
    return _token(rows[0]) if rows else None


def tokens_of_account(store: Store, account: str) -> list[ApiToken]:
    """The account's tokens, newest first."""
    rows = store.rows("select * from api_token where account = ? order by rowid desc", account)
    return [_token(row) for row in rows]


def see_token(store: Store, id: str, at: datetime) -> None:
    """Note that a token is in use."""
    with store.transaction():
        store.db.execute("update api_token set used = ? where id = ?", (at.isoformat(), id))


def remove_token(store: Store, id: str) -> None:
    """Forget a token."""
    with store.transaction():
        store.db.execute("delete from api_token where id = ?", (id,))


def _token(row: dict[str, Any]) -> ApiToken:
    created, expires = datetime.fromisoformat(row["created"]), datetime.fromisoformat(row["expires"])
    used = datetime.fromisoformat(row["used"]) if row["used"] else None
    return ApiToken(row["id"], row["account"], row["name"], created, expires, used)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
