"""Throw a draft away: what was sent in stays in the history, and the plan is again what it was before the draft."""

from schemas.workbooks import Kind
from service.chain.values import State
from service.store import PlanKey, Version, add_entry, discard_submission, remove_draft, versions

from .answers import Refused, answer, first_capital
from .house import House
from .loading.plans import current_version, known_key, name_of, still_current


def discard(house: House, key: PlanKey, *, by: str, submission: str = "") -> Version | None:
    """Throw the plan's draft away. Gives the version that the plan falls back to; None where there was none before.

    `submission` is the draft that the person has looked at: another is not thrown away. Raises `Refused` for what is
    handed in or adopted, and for a meeting, which is no draft of anything.
    """
    key = known_key(house, key)
    version = current_version(house, key)
    if submission and version.submission != submission:
        raise Refused(answer("andrad-under-tiden", plan=first_capital(name_of(key))))
    if version.state is not State.UTKAST or key.kind is Kind.MOTE:
        shown = version.state.value if key.kind is not Kind.MOTE else "ett sammanträde"
        raise Refused(answer("inte-att-kasta", plan=first_capital(name_of(key)), tillstand=shown))
    with house.store.transaction():
        still_current(house, version)
        remove_draft(house.store, version)
        discard_submission(house.store, version.submission, house.now(), by)
        details = {"version": version.version, "inlämning": version.submission}
        add_entry(house.store, house.now(), by, "discard", name_of(key), details)
    return next(reversed(versions(house.store, key)), None)
