"""Plans in addresses: `verksamhetsplan.2027.BUN`, `uppfoljning.2027.BUN.T2`, `mrp.2027...ramar-februari`.

A code, a period and a name hold no full stop, so that every plan has one address and an address one plan.
"""

from schemas.workbooks import Kind
from service.store import PlanKey

PATTERN = r"[a-z]+\.(?:19|20)[0-9]{2}(?:\.[^/.]*){0,3}"


def address_of(key: PlanKey) -> str:
    """The key as it stands in addresses, without empty ends."""
    return ".".join([key.kind.value, str(key.ar), key.namnd, key.period, key.proposal]).rstrip(".")


def key_at(address: str) -> PlanKey:
    """The key that an address of that pattern names. Raises `ValueError` for a kind that is not there."""
    kind, ar, *rest = address.split(".")
    namnd, period, proposal = (*rest, "", "", "")[:3]
    return PlanKey(Kind(kind), namnd, int(ar), proposal, period)
