"""Two versions or proposals of a plan side by side."""

from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.differences import Difference, mrp_differences, vp_differences
from service.chain.plans import Mrp, Verksamhetsplan
from service.store import PlanKey, Version, latest_version, plans_of_year, versions

from .answers import refused
from .ground import load_plan
from .house import House
from .plans import known_key, settings


def compare(house: House, kind: Kind, ar: int, namnd: str, before: str, after: str) -> list[Difference]:
    """What differs from `before` to `after`: each the number of a version (`1`) or the name of a proposal.

    Raises `Refused`.
    """
    key = known_key(house, PlanKey(kind, namnd, ar))
    one, other = (load_plan(house, named_version(house, key, name)) for name in (before, after))
    if isinstance(one, Mrp) and isinstance(other, Mrp):
        return mrp_differences(one, other, settings(house, ar))
    if isinstance(one, Verksamhetsplan) and isinstance(other, Verksamhetsplan):
        return vp_differences(one, other)
    raise TypeError(f"no differences for {kind}")


def named_version(house: House, key: PlanKey, name: str) -> Version:
    """The plan's version of a number (`1`, `v1`), or the newest of its proposal of that name. Raises `Refused`."""
    if name.removeprefix("v").isdigit():
        number = int(name.removeprefix("v"))
        found = next((v for v in versions(house.store, key) if v.version == number), None)
    else:
        found = latest_version(house.store, known_key(house, replace(key, proposal=name)))
    if found is None:
        raise refused("ingen-version", namn=name, val=_choices(house, key))
    return found


def _choices(house: House, key: PlanKey) -> str:
    main = [f"{v.version}" for v in versions(house.store, key)]
    others = [v.key for v in plans_of_year(house.store, key.ar) if replace(v.key, proposal="") == key]
    return ", ".join([*main, *(other.proposal for other in others if other.proposal)]) or "inget finns"
