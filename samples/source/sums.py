"""Whether the sample's sums hold: the MRP's budgets hang together, and each detaljbudget equals its frame."""

from collections.abc import Callable, Iterable, Iterator

from .plans import INSTALLNINGAR, MRP, Source, column, in_tkr
from .writing import Row, Rows

YEARS = ("ar_1", "ar_2", "ar_3")
KOSTNADER = ("personal", "lokal", "ovrigt", "kapital")
TILLGANGAR = ("Anläggningstillgångar", "Övriga omsättningstillgångar", "Likvida medel")


def mrp_budget(rows: Rows, ramar: dict[str, int], resultat: tuple[int, ...]) -> Iterator[str]:
    """The budget holds together: frames, bridge, result, cash flow and balance."""
    for field, wanted in ramar.items():
        yield from same(f"summa {field}", total(rows["ram"], field), wanted)
    for namnd in column(rows["ram"], "namnd"):
        frames = [row for row in rows["ram"] if row["namnd"] == namnd]
        changes = [row for row in rows["ramforandring"] if row["namnd"] == namnd]
        change = total(frames, "ram_1") - total(frames, "budget_forra")
        yield from same(f"ramförändringar {namnd}", total(changes, "belopp"), change)
    for n, year in enumerate(YEARS):
        bridge = total(rows["ram"], f"ram_{n + 1}") + total(rows["brygga"], year)
        yield from _result(rows, year, bridge, resultat[n])
        yield from _balance(rows, year, ("forra", *YEARS)[n])
    for year in ("forra", *YEARS):
        assets = sum(_posts(rows["balanspost"])(name, year) for name in TILLGANGAR)
        yield from same(f"balans {year}", total(rows["balanspost"], year), 2 * assets)


def _result(rows: Rows, year: str, bridge: int, wanted: int) -> Iterator[str]:
    """The resultatbudget agrees with the bridge, and the cash flow begins with its result."""
    cash, post = _posts(rows["kassaflodespost"]), _posts(rows["resultatpost"])
    net = sum(post(name, year) for name in ("Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar"))
    yield from same(f"brygga {year}", bridge, -net)
    yield from same(f"årets resultat {year}", total(rows["resultatpost"], year), wanted)
    yield from same(f"kassaflödets resultat {year}", cash("Årets resultat", year), wanted)
    yield from same(f"kassaflödets avskrivningar {year}", cash("Avskrivningar", year), -post("Avskrivningar", year))
    yield from same(f"investeringar {year}", total(rows["investering"], year), -cash("Investeringar", year))


def _balance(rows: Rows, year: str, before: str) -> Iterator[str]:
    """Every change in the balansbudget is one in the kassaflödesbudget."""
    balans, cash = _posts(rows["balanspost"]), _posts(rows["kassaflodespost"])
    change = {row["post"]: balans(row["post"], year) - balans(row["post"], before) for row in rows["balanspost"]}
    sold = cash("Försäljning av anläggningstillgångar", year)
    wanted = {
        "Likvida medel": total(rows["kassaflodespost"], year),
        "Eget kapital": cash("Årets resultat", year),
        "Avsättningar": cash("Förändring avsättningar", year),
        "Anläggningstillgångar": -cash("Investeringar", year) - cash("Avskrivningar", year) - sold,
        "Långfristiga skulder": cash("Upptagna lån", year) + cash("Amortering av lån", year),
    }
    for post, amount in wanted.items():
        yield from same(f"{post} {year}", change[post], amount)
    working = change["Kortfristiga skulder"] - change["Övriga omsättningstillgångar"]
    yield from same(f"rörelsekapital {year}", working, cash("Förändring av rörelsekapital", year))


def vp_budget(vp: Source) -> Iterator[str]:
    """The detaljbudget equals the frame at each level, leaf by leaf in tkr; the investments equal the MRP's."""
    levels = {(row["namnd"], row["kod"]): row["anslagsniva"] for row in INSTALLNINGAR.rows["verksamhet"]}
    frames = [row for row in MRP.rows["ram"] if row["namnd"] == vp.namnd]
    for frame in frames:
        level = frame["anslagsniva"]
        budget = [row for row in vp.rows["budgetrad"] if levels.get((vp.namnd, row["verksamhet"])) == level]
        net = sum(tkr(vp, row, *KOSTNADER) - tkr(vp, row, "intakter") for row in budget)
        yield from same(f"{vp.namnd} detaljbudget {level}", net, frame["ram_1"])
        before = sum(tkr(vp, row, "netto_forra") for row in budget)
        yield from same(f"{vp.namnd} föregående år {level}", before, frame["budget_forra"])
    fields = ("objekt", "slag", *YEARS)
    decided = [tuple(row[name] for name in fields) for row in MRP.rows["investering"] if row["namnd"] == vp.namnd]
    planned = [
        (row["objekt"], row["slag"], *(tkr(vp, row, year) for year in YEARS)) for row in vp.rows["vp_investering"]
    ]
    if decided != planned:
        yield f"{vp.namnd}: investeringarna är inte de i mål- och resursplanen"


def netto(vp: Source) -> int:
    """The detaljbudget's net cost, tkr."""
    return sum(tkr(vp, row, *KOSTNADER) - tkr(vp, row, "intakter") for row in vp.rows["budgetrad"])


def same(what: str, found: int, wanted: int) -> Iterator[str]:
    """A fault when the two differ."""
    if found != wanted:
        yield f"{what}: {found}, ska vara {wanted}"


def total(rows: Iterable[Row], field: str) -> int:
    """The sum of a field over the rows."""
    return sum(row.get(field, 0) for row in rows)


def tkr(vp: Source, row: Row, *names: str) -> int:
    """The sum of the row's fields, each in whole tkr."""
    return sum(in_tkr(vp, row[name]) for name in names)


def _posts(rows: Iterable[Row]) -> Callable[[str, str], int]:
    by_name = {row["post"]: row for row in rows}
    return lambda name, year: by_name[name][year]
