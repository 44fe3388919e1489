"""A page as it is seen: its size in points, and how a point on it is found in the page's own coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Page

from .scalars import number

A4 = (595.28, 841.89)


@dataclass(frozen=True)
class View:
    """What is seen of a page, upright: `width` and `height` in points, and the way from there to the page's own.

    The six numbers of `matrix` take a point counted in points from the lower left corner that is seen (ISO 32000-1
    §8.3.3), whatever the page's boxes, rotation (§7.7.3.3) and unit (§14.11.2).
    """

    width: float
    height: float
    matrix: tuple[float, float, float, float, float, float]

    def own(self, x: float, y: float) -> tuple[float, float]:
        """A point in the page's own coordinates."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


def view(page: Page) -> View:
    """How a page is seen: its crop box within its media box, turned as it says."""
    left, low, right, high = _visible(page.obj)
    unit = number(page.obj.get(Name.UserUnit), 1.0) or 1.0
    turn = int(number(page.obj.get(Name.Rotate), 0.0)) % 360 // 90
    width, height = (right - left) * unit, (high - low) * unit
    step = 1 / unit
    matrix = (
        (step, 0.0, 0.0, step, left, low), (0.0, step, -step, 0.0, right, low),
        (-step, 0.0, 0.0, -step, right, high), (0.0, -step, step, 0.0, left, high),
    )[turn]  # fmt: skip
    return View(height, width, matrix) if turn % 2 else View(width, height, matrix)


def _visible(page: Dictionary) -> tuple[float, float, float, float]:
    media = rectangle(page.get(Name.MediaBox)) or (0.0, 0.0, *A4)
    crop = rectangle(page.get(Name.CropBox)) or media
    seen = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    return seen if seen[0] < seen[2] and seen[1] < seen[3] else media


def rectangle(given: object) -> tuple[float, float, float, float] | None:
    """A rectangle with its corners in order; None for what is none, or has no area."""
    if not isinstance(given, Array) or len(given) != 4:
        return None
    numbers = [number(n, float("nan")) for n in given]
    left, right = sorted((numbers[0], numbers[2]))
    low, high = sorted((numbers[1], numbers[3]))
    return (left, low, right, high) if left < right and low < high else None


def mediabox(size: Sequence[float]) -> Array:
    """The box of a page of a size."""
    return Array([0, 0, *size])
