"""Two versions of a plan compared, by somebody who may read them both."""

from dataclasses import dataclass

from schemas.workbooks import Kind
from service.chain.differences import Difference
from service.store import Account, PlanKey, Version, plans_of_year, versions

from .access import may_read
from .compare import Compared, compare_versions
from .diff import compare
from .house import House

WITH_PAPERS = frozenset({Kind.MRP, Kind.VERKSAMHETSPLAN, Kind.STYRDOKUMENT})


@dataclass(frozen=True, slots=True)
class Comparison:
    """What may be compared (by name: a version's number, a proposal's name), what is, and what differs."""

    choices: tuple[tuple[str, Version], ...]
    before: str
    after: str
    differences: tuple[Difference, ...]
    has_paper: bool


def comparison(house: House, who: Account, key: PlanKey, before: str, after: str) -> Comparison | None:
    """Two versions of a plan side by side; of names that are none the newest two. None where there are not two to read.

    Raises `Refused`.
    """
    choices = _choices(house, who, key)
    names = [name for name, _ in choices]
    if len(names) < 2:
        return None
    one, other = (before, after) if {before, after} <= set(names) and before != after else (names[-2], names[-1])
    found = house.until_changed(
        ("differences", key, one, other),
        lambda: tuple(compare(house, key.kind, key.ar, key.namnd, one, other, key.period)),
    )
    return Comparison(choices, one, other, found, key.kind in WITH_PAPERS)


def comparison_paper(house: House, who: Account, key: PlanKey, before: str, after: str) -> Compared | None:
    """The newer paper with what differs from the older as tracked changes; None where there is none for them.

    Raises `Refused`, and the engines' faults of a template.
    """
    found = comparison(house, who, key, before, after)
    if found is None or not found.has_paper:
        return None
    return compare_versions(house, key.kind, key.ar, key.namnd, found.before, found.after, by=who.name)


def comparable(house: House, who: Account, ar: int) -> tuple[PlanKey, ...]:
    """The year's plans of which somebody may read two versions or more."""
    keys = dict.fromkeys(_main(version.key) for version in plans_of_year(house.store, ar))
    return tuple(key for key in keys if len(_choices(house, who, key)) > 1)


def _choices(house: House, who: Account, key: PlanKey) -> tuple[tuple[str, Version], ...]:
    own = [(str(version.version), version) for version in versions(house.store, _main(key))]
    beside = [(v.key.proposal, v) for v in plans_of_year(house.store, key.ar) if v.key.proposal and _main(v.key) == key]
    return tuple((name, v) for name, v in [*own, *beside] if may_read(who, v.key, v.state))


def _main(key: PlanKey) -> PlanKey:
    return PlanKey(key.kind, key.namnd, key.ar, "", key.period)
