"""The chart part: a DrawingML chart as Word writes it (§14.2.1, §21.2.2.29)."""

from ..ooxml import Element, R
from .axes import axes
from .markup import a, c, no_line, shape, text_look, val
from .plots import plots
from .style import HOUSE, ChartStyle
from .values import Chart


def chart_part(chart: Chart, workbook: str, style: ChartStyle = HOUSE) -> Element:
    """The root of the part. `workbook` is the id of its relationship to the workbook with its data.

    It has no title of its own: in a document the caption is the title.
    """
    space = c("chartSpace", val("date1904", 0), val("lang", "sv-SE"), val("roundedCorners", 0), _chart(chart, style))
    space.append(shape(a("noFill"), no_line()))
    space.append(text_look(style))
    external = c("externalData", val("autoUpdate", 0))
    external.set(f"{{{R}}}id", workbook)
    space.append(external)
    return space


def _chart(chart: Chart, style: ChartStyle) -> Element:
    area = c("plotArea", c("layout"), *plots(chart, style), *axes(chart, style), shape(a("noFill"), no_line()))
    legend = [_legend(style)] if len(chart.rows) > 1 else []
    return c("chart", val("autoTitleDeleted", 1), area, *legend, val("plotVisOnly", 1), val("dispBlanksAs", "gap"))


def _legend(style: ChartStyle) -> Element:
    return c("legend", val("legendPos", "b"), val("overlay", 0), text_look(style))
