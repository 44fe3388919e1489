"""The sums that the papers show, each with the fields it is summed from."""

from collections.abc import Iterable, Iterator, Sequence

from schemas.columns import expanded
from schemas.workbooks import Kind, workbook_schema

from . import figures
from .followups import Bokslut, Uppfoljning
from .plans import Mrp, Plan, Verksamhetsplan
from .records import Ram, Row, Tkr
from .sums_followups import Summed, of_bokslut, of_uppfoljning

_COSTS = ("personal", "lokal", "ovrigt", "kapital")


def summed_in(plan: Plan) -> Iterator[Summed]:
    """Every sum of a plan in tkr, what it is called, and the fields (row and name) that go into it."""
    if isinstance(plan, Verksamhetsplan):
        yield from _of_vp(plan)
    elif isinstance(plan, Mrp):
        yield from _of_frames(plan)
        yield from _of_budgets(plan)
    elif isinstance(plan, Uppfoljning):
        yield from of_uppfoljning(plan)
    elif isinstance(plan, Bokslut):
        yield from of_bokslut(plan)


def _of_vp(vp: Verksamhetsplan) -> Iterator[Summed]:
    for rad in vp.budget:
        name = f"{rad.verksamhet} {rad.benamning}".strip()
        yield rad.netto, f"{name}, netto", _fields([rad], "intakter", *_COSTS)
        yield rad.kostnader, f"{name}, kostnader", _fields([rad], *_COSTS)
    total = figures.summa_budget(vp.budget)
    columns = workbook_schema(Kind.VERKSAMHETSPLAN).sheet("budgetrad").columns()
    for field in ("intakter", *_COSTS, "netto_forra"):
        heading = expanded(columns[field].heading, vp.head.ar)
        yield getattr(total, field) or 0, f"Summa {heading.lower()}", _fields(vp.budget, field)
    yield total.kostnader, "Summa kostnader", _fields(vp.budget, *_COSTS)
    yield total.netto, "Summa netto", _fields(vp.budget, "intakter", *_COSTS)
    years = figures.summa_vp_investeringar(vp.investeringar)
    yield from _yearly(vp, years, "Summa investeringar", vp.investeringar)


def _of_frames(mrp: Mrp) -> Iterator[Summed]:
    yield from _frames(mrp, mrp.ramar, "Summa ramar")
    for namnd in dict.fromkeys(ram.namnd for ram in mrp.ramar):
        levels = mrp.namnd_ramar(namnd)
        if len(levels) > 1:
            yield from _frames(mrp, levels, f"Ramar för {namnd}")


def _frames(mrp: Mrp, ramar: Sequence[Ram], what: str) -> Iterator[Summed]:
    total = figures.summa_ramar(ramar)
    columns = workbook_schema(Kind.MRP).sheet("ram").columns()
    for field in ("bokslut", "budget_forra", "preliminar", "ram_1", "ram_2", "ram_3"):
        heading = expanded(columns[field].heading, mrp.head.ar).lower()
        yield getattr(total, field) or 0, f"{what}, {heading}", _fields(ramar, field)


def _of_budgets(mrp: Mrp) -> Iterator[Summed]:
    net, taxes, finance = figures.NETTOPOSTER, figures.SKATTEPOSTER, figures.FINANSPOSTER
    result, cash = mrp.resultatbudget, mrp.kassaflode
    yield from _yearly(mrp, figures.nettokostnader(mrp), "Verksamhetens nettokostnader", _posts(result, net))
    yield from _yearly(mrp, figures.skatter_och_bidrag(mrp), "Skatteintäkter och statsbidrag", _posts(result, taxes))
    before_finance = _posts(result, (*net, *taxes))
    yield from _yearly(mrp, figures.verksamhetens_resultat(mrp), "Verksamhetens resultat", before_finance)
    yield from _yearly(mrp, figures.arets_resultat(mrp), "Årets resultat", _posts(result, (*net, *taxes, *finance)))
    yield from _yearly(mrp, figures.sum_years(mrp.brygga), "Summa centrala poster", mrp.brygga)
    operations = _posts(cash, figures.LOPANDE)
    yield from _yearly(mrp, figures.medel_fran_lopande(mrp), "Medel från den löpande verksamheten", operations)
    yield from _yearly(mrp, figures.forandring_likvida(mrp), "Förändring av likvida medel", cash)
    yield from _of_balance(mrp)
    for number, value in enumerate(figures.summa_investeringar(mrp.investeringar), 1):
        what = f"Summa investeringar {mrp.head.ar + number - 1}"
        yield value, what, _fields(mrp.investeringar, f"ar_{number}")


def _of_balance(mrp: Mrp) -> Iterator[Summed]:
    for what, values, names in (
        ("Summa tillgångar", figures.summa_tillgangar(mrp), figures.TILLGANGAR),
        ("Summa eget kapital och skulder", figures.summa_skulder(mrp), figures.SKULDER),
    ):
        for year, (field, value) in enumerate(zip(("forra", "ar_1", "ar_2", "ar_3"), values, strict=True)):
            yield value, f"{what} {mrp.head.ar + year - 1}", _fields(_posts(mrp.balans, names), field)


def _yearly(plan: Plan, years: Sequence[Tkr], what: str, rows: Sequence[Row]) -> Iterator[Summed]:
    for number, value in enumerate(years, 1):
        yield value, f"{what} {plan.head.ar + number - 1}", _fields(rows, f"ar_{number}")


def _posts(rows: Iterable[Row], names: Sequence[str]) -> list[Row]:
    return [row for row in rows if getattr(row, "post", "") in names]


def _fields(rows: Iterable[Row], *names: str) -> list[tuple[Row, str]]:
    return [(row, name) for row in rows for name in names]
