"""What the API asks of the service that it is mounted in, and who asks it for something."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, g, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, NotFound, Unauthorized

from service.store import Account, ApiToken
from service.usecases.accounts.rights import Opening, opening, right_of
from service.usecases.accounts.tokens import Bearer, bearer_of
from service.usecases.house import House
from service.workbooks import Reading

_KEY = "malkedjan-api"
_CHALLENGE = WWWAuthenticate("Bearer", {"realm": "Malkedjan"})


@dataclass(frozen=True, slots=True)
class Doorway:
    """How the API opens the house of a request, reads a workbook apart from the process, and tells of a new batch."""

    house: Callable[[], House]
    read: Callable[[bytes, str], Reading]
    wake: Callable[[], None]


def set_doorway(extensions: dict[str, object], doorway: Doorway) -> None:
    """Keep the doorway with the app."""
    extensions[_KEY] = doorway


def doorway() -> Doorway:
    """The doorway of the app that answers."""
    found: Doorway = current_app.extensions[_KEY]
    return found


def house() -> House:
    """The house of this request."""
    return doorway().house()


def user() -> Account:
    """Whom the program acts for. Raises `Unauthorized`."""
    return _bearer().account


def token() -> ApiToken:
    """The token by which it does. Raises `Unauthorized`."""
    return _bearer().token


def guard() -> None:
    """Raises `Unauthorized`, `Forbidden` or `NotFound` where the address is not open to who asks."""
    right = right_of(current_app.view_functions[request.endpoint or ""])
    if not right.signed_in:
        return
    found = opening(house(), user(), right, request.view_args or {})
    if found is Opening.HIDDEN:
        raise NotFound
    if found is Opening.FORBIDDEN:
        raise Forbidden


def caller() -> str:
    """Whose calls are counted together: a token's, or those from an address without one."""
    given = _secret()
    found = bearer_of(house(), given) if given else None
    return f"nyckel {found.token.id}" if found else f"adress {request.remote_addr}"


def _bearer() -> Bearer:
    """By the Authorization header alone: no cookie lets anybody in here, so no page elsewhere can ask in one's name."""
    if "bearer" not in g:
        given = _secret()
        g.bearer = bearer_of(house(), given) if given else None
    found: Bearer | None = g.bearer
    if found is None:
        raise Unauthorized(www_authenticate=_CHALLENGE)
    return found


def _secret() -> str:
    given = request.authorization
    return (given.token or "") if given is not None and given.type == "bearer" else ""
