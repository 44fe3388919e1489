"""The picture engine: drawings as SVG, made of plain values, and the same as PNG. It knows not what they show."""

from .raster import png
from .wheel import Item, Wheel, alternative, draw

__all__ = ["Item", "Wheel", "alternative", "draw", "png"]
