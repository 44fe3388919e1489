"""Official numbers: given once, never used again, the same in every paper.

Inriktningsmål `2`, förväntat resultat `2.3`, aktivitet `2.3.1`, mått `M2a` on a goal and `M2.3a` on a result, KF's
tasks `U4`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from .values import Nummer


@dataclass(frozen=True, slots=True)
class GivenNumbers:
    """The numbers already given: by row id, and every one that has ever been used (also by rows since removed).

    `tidigare` holds those that last year's plan gave to rows that may live on, by row id.
    """

    by_id: Mapping[str, str] = field(default_factory=dict)
    used: frozenset[str] = frozenset()
    tidigare: Mapping[str, str] = field(default_factory=dict)


def number_rows(ids: Iterable[str], given: GivenNumbers, spell: Callable[[int], str]) -> dict[str, Nummer]:
    """A number for each row id, in order: the given one, or provisionally the next that has never been used.

    `spell` writes the n:th number of the series (1 gives `2.1`).
    """
    rows = list(ids)
    before = given.tidigare
    numbers = {id: Nummer(given.by_id[id], tidigare=before.get(id, "")) for id in rows if id in given.by_id}
    new = [id for id in rows if id not in numbers]
    following = _after_last(given.used, spell) if new else 0
    return numbers | {
        id: Nummer(spell(n), given=False, tidigare=before.get(id, "")) for n, id in enumerate(new, following)
    }


def plain_series(n: int) -> str:
    """`1`, `2`, `3` …"""
    return str(n)


def under(parent: str) -> Callable[[int], str]:
    """The series below a number: `2.1`, `2.2` …"""
    return lambda n: f"{parent}.{n}"


def matt_on(parent: str) -> Callable[[int], str]:
    """The series of mått on a goal or result: `M2a`, `M2b` … `M2z`, `M2aa` …"""
    return lambda n: f"M{parent}{_letters(n)}"


def uppdrag_series(n: int) -> str:
    """The series of KF's tasks: `U1`, `U2` …"""
    return f"U{n}"


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key by which `2.10` comes after `2.9`."""
    return tuple((int(digits or 0), word) for digits, word in re.findall(r"(\d+)|([^\d.]+)", text.casefold()))


def _after_last(used: frozenset[str], spell: Callable[[int], str]) -> int:
    """The place after the last one used in the series; gaps are never filled."""
    last, candidate = 0, 0
    while candidate < last + len(used) + 1:
        candidate += 1
        if spell(candidate) in used:
            last = candidate
    return last + 1


def _letters(n: int) -> str:
    letters = ""
    while n:
        n, rest = divmod(n - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
