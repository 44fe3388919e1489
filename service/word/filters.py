"""Swedish typography for templates: amounts, shares, dates, lists (Svenska skrivregler; babel's calendar)."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date

SPACE, MINUS, DASH = "\u00a0", "\u2212", "–"
Number = int | Decimal


def tkr(value: Number | None) -> str:
    """A whole amount: `1 234 567`, `−5`; None is `–`. Raises TypeError for a float, ValueError for öre."""
    if value is None:
        return DASH
    exact = _exact(value)
    if exact != exact.to_integral_value():
        raise ValueError(f"{value} är inte ett helt belopp")
    return _signed(exact.quantize(Decimal(1)))


def tkr_tecken(value: Number | None) -> str:
    """A whole amount as a change: `+1 234`, `−5`, `0`; None is `–`. Raises as `tkr`."""
    text = tkr(value)
    return f"+{text}" if value is not None and value > 0 else text


def procent(value: Number | None, decimals: int = 1) -> str:
    """A share, rounded half up: `54,5 %`; None is `–`. Raises TypeError for a float."""
    if value is None:
        return DASH
    rounded = _exact(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{_signed(rounded)}{SPACE}%"


def tal(value: Number | None) -> str:
    """A number as entered, grouped: `12 345,60`; None is `–`. Raises TypeError for a float."""
    return DASH if value is None else _signed(_exact(value))


def datum(value: date | None) -> str:
    """A date: `17 juni 2026`; None is `–`."""
    return DASH if value is None else str(format_date(value, "d MMMM y", locale="sv_SE"))


def period(start: date, end: date) -> str:
    """A span: `2027`, `2027–2029` for whole calendar years, else `1 mars – 31 augusti 2027`.

    A year that both days share is said once; a line breaks nowhere but after the dash.
    """
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if not whole:
        first = datum(start).removesuffix(f" {end.year}")
        return f"{first} – {datum(end)}".replace(" ", SPACE).replace(f"–{SPACE}", "– ")
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"


def lista(values: Iterable[object]) -> str:
    """A listing: `a, b och c`."""
    *head, last = [str(value) for value in values] or [""]
    return f"{', '.join(head)} och {last}" if head else last


FILTERS: dict[str, Callable[..., str]] = {f.__name__: f for f in (tkr, tkr_tecken, procent, tal, datum, period, lista)}


def _exact(value: Number) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError(f"{value!r} är varken heltal eller Decimal")
    return Decimal(value)


def _signed(value: Decimal) -> str:
    digits = f"{abs(value):,f}".replace(",", SPACE).replace(".", ",")
    return f"{MINUS}{digits}" if value < 0 else digits
