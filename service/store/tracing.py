"""What was asked of the database to come to a value: kept with the value, it tells later whether that still holds."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Read:
    """A question put to the database, and the hash of its answer."""

    sql: str
    parameters: tuple[Any, ...]
    answer: str


@dataclass(slots=True)
class Trace:
    """The questions asked so far, and what was read that never changes (`sources`: uploads, imports of figures)."""

    answers: dict[tuple[str, tuple[Any, ...]], str] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)

    def add(self, other: "Trace") -> None:
        """Note all that another trace holds."""
        self.answers |= other.answers
        self.keys |= other.keys

    @property
    def reads(self) -> tuple[Read, ...]:
        """Every question once, with its answer."""
        return tuple(Read(sql, parameters, answer) for (sql, parameters), answer in self.answers.items())

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of what never changes, in the order of their first reading."""
        return tuple(self.keys)


def hash_of(rows: Sequence[Mapping[str, Any]]) -> str:
    """A hash of an answer."""
    return hashlib.blake2b(repr(rows).encode(), digest_size=12).hexdigest()
