"""Plans in addresses: `verksamhetsplan.2027.BUN`, `uppfoljning.2027.BUN.T2`, `mrp.2027...ramar-februari`.

A code, a period and a name hold no full stop, so that every plan has one address and an address one plan.
"""

from urllib.parse import quote

from werkzeug.routing import BaseConverter, ValidationError

from schemas.workbooks import Kind
from service.store import PlanKey


class PlanConverter(BaseConverter):
    """A plan's key in an address."""

    regex = r"[a-z]+\.[0-9]{4}(?:\.[^/.]*){0,3}"

    def to_python(self, value: str) -> PlanKey:
        """The key that the address names. Raises `ValidationError` for a kind that is not there."""
        kind, ar, *rest = value.split(".")
        namnd, period, proposal = (*rest, "", "", "")[:3]
        try:
            return PlanKey(Kind(kind), namnd, int(ar), proposal, period)
        except ValueError as error:
            raise ValidationError from error

    def to_url(self, value: PlanKey) -> str:
        """The address of a key, without empty ends."""
        return quote(address_of(value), safe="")


def address_of(key: PlanKey) -> str:
    """The key as it stands in addresses."""
    return ".".join([key.kind.value, str(key.ar), key.namnd, key.period, key.proposal]).rstrip(".")
