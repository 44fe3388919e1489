"""The small charts of the chain's mått: base value, outcomes and targets, with the same in words."""

from collections.abc import Iterable, Iterator, Sequence

from service.chain.followups import Followup
from service.chain.mattserie import Mattserie, Varde, mattserie, outcomes_of
from service.chain.records import Matt, VpMatt
from service.documents.wording import amount
from service.pictures import Chart, Dot, line_chart


def chart_of(rows: Iterable[Matt | VpMatt], ar: int, reports: Sequence[Followup]) -> Iterator[tuple[str, str]]:
    """The chart of each mått by its number, as SVG; none of a mått with fewer than two values."""
    for row in rows:
        serie = mattserie(row, ar, outcomes_of(row.id, reports))
        if serie.antal >= 2:
            yield row.nummer.text, line_chart(_chart(serie), words_of(serie, row.text, row.enhet))


def words_of(serie: Mattserie, text: str, enhet: str) -> str:
    """`Matsvinn, gram per portion: basvärde 46 (2025), utfall 39 (januari–augusti 2027), mål 38 (2027).`"""
    named = [("basvärde", serie.bas), *(("utfall", each) for each in serie.utfall), ("prognos", serie.prognos)]
    parts = [f"{name} {amount(each.varde)} ({each.tid})" for name, each in [*named, *_goals(serie)] if each]
    return f"{text}{f', {enhet}' if enhet else ''}: {', '.join(parts)}."


def _goals(serie: Mattserie) -> list[tuple[str, Varde | None]]:
    return [("mål", each) for each in serie.mal]


def _chart(serie: Mattserie) -> Chart:
    """Base, the periods reported within the year, the year, the years after it: a place each."""
    within = [each for each in serie.utfall if each.tid != str(serie.ar)]
    bas = [serie.bas.tid] if serie.bas else []
    years = list(dict.fromkeys([str(serie.ar), *(each.tid for each in serie.mal)]))
    places = {tid: n for n, tid in enumerate([*bas, *(each.tid for each in within), *years])}
    start = [_dot(serie.bas, 0)] if serie.bas else []
    return Chart(
        places=[_short(tid, str(serie.ar)) for tid in places],
        is_=[*start, *(_dot(each, places[each.tid]) for each in serie.utfall)],
        expected=_dot(serie.prognos, places[serie.prognos.tid]) if serie.prognos else None,
        goal=[_dot(each, places[each.tid]) for each in serie.mal],
    )


def _dot(value: Varde, place: int) -> Dot:
    return Dot(place, value.varde, amount(value.varde))


def _short(tid: str, ar: str) -> str:
    """`jan–apr` for `januari–april 2027`; a year as it is."""
    months, _, year = tid.rpartition(" ")
    return "–".join(month[:3] for month in months.split("–")) if year == ar and months else tid
