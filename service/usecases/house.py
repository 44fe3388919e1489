"""What every use case works in: the store, the clock, and the folders."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from service.store import FILENAME, Store

OFFICIAL_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@dataclass(frozen=True, slots=True)
class House:
    """The store, the clock (passed in, so that nothing below reads the time), and the data directory."""

    store: Store
    now: Callable[[], datetime]
    data: Path

    def template(self, name: str) -> bytes:
        """A template's bytes (`word/mrp.docx`): the municipality's own in `DATA/mallar`, else the official one.

        Raises `FileNotFoundError`.
        """
        own = self.data / "mallar" / name
        return (own if own.exists() else OFFICIAL_TEMPLATES / name).read_bytes()


@contextmanager
def open_house(data: Path, now: Callable[[], datetime]) -> Iterator[House]:
    """The house at a data directory, which is made when it is not there."""
    with Store(data / FILENAME) as store:
        yield House(store, now, data)
