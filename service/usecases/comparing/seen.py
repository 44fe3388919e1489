"""Two versions of a plan compared, by somebody who may read them both."""

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.workbooks import Kind
from service.chain.differences import Difference
from service.store import Account, PlanKey, Version, plans_of_year, versions

from ..accounts.access import may_read
from ..house import House
from .differences import compare
from .tracked import Compared, compare_versions

WITH_PAPERS = frozenset({Kind.MRP, Kind.VERKSAMHETSPLAN, Kind.STYRDOKUMENT})

Choices = tuple[tuple[str, Version], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What may be compared (by name: a version's number, a proposal's name), what is, and what differs."""

    choices: Choices
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
    return tuple(key for key in _of_year(house, ar) if len(_choices(house, who, key)) > 1)


def _choices(house: House, who: Account, key: PlanKey) -> Choices:
    return tuple((name, v) for name, v in _of_year(house, key.ar).get(_main(key), ()) if may_read(who, v.key, v.state))


def _of_year(house: House, ar: int) -> Mapping[PlanKey, Choices]:
    """Every version of the year's plans by plan, and the newest of each proposal beside them."""
    return house.until_changed(("versions", ar), lambda: _gathered(house, ar))


def _gathered(house: House, ar: int) -> Mapping[PlanKey, Choices]:
    found: dict[PlanKey, Choices] = {}
    for newest in plans_of_year(house.store, ar):
        main = _main(newest.key)
        own = () if newest.key.proposal else tuple((str(v.version), v) for v in versions(house.store, newest.key))
        found[main] = (*found.get(main, ()), *(own or ((newest.key.proposal, newest),)))
    return found


def _main(key: PlanKey) -> PlanKey:
    return PlanKey(key.kind, key.namnd, key.ar, "", key.period)
