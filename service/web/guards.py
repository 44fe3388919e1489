"""Who may open which address. Every view says it, and one that does not cannot be opened at all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from service.store import Account, PlanKey
from service.usecases.access import Action, may
from service.usecases.history import plan_of
from service.usecases.sessions import who_is

from .household import house

TOKEN = "inloggning"  # where in the signed cookie the session's token stands
_RIGHT = "malkedjan_right"
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Right:
    """What it takes to open an address: being signed in, a right, or a right to the plan that the address names."""

    signed_in: bool = True
    action: Action | None = None
    on_plan: bool = False


def open_to_all(view: View) -> View:
    """The view may be opened by anyone, signed in or not."""
    return _with(view, Right(signed_in=False))


def for_signed_in(view: View) -> View:
    """The view may be opened by anyone signed in; it shows each what they may see."""
    return _with(view, Right())


def requires(action: Action) -> Callable[[View], View]:
    """The view may be opened by those with a right; others are told that they have not."""
    return lambda view: _with(view, Right(action=action))


def requires_on_plan(action: Action) -> Callable[[View], View]:
    """The view may be opened by those with a right to the plan that its address names (`key`, or the id `inlamning`).

    For those who may not even see the plan's drafts there is nothing at the address.
    """
    return lambda view: _with(view, Right(action=action, on_plan=True))


def init_guards(app: Flask) -> None:
    """Ask for the right of every view before it is called."""
    app.before_request(_guard)


def right_of(view: Callable[..., Any]) -> Right:
    """The right that a view asks for. Raises `LookupError` for one that says nothing."""
    right: Right | None = getattr(view, _RIGHT, None)
    if right is None:
        raise LookupError(f"{view.__name__} does not say who may open it")
    return right


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
    if request.endpoint is None or request.endpoint == "static":
        return None
    right = right_of(current_app.view_functions[request.endpoint])
    if not right.signed_in:
        return None
    who = signed_in()
    if who is None:
        return redirect(url_for("konto.sign_in_page", till=_way_back()))
    if right.on_plan:
        _guard_plan(who, right)
    elif right.action is not None and not may(who, right.action):
        abort(403)
    return None


def _guard_plan(who: Account, right: Right) -> None:
    plan = _named_plan()
    if plan is None or not may(who, Action.SEE_DRAFT, plan):
        abort(404)
    if right.action is not None and not may(who, right.action, plan):
        abort(403)


def _named_plan() -> PlanKey | None:
    """The plan that the address names, spelled as it is known; None where there is none such."""
    named = request.view_args or {}
    return plan_of(house(), named["inlamning"]) if "inlamning" in named else named.get("key")


def _way_back() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" and request.path != "/" else None


def _with(view: View, right: Right) -> View:
    setattr(view, _RIGHT, right)
    return view
