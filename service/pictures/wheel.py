"""A year as a wheel: twelve months round, a ring for each lane, and a numbered mark for each thing in its month.

Every word stands upright. A lane is told by its ring and by the shape of its marks, never by colour alone.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, radians, sin

from .look import INK, LINE, PAPER, TINTS, centred, document, element, text
from .marks import Mark, placed

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_NAMES = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_SIZE, _HUB, _RIM, _NAMES = 800.0, 78.0, 336.0, 367.0
_CENTRE = _SIZE / 2
_MARGIN, _LINE_HEIGHT, _LETTERS = 24.0, 34.0, 52
_TEXT = 25.0
_RING_WORDS = ("Innersta ringen", "Mellersta ringen", "Yttersta ringen")


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the wheel: its number, its lane (0 is the innermost), its month (1–12), what it is and when."""

    number: int
    lane: int
    month: int
    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """A year to draw: its title, what stands in the hub, three lanes from the hub outwards, and the things in it."""

    title: str
    hub: str
    lanes: tuple[str, str, str]
    items: Sequence[Item]


def draw(wheel: Wheel, *, legend: bool = True) -> str:
    """The wheel as SVG. Without `legend` the words of the things are left to a table beside it."""
    lines = list(_legend(wheel)) if legend else list(_key(wheel))
    height = _SIZE + len(lines) * _LINE_HEIGHT + _MARGIN
    below = [_legend_line(line, _SIZE + (n + 0.5) * _LINE_HEIGHT) for n, line in enumerate(lines)]
    return document(_SIZE, height, wheel.title, alternative(wheel), [*_rings(wheel), *_marks(wheel), *below])


def alternative(wheel: Wheel) -> str:
    """What the picture shows, in words: each ring with its numbers month by month."""
    rings = [
        f"{_RING_WORDS[lane]}, {name}: {_told([item for item in wheel.items if item.lane == lane])}."
        for lane, name in enumerate(wheel.lanes)
    ]
    return f"{wheel.title} som ett hjul med tolv månader och tre ringar. {' '.join(rings)}"


def _told(items: Sequence[Item]) -> str:
    months = dict.fromkeys(item.month for item in sorted(items, key=lambda item: item.month))
    parts = [
        f"{_MONTH_NAMES[month - 1]} {', '.join(str(item.number) for item in items if item.month == month)}"
        for month in months
    ]
    return "; ".join(parts) or "inget"


def _edges() -> list[float]:
    """The radii between which the lanes lie."""
    step = (_RIM - _HUB) / 3
    return [_HUB + step * n for n in range(4)]


def _rings(wheel: Wheel) -> Iterator[str]:
    edges = _edges()
    for lane in (2, 1, 0):
        yield element("circle", cx=_CENTRE, cy=_CENTRE, r=edges[lane + 1], fill=TINTS[lane], stroke=LINE)
    for month in range(12):
        angle = radians(30 * month - 90)
        ends = {
            name: _CENTRE + way(angle) * radius
            for (name, way), radius in (
                (("x1", cos), _HUB), (("y1", sin), _HUB), (("x2", cos), _RIM), (("y2", sin), _RIM)
            )
        }  # fmt: skip
        yield element("line", **ends, stroke=LINE)
        middle = angle + pi / 12
        x, y = _CENTRE + cos(middle) * _NAMES, _CENTRE + sin(middle) * _NAMES
        yield centred(MONTHS[month], x, y, 27.0, font_weight="bold")
    yield element("circle", cx=_CENTRE, cy=_CENTRE, r=_HUB, fill=INK)
    yield centred(wheel.hub, _CENTRE, _CENTRE, 36.0, font_weight="bold", **{"fill": PAPER})


def _marks(wheel: Wheel) -> Iterator[str]:
    edges = _edges()
    for lane in range(3):
        for month in range(1, 13):
            items = [item for item in wheel.items if (item.lane, item.month) == (lane, month)]
            for mark, item in zip(placed(len(items), edges[lane], edges[lane + 1], month), items, strict=True):
                x, y = _CENTRE + mark.x, _CENTRE + mark.y
                yield _numbered(lane, item.number, Mark(x, y, mark.size))


def _numbered(lane: int, number: int, mark: Mark) -> str:
    """A number on its lane's shape: a square, a disc or a diamond with cut corners."""
    return _shape(lane, mark) + centred(str(number), mark.x, mark.y, mark.size * 0.56, font_weight="bold", fill=PAPER)


def _shape(lane: int, mark: Mark) -> str:
    half = mark.size / 2
    if lane == 0:
        side = mark.size * 0.88
        return element("rect", x=mark.x - side / 2, y=mark.y - side / 2, width=side, height=side, fill=INK)
    if lane == 1:
        return element("circle", cx=mark.x, cy=mark.y, r=half, fill=INK)
    corners = [(mark.x + half * cos(radians(60 * n)), mark.y + half * sin(radians(60 * n))) for n in range(6)]
    return element("polygon", points=" ".join(f"{x:.2f},{y:.2f}" for x, y in corners), fill=INK)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line below the wheel: a lane's heading with its shape, or words with a number before their first line."""

    words: str
    lane: int = 0
    number: int = 0
    heading: bool = False


def _key(wheel: Wheel) -> Iterator[_Line]:
    for lane, name in enumerate(wheel.lanes):
        yield _Line(f"{_RING_WORDS[lane]}: {name}", lane, heading=True)


def _legend(wheel: Wheel) -> Iterator[_Line]:
    for heading in _key(wheel):
        yield heading
        for item in (item for item in wheel.items if item.lane == heading.lane):
            first, *rest = textwrap.wrap(f"{item.what}, {item.when}", _LETTERS)
            yield _Line(first, heading.lane, item.number)
            yield from (_Line(words, heading.lane) for words in rest)


def _legend_line(line: _Line, y: float) -> str:
    foot = y + _TEXT * 0.36
    if line.heading:
        sample = _shape(line.lane, Mark(_MARGIN + 14, y, 28.0))
        return sample + text(line.words, _MARGIN + 42, foot, _TEXT, font_weight="bold")
    number = text(str(line.number), _MARGIN + 76, foot, _TEXT, text_anchor="end", font_weight="bold")
    return (number if line.number else "") + text(line.words, _MARGIN + 90, foot, _TEXT)
