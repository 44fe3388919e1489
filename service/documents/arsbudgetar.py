"""The three-year budgets of the whole municipality: bridge, result, cash flow and balance, with their subtotals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from service.chain import figures
from service.chain.plans import Mrp
from service.chain.records import Arspost, Balanspost, Tkr

from .contract import told
from .wording import telling

P = TypeVar("P", bound=Arspost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arsrad:
    """A line with an amount a year, in tkr."""

    post: str = field(metadata=told("Vad raden avser.", "Skatteintäkter"))
    ar_1: Tkr | None = field(metadata=told("Belopp för planåret.", "2 071 000"))
    ar_2: Tkr | None = field(metadata=told("Belopp för andra året.", "2 127 000"))
    ar_3: Tkr | None = field(metadata=told("Belopp för tredje året.", "2 184 000"))
    summa: bool = field(metadata=told("Om raden är en summa.", "nej"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Balansrad:
    """A line of the balance sheet, in tkr."""

    post: str = field(metadata=told("Vad raden avser.", "Eget kapital"))
    forra: Tkr | None = field(metadata=told("Vid utgången av året före planåret.", "1 180 000"))
    ar_1: Tkr | None = field(metadata=told("Vid planårets utgång.", "1 210 000"))
    ar_2: Tkr | None = field(metadata=told("Vid andra årets utgång.", "1 240 200"))
    ar_3: Tkr | None = field(metadata=told("Vid tredje årets utgång.", "1 269 200"))
    summa: bool = field(metadata=told("Om raden är en summa.", "nej"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Andelsrad:
    """A share a year, in percent, unrounded."""

    forra: Decimal | None = field(metadata=told("Året före planåret; saknas där det inte budgeteras.", "43,2 %"))
    ar_1: Decimal | None = field(metadata=told("Planåret.", "1,1 %"))
    ar_2: Decimal | None = field(metadata=told("Andra året.", "1,1 %"))
    ar_3: Decimal | None = field(metadata=told("Tredje året.", "1,0 %"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arsbudgetar:
    """The municipality's budgets; each is empty while it has no lines."""

    brygga: tuple[Arsrad, ...] = field(metadata=told("Från nämndernas ramar till verksamhetens nettokostnader."))
    resultat: tuple[Arsrad, ...] = field(metadata=told("Resultatbudgetens rader med delsummor."))
    resultat_procent: Andelsrad = field(metadata=told("Årets resultat i procent av skatter och generella bidrag."))
    resultat_decimaler: int = field(
        metadata=told("Så många decimaler som skiljer resultatets andelar från det finansiella målet.", "2")
    )
    kassaflode: tuple[Arsrad, ...] = field(metadata=told("Finansieringsbudgetens rader med delsummor."))
    balans: tuple[Balansrad, ...] = field(metadata=told("Balansbudgetens rader med summor."))
    soliditet: Andelsrad = field(metadata=told("Eget kapital i procent av tillgångarna."))


def arsbudgetar_of(mrp: Mrp) -> Arsbudgetar:
    """All of the municipality's three-year budgets."""
    soliditet = figures.soliditet(mrp)
    procent = figures.resultat_i_procent(mrp)
    return Arsbudgetar(
        brygga=tuple(_brygga(mrp)) if mrp.ramar else (),
        resultat=tuple(_resultat(mrp)) if mrp.resultatbudget else (),
        resultat_procent=Andelsrad(forra=None, ar_1=procent[0], ar_2=procent[1], ar_3=procent[2]),
        resultat_decimaler=telling(
            [share for share in procent if share is not None], mrp.uppgifter.resultatmal_procent
        ),
        kassaflode=tuple(_kassaflode(mrp)) if mrp.kassaflode else (),
        balans=tuple(_balans(mrp)) if mrp.balans else (),
        soliditet=Andelsrad(forra=soliditet[0], ar_1=soliditet[1], ar_2=soliditet[2], ar_3=soliditet[3]),
    )


def arsrad(post: str, amounts: Sequence[Tkr | None], *, summa: bool = False) -> Arsrad:
    """A line of the given amounts, the budget year first."""
    return Arsrad(post=post, ar_1=amounts[0], ar_2=amounts[1], ar_3=amounts[2], summa=summa)


def _brygga(mrp: Mrp) -> Iterator[Arsrad]:
    yield arsrad("Nämndernas ramar", figures.ramar_per_ar(mrp))
    yield from _rader(mrp.brygga)
    yield arsrad("Verksamhetens nettokostnader", figures.nettokostnader_enligt_ramar(mrp), summa=True)


def _resultat(mrp: Mrp) -> Iterator[Arsrad]:
    yield from _rader(_named(mrp.resultatbudget, figures.NETTOPOSTER))
    yield arsrad("Verksamhetens nettokostnader", figures.nettokostnader(mrp), summa=True)
    yield from _rader(_named(mrp.resultatbudget, figures.SKATTEPOSTER))
    yield arsrad("Verksamhetens resultat", figures.verksamhetens_resultat(mrp), summa=True)
    yield from _rader(_named(mrp.resultatbudget, figures.FINANSPOSTER))
    yield arsrad("Årets resultat", figures.arets_resultat(mrp), summa=True)


def _kassaflode(mrp: Mrp) -> Iterator[Arsrad]:
    yield from _rader(_named(mrp.kassaflode, figures.LOPANDE))
    yield arsrad("Medel från den löpande verksamheten", figures.medel_fran_lopande(mrp), summa=True)
    yield from _rader(post for post in mrp.kassaflode if post.post not in figures.LOPANDE)
    yield arsrad("Förändring av likvida medel", figures.forandring_likvida(mrp), summa=True)


def _balans(mrp: Mrp) -> Iterator[Balansrad]:
    yield from (_balansrad(post) for post in _named(mrp.balans, figures.TILLGANGAR))
    yield _balanssumma("Summa tillgångar", figures.summa_tillgangar(mrp))
    yield from (_balansrad(post) for post in _named(mrp.balans, figures.SKULDER))
    yield _balanssumma("Summa eget kapital, avsättningar och skulder", figures.summa_skulder(mrp))


def _named(poster: Iterable[P], names: Sequence[str]) -> Iterator[P]:
    return (post for post in poster if post.post in names)


def _rader(poster: Iterable[Arspost]) -> Iterator[Arsrad]:
    return (arsrad(post.post, (post.ar_1, post.ar_2, post.ar_3)) for post in poster)


def _balansrad(post: Balanspost) -> Balansrad:
    return Balansrad(post=post.post, forra=post.forra, ar_1=post.ar_1, ar_2=post.ar_2, ar_3=post.ar_3, summa=False)


def _balanssumma(post: str, amounts: tuple[Tkr, Tkr, Tkr, Tkr]) -> Balansrad:
    forra, first, second, third = amounts
    return Balansrad(post=post, forra=forra, ar_1=first, ar_2=second, ar_3=third, summa=True)
