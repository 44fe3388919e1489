"""What was worked out once and holds until something in the plans changes, shared by all who ask."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
_AT_MOST = 400


class Memory:
    """Values by what they were worked out from. The oldest are forgotten; two who ask at once may both work."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` gave for the key, or gives now. The value must be one that nobody changes."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                found: T = self._known[key]
                return found
        made = work()
        with self._lock:
            self._known[key] = made
            while len(self._known) > _AT_MOST:
                self._known.popitem(last=False)
        return made
