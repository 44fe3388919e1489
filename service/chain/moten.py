"""A meeting as a value: its ärenden numbered on the list, their bilagor within each, and what texts may refer to.

The number on the list follows the order, and a withdrawn ärende (*utgår*) keeps its own. A § is something else: it is
given when the meeting is held. References name an ärende by its label, so they follow it wherever it is moved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from schemas.mote import ENLIGT_FORSLAGET, FIL

from . import records as r
from .plans import Plan
from .references import Target

NOT_GIVEN = "(ges vid sammanträdet)"


@dataclass(frozen=True, slots=True)
class Tillagd:
    """A file that was added to an ärende beside the workbook: under what title, and whether it is secret."""

    arende: str
    titel: str
    fil: str
    sekretess: bool = False


@dataclass(frozen=True, slots=True)
class Bilaga:
    """A numbered appendix of an ärende, with its row."""

    arende: int
    nummer: int
    rad: r.Handling

    @property
    def beteckning(self) -> str:
        """`4.2`: the number of the ärende and its own within it."""
        return f"{self.arende}.{self.nummer}"

    @property
    def id(self) -> str:
        """What it lastingly is: its row or, for a file added beside the workbook, its file."""
        return self.rad.id or f"fil {self.rad.fil.casefold()}"


@dataclass(frozen=True, slots=True)
class Punkt:
    """An ärende with its number on the list, its § once the meeting is held, and its papers."""

    nummer: int
    rad: r.Arende
    bilagor: tuple[Bilaga, ...] = ()
    skrivelse: r.Tjansteskrivelse | None = None
    paragraf: int | None = None

    @property
    def utgar(self) -> bool:
        """Whether it has been withdrawn."""
        return bool(self.rad.utgar)

    @property
    def som_foreslaget(self) -> bool:
        """Whether the minutes say that it was decided as proposed."""
        return self.rad.utfall == ENLIGT_FORSLAGET


@dataclass(frozen=True, slots=True, kw_only=True)
class Mote(Plan):
    """A meeting of a nämnd. `head.namnd` holds its name, not the nämnd's code. `paragrafer` are the §§ given, by row
    id; `tidigare` those of the nämnd's other meetings of the year, with the day of each."""

    uppgifter: r.MoteUppgifter
    protokoll: r.MoteProtokoll
    arenden: Sequence[r.Arende] = ()
    skrivelser: Sequence[r.Tjansteskrivelse] = ()
    handlingar: Sequence[r.Handling] = ()
    narvaro: Sequence[r.Narvarande] = ()
    tillagda: Sequence[Tillagd] = ()
    paragrafer: Mapping[str, int] = field(default_factory=dict)
    tidigare: Mapping[int, date] = field(default_factory=dict)

    @property
    def namnd(self) -> str:
        """The code of the nämnd that meets."""
        return self.uppgifter.namnd

    @property
    def punkter(self) -> tuple[Punkt, ...]:
        """The ärenden as they stand on the list."""
        return tuple(self._punkt(number, row) for number, row in enumerate(self.arenden, 1))

    def punkt(self, beteckning: str) -> Punkt | None:
        """The ärende of that label, else the one of that number on the list; None where there is none."""
        wanted = beteckning.strip().casefold()
        punkter = self.punkter
        named = [p for p in punkter if p.rad.beteckning.casefold() == wanted]
        numbered = [p for p in punkter if str(p.nummer) == wanted]
        return next(iter([*named, *numbered]), None)

    @property
    def utan_arende(self) -> tuple[r.Handling, ...]:
        """The papers whose ärende is not on the list."""
        return tuple(row for row in self._papers() if self._owner(row.arende) is None)

    def _papers(self) -> Iterator[r.Handling]:
        """The rows of the workbook, then what was added beside it: late papers never renumber the others."""
        yield from self.handlingar
        named = {row.fil.casefold() for row in self.handlingar if row.fil}
        yield from (_added(one) for one in self.tillagda if one.arende and one.fil.casefold() not in named)

    def _owner(self, beteckning: str) -> int | None:
        """The number on the list of the ärende with that label or, failing that, number."""
        wanted = beteckning.strip().casefold()
        by_label = {row.beteckning.casefold(): n for n, row in enumerate(self.arenden, 1)}
        if wanted in by_label:
            return by_label[wanted]
        return int(wanted) if wanted.isdecimal() and 1 <= int(wanted) <= len(self.arenden) else None

    def _punkt(self, number: int, row: r.Arende) -> Punkt:
        own = [paper for paper in self._papers() if self._owner(paper.arende) == number]
        bilagor = tuple(Bilaga(number, n, paper) for n, paper in enumerate(own, 1))
        skrivelse = next((s for s in self.skrivelser if self._owner(s.arende) == number), None)
        return Punkt(number, row, bilagor, skrivelse, self.paragrafer.get(row.id))


def mote_targets(mote: Mote, punkt: Punkt | None = None) -> Iterator[Target]:
    """What a meeting's texts may refer to; with `punkt` also the bilagor by their numbers within that ärende."""
    punkter = mote.punkter
    for one in (one for one in punkter if one.rad.beteckning):
        yield Target(f"ärende {one.rad.beteckning}", _shown(str(one.nummer), one), row=one.rad.id)
        yield Target(f"§ {one.rad.beteckning}", str(one.paragraf or NOT_GIVEN), row=one.rad.id)
    for one in punkter:  # a label comes before a number: somebody may have called an ärende ”4”
        yield Target(f"ärende {one.nummer}", _shown(str(one.nummer), one), row=one.rad.id)
        if one.paragraf:
            yield Target(f"§ {one.paragraf}", str(one.paragraf), row=one.rad.id)
    for number, when in mote.tidigare.items():
        yield Target(f"§ {number}", str(number), f"protokoll {when.isoformat()}")
    if punkt:
        yield from _appendices(punkt, near=True)
    for one in punkter:
        yield from _appendices(one, near=False)


def _appendices(punkt: Punkt, *, near: bool) -> Iterator[Target]:
    """The bilagor of an ärende: by label, by the name of a file added beside the workbook, by number."""
    for bilaga in punkt.bilagor:
        names = (bilaga.rad.beteckning, "" if bilaga.rad.id else bilaga.rad.fil)
        for name in (*names, str(bilaga.nummer) if near else bilaga.beteckning):
            if name:
                yield Target(f"bilaga {name}", _shown(bilaga.beteckning, punkt), row=bilaga.id)


def _shown(number: str, punkt: Punkt) -> str:
    return f"{number} (utgår)" if punkt.utgar else number


def _added(one: Tillagd) -> r.Handling:
    return r.Handling(
        arende=one.arende, titel=one.titel, beteckning="", innehall=FIL, fil=one.fil, planar=None, period=None, namn="",
        version=None, antas=None, sekretess=one.sekretess, oppen_rubrik="",
    )  # fmt: skip


def year_of(handling: r.Handling, default: int) -> int:
    """The plan year of a paper that the service writes."""
    return int(handling.planar if handling.planar is not None else Decimal(default))
