"""Filters for what is drawn: how large a chart or picture is, and how a chart looks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

from .charts import ChartDrawing, ChartLike, charted, is_chart_type
from .pictures import Picture

_SIZE = re.compile(r"\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(cm|mm)\s*")
_EMU = {"cm": 360_000, "mm": 36_000}
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


def storlek(value: object, width: str, height: str | None = None) -> ChartDrawing | Picture:
    """A chart or picture of a size, such as `"16 cm", "70 mm"`. Raises ValueError, TypeError."""
    sizes = {"width": _emu(width), "height": None if height is None else _emu(height)}
    return replace(value if isinstance(value, Picture) else drawing(value), **sizes)  # type: ignore[arg-type]


def med_rubrik(value: object) -> ChartDrawing:
    """A chart that bears its title. Raises TypeError for what is no chart."""
    return replace(drawing(value), titled=True)


def utseende(value: object, typsnitt: str = "", farger: Sequence[str] = ()) -> ChartDrawing:
    """A chart in a font and colours (`"1F3864"`) of one's own; patterns stay. Raises ValueError, TypeError."""
    found = drawing(value)
    looks = found.style.looks
    own = tuple(looks[n % len(looks)].coloured(_colour(text)) for n, text in enumerate(farger))
    style = replace(found.style, font=typsnitt or found.style.font, looks=own or looks)
    return replace(found, style=style)


def drawing(value: object) -> ChartDrawing:
    """The drawing of a chart. Raises TypeError for what is no chart, ValueError for one that cannot be drawn."""
    if isinstance(value, ChartDrawing):
        return value
    if value is None:
        raise TypeError("diagrammet saknas; skriv {%p if … %} före det där det får saknas")
    if not is_chart_type(type(value)):
        raise TypeError(f"värdet är inget diagram ({type(value).__name__})")
    return ChartDrawing(charted(cast(ChartLike, value)))


DRAWN: dict[str, Callable[..., object]] = {f.__name__: f for f in (storlek, med_rubrik, utseende)}


def _emu(size: str) -> int:
    found = _SIZE.fullmatch(str(size))
    if found is None or not Decimal(found[1].replace(",", ".")):
        raise ValueError(f'storleken {size!r} förstås inte; skriv till exempel "16 cm"')
    return int(Decimal(found[1].replace(",", ".")) * _EMU[found[2]])


def _colour(text: str) -> str:
    found = _COLOUR.fullmatch(text)
    if found is None:
        raise ValueError(f'färgen {text!r} förstås inte; skriv sex hexadecimala siffror, till exempel "1F3864"')
    return found[1].upper()
