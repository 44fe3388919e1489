"""A chart in running text: the frame it is drawn in, and the parts it brings (§20.4.2.8)."""

from dataclasses import dataclass, replace
from html import escape

from ..embedded import CHART, EMBEDDED_PACKAGE, Fragment, Holder, NewPart
from ..ooxml import WP, R, serialise
from .alt_text import alt_text
from .markup import A, C
from .part import WORKBOOK, chart_part
from .style import HOUSE, ChartStyle
from .values import Chart
from .workbook import workbook

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CM = 360_000  # EMU
_HEIGHT, _TALLEST = 7 * CM, 22 * CM
# What lying bars need: each its height, each category some air, and the axis and legend theirs.
_BAR, _AIR, _ROUND = CM * 37 // 100, CM * 2 // 10, CM * 2


@dataclass(frozen=True)
class ChartDrawing:
    """A chart of a size, in EMU, and a style. Without a size it is as wide as a page's text and 7 cm high, or
    as high as its lying bars need."""

    chart: Chart
    width: int | None = None
    height: int | None = None
    style: ChartStyle = HOUSE
    titled: bool = False

    def __str__(self) -> str:
        return alt_text(self.chart)

    def embed(self, holder: Holder) -> Fragment:
        """The run with the chart; its part and its workbook are put in."""
        number = holder.drawing_id()
        relation = holder.relate(self._part(number, holder.setting.font))
        width = self.width or holder.setting.text_width
        return Fragment(_run(relation, number, width, self.height or self._height(), self.chart), is_sound=True)

    def _part(self, number: int, font: str) -> NewPart:
        data = NewPart(
            "word/embeddings/Microsoft_Excel_Worksheet", "xlsx", _WORKBOOK_TYPE, workbook(self.chart, number),
            EMBEDDED_PACKAGE,
        )  # fmt: skip
        style = replace(self.style, font=self.style.font or font)
        drawn = chart_part(self.chart, style, number=number, titled=self.titled)
        return NewPart("word/charts/chart", "xml", _CHART_TYPE, serialise(drawn), CHART, ((WORKBOOK, data),))

    def _height(self) -> int:
        if not self.chart.kind.horizontal:
            return _HEIGHT
        bars = 1 if self.chart.kind.stacked else len(self.chart.series)
        needed = _ROUND + len(self.chart.categories) * (bars * _BAR + _AIR)
        return min(max(needed, _HEIGHT), _TALLEST)


def _run(relation: str, number: int, width: int, height: int, chart: Chart) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" xmlns:a="{A}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Diagram {number}" descr="{escape(alt_text(chart))}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
