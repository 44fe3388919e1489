"""Two versions or proposals of a plan side by side, or two versions or periods of a follow-up."""

from dataclasses import replace

from schemas.workbooks import Kind, Period, workbook_schema
from service.chain.celldifferences import cell_differences
from service.chain.differences import Difference, frame_differences
from service.chain.plans import Mrp
from service.store import PlanKey, Version, latest_version, plans_of_year, versions

from ..answers import refused
from ..house import House
from ..loading.ground import load_plan
from ..loading.plans import known_key, settings


def compare(
    house: House, kind: Kind, ar: int, namnd: str, before: str, after: str, period: str = ""
) -> list[Difference]:
    """What differs from `before` to `after`: each the number of a version (`1`), the name of a proposal or, of a
    follow-up, a period (`T1`: its newest version). Raises `Refused`.
    """
    one, other = (
        load_plan(house, named_version(house, _key(house, PlanKey(kind, namnd, ar, "", period), name), name))
        for name in (before, after)
    )
    cells = cell_differences(one, other)
    if isinstance(one, Mrp) and isinstance(other, Mrp):
        return [*frame_differences(one, other, settings(house, ar)), *cells]
    return cells


def _key(house: House, key: PlanKey, name: str) -> PlanKey:
    """The plan meant; a follow-up's own name may be its period."""
    is_period = workbook_schema(key.kind).per_period and name.upper() in set(Period)
    return known_key(house, replace(key, period=name) if is_period else key)


def named_version(house: House, key: PlanKey, name: str) -> Version:
    """The plan's version of a number (`1`, `v1`), or the newest of its proposal or period of that name.

    Raises `Refused`.
    """
    if key.period and name.upper() == key.period:
        found = latest_version(house.store, key)
    elif name.removeprefix("v").isdigit():
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
