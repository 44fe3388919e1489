"""Plans and meetings in addresses, to and from their keys and names."""

from urllib.parse import quote

from werkzeug.routing import BaseConverter, ValidationError

from service.store import PlanKey
from service.usecases.loading.planaddress import PATTERN, address_of, key_at
from service.usecases.meetings import address as meetingaddress

__all__ = ["MeetingConverter", "PlanConverter", "address_of"]


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


class MeetingConverter(BaseConverter):
    """A meeting's name in an address."""

    regex = meetingaddress.PATTERN

    def to_python(self, value: str) -> str:
        """The name that the address stands for."""
        return meetingaddress.meeting_at(value)

    def to_url(self, value: str) -> str:
        """The address of a name."""
        return quote(meetingaddress.address_of_meeting(value), safe="")
