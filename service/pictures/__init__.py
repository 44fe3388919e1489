"""The picture engine: drawings as SVG, made of plain values, and the same as PNG. It knows not what they show."""

from .line import Chart, Dot, line_chart
from .raster import png
from .wheel import Item, Wheel, alternative, draw

__all__ = ["Chart", "Dot", "Item", "Wheel", "alternative", "draw", "line_chart", "png"]
