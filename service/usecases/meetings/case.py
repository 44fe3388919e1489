"""A meeting with all that its rules look at."""

from service.chain.plans import Installningar
from service.rules import MoteCase
from service.store import Version, listed_files

from ..house import House
from .loading import load_mote, meeting_id


def meeting_case(house: House, version: Version, installningar: Installningar) -> MoteCase:
    """A meeting with all that it is judged against."""
    files = frozenset(file.name.casefold() for file in listed_files(house.store, meeting_id(version.key)))
    return MoteCase(mote=load_mote(house, version), installningar=installningar, filer=files)
