"""The §§ that a nämnd has given in a calendar year, each with its ärende and its meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from service.chain.moten import Punkt
from service.store import Account, PlanKey, given_paragraphs

from ..accounts.access import may_see_meeting
from ..house import House
from .loading import find_meeting, is_sent, key_with_id, load_mote


@dataclass(frozen=True, slots=True)
class ListedParagraph:
    """A § that has been given: when, at which meeting (its name), to what. `rubrik` is empty where the ärende no longer
    stands on the meeting's list."""

    paragraf: int
    datum: date
    mote: str
    rubrik: str = ""
    dnr: str = ""


def paragraphs_of_year(house: House, who: Account, namnd: str, ar: int) -> tuple[ListedParagraph, ...]:
    """Every § that a nämnd gave in a calendar year, by number, of the meetings that somebody may see."""
    given = given_paragraphs(house.store, namnd, ar)
    keys = {one.meeting: key_with_id(one.meeting) for one in given}
    seen = {id: key for id, key in keys.items() if may_see_meeting(who, key, sent=is_sent(house, key))}
    punkter = {(id, punkt.rad.id): punkt for id, key in seen.items() for punkt in _punkter(house, key)}
    return tuple(
        ListedParagraph(
            one.paragraf, one.datum, seen[one.meeting].namnd,
            *((punkt.rad.rubrik, punkt.rad.dnr) if (punkt := punkter.get((one.meeting, one.record_id))) else ()),
        )
        for one in given
        if one.meeting in seen
    )  # fmt: skip


def _punkter(house: House, key: PlanKey) -> Iterator[Punkt]:
    yield from load_mote(house, find_meeting(house, key.namnd)).punkter
