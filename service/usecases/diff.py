"""Two versions or proposals of a plan side by side."""

from schemas.workbooks import Kind
from service.chain.differences import Difference, mrp_differences, vp_differences
from service.chain.plans import Mrp, Verksamhetsplan
from service.store import PlanKey, Version, latest_version, plans_of_year, versions

from .answers import refused
from .house import House
from .plans import load_plan, settings


def compare(house: House, kind: Kind, ar: int, namnd: str, before: str, after: str) -> list[Difference]:
    """What differs from `before` to `after`: each the number of a version (`1`) or the name of a proposal.

    Raises `Refused`.
    """
    one, other = (load_plan(house, named_version(house, kind, ar, namnd, name)) for name in (before, after))
    if isinstance(one, Mrp) and isinstance(other, Mrp):
        return mrp_differences(one, other, settings(house, ar))
    if isinstance(one, Verksamhetsplan) and isinstance(other, Verksamhetsplan):
        return vp_differences(one, other)
    raise TypeError(f"no differences for {kind}")


def named_version(house: House, kind: Kind, ar: int, namnd: str, name: str) -> Version:
    """The version of a number (`1`, `v1`) or the newest of a proposal's name. Raises `Refused`."""
    if name.removeprefix("v").isdigit():
        number = int(name.removeprefix("v"))
        found = next((v for v in versions(house.store, PlanKey(kind, namnd, ar)) if v.version == number), None)
    else:
        found = latest_version(house.store, PlanKey(kind, namnd, ar, name))
    if found is None:
        raise refused("ingen-version", namn=name, val=_choices(house, kind, ar, namnd))
    return found


def _choices(house: House, kind: Kind, ar: int, namnd: str) -> str:
    main = [f"{v.version}" for v in versions(house.store, PlanKey(kind, namnd, ar))]
    named = [v.key.proposal for v in plans_of_year(house.store, ar) if v.key.kind is kind and v.key.proposal]
    return ", ".join([*main, *named]) or "inget finns"
