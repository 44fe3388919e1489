"""Charts that Word draws itself and a person can edit there: the part, the workbook behind it, and its words.

The values know no XML, the rest knows no document: how a chart comes into one stands in `service.word`.
"""

from .alt_text import alt_text
from .drawing import ChartDrawing
from .part import chart_part
from .style import HOUSE, ChartStyle, Look
from .values import Chart, ChartLike, Kind, Series, SeriesLike, charted, is_chart_type
from .workbook import workbook

__all__ = [
    "HOUSE",
    "Chart",
    "ChartDrawing",
    "ChartLike",
    "ChartStyle",
    "Kind",
    "Look",
    "Series",
    "SeriesLike",
    "alt_text",
    "chart_part",
    "charted",
    "is_chart_type",
    "workbook",
]
