"""The key figures of the finansiell analys, worked out from the municipality's statements."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from . import rakning
from .figures import share
from .followups import Bokslut
from .rakning import Rad
from .records import Tkr

ANDEL = "Nettokostnadernas andel av skatter och generella statsbidrag"
RESULTAT = "Årets resultat som andel av skatter och generella statsbidrag"
SOLIDITET = "Soliditet"
SJALVFINANSIERING = "Investeringar som betalas med egna medel"


@dataclass(frozen=True, slots=True)
class Nyckeltal:
    """A share in percent, unrounded; None where it cannot be said.

    `forra` is the same period last year (of a balance: that year's end), `prognos` what is expected of the year.
    """

    namn: str
    forra: Decimal | None
    utfall: Decimal | None
    prognos: Decimal | None


def nyckeltal(bokslut: Bokslut) -> tuple[Nyckeltal, ...]:
    """The key figures that the statements filled in give; those of an empty statement are left out."""
    taxes, result = rakning.skatter_och_bidrag(bokslut), rakning.arets_resultat(bokslut)
    found = (
        _share(ANDEL, rakning.nettokostnader(bokslut), taxes, sign=-1),
        _share(RESULTAT, result, taxes),
        _share(SOLIDITET, _post(rakning.balansrakning(bokslut), "Eget kapital"),
               _post(rakning.balansrakning(bokslut), "Summa tillgångar")),
        _share(SJALVFINANSIERING, *_own_means(bokslut), sign=-1),
    )  # fmt: skip
    return tuple(each for each in found if any(v is not None for v in (each.forra, each.utfall, each.prognos)))


def _own_means(bokslut: Bokslut) -> tuple[Rad, Rad]:
    """What operations leave before changes of working capital, and what is invested (negative)."""
    rows = rakning.kassaflode(bokslut)
    result, written_off = _post(rows, "Årets resultat"), _post(rows, "Avskrivningar")
    left = Rad(
        "", result.forra + written_off.forra, result.utfall + written_off.utfall, 0,
        result.prognos + written_off.prognos,
    )  # fmt: skip
    return left, _post(rows, "Investeringar")


def _share(name: str, part: Rad, whole: Rad, *, sign: int = 1) -> Nyckeltal:
    def of(amount: Callable[[Rad], Tkr]) -> Decimal | None:
        return share(sign * amount(part), amount(whole))

    return Nyckeltal(name, of(lambda r: r.forra), of(lambda r: r.utfall), of(lambda r: r.prognos))


def _post(rows: tuple[Rad, ...], name: str) -> Rad:
    return next((row for row in rows if row.post == name), Rad(name))
