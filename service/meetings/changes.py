"""What has changed since the last dispatch, paper by paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Sendable(Protocol):
    """What is known of a paper: its lasting key, where it stands, its title, and what its content is known by."""

    @property
    def key(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def content(self) -> str: ...


class What(StrEnum):
    """What has become of a paper."""

    NEW = "ny"
    CHANGED = "ändrad"
    MOVED = "har fått nytt nummer"
    GONE = "utgår"


@dataclass(frozen=True, slots=True)
class Change:
    """A paper that is not as it was last sent: what has become of it, its number now and then."""

    what: What
    key: str
    title: str
    number: str
    before: str = ""

    @property
    def line(self) -> str:
        """`4.2 Yttrande: ny`, `3.1 Plan: har fått nytt nummer (var 4.1)`."""
        was = f" (var {self.before})" if self.what is What.MOVED else ""
        return f"{self.number} {self.title}".strip() + f": {self.what.value}{was}"


def changes_since(before: Sequence[Sendable], now: Sequence[Sendable]) -> tuple[Change, ...]:
    """What differs, in the order of the papers now; what is gone comes last."""
    known = {paper.key: paper for paper in before}
    found = []
    for paper in now:
        old = known.pop(paper.key, None)
        if old is None:
            found.append(Change(What.NEW, paper.key, paper.title, paper.number))
        elif old.content != paper.content:
            found.append(Change(What.CHANGED, paper.key, paper.title, paper.number, old.number))
        elif old.number != paper.number:
            found.append(Change(What.MOVED, paper.key, paper.title, paper.number, old.number))
    gone = (Change(What.GONE, paper.key, paper.title, paper.number) for paper in known.values())
    return (*found, *gone)
