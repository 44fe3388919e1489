"""Who may open which address. Every view says it, and one that does not cannot be opened at all."""

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from service import api
from service.store import Account
from service.usecases.accounts.rights import (
    Opening,
    Right,
    for_signed_in,
    open_to_all,
    opening,
    requires,
    requires_on_meeting,
    requires_on_plan,
    right_of,
)
from service.usecases.accounts.sessions import who_is

from .household import house

__all__ = [
    "TOKEN", "Right", "for_signed_in", "init_guards", "open_to_all", "requires", "requires_on_meeting",
    "requires_on_plan", "right_of", "signed_in", "user",
]  # fmt: skip
TOKEN = "inloggning"  # where in the signed cookie the session's token stands


def init_guards(app: Flask) -> None:
    """Ask for the right of every view before it is called."""
    app.before_request(_guard)


def signed_in() -> Account | None:
    """Who has asked for this page, or None."""
    if "account" not in g:
        token = session.get(TOKEN, "")
        g.account = who_is(house(), token) if token else None
        if token and g.account is None:
            session.clear()
    found: Account | None = g.account
    return found


def user() -> Account:
    """Who has asked for this page, where only those signed in can."""
    found = signed_in()
    if found is None:
        abort(401)
    return found


def _guard() -> Response | None:
    if request.endpoint is None or request.endpoint == "static" or api.is_own(request.blueprint):
        return None  # the API asks for the same rights by its own tokens
    right = right_of(current_app.view_functions[request.endpoint])
    if not right.signed_in:
        return None
    who = signed_in()
    if who is None:
        return redirect(url_for("konto.sign_in_page", till=_way_back()))
    found = opening(house(), who, right, request.view_args or {})
    if found is not Opening.OPEN:
        abort(404 if found is Opening.HIDDEN else 403)
    return None


def _way_back() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" and request.path != "/" else None
