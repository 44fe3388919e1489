"""The municipality's statements with their sums: resultaträkning, balansräkning, kassaflöde, balanskravsutredning."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .figures import FINANSPOSTER, LOPANDE, NETTOPOSTER, SKATTEPOSTER, SKULDER, TILLGANGAR
from .followups import Bokslut
from .records import BsBalanskrav, Rakningspost, Tkr

RESERVPOSTER = ("Reservering av medel till resultatreserv", "Användning av medel från resultatreserv")


@dataclass(frozen=True, slots=True)
class Rad:
    """A line of a statement, entered or summed, in whole tkr. `summa` is true for a sum."""

    post: str
    forra: Tkr = 0
    utfall: Tkr = 0
    budget_helar: Tkr = 0
    prognos: Tkr = 0
    summa: bool = False

    @property
    def prognosavvikelse(self) -> Tkr:
        """The prognosis less the budget: in these statements plus is better."""
        return self.prognos - self.budget_helar


def resultatrakning(bokslut: Bokslut) -> tuple[Rad, ...]:
    """The resultaträkning with its sums, as the law orders them."""
    rows = _lines(bokslut.resultatrakning, bokslut)
    net = _sum("Verksamhetens nettokostnader", rows, NETTOPOSTER)
    operating = _sum("Verksamhetens resultat", rows, (*NETTOPOSTER, *SKATTEPOSTER))
    total = _sum("Årets resultat", rows, (*NETTOPOSTER, *SKATTEPOSTER, *FINANSPOSTER))
    return (
        *_of(rows, NETTOPOSTER), net, *_of(rows, SKATTEPOSTER), operating, *_of(rows, FINANSPOSTER), total,
    )  # fmt: skip


def arets_resultat(bokslut: Bokslut) -> Rad:
    """Årets resultat, the last line of the resultaträkning."""
    return resultatrakning(bokslut)[-1]


def nettokostnader(bokslut: Bokslut) -> Rad:
    """Verksamhetens nettokostnader of the resultaträkning (negative)."""
    return next(rad for rad in resultatrakning(bokslut) if rad.post == "Verksamhetens nettokostnader")


def skatter_och_bidrag(bokslut: Bokslut) -> Rad:
    """Skatteintäkter, generella statsbidrag and utjämning together."""
    return _sum("Skatteintäkter och generella statsbidrag", _lines(bokslut.resultatrakning, bokslut), SKATTEPOSTER)


def balansrakning(bokslut: Bokslut) -> tuple[Rad, ...]:
    """The balansräkning with its two sums."""
    rows = _lines(bokslut.balans, bokslut)
    return (
        *_of(rows, TILLGANGAR), _sum("Summa tillgångar", rows, TILLGANGAR),
        *_of(rows, SKULDER), _sum("Summa eget kapital och skulder", rows, SKULDER),
    )  # fmt: skip


def kassaflode(bokslut: Bokslut) -> tuple[Rad, ...]:
    """The kassaflödesanalys with its sums."""
    rows = _lines(bokslut.kassaflode, bokslut)
    others = [row.post for row in rows if row.post not in LOPANDE]
    return (
        *_of(rows, LOPANDE), _sum("Medel från den löpande verksamheten", rows, LOPANDE), *_of(rows, others),
        _sum("Förändring av likvida medel", rows, [*LOPANDE, *others]),
    )  # fmt: skip


def balanskrav(bokslut: Bokslut) -> tuple[Rad, ...]:
    """The balanskravsutredning: from årets resultat to the balanskravsresultat, with the resultatreserv (LKBR 11 kap.).

    The budget is left out of it: only what has become, or is expected, is examined.
    """
    result = arets_resultat(bokslut)
    first = Rad("Årets resultat enligt resultaträkningen", result.forra, result.utfall, 0, result.prognos)
    lines = [_krav(row, bokslut) for row in bokslut.balanskrav]
    adjusting = [rad for rad in lines if rad.post not in RESERVPOSTER]
    reserve = [rad for rad in lines if rad.post in RESERVPOSTER]
    after = _added("Årets resultat efter balanskravsjusteringar", [first, *adjusting])
    return first, *adjusting, after, *reserve, _added("Årets balanskravsresultat", [after, *reserve])


def _krav(row: BsBalanskrav, bokslut: Bokslut) -> Rad:
    outcome = row.utfall or 0
    return Rad(row.post or "", row.forra or 0, outcome, 0, outcome if bokslut.helar else row.prognos or 0)


def _lines(rows: Iterable[Rakningspost], bokslut: Bokslut) -> list[Rad]:
    return [
        Rad(
            row.post or "", row.forra or 0, row.utfall or 0, row.budget_helar or 0,
            (row.utfall if bokslut.helar else row.prognos) or 0,
        )
        for row in rows
    ]  # fmt: skip


def _of(rows: Sequence[Rad], posts: Iterable[str]) -> list[Rad]:
    return [row for post in posts for row in rows if row.post == post]


def _sum(name: str, rows: Sequence[Rad], posts: Iterable[str]) -> Rad:
    return _added(name, _of(rows, posts))


def _added(name: str, rows: Sequence[Rad]) -> Rad:
    return Rad(
        name, sum(row.forra for row in rows), sum(row.utfall for row in rows), sum(row.budget_helar for row in rows),
        sum(row.prognos for row in rows), summa=True,
    )  # fmt: skip
