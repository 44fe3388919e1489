"""What the nämnd's last meeting says that the next one mostly says too."""

from collections.abc import Mapping
from typing import Any

from service.chain.prefill_mote import meeting_of
from service.store import latest_version, records_of, submission

from ..house import House
from .loading import all_meetings

_ALIKE = ("plats", "ordforande", "sekreterare", "kallade", "forhinder")


def said_alike(house: House, kod: str) -> Mapping[str, Any]:
    """Fields of a new meeting of the nämnd; nothing where it has not met before."""
    own = [(day, key) for key in all_meetings(house) for named, day in [meeting_of(key.namnd)] if named == kod and day]
    version = latest_version(house.store, max(own, key=lambda pair: pair[0])[1]) if own else None
    if version is None:
        return {}
    form = next(iter(records_of(house.store, submission(house.store, version.submission)).get("mote", ())), None)
    return {name: form.values[name] for name in _ALIKE} if form else {}
