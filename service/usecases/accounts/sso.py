"""Signing in by the municipality's own identity provider: whose account a person there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.store import (
    Account,
    Role,
    account,
    account_by_email,
    account_of_identity,
    add_entry,
    all_accounts,
    tie_identity,
)

from ..answers import refused
from ..house import House
from . import answers as account_answers  # noqa: F401 (its sentences)
from .accounts import Described, add_from_elsewhere
from .sessions import SignedIn, begin


@dataclass(frozen=True, slots=True)
class OpenIdSettings:
    """The provider, as the service knows it.

    trusts_email  whether an address is believed that the provider does not say it has verified
    creates       whether a person without an account gets one, as läsare
    """

    issuer: str
    client_id: str
    client_secret: str
    name: str = "kommunens inloggning"
    trusts_email: bool = False
    creates: bool = False


def sign_in_by_provider(house: House, settings: OpenIdSettings, claims: Mapping[str, Any]) -> SignedIn:
    """Let somebody in whom the provider has shown to be who they are. Raises `Refused`.

    The account is that which the person's `sub` has been tied to; else that with the address, which it is tied to then.
    """
    with house.store.transaction():
        who = _tied(house, settings, str(claims["sub"])) or _by_address(house, settings, claims)
        if not who.active:
            raise refused("sso-inget-konto", adress=who.email)
        return begin(house, who)


def _tied(house: House, settings: OpenIdSettings, subject: str) -> Account | None:
    id = account_of_identity(house.store, settings.issuer, subject)
    return account(house.store, id) if id else None


def _by_address(house: House, settings: OpenIdSettings, claims: Mapping[str, Any]) -> Account:
    email = str(claims.get("email", ""))
    if not email or not (claims.get("email_verified") is True or settings.trusts_email):
        raise refused("sso-ingen-adress")
    who = account_by_email(house.store, email)
    if who is None and settings.creates and all_accounts(house.store):  # the first is the administrator
        described = Described(str(claims.get("name") or email), email, [Role.LASARE])
        who = add_from_elsewhere(house, described, settings.name)
    if who is None:
        raise refused("sso-inget-konto", adress=email)
    tie_identity(house.store, settings.issuer, str(claims["sub"]), who.id, house.now())
    add_entry(house.store, house.now(), who.name, "account-tied", who.email, {"vid": settings.name})
    return who
