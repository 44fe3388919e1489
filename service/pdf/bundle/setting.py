"""How the package's own pages set a text: colours, and lines that fit."""

from .lettering import printable, width

BLUE, BLACK = "0.122 0.220 0.392 rg", "0 0 0 rg"


def wrapped(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """The text in lines that fit; a word longer than a line is parted."""
    lines = [""]
    for word in printable(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold) <= room:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
        while width(lines[-1], size, bold) > room:
            fits = _fitting(lines[-1], size, room, bold)
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    return lines


def _fitting(word: str, size: float, room: float, bold: bool) -> int:
    """How many letters of a word fit on a line, one at least."""
    return next((n for n in range(len(word) - 1, 1, -1) if width(word[:n], size, bold) <= room), 1)
