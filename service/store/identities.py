"""Who an account is at an identity provider: the provider's own, unchanging id of the person."""

from datetime import datetime

from .database import Store


def account_of_identity(store: Store, issuer: str, subject: str) -> str | None:
    """The id of the account that a person at a provider has been tied to, or None."""
    rows = store.rows("select account from identity where issuer = ? and subject = ?", issuer, subject)
    return str(rows[0]["account"]) if rows else None


def tie_identity(store: Store, issuer: str, subject: str, account: str, at: datetime) -> None:
    """Tie a person at a provider to an account, for ever."""
    with store.transaction():
        row = {"issuer": issuer, "subject": subject, "account": account, "at": at.isoformat()}
        store.db.table("identity").insert(row)
