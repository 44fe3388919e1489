"""Accounts: the first administrator, adding people by one-time links, changing what they may do, passwords."""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from service.store import (
    Account,
    Invitation,
    NameTaken,
    Role,
    account,
    add_entry,
    add_invitation,
    all_accounts,
    end_sessions,
    invitation_of,
    password_hash,
    save_account,
    set_password_hash,
    use_invitation,
)

from ..answers import Refused, answer, refused
from ..house import House
from . import answers as account_answers  # noqa: F401 (its sentences)
from .access import Action, may
from .passwords import fit, hashed, is_right
from .tokens import withdraw_all_tokens

LINK_HOLDS = timedelta(days=7)
OF_A_NAMND = (Role.HANDLAGGARE, Role.NAMNDSEKRETERARE)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_BY_LINK = "engångslänk"


@dataclass(frozen=True, slots=True)
class Described:
    """How an account is to be: name, address, roles and nämnder."""

    name: str
    email: str
    roles: Collection[Role]
    namnder: Collection[str] = ()

    @property
    def tidy(self) -> "Described":
        """Without stray blanks, and without nämnder where no role is a nämnd's."""
        namnder = self.namnder if any(role in OF_A_NAMND for role in self.roles) else ()
        return Described(" ".join(self.name.split()), self.email.strip(), frozenset(self.roles), frozenset(namnder))


def first_link(house: House) -> str | None:
    """A one-time link's token for making the first administrator, in place of earlier ones; None once there is one."""
    if all_accounts(house.store):
        return None
    return _link(house, "")


def add(house: House, by: Account, described: Described) -> tuple[Account, str]:
    """A new account, and the token of the one-time link by which its owner chooses a password. Raises `Refused`."""
    made = _account(house, described)
    with house.store.transaction():
        _save(house, made)
        _log(house, by.name, "account-add", made)
        return made, _link(house, made.id)


def add_from_elsewhere(house: House, described: Described, by: str) -> Account:
    """A new account for somebody whom another service knows; it has no password. Raises `Refused`."""
    made = _account(house, described)
    _save(house, made)
    _log(house, by, "account-add", made)
    return made


def change(house: House, by: Account, id: str, described: Described, *, active: bool) -> Account:
    """Give an account another name, address, roles, nämnder, or disable it, which ends its sessions and its tokens.

    Raises `Refused`; `LookupError` when there is no such account.
    """
    tidy = _checked(described)
    with house.store.transaction():
        after = replace(
            _known(house, id), name=tidy.name, email=tidy.email, roles=frozenset(tidy.roles),
            namnder=frozenset(tidy.namnder), active=active,
        )  # fmt: skip
        _someone_left(house, after)
        _save(house, after)
        if not active:
            end_sessions(house.store, id)
            withdraw_all_tokens(house, after)
        _log(house, by.name, "account-change", after)
    return after


def new_link(house: House, by: Account, id: str) -> str:
    """The token of a new one-time link for an account whose owner has lost the password or the link.

    Raises `LookupError` when there is no such account.
    """
    whose = _known(house, id)
    with house.store.transaction():
        _log(house, by.name, "account-link", whose)
        return _link(house, id)


def invited(house: House, token: str) -> Account | None:
    """The account that a one-time link is for; None for the link to the first. Raises `Refused` for a spent link."""
    invitation = invitation_of(house.store, token)
    if invitation is None or invitation.expires < house.now():
        raise refused("lanken-galler-inte")
    if not invitation.account:
        if all_accounts(house.store):
            raise refused("lanken-galler-inte")
        return None
    whose = account(house.store, invitation.account)
    if whose is None or not whose.active:
        raise refused("lanken-galler-inte")
    return whose


def redeem(house: House, token: str, password: str, again: str, *, name: str = "", email: str = "") -> Account:
    """Use a one-time link: set the account's password, or make the first administrator with a name and an address.

    Every session that the account had is ended and its tokens are withdrawn: whoever knew the old password may have
    made one. Raises `Refused`.
    """
    with house.store.transaction():
        whose = invited(house, token)
        first = whose is None
        owner = whose or _account(house, Described(name, email, [Role.ADMINISTRATOR]))
        fit(password, again, owner)
        if first:
            _save(house, owner)
        set_password_hash(house.store, owner.id, hashed(password))
        end_sessions(house.store, owner.id)
        withdraw_all_tokens(house, owner)
        use_invitation(house.store, token)
        _log(house, owner.name, "account-first" if first else "account-password", owner, vid=_BY_LINK)
    return owner


def change_password(
    house: House, who: Account, old: str, new: str, again: str, *, withdrawing_tokens: bool = False
) -> None:
    """Change one's own password, which ends one's sessions everywhere, and one's tokens if asked. Raises `Refused`."""
    if not is_right(old, password_hash(house.store, who.id)):
        raise refused("fel-losenord")
    fit(new, again, who)
    with house.store.transaction():
        set_password_hash(house.store, who.id, hashed(new))
        end_sessions(house.store, who.id)
        if withdrawing_tokens:
            withdraw_all_tokens(house, who)
        _log(house, who.name, "account-password", who)


def _account(house: House, described: Described) -> Account:
    tidy = _checked(described)
    id = hashlib.sha256(house.secret().encode()).hexdigest()[:12]
    return Account(id, tidy.email, tidy.name, frozenset(tidy.roles), frozenset(tidy.namnder), house.now())


def _checked(described: Described) -> Described:
    """The description, tidied. Raises `Refused` with all that is wrong in it."""
    tidy = described.tidy
    faults = []
    if not tidy.name:
        faults.append(answer("namn-saknas"))
    if not _ADDRESS.fullmatch(tidy.email):
        faults.append(answer("fel-adress", adress=tidy.email))
    if not tidy.roles:
        faults.append(answer("roll-saknas"))
    of_a_namnd = [role for role in OF_A_NAMND if role in tidy.roles]
    if of_a_namnd and not tidy.namnder:
        faults.append(answer("namnd-saknas", roll=of_a_namnd[0].value))
    if faults:
        raise Refused(*faults)
    return tidy


def _save(house: House, made: Account) -> None:
    try:
        save_account(house.store, made)
    except NameTaken as taken:
        code = "namnet-upptaget" if taken.field == "name" else "adressen-upptagen"
        raise refused(code, namn=made.name, adress=made.email) from None


def _someone_left(house: House, after: Account) -> None:
    """Raises `Refused` when nobody would be left who may manage accounts."""
    others = (other for other in all_accounts(house.store) if other.id != after.id)
    if not any(may(who, Action.MANAGE_USERS) for who in (after, *others)):
        raise refused("sista-administratoren")


def _known(house: House, id: str) -> Account:
    found = account(house.store, id)
    if found is None:
        raise LookupError(f"no account {id}")
    return found


def _link(house: House, id: str) -> str:
    token = house.secret()
    add_invitation(house.store, token, Invitation(id, house.now() + LINK_HOLDS))
    return token


def _log(house: House, by: str, action: str, whose: Account, **more: str) -> None:
    details: Mapping[str, object] = {
        "namn": whose.name, "roller": sorted(whose.roles), "nämnder": sorted(whose.namnder), "aktiv": whose.active,
        **more,
    }  # fmt: skip
    add_entry(house.store, house.now(), by, action, whose.email, details)
