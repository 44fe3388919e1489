"""What is drawn between the axes: columns or bars, lines, and the line of a target (§21.2.2.16, §21.2.2.97)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..ooxml import Element
from .axes import AxisIds
from .caches import categories, name, values
from .markup import a, c, fill, line, no_line, shape, solid, text_look, val
from .numbers import format_code
from .style import ChartStyle
from .values import Chart, Kind, Number, Series

# Above these the numbers of a chart would run into each other; they stand in the table and along the axis.
_LABELLED_COLUMNS, _LABELLED_BARS, _LABELLED_POINTS = 10, 36, 12
# The part of the highest stack that a piece needs to hold its number, lying and standing.
_BROAD, _TALL = Decimal("0.1"), Decimal("0.07")
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def plots(chart: Chart, style: ChartStyle, ids: AxisIds) -> list[Element]:
    """The plots of a chart, that of a target last so that it lies on top."""
    target = [] if chart.target is None else [_target(chart, chart.target, style)]
    if chart.kind is Kind.LINES:
        return [_line_plot(ids, *_lines(chart, style), *target)]
    return [_columns(chart, style, ids), *([_line_plot(ids, *target)] if target else [])]


def _columns(chart: Chart, style: ChartStyle, ids: AxisIds) -> Element:
    stacked = chart.kind.stacked
    return c(
        "barChart",
        val("barDir", "bar" if chart.kind.horizontal else "col"),
        val("grouping", "stacked" if stacked else "clustered"),
        val("varyColors", 0),
        *(_column(number, series, chart, style) for number, series in enumerate(chart.series)),
        val("gapWidth", 60 if len(chart.series) > 1 and not stacked else 80),
        val("overlap", 100 if stacked else 0),
        val("axId", ids.categories),
        val("axId", ids.values),
    )


def _column(number: int, series: Series, chart: Chart, style: ChartStyle) -> Element:
    look = style.look(number)
    labels = [_column_labels(number, chart, style)] if _columns_labelled(chart) else []
    return c(
        "ser",
        val("idx", number),
        val("order", number),
        name(number, series),
        shape(fill(look), line(style.outline, 0.75)),
        val("invertIfNegative", 0),
        *labels,
        categories(chart),
        values(number, series, chart),
    )


def _columns_labelled(chart: Chart) -> bool:
    points = len(chart.series) * len(chart.categories)
    if chart.kind.stacked:
        return points <= 4 * _LABELLED_COLUMNS and len(chart.categories) <= _LABELLED_COLUMNS
    return points <= (_LABELLED_BARS if chart.kind.horizontal else _LABELLED_COLUMNS)


def _column_labels(number: int, chart: Chart, style: ChartStyle) -> Element:
    """Numbers beyond the end of a column; inside it, readable on its fill, where something else stands there."""
    if not chart.kind.stacked and chart.target is None:
        return _labels(chart, style, "outEnd")
    look = style.look(number)
    place = "ctr" if chart.kind.stacked else "inBase"
    labels = _labels(chart, style, place, colour=look.label, ground="" if look.label else "FFFFFF")
    if chart.kind.stacked:
        labels[:0] = [c("dLbl", val("idx", n), val("delete", 1)) for n in _too_small(chart.series[number], chart)]
    return labels


def _too_small(series: Series, chart: Chart) -> Iterator[int]:
    """The points of a stacked series that have no room for their number."""
    columns = zip(*(row.values for row in chart.series), strict=True)
    highest = max(sum((_height(value) for value in column), Decimal(0)) for column in columns)
    least = highest * (_BROAD if chart.kind.horizontal else _TALL)
    return (n for n, value in enumerate(series.values) if _height(value) <= least)


def _height(value: Number | None) -> Decimal:
    return abs(Decimal(value or 0))


def _lines(chart: Chart, style: ChartStyle) -> list[Element]:
    return [_line(number, series, chart, style) for number, series in enumerate(chart.series)]


def _line_plot(ids: AxisIds, *series: Element) -> Element:
    return c(
        "lineChart",
        val("grouping", "standard"),
        val("varyColors", 0),
        *series,
        val("marker", 1),
        val("axId", ids.categories),
        val("axId", ids.values),
    )


def _line(number: int, series: Series, chart: Chart, style: ChartStyle) -> Element:
    look = style.look(number)
    drawn = shape(line(look.colour, 2.25, look.dash))
    place = "b" if _is_below_target(chart) else "t"
    return _line_series(number, series, chart, drawn, _marker(look.marker, look.colour), style, place)


def _target(chart: Chart, target: Series, style: ChartStyle) -> Element:
    """A broken line with open markers."""
    number = len(chart.series)
    drawn = shape(line(style.target, 1.75, "dash"))
    marker = _marker("diamond", style.target, ground="FFFFFF")
    place = "t" if _is_below_target(chart) else "b"
    return _line_series(number, target, chart, drawn, marker, style, place, _repeated(target))


def _is_below_target(chart: Chart) -> bool:
    """Whether the values lie under the target, as a whole: then each has its words on its own side."""
    if chart.target is None:
        return False
    beside = [
        (value, aim)
        for series in chart.series
        for value, aim in zip(series.values, chart.target.values, strict=True)
        if value is not None and aim is not None
    ]
    return sum(value < aim for value, aim in beside) * 2 > len(beside)


def _repeated(series: Series) -> list[int]:
    """The points whose value is that of the point before: to say it once is enough."""
    pairs = zip(series.values, series.values[1:], strict=False)
    return [at for at, (before, value) in enumerate(pairs, 1) if value is not None and value == before]


def _line_series(
    number: int,
    series: Series,
    chart: Chart,
    drawn: Element,
    marker: Element,
    style: ChartStyle,
    place: str,
    unsaid: Sequence[int] = (),
) -> Element:
    points = len(chart.rows) * len(chart.categories)
    labels = [_labels(chart, style, place)] if chart.kind is Kind.LINES and points <= _LABELLED_POINTS else []
    for each in labels:
        each[:0] = [c("dLbl", val("idx", n), val("delete", 1)) for n in unsaid]
    return c(
        "ser",
        val("idx", number),
        val("order", number),
        name(number, series),
        drawn,
        marker,
        *labels,
        categories(chart),
        values(number, series, chart),
        val("smooth", 0),
    )


def _marker(symbol: str, colour: str, ground: str = "") -> Element:
    return c("marker", val("symbol", symbol), val("size", 7), shape(solid(ground or colour), line(colour, 1)))


def _labels(chart: Chart, style: ChartStyle, place: str, *, colour: str = "", ground: str = "") -> Element:
    return c(
        "dLbls",
        c("numFmt", formatCode=format_code(chart.decimals), sourceLinked="0"),
        shape(solid(ground) if ground else a("noFill"), no_line()),
        text_look(style, colour=colour),
        val("dLblPos", place),
        *(val(what, int(what == "showVal")) for what in _SHOWN),
    )
