"""The extracts of a meeting's minutes: one for each § and receiver, which to send, and which have been sent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from service.documents.motet import mottagare
from service.store import SentExtract, Version, add_entry, send_extracts, sent_extracts

from ..house import House
from ..loading.plans import name_of
from .loading import meeting_id
from .papers import Meeting, open_meeting


@dataclass(frozen=True, slots=True)
class Extract:
    """An extract: of which §, under which heading, to whom; when and by whom it was sent (None: it was not).

    `place` is its receiver's among those of the §, from 1.
    """

    paragraf: int
    rubrik: str
    receiver: str
    place: int
    at: datetime | None = None
    by: str = ""

    @property
    def key(self) -> str:
        """What it is asked for by: `120-1`."""
        return f"{self.paragraf}-{self.place}"


def extracts(house: House, meeting: Meeting) -> tuple[Extract, ...]:
    """Every extract that the minutes give, by §; none before the meeting is held."""
    sent = {(one.paragraf, one.receiver): one for one in sent_extracts(house.store, meeting_id(meeting.version.key))}
    held = sorted((punkt for punkt in meeting.mote.punkter if punkt.paragraf), key=lambda punkt: punkt.paragraf or 0)
    return tuple(
        Extract(punkt.paragraf or 0, punkt.rad.rubrik, to, place, one.at if one else None, one.by if one else "")
        for punkt in held
        for place, to in enumerate(mottagare(punkt), 1)
        for one in (sent.get((punkt.paragraf or 0, to)),)
    )


def mark_extracts_sent(house: House, version: Version, keys: Collection[str], *, by: str) -> int:
    """Note extracts (by their keys) as sent; gives how many had not been."""
    with house.store.transaction():
        known = extracts(house, open_meeting(house, version))
        fresh = [one for one in known if one.key in keys and one.at is None]
        if fresh:
            at = house.now()
            sent = (SentExtract(one.paragraf, one.receiver, at, by) for one in fresh)
            send_extracts(house.store, meeting_id(version.key), sent)
            told = ", ".join(f"§ {one.paragraf} till {one.receiver}" for one in fresh)
            add_entry(house.store, at, by, "meeting-extracts", name_of(version.key), {"utdrag": told})
    return len(fresh)
