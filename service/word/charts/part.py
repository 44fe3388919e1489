"""The chart part: a DrawingML chart as Word writes it (§14.2.1, §21.2.2.29)."""

from ..ooxml import Element, R
from .axes import axes, axis_ids
from .markup import a, c, no_line, rich, shape, text_look, val
from .plots import plots
from .style import HOUSE, ChartStyle
from .values import Chart

WORKBOOK = "rId1"  # the id of the part's relationship to the workbook with its data


def chart_part(chart: Chart, style: ChartStyle = HOUSE, *, number: int = 1, titled: bool = False) -> Element:
    """The root of the part, the chart of that `number` in its document.

    Without `titled` it has no title of its own: in a document the caption is the title.
    """
    drawn = _chart(chart, style, number, titled)
    space = c("chartSpace", val("date1904", 0), val("lang", "sv-SE"), val("roundedCorners", 0), drawn)
    space.append(shape(a("noFill"), no_line()))
    space.append(text_look(style))
    external = c("externalData", val("autoUpdate", 0))
    external.set(f"{{{R}}}id", WORKBOOK)
    space.append(external)
    return space


def _chart(chart: Chart, style: ChartStyle, number: int, titled: bool) -> Element:
    ids = axis_ids(number)
    inner = [*plots(chart, style, ids), *axes(chart, style, ids), shape(a("noFill"), no_line())]
    title = [c("title", rich(chart.title, style, turned=False), val("overlay", 0))] if titled and chart.title else []
    legend = [_legend(style)] if len(chart.rows) > 1 else []
    return c(
        "chart",
        *title,
        val("autoTitleDeleted", int(not title)),
        c("plotArea", c("layout"), *inner),
        *legend,
        val("plotVisOnly", 1),
        val("dispBlanksAs", "gap"),
    )


def _legend(style: ChartStyle) -> Element:
    return c("legend", val("legendPos", "b"), val("overlay", 0), text_look(style))
