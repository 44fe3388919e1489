"""Passwords: what one must be, and how it is kept (scrypt, which needs memory as well as time to guess at)."""

from werkzeug.security import check_password_hash, generate_password_hash

from service.store import Account

from ..answers import refused
from . import answers as account_answers  # noqa: F401 (its sentences)

SHORTEST, LONGEST = 12, 200
_METHOD = "scrypt:32768:8:1"
# What a sign-in to no account is checked against, so that it takes as long as any other.
_NOBODYS = generate_password_hash("ingens lösenord", method=_METHOD)


def hashed(password: str) -> str:
    """How a password is kept, with a salt of its own."""
    return generate_password_hash(password, method=_METHOD)


def is_right(password: str, kept: str) -> bool:
    """Whether it is the password that was kept; where none was, no, after just as long."""
    right = check_password_hash(kept or _NOBODYS, password[:LONGEST])
    return right and bool(kept)


def fit(password: str, again: str, account: Account) -> None:
    """Raises `Refused` for a password that is too short, too long or easy to guess, or not written twice alike."""
    if len(password) < SHORTEST:
        raise refused("losenord-for-kort", minst=str(SHORTEST))
    if len(password) > LONGEST:
        raise refused("losenord-for-langt", mest=str(LONGEST))
    plain = password.casefold().strip()
    if len(set(plain)) < 4 or plain in (account.email.casefold(), account.name.casefold()):
        raise refused("losenord-for-enkelt")
    if password != again:
        raise refused("losenord-olika")
