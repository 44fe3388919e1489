"""Plans in addresses, to and from their keys."""

from urllib.parse import quote

from werkzeug.routing import BaseConverter, ValidationError

from service.store import PlanKey
from service.usecases.planaddress import PATTERN, address_of, key_at

__all__ = ["PlanConverter", "address_of"]


class PlanConverter(BaseConverter):
    """A plan's key in an address."""

    regex = PATTERN

    def to_python(self, value: str) -> PlanKey:
        """The key that the address names. Raises `ValidationError` for a kind that is not there."""
        try:
            return key_at(value)
        except ValueError as error:
            raise ValidationError from error

    def to_url(self, value: PlanKey) -> str:
        """The address of a key."""
        return quote(address_of(value), safe="")
