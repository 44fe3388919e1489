"""Tokens for programs: each acts as the person who made it, with the same rights, until it expires or is withdrawn."""

from dataclasses import dataclass
from datetime import timedelta

from service.store import (
    Account,
    ApiToken,
    account,
    add_entry,
    add_token,
    remove_token,
    see_token,
    token_of,
    tokens_of_account,
)

from ..answers import refused
from ..house import House
from . import answers as account_answers  # noqa: F401 (its sentences)

LASTS = (30, 90, 365)  # days that may be chosen
MOST, LONGEST_NAME = 20, 60
_PREFIX = "mk_"  # so that one that has been pasted somewhere can be searched for
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a program acts for, and the token by which it does."""

    account: Account
    token: ApiToken


def make_token(house: House, who: Account, name: str, days: int) -> tuple[ApiToken, str]:
    """A new token and its secret, which is shown this once and kept nowhere. Raises `Refused`."""
    tidy, now = " ".join(name.split()), house.now()
    if not tidy or len(tidy) > LONGEST_NAME:
        raise refused("nyckel-utan-namn", mest=str(LONGEST_NAME))
    if days not in LASTS:
        raise refused("nyckelns-tid", val=", ".join(map(str, LASTS)))
    if len(tokens_of_account(house.store, who.id)) >= MOST:
        raise refused("for-manga-nycklar", mest=str(MOST))
    secret = _PREFIX + house.secret()
    made = ApiToken(house.secret()[:12], who.id, tidy, now, now + timedelta(days=days))
    with house.store.transaction():
        add_token(house.store, secret, made)
        add_entry(house.store, now, who.name, "account-token", who.email, _facts(made))
    return made, secret


def tokens_for(house: House, whose: Account) -> list[ApiToken]:
    """Somebody's tokens, newest first, those that have expired too."""
    return tokens_of_account(house.store, whose.id)


def withdraw_token(house: House, by: Account, whose: Account, id: str) -> None:
    """Withdraw one of somebody's tokens: it lets nobody in from now on. Raises `LookupError`."""
    found = next((token for token in tokens_for(house, whose) if token.id == id), None)
    if found is None:
        raise LookupError(f"no token {id}")
    _withdraw(house, by.name, whose, found)


def withdraw_all_tokens(house: House, whose: Account) -> None:
    """Withdraw every token that somebody has, who asks for it."""
    for token in tokens_for(house, whose):
        _withdraw(house, whose.name, whose, token)


def _withdraw(house: House, by: str, whose: Account, token: ApiToken) -> None:
    with house.store.transaction():
        remove_token(house.store, token.id)
        add_entry(house.store, house.now(), by, "account-token-end", whose.email, _facts(token))


def bearer_of(house: House, secret: str) -> Bearer | None:
    """Whom a secret acts for; None when it is unknown, has expired, or its account is disabled."""
    found, now = token_of(house.store, secret), house.now()
    if found is None or found.expires <= now:
        return None
    who = account(house.store, found.account)
    if who is None or not who.active:
        return None
    if found.used is None or now - found.used > _NOTED_EVERY:
        see_token(house.store, found.id, now)
    return Bearer(who, found)


def _facts(token: ApiToken) -> dict[str, object]:
    return {"nyckel": token.name, "till och med": token.expires.date().isoformat()}
