"""Which documents a batch is of: the year's, narrowed to what was asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from service.engine import code_stamp
from service.store import Answers, BatchDocument, KeptOrders, keep_orders, kept_orders

from ..answers import refused
from ..house import House


@dataclass(frozen=True, slots=True)
class BatchWish:
    """What a batch is to make: the year's documents, or those of some kinds, nämnder and periods.

    `layout` gives the Word files their page numbers, where LibreOffice is; `pdf` makes PDFs of them too. With `utkast`
    a revision under way is shown in place of what is adopted.
    """

    ar: int
    kinds: tuple[str, ...] = ()
    namnder: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    pdf: bool = False
    layout: bool = True
    utkast: bool = False

    @property
    def stored(self) -> dict[str, Any]:
        """The wish as JSON values."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @staticmethod
    def restored(values: Mapping[str, Any]) -> "BatchWish":
        """The wish that `stored` gave."""
        kept: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
        return BatchWish(**kept)

    def includes(self, order: dict[str, Any]) -> bool:
        """Whether a document is asked for; what belongs to no period or nämnd is left out where one is named."""
        namnder = {namnd.casefold() for namnd in self.namnder}
        periods = {period.upper() for period in self.periods}
        return (
            (not self.kinds or order["kind"] in self.kinds)
            and (not namnder or order.get("namnd", "").casefold() in namnder)
            and (not periods or order.get("period", "") in periods)
        )


def documents_of(
    house: House, wish: BatchWish, get_ready: Callable[[], None] = lambda: None
) -> Iterator[BatchDocument]:
    """The documents asked for, in the year's order. Raises `Refused` when there are none.

    `get_ready` is called where plans have changed, so that there will be something to make.
    """
    found = False
    for key in _keys(house, wish.ar, get_ready):
        order = json.loads(key)
        if wish.includes(order):
            found = True
            if wish.utkast:
                key = json.dumps({**order, "utkast": True}, ensure_ascii=False, sort_keys=True)
            yield BatchDocument(
                place=0, kind=order["kind"], namnd=order.get("namnd", ""), filename=order["filename"], key=key
            )
    if not found:
        raise refused("inga-dokument", ar=str(wish.ar))


def _keys(house: House, ar: int, get_ready: Callable[[], None]) -> tuple[str, ...]:
    """The year's orders as keys: as they were found last, if nothing that tells of them has changed."""
    kept = kept_orders(house.store, ar)
    if kept is None or kept.code != code_stamp() or not Answers(house.store).hold(kept.reads):
        get_ready()
        with house.store.traced() as trace:
            keys = tuple(_found(house, ar))
        kept = KeptOrders(ar=ar, code=code_stamp(), reads=trace.reads, keys=keys)
        keep_orders(house.store, kept)
    return kept.keys


def _found(house: House, ar: int) -> Iterator[str]:
    from ..papers.orders import orders_of_year  # loads every schema and paper: only when it is needed

    for order in orders_of_year(house, ar):
        values = {name: value for name, value in asdict(order).items() if value}
        yield json.dumps({**values, "filename": order.file_name}, ensure_ascii=False, sort_keys=True)
