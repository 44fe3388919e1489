"""Where the figures come from, as somebody may be told it: only of plans that they may read."""

from collections.abc import Iterable

from schemas.workbooks import Kind
from service.chain.values import Head
from service.store import Account, PlanKey, document_content

from ..accounts.access import may_read
from ..answers import refused
from ..house import House
from ..papers.written import paper_with
from ..trace import Traced, trace_file, trace_number, trace_official


def origins(house: House, who: Account, text: str, ar: int) -> tuple[Traced, ...]:
    """Everything that a number or an amount is in the year's plans. Raises `Refused` when it is nowhere that they may
    read."""
    found = _readable(who, trace_number(house, text, ar))
    if not found:
        raise refused("okant-tal", tal=text, ar=str(ar))
    return found


def origins_of(house: House, who: Account, number: str, ar: int) -> tuple[Traced, ...]:
    """The rows of the year's plans that carry an official number, of plans that they may read."""
    return _readable(who, trace_official(house, number, ar))


def origins_in(house: House, who: Account, sha256: str) -> tuple[Traced, ...] | None:
    """Every number and amount of a written paper; None where there is no such paper that they may read."""
    if paper_with(house, who, sha256) is None:
        return None
    content = document_content(house.store, sha256)
    if content is None:
        return None
    found = house.memory.recall(("origins in", sha256), lambda: tuple(trace_file(house, content, sha256)[1]))
    return _readable(who, found)


def key_of_head(head: Head) -> PlanKey:
    """The plan that a head belongs to."""
    return PlanKey(Kind(head.kind), head.namnd, head.ar, head.proposal, head.period)


def _readable(who: Account, found: Iterable[Traced]) -> tuple[Traced, ...]:
    return tuple(t for t in found if may_read(who, key_of_head(t.origin.head), t.origin.head.state))
