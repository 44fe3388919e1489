"""How charts look: colours that keep apart also in grey, each with a pattern, dash and marker of its own."""

from dataclasses import dataclass, replace
from typing import Literal

Dash = Literal["solid", "sysDash", "dash", "lgDash", "sysDashDot", "lgDashDotDot"]
Marker = Literal["circle", "square", "triangle", "diamond", "x", "star"]


@dataclass(frozen=True)
class Look:
    """A series' look: its colour (six hexadecimal digits), what fills its columns, its line and its marker.

    `pattern` is a preset pattern of DrawingML (ECMA-376 §20.1.10.51), empty for a plain fill. `label` is the
    colour of numbers written on the fill; empty where they need a white ground.
    """

    colour: str
    pattern: str
    dash: Dash
    marker: Marker
    label: str = ""

    def coloured(self, colour: str) -> "Look":
        """The look in another colour; numbers on a plain fill are white or black, whichever is the more readable."""
        readable = "FFFFFF" if _luminance(colour) < _MIDDLE else _BLACK
        return replace(self, colour=colour, label="" if self.pattern else readable)


_BLACK, _MIDDLE = "1A1A1A", 0.2
# Dark, light and middle by turns (lightness 24, 74, 47, 90, 36, 60 of 100): they differ on a grey print as well.
_LOOKS = (
    Look("1F3864", "", "solid", "circle", "FFFFFF"),
    Look("9DB7DD", "", "sysDash", "square", _BLACK),
    Look("B4570B", "wdUpDiag", "dash", "triangle"),
    Look("DDE6D5", "", "lgDash", "diamond", _BLACK),
    Look("5B2C83", "pct50", "sysDashDot", "x"),
    Look("1F8A70", "dkHorz", "lgDashDotDot", "star"),
)


@dataclass(frozen=True)
class ChartStyle:
    """Font, sizes (in points) and colours of charts. Without a font the document's own is used."""

    looks: tuple[Look, ...] = _LOOKS
    font: str = ""
    size: float = 9
    text: str = "404040"
    outline: str = "1F3864"
    grid: str = "D9D9D9"
    axis: str = "7F7F7F"
    target: str = "B00020"

    def look(self, number: int) -> Look:
        """The look of a series by its number from 0; after the last the first comes again."""
        return self.looks[number % len(self.looks)]


HOUSE = ChartStyle()


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 for black to 1 for white (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
