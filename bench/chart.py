"""A bar chart as SVG, for a README."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

_WIDTH, _BAR, _LEFT = 640, 28, 110


def bars(title: str, values: Mapping[object, float]) -> str:
    """Horizontal bars, each with its name and its value."""
    most = max(values.values())
    rows = [_bar(n, str(name), value, most) for n, (name, value) in enumerate(values.items())]
    height = 40 + len(rows) * _BAR
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" '
        f'font-size="13" role="img" aria-label="{escape(title)}">',
        f'<text x="8" y="20" font-weight="bold">{escape(title)}</text>', *rows, "</svg>", "",
    ])  # fmt: skip


def _bar(number: int, name: str, value: float, most: float) -> str:
    y = 34 + number * _BAR
    length = round((_WIDTH - _LEFT - 70) * value / most)
    return (
        f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{y}" width="{length}" height="20" fill="#2f6f8f"/>'
        f'<text x="{_LEFT + length + 6}" y="{y + 15}">{value:.1f}</text>'
    )
