"""Signing in and out. A session is the store's: ending it there ends it in the browser, wherever that is."""

from dataclasses import dataclass
from datetime import timedelta

from service.store import (
    Account,
    Session,
    account,
    account_by_email,
    add_entry,
    add_session,
    end_session,
    end_sessions,
    end_stale_sessions,
    password_hash,
    see_session,
    session_of,
)

from ..answers import refused
from ..house import House
from . import answers as account_answers  # noqa: F401 (its sentences)
from .passwords import is_right
from .tokens import withdraw_all_tokens

IDLE, ABSOLUTE = timedelta(hours=2), timedelta(hours=12)
_NOTED_EVERY = timedelta(minutes=1)  # a page a second need not be a write a second


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, and the token that their browser is to carry."""

    account: Account
    token: str


def sign_in(house: House, email: str, password: str) -> SignedIn:
    """Let somebody in. Raises `Refused`, in the same words and time for a wrong password and for no account."""
    who = account_by_email(house.store, email)
    right = is_right(password, password_hash(house.store, who.id) if who and who.active else "")
    if who is None or not right:
        if who is not None:
            add_entry(house.store, house.now(), who.name, "sign-in-failed", who.email, {})
        raise refused("fel-inloggning")
    return begin(house, who)


def begin(house: House, who: Account) -> SignedIn:
    """A new session for somebody who has shown who they are."""
    now, token = house.now(), house.secret()
    with house.store.transaction():
        end_stale_sessions(house.store, now - ABSOLUTE, now - IDLE)
        add_session(house.store, token, Session(who.id, now, now))
        add_entry(house.store, now, who.name, "sign-in", who.email, {})
    return SignedIn(who, token)


def who_is(house: House, token: str) -> Account | None:
    """Whose session it is; None when it has ended, has stood unused too long, or its account is disabled."""
    session, now = session_of(house.store, token), house.now()
    if session is None:
        return None
    if now - session.started > ABSOLUTE or now - session.seen > IDLE:
        end_session(house.store, token)
        return None
    who = account(house.store, session.account)
    if who is None or not who.active:
        return None
    if now - session.seen > _NOTED_EVERY:
        see_session(house.store, token, now)
    return who


def sign_out(house: House, token: str) -> None:
    """End a session."""
    end_session(house.store, token)


def sign_out_everywhere(house: House, who: Account) -> None:
    """End every session that somebody has, and withdraw their tokens: no computer or program is let in any longer."""
    with house.store.transaction():
        end_sessions(house.store, who.id)
        withdraw_all_tokens(house, who)
        add_entry(house.store, house.now(), who.name, "sign-out-everywhere", who.email, {})
