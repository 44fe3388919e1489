"""Where marks lie in a month's part of a ring: as large as there is room for, none over another."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin

_LARGEST, _SMALLEST, _GAP = 44, 6, 3
_SPAN = radians(29)  # a month is 30°; a little is left for the lines between


@dataclass(frozen=True, slots=True)
class Mark:
    """The middle of a mark, counted from the wheel's, and its diameter."""

    x: float
    y: float
    size: float


def placed(count: int, inner: float, outer: float, month: int) -> list[Mark]:
    """So many marks between two radii in a month (1–12), row by row from the rim inwards."""
    size = _size(count, inner, outer)
    middle = radians(30 * (month - 1) - 90 + 15)
    marks = []
    left = count
    for radius in _rows(size, inner, outer):
        here = min(left, _fits(size, radius))
        for n in range(here):
            angle = middle + (n - (here - 1) / 2) * _step(size, radius)
            marks.append(Mark(cos(angle) * radius, sin(angle) * radius, float(size)))
        left -= here
    return marks


def _size(count: int, inner: float, outer: float) -> int:
    """The largest diameter at which all have room. Raises `ValueError` for more than any size allows."""
    for size in range(_LARGEST, _SMALLEST - 1, -1):
        if sum(_fits(size, radius) for radius in _rows(size, inner, outer)) >= count:
            return size
    raise ValueError(f"{count} marks in a month")


def _rows(size: int, inner: float, outer: float) -> Iterator[float]:
    rows = int((outer - inner) // (size + _GAP))
    for n in range(rows):
        yield outer - (outer - inner) * (n + 0.5) / rows


def _step(size: int, radius: float) -> float:
    """The angle from one mark to the next."""
    return (size + _GAP) / radius


def _fits(size: int, radius: float) -> int:
    """How many lie side by side at a radius."""
    return int(_SPAN // _step(size, radius))
