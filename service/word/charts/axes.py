"""The axes of a chart: categories along one side, values along the other (§21.2.2.25, §21.2.2.226)."""

from dataclasses import dataclass

from ..ooxml import Element
from .markup import c, line, no_line, rich, shape, text_look, val
from .numbers import format_code
from .style import ChartStyle
from .values import Chart, Kind

_FIRST_AXIS = 500_000_000


@dataclass(frozen=True)
class AxisIds:
    """What a chart's plots and axes call each other."""

    categories: str
    values: str


def axis_ids(number: int) -> AxisIds:
    """The ids for the chart of that number in its document."""
    return AxisIds(str(_FIRST_AXIS + 2 * number), str(_FIRST_AXIS + 2 * number + 1))


def axes(chart: Chart, style: ChartStyle, ids: AxisIds) -> list[Element]:
    """Both axes. Bars that lie down are read from the top."""
    return [_categories(chart, style, ids), _values(chart, style, ids)]


def _categories(chart: Chart, style: ChartStyle, ids: AxisIds) -> Element:
    horizontal = chart.kind.horizontal
    return c(
        "catAx",
        val("axId", ids.categories),
        c("scaling", val("orientation", "maxMin" if horizontal else "minMax")),
        val("delete", 0),
        val("axPos", "l" if horizontal else "b"),
        c("numFmt", formatCode="General", sourceLinked="0"),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        # Below the plot even where columns go below zero.
        val("tickLblPos", "low"),
        shape(line(style.axis, 0.75)),
        text_look(style),
        val("crossAx", ids.values),
        val("crosses", "autoZero"),
        val("auto", 0),
        val("lblAlgn", "ctr"),
        val("lblOffset", 100),
        val("noMultiLvlLbl", 1),
    )


def _values(chart: Chart, style: ChartStyle, ids: AxisIds) -> Element:
    horizontal = chart.kind.horizontal
    title = [_title(chart.unit, style, turned=not horizontal)] if chart.unit else []
    return c(
        "valAx",
        val("axId", ids.values),
        c("scaling", val("orientation", "minMax"), *_ends(chart)),
        val("delete", 0),
        val("axPos", "b" if horizontal else "l"),
        c("majorGridlines", shape(line(style.grid, 0.75))),
        *title,
        c("numFmt", formatCode=format_code(chart.decimals), sourceLinked="0"),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        val("tickLblPos", "nextTo"),
        shape(no_line()),
        text_look(style, turned=False),
        val("crossAx", ids.categories),
        # The categories run from the top, so their far end is at the bottom.
        val("crosses", "max" if horizontal else "autoZero"),
        val("crossBetween", "between"),
    )


def _title(text: str, style: ChartStyle, *, turned: bool) -> Element:
    return c("title", rich(text, style, turned=turned), val("overlay", 0))


def _ends(chart: Chart) -> list[Element]:
    """Columns start at zero: Word would cut them off where they differ little, and so mislead."""
    if chart.kind is Kind.LINES:
        return []
    known = [value for row in chart.rows for value in row.values if value is not None]
    if all(value <= 0 for value in known) and any(known):
        return [val("max", 0)]
    return [val("min", 0)] if all(value >= 0 for value in known) else []
