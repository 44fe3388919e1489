"""Values as a sentence shows them."""

from datetime import date
from decimal import Decimal

from schemas.numbers import exact, grouped, shown
from schemas.text import StyledText
from service.chain.plans import plain


def tkr(amount: int) -> str:
    """`1 234 567` with no-break spaces, and `−` before a negative."""
    return grouped(amount)


def spelled(value: object) -> str:
    """Any field of a row on one line; nothing for an empty one."""
    if isinstance(value, StyledText):
        return plain(value)
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return shown(exact(value))
    return "" if value is None else " ".join(str(value).split())
