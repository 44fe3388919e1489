"""What every use case works in: the store, the clock, and the folders."""

import secrets
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from service.store import FILENAME, Store, chosen_template, last_change

from .loading.memory import Memory

T = TypeVar("T")

OFFICIAL_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def new_secret() -> str:
    """A word that nobody can guess: 256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class House:
    """The store, the clock (passed in, so that nothing below reads the time), the data directory, how a word that
    nobody can guess is made, and what has been worked out before."""

    store: Store
    now: Callable[[], datetime]
    data: Path
    secret: Callable[[], str] = new_secret
    memory: Memory = field(default_factory=Memory)

    def template(self, name: str) -> bytes:
        """A template's bytes (`word/mrp.docx`): the one approved last, else the one that comes with the service.

        Raises `FileNotFoundError`.
        """
        chosen = chosen_template(self.store, name)
        return self.shipped_template(name) if chosen is None else chosen

    def shipped_template(self, name: str) -> bytes:
        """The bytes of the template that holds good while none is approved: a file in `DATA/mallar`, else the
        official one. Raises `FileNotFoundError`."""
        own = self.data / "mallar" / name
        return (own if own.exists() else OFFICIAL_TEMPLATES / name).read_bytes()

    def until_changed(self, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` gives, worked out anew only when something in the plans has changed. Nobody may change it."""
        return self.memory.recall((last_change(self.store), key), work)


@contextmanager
def open_house(data: Path, now: Callable[[], datetime], memory: Memory | None = None) -> Iterator[House]:
    """The house at a data directory, which is made when it is not there; `memory` is what is shared with others."""
    with Store(data / FILENAME) as store:
        yield House(store, now, data, memory=memory or Memory())
