"""A chart in words, for those who do not see it: what it is, its highest, lowest and last values, its target."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..filters import lista
from .numbers import shown
from .values import Chart, Kind, Number, Series

_NAMES = {
    Kind.COLUMNS: "Stapeldiagram",
    Kind.BARS: "Liggande stapeldiagram",
    Kind.LINES: "Linjediagram",
    Kind.STACKED_COLUMNS: "Staplat stapeldiagram",
    Kind.STACKED_BARS: "Staplat liggande stapeldiagram",
    Kind.BUDGET_AND_OUTCOME: "Stapeldiagram med budget och utfall",
}
_MOST_SERIES = 4  # beyond these a listener is told of the whole instead of each series
Point = tuple[str, Number]


def alt_text(chart: Chart) -> str:
    """The chart as Swedish sentences, made from its data alone."""
    return " ".join(_sentences(chart))


def _sentences(chart: Chart) -> Iterator[str]:
    unit = f" ({chart.unit})" if chart.unit else ""
    title = f": {chart.title.rstrip('.')}" if chart.title else ""
    yield f"{_NAMES[chart.kind]}{title}{unit}."
    if chart.kind.stacked:
        yield from _sums(chart)
    elif chart.kind is Kind.BUDGET_AND_OUTCOME:
        yield from _differences(chart)
    elif len(chart.series) <= _MOST_SERIES:
        yield from (_series(series, chart) for series in chart.series)
    else:
        yield from _whole(chart)
    if chart.target is not None:
        yield from _against_target(chart, chart.target)
    yield from _gaps(chart)


def _series(series: Series, chart: Chart) -> str:
    points = _points(series, chart)
    if len(points) < 2:
        only = "".join(_told(point, chart) for point in points) or "inga värden"
        return f"{_named(series)}: {only}."
    if len({value for _, value in points}) == 1:
        first, last = points[0], points[-1]
        return f"{_named(series)}: {_shown(first[1], chart)} från {first[0]} till {last[0]}."
    latest = f", senast {_told(points[-1], chart)}" if chart.kind is Kind.LINES else ""
    return f"{_named(series)}: {_extremes(points, chart)}{latest}."


def _whole(chart: Chart) -> Iterator[str]:
    points = [
        (f"{category}, {series.name}", value) for series in chart.series for category, value in _points(series, chart)
    ]
    yield f"{len(chart.series)} serier: {_extremes(points, chart)}." if points else "Inga värden."


def _sums(chart: Chart) -> Iterator[str]:
    """A stack's height, and the largest part of all."""
    yield f"Delar: {', '.join(_named(series) for series in chart.series)}."
    sums = [(category, total) for n, category in enumerate(chart.categories) if (total := _sum(chart, n)) is not None]
    if not sums:
        yield "Inga värden."
        return
    yield f"Summa: {_extremes(sums, chart)}." if len(sums) > 1 else f"Summa: {_told(sums[0], chart)}."
    parts = [(f"{_named(s)}, {category}", value) for s in chart.series for category, value in _points(s, chart)]
    yield f"Den största delen är {_told(max(parts, key=_value), chart)}."


def _sum(chart: Chart, number: int) -> Number | None:
    values = [Decimal(value) for series in chart.series if (value := series.values[number]) is not None]
    return sum(values, Decimal(0)) if values else None


def _differences(chart: Chart) -> Iterator[str]:
    """The outcome against the budget: all together, and where they differ most."""
    budget, outcome = chart.series
    both = [
        (category, Decimal(done) - Decimal(meant))
        for category, meant, done in zip(chart.categories, budget.values, outcome.values, strict=True)
        if meant is not None and done is not None
    ]
    if not both:
        yield "Inga värden att jämföra."
        return
    total = sum((difference for _, difference in both), Decimal(0))
    names = f"{_named(outcome)} är {_over_or_under(total, chart)} {_named(budget).lower()}"
    yield f"{names}{' sammanlagt' if len(both) > 1 else f' ({both[0][0]})'}."
    category, most = max(both, key=lambda pair: abs(pair[1]))
    if len(both) > 1 and most:
        yield f"Störst är skillnaden för {category}: {_over_or_under(most, chart)}."


def _over_or_under(difference: Decimal, chart: Chart) -> str:
    if not difference:
        return "lika med"
    return f"{_shown(abs(difference), chart)} {'över' if difference > 0 else 'under'}"


def _against_target(chart: Chart, target: Series) -> Iterator[str]:
    """The target, and for which categories the outcome has reached it."""
    targets = _points(target, chart)
    if not targets:
        return
    if len({value for _, value in targets}) == 1:
        years = f"{targets[0][0]}–{targets[-1][0]}" if len(targets) > 1 else targets[0][0]
        yield f"{_named(target)}: {_limit(chart)}{_shown(targets[0][1], chart)} ({years})."
    else:
        yield f"{_named(target)}: {_limit(chart)}{', '.join(_told(point, chart) for point in targets)}."
    reached = list(_reached(chart, target))
    met, missed = ([category for category, done in reached if done is wanted] for wanted in (True, False))
    if met and missed:
        yield f"Målet är nått för {lista(met)}, inte för {lista(missed)}."
    elif reached:
        yield f"Målet är {'nått' if met else 'inte nått'} för {lista(met or missed)}."


def _reached(chart: Chart, target: Series) -> Iterator[tuple[str, bool]]:
    """Each category that has an outcome and a target, with whether the first series reaches it."""
    if chart.better is None:
        return
    for category, done, meant in zip(chart.categories, chart.series[0].values, target.values, strict=True):
        if done is not None and meant is not None:
            yield category, done >= meant if chart.better == "högre" else done <= meant


def _limit(chart: Chart) -> str:
    return {"högre": "minst ", "lägre": "högst "}.get(chart.better or "", "")


def _gaps(chart: Chart) -> Iterator[str]:
    """What is not known; a target stands for its own years, and an outcome to come is no gap."""
    if chart.target is not None:
        return
    for series in chart.series:
        missing = [category for category, value in zip(chart.categories, series.values, strict=True) if value is None]
        if missing and len(missing) < len(series.values):
            yield f"Uppgift saknas för {', '.join(missing)} ({_named(series)})."


def _extremes(points: Sequence[Point], chart: Chart) -> str:
    highest, lowest = max(points, key=_value), min(points, key=_value)
    return f"högst {_told(highest, chart)}, lägst {_told(lowest, chart)}"


def _points(series: Series, chart: Chart) -> list[Point]:
    pairs = zip(chart.categories, series.values, strict=True)
    return [(category, value) for category, value in pairs if value is not None]


def _told(point: Point, chart: Chart) -> str:
    category, value = point
    return f"{_shown(value, chart)} ({category})"


def _shown(value: Number, chart: Chart) -> str:
    return shown(value, chart.decimals)


def _value(point: Point) -> Number:
    return point[1]


def _named(series: Series) -> str:
    return series.name or "Värden"
