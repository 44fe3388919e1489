"""A small chart of one measure: what has become as a line, what should become as a dashed one.

Its colours are classes (`line-is`, `line-goal` …), so that whoever shows it says what they are, in light and in dark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 300, 112, 30, 270, 24, 84


@dataclass(frozen=True, slots=True)
class Dot:
    """A value at a place in time (0, 1, 2 …), and how it is written."""

    place: int
    value: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The words below each place, what is (the line), what is expected, and what should be (the dashed line)."""

    places: Sequence[str]
    is_: Sequence[Dot] = ()
    expected: Dot | None = None
    goal: Sequence[Dot] = ()


def line_chart(chart: Chart, alternative: str) -> str:
    """The chart as an SVG element for a page; `alternative` says the same in words."""
    values = [dot.value for dot in _dots(chart)]
    scale = _Scale(len(chart.places), min(values), max(values))
    head = f'<svg class="line-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(alternative)}">'
    return f"{head}{''.join(_parts(chart, scale))}</svg>"


@dataclass(frozen=True, slots=True)
class _Scale:
    places: int
    low: Decimal
    high: Decimal

    def x(self, place: int) -> str:
        step = (RIGHT - LEFT) / max(self.places - 1, 1)
        return f"{LEFT + step * place:.1f}"

    def y(self, value: Decimal) -> str:
        return f"{BOTTOM - self._part(value) * (BOTTOM - TOP):.1f}"

    def _part(self, value: Decimal) -> float:
        return float((value - self.low) / (self.high - self.low)) if self.high != self.low else 0.5


def _dots(chart: Chart) -> Iterator[Dot]:
    yield from chart.is_
    yield from chart.goal
    if chart.expected:
        yield chart.expected


def _parts(chart: Chart, scale: _Scale) -> Iterator[str]:
    yield f'<path class="line-axis" d="M{LEFT - 14} {BOTTOM + 10}H{RIGHT + 14}"/>'
    yield _path("line-goal", chart.goal, scale)
    yield _path("line-is", chart.is_, scale)
    if chart.expected and chart.is_:
        yield _path("line-expected", [chart.is_[-1], chart.expected], scale)
    yield from (_circle("line-goal-dot", dot, scale) for dot in chart.goal)
    yield from (_circle("line-is-dot", dot, scale) for dot in chart.is_)
    if chart.expected:
        yield _circle("line-expected-dot", chart.expected, scale)
    yield from _values(chart, scale)
    for place, word in enumerate(chart.places):
        yield _text("line-word", scale.x(place), f"{HEIGHT - 6}", word)


def _path(name: str, dots: Sequence[Dot], scale: _Scale) -> str:
    if len(dots) < 2:
        return ""
    points = "L".join(f"{scale.x(dot.place)} {scale.y(dot.value)}" for dot in dots)
    return f'<path class="{name}" d="M{points}"/>'


def _circle(name: str, dot: Dot, scale: _Scale) -> str:
    return f'<circle class="{name}" cx="{scale.x(dot.place)}" cy="{scale.y(dot.value)}" r="4"/>'


def _values(chart: Chart, scale: _Scale) -> Iterator[str]:
    """Each value above its dot; where two stand at one place the lower one below its own, and the same but once."""
    said = [*chart.is_, *([chart.expected] if chart.expected else []), *chart.goal]
    shown: dict[tuple[int, Decimal], Dot] = {}
    for dot in said:
        shown.setdefault((dot.place, dot.value), dot)
    for dot in shown.values():
        highest = max(other.value for other in shown.values() if other.place == dot.place)
        y = float(scale.y(dot.value)) + (-8 if dot.value == highest else 15)
        name = "line-goal-value" if any(dot is goal for goal in chart.goal) else "line-value"
        yield _text(name, scale.x(dot.place), f"{y:.1f}", dot.shown)


def _text(name: str, x: str, y: str, words: str) -> str:
    return f'<text class="{name}" x="{x}" y="{y}" text-anchor="middle">{escape(words)}</text>'
