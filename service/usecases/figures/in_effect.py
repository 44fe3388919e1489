"""Figures from elsewhere as they are in effect: the newest import of each kind, placed by the key in force.

The key is applied when the figures are asked for: a row added to it needs no new import.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from schemas.workbooks import Kind
from service.chain.codekey import Keyed, keyed
from service.chain.entries import Codes, Entry
from service.chain.outcomes import Figures, Mattvarde, leaves_of, utan_plats
from service.chain.plans import Installningar, Mrp
from service.chain.records import Matt, VpMatt
from service.store import (
    Figure,
    FigureImport,
    FigureKind,
    PlanKey,
    adopted_version,
    figure_imports,
    figures_of,
    latest_version,
)  # fmt: skip

from ..answers import Refused
from ..house import House
from ..loading.plans import governing_mrp, load_mrp, load_vp, namnder_with_plan, settings

__all__ = ["Figures", "Mattvarde", "figures_for"]


def figures_for(house: House, ar: int, period: str) -> Figures:
    """All that has been read from elsewhere for the year and period (`T1`, `T2`, `AR`); empty when nothing has.

    Raises `Refused` when there are no settings for the year.
    """
    installningar = settings(house, ar)
    try:
        matt = matt_with_kpi(house, ar, installningar) if figure_imports(house.store, FigureKind.KOLADA, ar) else []
    except Refused:
        matt = []
    return figures_at(house, ar, period, installningar, matt)


def figures_at(
    house: House, ar: int, period: str, installningar: Installningar, matt: Iterable[Matt | VpMatt],
    at: datetime | None = None,
) -> Figures:  # fmt: skip
    """The same by given settings and for given mått, and as it was at a time: what has been read since is left out."""
    found = _newest(house, FigureKind.EKONOMI, ar, period, at)
    placed = placed_entries(house, found, installningar) if found else Keyed()
    return Figures(
        ar=ar, period=period, leaves=leaves_of(placed.placed),
        kalla=f"Ekonomisystemet, fil {found.filename}, hämtad {found.at.date()}" if found else "",
        hamtad=found.at.date() if found else None,
        utan_plats=utan_plats(placed), matt=_values(house, ar, matt, at),
    )  # fmt: skip


def _newest(house: House, kind: FigureKind, ar: int, period: str, at: datetime | None) -> FigureImport | None:
    """The import in effect at a time; now, where none is given."""
    imports = [one for one in figure_imports(house.store, kind, ar) if one.period == period]
    return next((one for one in reversed(imports) if at is None or one.at <= at), None)


def placed_entries(house: House, made: FigureImport, installningar: Installningar) -> Keyed:
    """The entries of an import, placed by the key in force."""
    return keyed(map(entry_of, figures_of(house.store, made.id)), installningar)


def figure_of(entry: Entry) -> Figure:
    """An entry as it is stored."""
    codes = {name: code for name in Codes.__slots__ if (code := getattr(entry.codes, name))}
    keys = {"koder": codes, "text": entry.text, "manad": entry.month}
    return Figure(entry.source, entry.measure, entry.amount, keys)


def entry_of(figure: Figure) -> Entry:
    """An entry as it was stored."""
    keys = figure.keys
    amount = figure.value if figure.value is not None else Decimal(0)
    return Entry(figure.source, Codes(**keys["koder"]), figure.measure, amount, keys["text"], keys["manad"])


def matt_with_kpi(house: House, ar: int, installningar: Installningar) -> list[Matt | VpMatt]:
    """Every mått of the year that has an id in Kolada: the MRP's, and the nämnder's own. Raises `Refused`."""
    mrp = load_mrp(house, governing_mrp(house, ar), installningar)
    own = _own_matt(house, ar, installningar, mrp)
    return [*(m for m in mrp.matt if m.kolada_id and not m.utgar), *(m for m in own if m.egen and m.kolada_id)]


def _own_matt(house: House, ar: int, installningar: Installningar, mrp: Mrp) -> Iterator[VpMatt]:
    for namnd in namnder_with_plan(installningar, ar):
        version = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd.kod, ar) or latest_version(
            house.store, PlanKey(Kind.VERKSAMHETSPLAN, namnd.kod, ar)
        )
        if version is not None:
            yield from load_vp(house, version, mrp).matt


def _values(house: House, ar: int, matt: Iterable[Matt | VpMatt], at: datetime | None) -> Mapping[str, Mattvarde]:
    """The newest value up to the year for each mått, of the newest import that has any."""
    found = _newest(house, FigureKind.KOLADA, ar, "", at)
    if found is None:
        return {}
    newest: dict[str, tuple[int, Decimal]] = {}
    for figure in figures_of(house.store, found.id):
        year, kpi = figure.keys["ar"], figure.keys["kpi"]
        if figure.value is not None and year <= ar and (kpi not in newest or newest[kpi][0] < year):
            newest[kpi] = year, figure.value
    return {
        one.id: Mattvarde(one.id, one.kolada_id, *newest[one.kolada_id], found.at.date())
        for one in matt
        if one.kolada_id in newest
    }
