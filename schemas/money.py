"""The units that people write after an amount, and an amount moved from one to another."""

from collections.abc import Mapping
from decimal import Decimal

_KRONOR: Mapping[str, int] = {
    "kr": 1, "kr.": 1, "kronor": 1, "sek": 1,
    "tkr": 1000, "kkr": 1000, "ksek": 1000,
    "mkr": 10**6, "mnkr": 10**6, "msek": 10**6,
}  # fmt: skip


def is_money(unit: str) -> bool:
    """Whether the word is a unit of money."""
    return unit.casefold() in _KRONOR


def spellings(unit: str | None) -> frozenset[str]:
    """Every way to write the unit: `kr`, `kronor` and `SEK` are one. None for a unit that is not known."""
    worth = _KRONOR.get((unit or "").casefold())
    return frozenset(word for word, kronor in _KRONOR.items() if kronor == worth)


def converted(amount: Decimal, unit: str, to: str) -> Decimal:
    """The amount in the unit as so much in another, exactly. Raises `KeyError` for what is no unit of money."""
    return amount * _KRONOR[unit.casefold()] / _KRONOR[to.casefold()]
