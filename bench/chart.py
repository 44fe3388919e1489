"""A bar chart as SVG, for a README."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

_WIDTH, _BAR, _LEFT, _TOP = 720, 28, 190, 34
_COLOUR, _OWN_COLOUR = "#8aa9b8", "#1f5f7f"


def bars(title: str, values: Mapping[object, float], own: str = "") -> str:
    """Horizontal bars, each with its name and its value; the one called `own` is darker."""
    return stacked({title: values}, own)


def stacked(groups: Mapping[str, Mapping[object, float]], own: str = "") -> str:
    """Groups of bars below each other, each with its title and a scale of its own."""
    drawn, top = [], 0
    for title, values in groups.items():
        drawn.append(f'<text x="8" y="{top + 20}" font-weight="bold">{escape(title)}</text>')
        most = max(values.values())
        for n, (name, value) in enumerate(values.items()):
            drawn.append(_bar(top + _TOP + n * _BAR, str(name), value, most, name == own))
        top += _TOP + len(values) * _BAR + 12
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" font-family="sans-serif" '
        f'font-size="13" role="img" aria-label="{escape("; ".join(groups))}">',
        f'<rect width="{_WIDTH}" height="{top}" fill="#ffffff"/>', *drawn, "</svg>", "",
    ])  # fmt: skip


def _bar(y: int, name: str, value: float, most: float, is_own: bool) -> str:
    length = max(1, round((_WIDTH - _LEFT - 70) * value / most))
    weight = ' font-weight="bold"' if is_own else ""
    return (
        f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end"{weight}>{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{y}" width="{length}" height="20" fill="{_OWN_COLOUR if is_own else _COLOUR}"/>'
        f'<text x="{_LEFT + length + 6}" y="{y + 15}"{weight}>{value:.1f}</text>'
    )
