"""How many fel and warnings a plan has, kept until what it is judged on changes."""

import hashlib

from service.findings import Level
from service.rules import Stage
from service.store import Verdict, Version, keep_verdict, kept_verdict

from ..answers import Refused
from ..house import House
from .ground import todays_ground
from .judging import judged
from .plans import adopted_plan_before

_EDITION = 1  # raised when the rules come to judge otherwise


def verdict(house: House, version: Version) -> Verdict | None:
    """What the rules say of a version today, counted; None where there is nothing to judge it against."""
    try:
        ground = _ground(house, version)
        kept = kept_verdict(house.store, version.submission, ground)
        return kept or _judged(house, version, ground)
    except Refused:
        return None


def _judged(house: House, version: Version, ground: str) -> Verdict:
    found = judged(house, version, Stage.HAND_IN)
    counts = Verdict(*(sum(f.level is level for f in found) for level in (Level.FEL, Level.VARNING)))
    keep_verdict(house.store, version.submission, ground, counts)
    return counts


def _ground(house: House, version: Version) -> str:
    """What names all that the rules look at: what the plan stands on today, and the version that it revises."""
    before = adopted_plan_before(house, version)
    parts = (_EDITION, version.submission, todays_ground(house, version.key), before and before.submission)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
