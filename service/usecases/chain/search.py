"""Full-text search in the goal chain: what somebody may read of goals, results, activities, mått, uppdrag, analyses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.workbooks import workbook_schema
from service.store import Account, Hit, index_texts, search

from ..accounts.access import may_read
from ..house import House
from ..loading.plans import name_of


@dataclass(frozen=True, slots=True)
class Found:
    """A text that was found: where it stands in words, its number (empty where it has none), and the hit itself."""

    where: str
    plan: str
    hit: Hit


def search_chain(house: House, who: Account, words: str, ar: int, most: int = 60) -> tuple[Found, ...]:
    """The texts of the year that hold every word, or one that begins so, of plans that they may read."""
    index_texts(house.store)
    hits = (hit for hit in search(house.store, words, ar) if may_read(who, hit.key, hit.state))
    return tuple(_found(hit) for _, hit in zip(range(most), _once(hits), strict=False))


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Each text once, although several versions of a plan hold it: as the best of them has it."""
    seen: set[tuple[object, ...]] = set()
    for hit in hits:
        mark = (hit.record_id or hit.submission, hit.field, hit.key.period, hit.key.proposal)
        if mark not in seen:
            seen.add(mark)
            yield hit


def _found(hit: Hit) -> Found:
    sheet = workbook_schema(hit.key.kind).sheet(hit.sheet)
    column = sheet.columns().get(hit.field)
    where = f"{sheet.title}, {column.heading}" if column and column.heading not in sheet.title else sheet.title
    return Found(where, name_of(hit.key), hit)
