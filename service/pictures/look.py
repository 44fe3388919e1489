"""Colours, sizes and SVG elements that drawings share. Ink on every fill has a contrast of at least 7:1."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

INK = "#1F3864"
PAPER = "#FFFFFF"
LINE = "#5B6B85"
TINTS = ("#DCE4F1", "#EDF1F8", "#FFFFFF")
FONT = "Lato, Carlito, Calibri, Arial, sans-serif"


def element(tag: str, *inside: str, **attributes: object) -> str:
    """An element with its attributes; `text_anchor` becomes `text-anchor`."""
    words = "".join(f" {name.replace('_', '-')}={quoteattr(_shown(value))}" for name, value in attributes.items())
    return f"<{tag}{words}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{words}/>"


def text(words: str, x: float, y: float, size: float, **attributes: object) -> str:
    """Words on one line, upright, their middle at the height `y` where they are centred, else their foot."""
    return element("text", escape(words), x=x, y=y, font_size=size, **{"fill": INK, **attributes})


def centred(words: str, x: float, y: float, size: float, **attributes: object) -> str:
    """Words with their middle at a point."""
    return text(words, x, y + size * 0.36, size, text_anchor="middle", **attributes)


def document(width: float, height: float, title: str, description: str, parts: Iterable[str]) -> str:
    """A whole SVG file, with what a screen reader says of it."""
    head = element("title", escape(title), id="titel") + element("desc", escape(description), id="beskrivning")
    return element(
        "svg", head, element("rect", width=width, height=height, fill=PAPER), *parts,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_shown(width)} {_shown(height)}", role="img",
        aria_labelledby="titel beskrivning", font_family=FONT, lang="sv",
    )  # fmt: skip


def _shown(value: object) -> str:
    """Numbers with at most two decimals, so that the same drawing is the same text on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
