"""What it takes to open an address: said at every view, of the pages as of the API, and judged here for both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from service.store import Account, PlanKey

from .access import Action, may
from .history import plan_of
from .house import House

_RIGHT = "malkedjan_right"
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Right:
    """What it takes to open an address: being signed in, a right, or a right to the plan that the address names."""

    signed_in: bool = True
    action: Action | None = None
    on_plan: bool = False


class Opening(Enum):
    """How an address stands to somebody: open, theirs to see but not to do, or nothing at all."""

    OPEN = auto()
    FORBIDDEN = auto()
    HIDDEN = auto()


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


def right_of(view: Callable[..., Any]) -> Right:
    """The right that a view asks for. Raises `LookupError` for one that says nothing."""
    right: Right | None = getattr(view, _RIGHT, None)
    if right is None:
        raise LookupError(f"{view.__name__} does not say who may open it")
    return right


def opening(house: House, who: Account, right: Right, named: Mapping[str, Any]) -> Opening:
    """How an address stands to somebody signed in; `named` is what the address says (`key`, `inlamning`)."""
    if not right.on_plan:
        return Opening.OPEN if right.action is None or may(who, right.action) else Opening.FORBIDDEN
    plan: PlanKey | None = plan_of(house, named["inlamning"]) if "inlamning" in named else named.get("key")
    if plan is None or not may(who, Action.SEE_DRAFT, plan):
        return Opening.HIDDEN
    return Opening.OPEN if right.action is None or may(who, right.action, plan) else Opening.FORBIDDEN


def _with(view: View, right: Right) -> View:
    setattr(view, _RIGHT, right)
    return view
