"""Forced interleavings: what somebody else does just before the transaction in which a use case writes."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from service.store import Store
from service.usecases.house import House, open_house


@contextmanager
def meanwhile(house: House, act: Callable[[House], Any]) -> Iterator[None]:
    """Inside, `act` is done once by somebody else, at the moment before the house's store begins to write."""
    waiting = [act]

    def transaction() -> AbstractContextManager[None]:
        if waiting and not house.store.db.conn.in_transaction:
            with open_house(house.data, house.now) as other:
                waiting.pop()(other)
        return Store.transaction(house.store)

    vars(house.store)["transaction"] = transaction
    try:
        yield
        assert not waiting, "nothing was written, so that nobody came between"
    finally:
        del vars(house.store)["transaction"]
