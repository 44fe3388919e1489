"""What it takes to open an address: said at every view, of the pages as of the API, and judged here for both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from service.store import Account, PlanKey

from ..house import House
from ..meetings.loading import is_sent, meeting_key
from ..submitting.history import plan_of
from .access import Action, may, may_see_meeting

_RIGHT = "malkedjan_right"
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Right:
    """What it takes to open an address: being signed in, a right, or a right to the plan or the meeting that it
    names."""

    signed_in: bool = True
    action: Action | None = None
    on_plan: bool = False
    on_meeting: bool = False


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


def requires_on_meeting(action: Action) -> Callable[[View], View]:
    """The view may be opened by those with a right to the meeting that its address names (`mote`). `SEE_MEETING` opens
    it for everybody once the kallelse has been sent; for those who may not see the meeting there is nothing there."""
    return lambda view: _with(view, Right(action=action, on_meeting=True))


def right_of(view: Callable[..., Any]) -> Right:
    """The right that a view asks for. Raises `LookupError` for one that says nothing."""
    right: Right | None = getattr(view, _RIGHT, None)
    if right is None:
        raise LookupError(f"{view.__name__} does not say who may open it")
    return right


def opening(house: House, who: Account, right: Right, named: Mapping[str, Any]) -> Opening:
    """How an address stands to somebody signed in; `named` is what the address says (`key`, `inlamning`, `mote`)."""
    if right.on_meeting:
        return _opening_at_meeting(house, who, right, named["mote"])
    if not right.on_plan:
        return Opening.OPEN if right.action is None or may(who, right.action) else Opening.FORBIDDEN
    plan: PlanKey | None = plan_of(house, named["inlamning"]) if "inlamning" in named else named.get("key")
    if plan is None or not may(who, Action.SEE_DRAFT, plan):
        return Opening.HIDDEN
    return Opening.OPEN if right.action is None or may(who, right.action, plan) else Opening.FORBIDDEN


def _opening_at_meeting(house: House, who: Account, right: Right, mote: str) -> Opening:
    key = meeting_key(house, mote)
    if key is None or not may_see_meeting(who, key, sent=is_sent(house, key)):
        return Opening.HIDDEN
    is_looking = right.action in (None, Action.SEE_MEETING)
    return Opening.OPEN if is_looking or may(who, right.action or Action.SEE_MEETING, key) else Opening.FORBIDDEN


def _with(view: View, right: Right) -> View:
    setattr(view, _RIGHT, right)
    return view
