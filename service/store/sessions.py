"""Who is signed in, and the one-time links. Tokens are kept as hashes: the database lets nobody in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from .database import Store


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in: their account, since when, and when they last asked for a page."""

    account: str
    started: datetime
    seen: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time link: the account it is for (empty: for the first account of all), and until when it holds."""

    account: str
    expires: datetime


def add_session(store: Store, token: str, session: Session) -> None:
    """Remember that somebody has signed in."""
    row = {"account": session.account, "started": session.started.isoformat(), "seen": session.seen.isoformat()}
    with store.transaction():
        store.db.table("session").insert({"token": _hashed(token), **row})


def session_of(store: Store, token: str) -> Session | None:
    """The session that a browser's token stands for, or None."""
    rows = store.rows("select * from session where token = ?", _hashed(token))
    if not rows:
        return None
    started, seen = (datetime.fromisoformat(rows[0][name]) for name in ("started", "seen"))
    return Session(rows[0]["account"], started, seen)


def see_session(store: Store, token: str, at: datetime) -> None:
    """Note that the session is in use."""
    with store.transaction():
        store.db.execute("update session set seen = ? where token = ?", (at.isoformat(), _hashed(token)))


def end_session(store: Store, token: str) -> None:
    """Forget a session."""
    with store.transaction():
        store.db.execute("delete from session where token = ?", (_hashed(token),))


def end_sessions(store: Store, account: str) -> None:
    """Forget every session of an account."""
    with store.transaction():
        store.db.execute("delete from session where account = ?", (account,))


def end_stale_sessions(store: Store, started: datetime, seen: datetime) -> None:
    """Forget the sessions begun before the one moment or last in use before the other."""
    with store.transaction():
        sql = "delete from session where julianday(started) < julianday(?) or julianday(seen) < julianday(?)"
        store.db.execute(sql, (started.isoformat(), seen.isoformat()))


def add_invitation(store: Store, token: str, invitation: Invitation) -> None:
    """Keep a one-time link, in place of those that its account had before."""
    with store.transaction():
        store.db.execute("delete from invitation where account = ?", (invitation.account,))
        row = {"account": invitation.account, "expires": invitation.expires.isoformat()}
        store.db.table("invitation").insert({"token": _hashed(token), **row})


def invitation_of(store: Store, token: str) -> Invitation | None:
    """The one-time link that a token stands for, or None."""
    rows = store.rows("select * from invitation where token = ?", _hashed(token))
    return Invitation(rows[0]["account"], datetime.fromisoformat(rows[0]["expires"])) if rows else None


def use_invitation(store: Store, token: str) -> None:
    """Forget a one-time link."""
    with store.transaction():
        store.db.execute("delete from invitation where token = ?", (_hashed(token),))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
