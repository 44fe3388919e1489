"""The sums and deviations that reports show, each with the fields it comes from."""

from collections.abc import Iterable, Iterator, Sequence

from schemas.workbooks import Period

from . import rakning
from .ekonomi import Ekonomi, ekonomi, investering, summa
from .figures import FINANSPOSTER, LOPANDE, NETTOPOSTER, SKATTEPOSTER, SKULDER, TILLGANGAR
from .followups import Bokslut, Uppfoljning
from .rakning import Rad
from .records import BsDrift, BsInvestering, Rakningspost, Row, Tkr, UfEkonomi, UfInvestering
from .values import State

Summed = tuple[Tkr, str, list[tuple[Row, str]]]
_RESULT = (*NETTOPOSTER, *SKATTEPOSTER, *FINANSPOSTER)
_OF_POSTS = {
    "Verksamhetens nettokostnader": NETTOPOSTER, "Verksamhetens resultat": (*NETTOPOSTER, *SKATTEPOSTER),
    "Årets resultat": _RESULT, "Summa tillgångar": TILLGANGAR, "Summa eget kapital och skulder": SKULDER,
    "Medel från den löpande verksamheten": LOPANDE,
}  # fmt: skip
_COLUMNS = {
    "forra": "samma period förra året", "utfall": "utfall", "budget_helar": "hela årets budget", "prognos": "prognos",
}  # fmt: skip


def of_uppfoljning(uppfoljning: Uppfoljning) -> Iterator[Summed]:
    """A nämnd's economy and investments: what is summed, and what deviates from the budget."""
    helar = uppfoljning.helar
    costs = [(row, f"{row.verksamhet} {row.benamning}", ekonomi(row, helar=helar)) for row in uppfoljning.ekonomi]
    objects = [(row, row.objekt, investering(row, helar=helar)) for row in uppfoljning.investeringar]
    yield from _economy(costs, "Summa nettokostnad", helar=helar)
    yield from _economy(objects, "Summa investeringar", helar=helar)


def of_bokslut(bokslut: Bokslut) -> Iterator[Summed]:
    """The municipality's own figures: driftredovisning, investments, and the sums of its statements."""
    helar = bokslut.helar
    costs = [(row, row.namnd or row.post, ekonomi(row, helar=helar)) for row in bokslut.drift]
    objects = [(row, row.objekt, investering(row, helar=helar)) for row in bokslut.investeringar]
    yield from _economy(costs, "Driftredovisningens summa", helar=helar)
    yield from _total([part for part in costs if part[0].namnd], "Nämnderna tillsammans", helar=helar)
    yield from _economy(objects, "Summa investeringar", helar=helar)
    for rows, lines in (
        (bokslut.resultatrakning, rakning.resultatrakning(bokslut)),
        (bokslut.balans, rakning.balansrakning(bokslut)),
        (bokslut.kassaflode, rakning.kassaflode(bokslut)),
    ):
        yield from _statement(rows, lines, helar=helar)
    yield from _balanskrav(bokslut)


_Part = tuple[UfEkonomi | BsDrift | UfInvestering | BsInvestering, str, Ekonomi]


def _economy(parts: Sequence[_Part], what: str, *, helar: bool) -> Iterator[Summed]:
    for row, name, part in parts:
        yield from _deviations([row], name.strip(), part, helar=helar)
    yield from _total(parts, what, helar=helar)


def _total(parts: Sequence[_Part], what: str, *, helar: bool) -> Iterator[Summed]:
    rows, total = [row for row, _, _ in parts], summa(part for _, _, part in parts)
    for field, heading in (*_COLUMNS.items(), ("budget", "periodens budget")):
        if field != "forra" and not (field == "prognos" and helar):
            held = [row for row in rows if hasattr(row, field)]
            yield getattr(total, field), f"{what}, {heading}", [(row, field) for row in held]
    yield from _deviations(rows, what, total, helar=helar)


def _deviations(rows: Sequence[Row], name: str, part: Ekonomi, *, helar: bool) -> Iterator[Summed]:
    against = [(row, "budget_helar" if helar or not hasattr(row, "budget") else "budget") for row in rows]
    yield part.avvikelse, f"{name}, avvikelse: budget minus utfall", [*against, *((row, "utfall") for row in rows)]
    if not helar:
        fields = [(row, field) for field in ("budget_helar", "prognos") for row in rows]
        yield part.prognosavvikelse, f"{name}, avvikelse: budget minus prognos", fields


def _statement(rows: Sequence[Rakningspost], lines: Iterable[Rad], *, helar: bool) -> Iterator[Summed]:
    for line in lines:
        posts = _OF_POSTS.get(line.post, tuple(row.post for row in rows))
        held = [row for row in rows if row.post in posts] if line.summa else []
        for field, heading in _COLUMNS.items() if held else ():
            if not (field == "prognos" and helar):
                yield getattr(line, field), f"{line.post}, {heading}", [(row, field) for row in held]


def _balanskrav(bokslut: Bokslut) -> Iterator[Summed]:
    result = [row for row in bokslut.resultatrakning if row.post in _RESULT]
    adjusting = [row for row in bokslut.balanskrav if row.post not in rakning.RESERVPOSTER]
    for line in rakning.balanskrav(bokslut):
        if line.summa:
            rows = [*result, *(adjusting if "efter" in line.post else bokslut.balanskrav)]
            for field in ("forra", "utfall") if bokslut.helar else ("forra", "utfall", "prognos"):
                yield getattr(line, field), f"{line.post}, {_COLUMNS[field]}", [(row, field) for row in rows]


def together(reports: Sequence[Uppfoljning]) -> Iterator[tuple[Uppfoljning, Tkr, str, tuple[str, ...]]]:
    """What the nämnder's decided reports of each period come to: a report that it can be shown with, the amount, what
    it is, and the cells with each nämnd's code before them (`SN Ekonomi!D6`)."""
    decided = [report for report in reports if report.head.state is State.ANTAGEN]
    for period in dict.fromkeys(report.period for report in decided):
        of_period = [report for report in decided if report.period is period]
        home = {id(row): report for report in of_period for row in report.ekonomi}
        parts = [(row, "", ekonomi(row, helar=r.helar)) for r in of_period for row in r.ekonomi]
        for tkr, what, fields in _total(parts, "Nämnderna tillsammans", helar=period is Period.AR):
            cells = tuple(_named_cell(home[id(row)], row, name) for row, name in fields)
            yield of_period[0], tkr, f"{what} ({len(of_period)} rapporter, {period.shown})", cells


def _named_cell(report: Uppfoljning, row: Row, name: str) -> str:
    place = report.place(row, name)
    return f"{report.head.namnd} {place.sheet}!{place.cell}"
