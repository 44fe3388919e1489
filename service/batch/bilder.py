"""The pictures of the papers, drawn when a paper is written: each once, however many papers show it."""

from functools import lru_cache
from typing import Any

from docx.shared import Cm

from service import pictures, word
from service.documents import Hjulbild, as_mapping

_PIXELS, _WIDTH = 1200, Cm(14)  # some 220 to the inch


def with_pictures(context: Any) -> dict[str, Any]:
    """The context's own fields by name, as a Word template takes them: its pictures drawn."""
    return {
        name: _drawn(value) if isinstance(value, Hjulbild) else value for name, value in as_mapping(context).items()
    }


def wheel_for(bild: Hjulbild) -> pictures.Wheel:
    """The wheel as the picture engine wants it."""
    items = [pictures.Item(point.nummer, point.bana, point.manad, point.vad, point.nar) for point in bild.punkter]
    return pictures.Wheel(bild.rubrik, bild.nav, bild.banor, items)


@lru_cache(maxsize=8)
def _drawn(bild: Hjulbild) -> word.Picture:
    """The wheel without the words of its hålltider, which the table beside it has."""
    wheel = wheel_for(bild)
    drawn = pictures.png(pictures.draw(wheel, legend=False), _PIXELS)
    return word.Picture(drawn, width=_WIDTH, alt=pictures.alternative(wheel))
